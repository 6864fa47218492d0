// SPDX-License-Identifier: MIT
#include "geo/dataset.h"
#include "geo/error.h"
#include "support/errors.h"
#include "support/files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace {

const std::string feature = R"({"type":"Feature","properties":{"name":"a"},)"
                            R"("geometry":{"type":"Polygon","coordinates":[[[37,48],[38,48],[38,49],[37,48]]]}})";

std::string collection(const std::string& more = "") {
    return R"({"type":"FeatureCollection",)" + more + R"("features":[)" + feature + "]}";
}

geo::Dataset read(const std::string& text, const geo::ReadOptions& options = {}, const char* name = "a.json") {
    return testing_support::read_as(name, text, options);
}

geo::Error error_of(const std::string& text) {
    return testing_support::error_of([&] { read(text); }, text);
}

TEST(JsonKind, WhatIsNoFeatureCollectionIsCalledWhatItIs) {
    struct Kind {
        std::string text;
        const char* problem;
        const char* remedy;
    };
    for (const Kind& kind :
         {Kind{"[" + feature + "]", "bare array of features", "jq"}, Kind{"[1,2]", "an array", "FeatureCollection"},
          Kind{R"({"type":"featurecollection","features":[]})", "\"FeatureCollection\"", "upper and lower case"},
          Kind{R"({"features":[)" + feature + "]}", "no \"type\"", "jq"},
          Kind{R"({"a":)" + collection() + R"(,"b":)" + collection() + "}", "several FeatureCollections: a, b", "jq"},
          Kind{R"({"error":{"code":499,"message":"Token Required","details":["log in"]}})",
               "499 Token Required (log in)", "request"},
          Kind{R"({"error":true,"message":"no such layer"})", "no such layer", "request"},
          Kind{R"({"message":"API rate limit exceeded"})", "API rate limit exceeded", "later"},
          Kind{R"({"exceptions":[{"code":"InvalidParameterValue","text":"bad bbox"}]})", "bad bbox", "request"},
          Kind{R"({"elements":[],"osm3s":{}})", "OpenStreetMap", "osmtogeojson"},
          Kind{R"({"features":[{"attributes":{},"geometry":{"rings":[]}}]})", "no list of \"fields\"", "outFields"}}) {
        const geo::Error error = error_of(kind.text);
        EXPECT_NE(error.problem().find(kind.problem), std::string::npos) << error.problem();
        EXPECT_NE(error.remedy().find(kind.remedy), std::string::npos) << error.remedy();
    }
}

TEST(JsonKind, ACollectionUnderAKeyIsReadWithWhatStandsBesideIt) {
    const geo::Dataset dataset = read(R"({"id":1766534400,"datetime":"24.12","map":)" + collection() + "}");
    ASSERT_EQ(dataset.features.size(), 1U);
    EXPECT_EQ(*geo::find(dataset.about, "id"), geo::Value{std::int64_t{1766534400}});
    EXPECT_NE(dataset.notes.at(0).find("\"map\""), std::string::npos);
}

TEST(JsonKind, AnAnswerThatTheServerCutShortIsReadOnlyWhereThatIsAskedFor) {
    for (const std::string& text :
         {collection(R"("exceededTransferLimit":true,)"), collection(R"("properties":{"exceededTransferLimit":true},)"),
          collection(R"("numberMatched":7,"numberReturned":1,)"), collection(R"("totalFeatures":7,)"),
          collection(R"("links":[{"rel":"self"},{"rel":"next","href":"x"}],)"),
          R"({"id":1,"map":)" + collection(R"("exceededTransferLimit":true,)") + "}"}) {
        const geo::Error error = error_of(text);
        EXPECT_NE(error.problem().find("cut this answer short"), std::string::npos) << error.problem();
        EXPECT_NE(error.remedy().find("‹partial›"), std::string::npos) << error.remedy();
        const geo::Dataset dataset = read(text, {.partial = true});
        EXPECT_EQ(dataset.features.size(), 1U);
        EXPECT_NE(dataset.notes.back().find("incomplete"), std::string::npos);
    }
    for (const std::string& text :
         {collection(R"("exceededTransferLimit":false,)"), collection(R"("numberMatched":1,"numberReturned":1,)"),
          collection(R"("totalFeatures":"unknown",)"), collection(R"("links":[{"rel":"self"}],)")}) {
        EXPECT_TRUE(read(text).notes.empty()) << text;
    }
}

