// SPDX-License-Identifier: MIT
#include "geo/detail/topojson_check.h"

#include "geo/dataset.h"
#include "support/errors.h"
#include "support/files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace {

using testing_support::error_of;
using testing_support::read_as;

const std::string square = "[[36,48],[37,48],[37,48.5],[36,48.5],[36,48]]";
const std::string south = "[[36,48],[37,48]]", rest = "[[37,48],[37,48.5],[36,48.5],[36,48]]";

std::string topology(const std::string& arcs, const std::string& geometry, const std::string& more = "") {
    return R"({"type":"Topology",)" + more + R"("arcs":[)" + arcs + R"(],"objects":{"held":)" + geometry + "}}";
}

std::string polygon(const std::string& arcs) {
    return R"({"type":"Polygon","arcs":)" + arcs + "}";
}

geo::Error refusal_of(const std::string& text) {
    return error_of([&] { read_as("a.topojson", text); }, text);
}

TEST(TopojsonCheck, AnArcThatIsNotThereIsRefusedWithTheObjectsName) {
    for (const char* geometry :
         {R"({"type":"MultiPolygon","arcs":[[[0]],[[9]]]})", R"({"type":"MultiPolygon","arcs":[[[0]],[[-10]]]})"}) {
        const geo::Error error = refusal_of(topology(square, geometry));
        EXPECT_TRUE(error.problem().starts_with("in the object \"held\", it names the arc ")) << error.problem();
        EXPECT_TRUE(error.problem().ends_with(", and the file has 1")) << error.problem();
        EXPECT_FALSE(error.remedy().empty());
    }
    const std::string collection =
        R"({"type":"GeometryCollection","geometries":[)" + polygon("[[0]]") + "," + polygon("[[5]]") + "]}";
    EXPECT_EQ(refusal_of(topology(square, collection)).problem(),
              "in the object \"held\", geometry 2: it names the arc 5, and the file has 1");
}

TEST(TopojsonCheck, ArcsOfARingMeet) {
    EXPECT_EQ(refusal_of(topology(south + ",[[37,48.5],[36,48.5],[36,48]]", polygon("[[0,1]]"))).problem(),
              "in the object \"held\", the arc 1 does not begin where 0 ends");
    EXPECT_EQ(refusal_of(topology(south, polygon("[[0]]"))).problem(),
              "in the object \"held\", a ring of the arc 0 does not close");
    EXPECT_EQ(refusal_of(topology(south + "," + rest, polygon("[[-1,1]]"))).problem(),
              "in the object \"held\", the arc 1 does not begin where -1 ends");
}

TEST(TopojsonCheck, WholeTopologiesAreReadForwardsBackwardsAndInSteps) {
    const std::string steps = R"("transform":{"scale":[0.001,0.001],"translate":[36,48]},)";
    const std::string halves = fmt::format("{},{}", south, rest);
    for (const std::string& text :
         {topology(square, polygon("[[0]]")), topology(halves, polygon("[[0,1]]")),
          topology(halves, polygon("[[-2,-1]]")), topology(halves, R"({"type":"LineString","arcs":[0,1]})"),
          topology("[[0,0],[1000,0]],[[1000,0],[0,500],[-1000,0],[0,-500]]", polygon("[[0,1]]"), steps)}) {
        EXPECT_EQ(read_as("a.topojson", text).features.size(), 1U) << text;
    }
}

TEST(TopojsonCheck, WhatIsNoTopologyIsCalledSo) {
    for (const std::string& geometry :
         {polygon("[0]"), polygon("[[0.5]]"), polygon("[[]]"), std::string{R"({"type":"Polygon"})"},
          std::string{R"({"type":"polygon","arcs":[[0]]})"}, std::string{R"({"type":"GeometryCollection"})"}}) {
        EXPECT_TRUE(refusal_of(topology(square, geometry)).problem().starts_with("in the object")) << geometry;
    }
    for (const char* arc : {"7", "[]", "[[36]]", "[[36,\"x\"]]"}) {
        EXPECT_FALSE(refusal_of(topology(arc, polygon("[[0]]"))).remedy().empty()) << arc;
    }
}

}  // namespace
