// SPDX-License-Identifier: MIT
#include "geo/closing.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/split.h"
#include "support/drawn_map.h"

#include <gtest/gtest.h>

namespace {

using geo::area_of;
using geo::Kilometres;
using geo::Region;
using testing_support::DrawnMap;

TEST(Closing, ShortGapsAreBridgedAndReported) {
    const DrawnMap map{R"(
        a---------b
        |    n    |
        |    |    |
        |    s    |
        d---------f )"};
    const geo::Closing closing = geo::close_onto_outline({map.line("ns")}, map.region("adfb"), Kilometres{12});
    ASSERT_EQ(closing.bridges.size(), 2U);
    EXPECT_NEAR(closing.bridges[0].length.value(), geo::distance({30, 50}, {30, 49.9}).value(), 0.05);
    const geo::TwoSides sides = geo::split(map.region("adfb"), closing.paths, map.at('a'));
    EXPECT_NEAR(area_of(sides.with_seed) / area_of(sides.other), 1, 1e-6);
}

TEST(Closing, AWideGapIsRefusedWithItsPlaceAndLength) {
    const DrawnMap map{R"(
        a---------b
        |         |
        |    n    |
        |    |    |
        d----s----f )"};
    try {
        geo::close_onto_outline({map.line("ns")}, map.region("adfb"), Kilometres{12});
        FAIL() << "a gap of 22 km was bridged";
    } catch (const geo::Error& error) {
        EXPECT_NE(error.problem().find("22.2 km"), std::string::npos) << error.problem();
        EXPECT_NE(error.problem().find(geo::to_text(map.at('n'))), std::string::npos) << error.problem();
        EXPECT_NE(error.remedy().find("--close 23km"), std::string::npos) << error.remedy();
    }
}

TEST(Closing, PiecesOfALineAreJoined) {
    const DrawnMap map{R"(
            n
        a---+-----b
        |   u     |
        |   v     |
        d---+-----f
            s )"};
    const geo::Closing closing =
        geo::close_onto_outline({map.line("nu"), map.line("vs")}, map.region("adfb"), Kilometres{12});
    ASSERT_EQ(closing.bridges.size(), 1U);
    EXPECT_EQ(closing.bridges[0].onto, "another piece of the line");
    const geo::TwoSides sides = geo::split(map.region("adfb"), closing.paths, map.at('a'));
    EXPECT_NEAR((area_of(sides.with_seed) + area_of(sides.other)).value(), area_of(map.region("adfb")).value(), 1e-9);
}

/// The ends lie on a slanting border, where rounding leaves them a hair inside or outside.
TEST(Closing, ALineThatEndsOnTheBorderCuts) {
    const Region country{{{{{30, 48}, {33.3, 48.7}, {34.1, 51.3}, {30.2, 50.9}, {30, 48}}, {}}}};
    for (const double t : {0.1, 0.3, 1.0 / 3, 0.6, 0.77, 0.9}) {
        const geo::LonLat south{30 + 3.3 * t, 48 + 0.7 * t}, north{34.1 - 3.9 * t, 51.3 - 0.4 * t};
        const geo::Closing closing = geo::close_onto_outline({{south, {32, 49.7}, north}}, country, Kilometres{1});
        EXPECT_TRUE(closing.bridges.empty());
        const geo::TwoSides sides = geo::split(country, closing.paths, {30.3, 50});
        EXPECT_NEAR((area_of(sides.with_seed) + area_of(sides.other)).value(), area_of(country).value(), 1e-6) << t;
    }
}

}  // namespace