TEST(JsonKind, EsriJsonThatWasCutShortIsRefusedToo) {
    const std::string text =
        R"({"geometryType":"esriGeometryPolygon","spatialReference":{"wkid":4326},)"
        R"("fields":[{"name":"FID","type":"esriFieldTypeOID"}],"features":[{"attributes":{"FID":1},)"
        R"("geometry":{"rings":[[[36,48],[36,49],[37,49],[37,48],[36,48]]]}}],"exceededTransferLimit":true})";
    EXPECT_NE(error_of(text).problem().find("exceededTransferLimit"), std::string::npos);
    EXPECT_EQ(read(text, {.partial = true}).features.size(), 1U);
}

TEST(JsonKind, ACrsByNameIsUsedAndOneByLinkIsNotFetched) {
    const std::string metres =
        R"("features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[300000,5400000]}}]})";
    const auto with = [&](const std::string& crs) {
        return R"({"type":"FeatureCollection","crs":)" + crs + "," + metres;
    };
    for (const char* name :
         {"urn:ogc:def:crs:EPSG::32636", "EPSG:32636", "http://www.opengis.net/def/crs/EPSG/0/32636"}) {
        const geo::Dataset dataset =
            read(with(std::string{R"({"type":"name","properties":{"name":")"} + name + "\"}}"));
        // GeographicLib: GeoConvert -g -p 5 <<< "36n 300000 5400000"
        EXPECT_NEAR(dataset.features.at(0).shape.points.at(0).lon, 30.2806415048, 1e-8) << name;
        EXPECT_EQ(dataset.notes.at(0), "coordinates transformed to WGS84 from EPSG:32636");
    }
    EXPECT_NE(
        error_of(with(R"({"type":"link","properties":{"href":"http://127.0.0.1:1/crs"}})")).problem().find("link"),
        std::string::npos);
    EXPECT_NE(error_of(with(R"({"type":"name","properties":{"name":"+proj=longlat +nadgrids=/etc/passwd"}})"))
                  .problem()
                  .find("no name that is known"),
              std::string::npos);
}

TEST(JsonKind, AKeyThatStandsTwiceIsRefusedUnlessBothSayTheSame) {
    const std::string point = R"("geometry":{"type":"Point","coordinates":[37,48]})";
    const std::string other = R"("geometry":{"type":"Point","coordinates":[31,49]})";
    struct Twice {
        std::string text;
        const char* path;
    };
    for (const Twice& twice :
         {Twice{collection(R"("features":[],)"), " .features twice"},
          Twice{R"({"id":1,"map":)" + collection(R"("features":[],)") + "}", " .map.features twice"},
          Twice{fmt::format(R"({{"type":"Feature",{},{}}})", point, other), " .geometry twice"},
          Twice{fmt::format(R"({{"type":"FeatureCollection","features":[{{"type":"Feature",{0}}},)"
                            R"({{"type":"Feature","properties":{{"status":"RU","status":"UA"}},{0}}}]}})",
                            point),
                " .features[1].properties.status twice"},
          Twice{R"({"type":"Point","coordinates":[37,48],"coordinates":[31,49]})", " .coordinates twice"}}) {
        const geo::Error error = error_of(twice.text);
        EXPECT_NE(error.problem().find(twice.path), std::string::npos) << error.problem();
        EXPECT_FALSE(error.remedy().empty());
    }
    EXPECT_EQ(read(R"({"type":"Feature",)" + point + "," + point + "}").features.size(), 1U);
}

TEST(JsonKind, TextSequencesMayRunOverLines) {
    const std::string spread = "{\"type\":\"Feature\",\n\"properties\":null,\n\"geometry\":null}\n";
    EXPECT_EQ(read("\x1e" + spread + "\x1e" + spread, {}, "a.geojsons").features.size(), 2U);
    EXPECT_EQ(read("\xEF\xBB\xBF" + feature + "\r\n" + feature + "\r\n", {}, "a.ndjson").features.size(), 2U);
}

}  // namespace
