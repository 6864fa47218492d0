// SPDX-License-Identifier: MIT
#include "geo/detail/lightened.h"

#include "geo/dataset.h"
#include "geo/error.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <bit>
#include <cstdlib>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace {

using geo::Region;
using geo::detail::lightened;

std::string polygon_with(const std::string& number) {
    return R"({"type":"Polygon","coordinates":[[[)" + number + ",0],[2,0],[2,2],[1,1]]]}";
}

TEST(Lightened, TakesPolygonsOutAndPutsThemBack) {
    const std::string text = R"({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": "a \"coordinates\" [b"}, "geometry":
            {"type": "Polygon", "coordinates" : [ [[0,0,7.5],[4,0],[4,4],[0,0]] , [[1,1],[2,1],[2,2],[1,1]] ]}},
        {"type": "Feature", "properties": null, "geometry": {"type": "MultiPolygon",
            "coordinates": [[[[5,5],[6,5],[6,6],[5,5]]],[[[8,8],[9,8],[9,9],[8,8]]]]}}]})";
    const auto light = lightened(text);
    ASSERT_TRUE(light);
    ASSERT_EQ(light->regions.size(), 2U);
    EXPECT_NE(light->text.find("[[[0,0]]]"), std::string::npos);
    EXPECT_NE(light->text.find("[[[[1,0]]]]"), std::string::npos);
    const geo::Dataset dataset = geo::read_geojson(text, "test");
    ASSERT_EQ(dataset.features.size(), 2U);
    EXPECT_EQ(geo::name_of(dataset.features[0]), "a \"coordinates\" [b");
    ASSERT_EQ(dataset.features[0].shape.region.polygons.size(), 1U);
    EXPECT_EQ(dataset.features[0].shape.region.polygons[0].shell, (geo::Ring{{0, 0}, {4, 0}, {4, 4}, {0, 0}}));
    ASSERT_EQ(dataset.features[0].shape.region.polygons[0].holes.size(), 1U);
    ASSERT_EQ(dataset.features[1].shape.region.polygons.size(), 2U);
    EXPECT_EQ(dataset.features[1].shape.region.polygons[1].shell, (geo::Ring{{8, 8}, {9, 8}, {9, 9}, {8, 8}}));
}

TEST(Lightened, LeavesAloneWhatIsNoPlainPolygon) {
    for (const std::string& text :
         {std::string{R"({"type":"Point","coordinates":[1,2]})"}, std::string{R"({"coordinates":[]})"},
          std::string{R"({"type":"LineString","coordinates":[[1,2],[3,4]]})"},
          std::string{R"({"type":"Polygon","coordinates":[[]]})"},
          std::string{R"({"type":"Polygon","coordinates":[[[1,2],[3]]]})"},
          std::string{R"({"type":"Polygon","coordinates":[[[1,2],[3,4],]]})"},
          std::string{R"({"type":"Polygon","coordinates":[[[1,2],[3,4]]})"},
          std::string{R"({"type":"Polygon","coordinates":[[[1,2],[3,4])"},
          std::string{R"({"type":"MultiPolygon","coordinates":[[[[1,2],[3,4]]],[[5,6]]]})"}, std::string{"{}"},
          std::string{R"({"coordin\u0061tes":[[[0,0]]],"old":{"coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}})"},
          std::string{R"({"name":"coordinates","type":"Polygon"})"}}) {
        EXPECT_FALSE(lightened(text)) << text;
    }
    for (const char* number : {"01", "-", "1.", ".5", "+1", "1e3", "0x1", "NaN", "null", "\"1\"", "1 2", "--1", "1..2",
                               "1234567890123456789", "\u00a01"}) {
        EXPECT_FALSE(lightened(polygon_with(number))) << number;
    }
}

