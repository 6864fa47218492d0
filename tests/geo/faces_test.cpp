// SPDX-License-Identifier: MIT
#include "geo/detail/faces.h"

#include "geo/detail/geos.h"
#include "geo/detail/noding.h"
#include "geo/measure.h"
#include "support/drawn_map.h"
#include "support/random_region.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using geo::Path;
using geo::Polygon;
using geo::detail::faces_between;
using testing_support::DrawnMap;

std::vector<Polygon> faces_of(const std::vector<Path>& paths) {
    std::vector<const Path*> pointers;
    for (const Path& path : paths) { pointers.push_back(&path); }
    return faces_between(pointers);
}

std::vector<Polygon> faces_by_geos(const std::vector<Path>& paths) {
    using namespace geo::detail;
    std::vector<const Path*> pointers;
    for (const Path& path : paths) { pointers.push_back(&path); }
    const Geometry lines = linework(pointers);
    const Geometry noded = checked(GEOSNode_r(geos(), lines.get()), "noding lines");  // to its own last bit
    const GEOSGeometry* const inputs[] = {noded.get()};
    const Geometry made = checked(GEOSPolygonize_r(geos(), inputs, 1), "making faces");
    std::vector<Polygon> polygons;
    for (const GEOSGeometry* member : members_of(made.get())) { polygons.push_back(to_polygon(member)); }
    return polygons;
}

/// In square kilometres, ascending; and each face is valid.
std::vector<double> areas_of(const std::vector<Polygon>& faces) {
    using namespace geo::detail;
    constexpr double hair = 1e-6;  // what two ways of cutting make of one and the same crossing
    std::vector<double> areas;
    for (const Polygon& face : faces) {
        if (const double area = geo::area_of(face).value(); area > hair) { areas.push_back(area); }
        EXPECT_EQ(GEOSisValid_r(geos(), to_geos(face).get()), 1);
        EXPECT_GT(geo::signed_area_of(face.shell).value(), 0);
        for (const geo::Ring& hole : face.holes) { EXPECT_LT(geo::signed_area_of(hole).value(), 0); }
    }
    std::sort(areas.begin(), areas.end());
    return areas;
}

void expect_like(const std::vector<Polygon>& faces, const std::vector<Polygon>& others) {
    const std::vector<double> ours = areas_of(faces), theirs = areas_of(others);
    ASSERT_EQ(ours.size(), theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) { EXPECT_NEAR(ours[i], theirs[i], 1e-6); }
}

}  // namespace

TEST(Faces, EdgesWithOneFaceOnBothSidesBoundNothing) {
    const DrawnMap map{R"(
        a---b---c--x
        | p-+-q |
        | s-+-r |
        d---e---f )"};
    const std::vector<Polygon> faces =
        faces_of({map.ring("adfcba"), map.line("cx"), map.ring("psrqp"), map.line("ap")});
    ASSERT_EQ(faces.size(), 2U) << "one with a hole, and what is in the hole; a link between the two is none";
    const auto ring = std::find_if(faces.begin(), faces.end(), [](const Polygon& face) { return !face.holes.empty(); });
    ASSERT_NE(ring, faces.end());
    EXPECT_EQ(ring->holes.size(), 1U);
}

TEST(Faces, ARingThatComesBackToAVertexIsAShellWithAHole) {
    const DrawnMap map{R"(
        a-----b
        | p-q |
        | |/  |
        c-s---d )"};
    const std::vector<Polygon> faces = faces_of({map.ring("acsdb"), map.ring("spq")});
    ASSERT_EQ(faces.size(), 2U);
    EXPECT_EQ(faces[0].holes.size() + faces[1].holes.size(), 1U);
    expect_like(faces, faces_by_geos({map.ring("acsdb"), map.ring("spq")}));
}

TEST(Faces, AHoleIsOfTheLeastShellRoundIt) {
    const DrawnMap map{R"(
        a-------b
        | c---d |
        | |p-q| |
        | |s-r| |
        | f---e |
        h-------g )"};
    const std::vector<Path> rings{map.ring("ahgb"), map.ring("cfed"), map.ring("psrq")};
    expect_like(faces_of(rings), faces_by_geos(rings));
}

/// Two triangles that meet at a corner, beside a larger one that the corner lies on.
TEST(Faces, WhatTouchesAShellFromOutsideIsNoHoleOfIt) {
    const DrawnMap map{R"(
        a----b
         \  /
          c
         / \
        d---e )"};
    const std::vector<Polygon> faces = faces_of({map.ring("acb"), map.ring("cde")});
    ASSERT_EQ(faces.size(), 2U);
    for (const Polygon& face : faces) { EXPECT_TRUE(face.holes.empty()); }
}

/// The reference is GEOS's polygonizer.
TEST(Faces, OfRandomRingsAreThoseOfGeos) {
    std::mt19937_64 random{testing_support::test_seed()};
    for (int round = 0; round < 40; ++round) {
        std::vector<geo::Ring> rings;
        for (int i = 0; i < 4; ++i) {
            rings.push_back(testing_support::random_star(random, {30 + 0.6 * i, 48}, 0.2 + 0.2 * i, 25));
            rings.back().pop_back();
            if (round % 2 == 0) { std::shuffle(rings.back().begin(), rings.back().end(), random); }
            rings.back().push_back(rings.back().front());
        }
        const geo::detail::Walks walks = geo::detail::noded({&rings[0], &rings[1], &rings[2], &rings[3]}).value();
        std::vector<Path> paths;
        for (const std::vector<int>& walk : walks.walks) {
            for (std::size_t i = 1; i < walk.size(); ++i) {
                paths.push_back({walks.vertices[static_cast<std::size_t>(walk[i - 1])],
                                 walks.vertices[static_cast<std::size_t>(walk[i])]});
            }
        }
        expect_like(faces_of(paths), faces_by_geos(paths));
    }
}
