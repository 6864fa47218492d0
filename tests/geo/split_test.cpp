// SPDX-License-Identifier: MIT
#include "geo/split.h"

#include "geo/closing.h"
#include "geo/error.h"
#include "geo/measure.h"
#include "support/drawn_map.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using geo::area_of;
using geo::Kilometres;
using geo::Region;
using testing_support::DrawnMap;

TEST(Split, LineAcrossACountryMakesTwoSidesThatAddUpToTheCountry) {
    const DrawnMap map{R"(
             n
        a----c----b
        |    |    |
        d----e----f
             s )"};
    const Region country = map.region("adfb");
    const auto [west, east] = geo::split(country, {map.line("sn")}, map.at('a'));
    EXPECT_NEAR((area_of(west) + area_of(east)).value(), area_of(country).value(), 1e-9);
    EXPECT_LT(geo::bounds_of(west).east, map.at('b').lon);
    EXPECT_GT(geo::bounds_of(east).west, map.at('a').lon);
}

TEST(Split, APocketInAnyDirectionIsTheOtherSide) {
    const DrawnMap map{R"(
             n
        a----+--------b
        |    | p--q   |
        |    | s--r   |
        d----+--------f
             t )"};
    const Region country = map.region("adfb");
    for (const char* pocket : {"psrq", "pqrs"}) {
        const geo::TwoSides sides = geo::split(country, {map.line("nt"), map.ring(pocket)}, map.at('a'));
        const double west = area_of(geo::split(country, {map.line("tn")}, map.at('a')).with_seed).value();
        EXPECT_NEAR(area_of(sides.with_seed).value(), west + area_of(map.region("psrq")).value(), 1e-9);
    }
}

/// The island lies beyond the line's end in the sea; no land joins it to the rest.
TEST(Split, AnIslandGoesWithTheNearestLand) {
    const DrawnMap map{R"(
             n
        a----+--------b
        |    |        |
        d----+--------f
             t
                 p--q
                 s--r )"};
    Region country = map.region("adfb");
    geo::append(country, map.region("psrq"));
    const geo::TwoSides sides = geo::split(country, {map.line("nt")}, map.at('a'));
    EXPECT_TRUE(geo::contains(sides.other, {map.at('p').lon + 0.05, map.at('p').lat - 0.05}));
}

/// The line cuts the west of the mainland off, then runs through the strait: the island lies across it.
TEST(Split, AnIslandAcrossTheLineTakesTheOtherSide) {
    const DrawnMap map{R"(
          n
        a-+-----b
        | |     |
        d-+-----f
          m-----------e
              p--q
              s--r )"};
    Region country = map.region("adfb");
    geo::append(country, map.region("psrq"));
    const geo::TwoSides sides = geo::split(country, {map.line("nme")}, map.at('b'));
    const geo::LonLat on_island{map.at('p').lon + 0.05, map.at('p').lat - 0.05};
    EXPECT_TRUE(geo::contains(sides.with_seed, {map.at('b').lon - 0.05, map.at('b').lat - 0.05}));
    EXPECT_TRUE(geo::contains(sides.other, on_island));
}

TEST(Split, ALineThatEndsInTheMiddleLeavesTheCountryWhole) {
    const DrawnMap map{R"(
             n
        a----+----b
        |    m    |
        d---------f )"};
    EXPECT_THROW(geo::split(map.region("adfb"), {map.line("nm")}, map.at('a')), geo::Error);
}

TEST(Split, LinesThatBranchAreRefused) {
    const DrawnMap map{R"(
             n
        a----+----b
        |    m    |
        d---------f
          s     t )"};
    EXPECT_THROW(geo::split(map.region("adfb"), {map.line("nms"), map.line("mt")}, map.at('a')), geo::Error);
}

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
    const auto [left, right] = geo::split(map.region("adfb"), closing.paths, map.at('a'));
    EXPECT_GT(area_of(left).value(), 0);
    EXPECT_GT(area_of(right).value(), 0);
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