/// Reference: strtod.
TEST(Lightened, NumbersAreThoseOfAParserToTheLastBit) {
    std::vector<std::string> numbers{"0",
                                     "-0.0",
                                     "0.1",
                                     "180.0",
                                     "-179.99999999999999",
                                     "35.498759",
                                     "9007199254740993.0",
                                     "0.000000000000000001",
                                     "123456789012345678",
                                     "37.123456789012345678901234567890",
                                     "0.30000000000000004",
                                     "1.7976931348623157"};
    std::mt19937_64 random{20261128};
    for (int i = 0; i < 20000; ++i) {
        const int decimals = static_cast<int>(random() % 22);
        std::string number = fmt::format("{}{}", random() % 2 == 0 ? "-" : "", random() % 181);
        if (decimals > 0) { number += '.'; }
        for (int digit = 0; digit < decimals; ++digit) { number += static_cast<char>('0' + random() % 10); }
        numbers.push_back(number);
    }
    for (const std::string& number : numbers) {
        const auto light = lightened(polygon_with(number));
        ASSERT_TRUE(light) << number;
        const double expected = number == "-0" ? 0 : std::strtod(number.c_str(), nullptr);
        const double found = light->regions[0].polygons[0].shell[0].lon;
        ASSERT_EQ(std::bit_cast<std::uint64_t>(found), std::bit_cast<std::uint64_t>(expected)) << number;
    }
}

TEST(Lightened, PutsBackOnlyWhereAllNumbersStand) {
    const Region first{{{{{1, 1}, {2, 1}, {2, 2}, {1, 1}}, {}}}}, stand_in{{{{{0, 0}}, {}}}};
    Region shape = stand_in;
    EXPECT_TRUE(geo::detail::put_back({first}, {&shape}));
    EXPECT_EQ(shape.polygons[0].shell, first.polygons[0].shell);
    shape = stand_in;
    EXPECT_FALSE(geo::detail::put_back({first, first}, {&shape})) << "one is not asked for";
    shape = {{{{{1, 0}}, {}}}};
    EXPECT_FALSE(geo::detail::put_back({first, first}, {&shape})) << "another number";
    Region other = stand_in;
    shape = stand_in;
    EXPECT_FALSE(geo::detail::put_back({first}, {&shape, &other})) << "twice";
}

/// What the short way cannot read goes the long one, and says the same as ever.
TEST(Lightened, AFileReadsTheSameEitherWay) {
    const std::string ring = "[[1,1],[2,1],[2,2],[1,1]]", feature =
                                                              R"({"type":"Feature","properties":{"n":1},"geometry":
        {"type":"Polygon","coordinates":[)" + ring + "]}}";
    const auto collection = [](const std::string& features, const std::string& more = "") {
        return R"({"type":"FeatureCollection",)" + more + R"("features":[)" + features + "]}";
    };
    const std::string far = R"({"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[3,3]}})";
    const geo::Dataset mixed = geo::read_geojson(collection(feature + "," + far), "test");
    ASSERT_EQ(mixed.features.size(), 2U);
    EXPECT_EQ(mixed.features[0].shape.region.polygons[0].shell.size(), 4U);
    EXPECT_EQ(mixed.features[1].shape.points.size(), 1U);
    const std::string held = R"({"type":"Feature","properties":{"coordinates":[)" + ring +
                             R"(]},"geometry":{"type":"Polygon","coordinates":[)" + ring + "]}}";
    const geo::Dataset with_property = geo::read_geojson(collection(held), "test");
    EXPECT_EQ(geo::text_of(with_property.features[0].properties, "coordinates"), "[" + ring + "]")
        << "a property of that name is what it was";
    EXPECT_EQ(with_property.features[0].shape.region.polygons[0].shell.size(), 4U);
    const geo::Dataset metres =
        geo::read_geojson(collection(R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":
            [[[500000,5500000],[510000,5500000],[510000,5510000],[500000,5500000]]]}})",
                                     R"("crs":{"type":"name","properties":{"name":"EPSG:32637"}},)"),
                          "test");
    EXPECT_NEAR(metres.features[0].shape.region.polygons[0].shell[0].lon, 39, 1e-6);
    std::string line = feature;
    std::erase(line, '\n');
    const geo::Dataset lines = geo::read_geojson(line + "\n" + line + "\n", "test");
    EXPECT_EQ(lines.features.size(), 2U) << "a document a line";
    try {
        geo::read_geojson(collection(feature + ",\n" + R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":
            [[[1,"x"],[2,1],[2,2],[1,1]]]}})"),
                          "test");
        FAIL();
    } catch (const geo::Error& error) { EXPECT_EQ(error.place().feature, 2) << error.what(); }
}

}  // namespace
