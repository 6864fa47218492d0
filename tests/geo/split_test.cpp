// SPDX-License-Identifier: MIT
#include "geo/split.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "support/drawn_map.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace {

using geo::area_of;
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
    const geo::TwoSides sides = geo::split(country, {map.line("sn")}, map.at('a'));
    EXPECT_NEAR((area_of(sides.with_seed) + area_of(sides.other)).value(), area_of(country).value(), 1e-9);
    EXPECT_LT(geo::bounds_of(sides.with_seed).east, map.at('b').lon);
    EXPECT_GT(geo::bounds_of(sides.other).west, map.at('a').lon);
}

TEST(Split, TheSeedSaysWhichSideIsWhichWhateverTheLinesDirection) {
    const DrawnMap map{R"(
             n
        a----c--b
        d----e--f
             s )"};
    const Region country = map.region("adfb");
    const double west = area_of(map.region("adec")).value();
    for (const char* line : {"sn", "ns"}) {
        EXPECT_NEAR(area_of(geo::split(country, {map.line(line)}, map.at('a')).with_seed).value(), west, 1e-6);
        EXPECT_NEAR(area_of(geo::split(country, {map.line(line)}, map.at('b')).other).value(), west, 1e-6);
    }
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

/// The seed lies in the sea, nearest to the east, but the line runs between.
TEST(Split, FromASeedAtSeaThereIsALineToCross) {
    const DrawnMap map{R"(
             n
        a----+----b
        |    |    |
        d----+----f
             s
              x )"};
    const geo::TwoSides sides = geo::split(map.region("adfb"), {{map.at('n'), map.at('s'), {33, 49.55}}}, map.at('x'));
    EXPECT_TRUE(geo::contains(sides.with_seed, {map.at('a').lon + 0.05, map.at('a').lat - 0.05}));
}

/// The line stops at one shore of the strait and goes on at the other, ten times the strait's width along.
TEST(Split, ALineInPiecesLeadsAcrossAStrait) {
    const Region country{{{{{30, 50}, {33, 50}, {33, 50.99}, {30, 50.99}, {30, 50}}, {}},
                          {{{30, 51.01}, {33, 51.01}, {33, 52}, {30, 52}, {30, 51.01}}, {}}}};
    const std::vector<geo::Path> pieces{{{31, 49.9}, {31, 50.991}}, {{31.2, 51.009}, {31.2, 52.1}}};
    const geo::TwoSides sides = geo::split(country, pieces, {30.1, 50.1});
    EXPECT_TRUE(geo::contains(sides.with_seed, {30.1, 51.9}));
    EXPECT_TRUE(geo::contains(sides.other, {32.9, 50.1}));
    EXPECT_TRUE(geo::contains(sides.other, {32.9, 51.9}));
}

/// Two units with a gap between parallel shores, and a line through both, at random: area_of() of the trapezia that the
/// line makes of the rectangles is the reference.
TEST(Split, ParallelShoresDoNotTurnASide) {
    const unsigned seed = std::random_device{}();
    std::mt19937 random{seed};
    std::uniform_real_distribution<double> gap{0.0005, 0.01}, end{30.1, 31.9};
    for (int trial = 0; trial < 75; ++trial) {
        const double half = gap(random) / 2, south = end(random), north = end(random);
        const auto rectangle = [](double low, double high) {
            return geo::Polygon{{{30, low}, {32, low}, {32, high}, {30, high}, {30, low}}, {}};
        };
        const auto at = [&](double lat) { return geo::LonLat{south + (north - south) * (lat - 49.9) / 2.2, lat}; };
        const auto west = [&](double low, double high) {
            return area_of(geo::Ring{{30, low}, at(low), at(high), {30, high}, {30, low}});
        };
        const Region country{{rectangle(50, 51 - half), rectangle(51 + half, 52)}};
        const geo::TwoSides sides = geo::split(country, {{at(49.9), at(52.1)}}, {30.001, 50.5});
        const geo::SquareKilometres expected = west(50, 51 - half) + west(51 + half, 52);
        ASSERT_NEAR(area_of(sides.with_seed).value(), expected.value(), 1e-3) << "seed " << seed << ", trial " << trial;
    }
}

/// The same with jagged shores that have nothing in common; both halves are found on the side that the line leaves
/// them.
TEST(Split, JaggedShoresDoNotTurnASide) {
    const unsigned seed = std::random_device{}();
    std::mt19937 random{seed};
    std::uniform_real_distribution<double> jag{0.002, 0.05}, end{30.3, 31.7};
    for (int trial = 0; trial < 40; ++trial) {
        geo::Ring lower{{30, 50}, {32, 50}}, upper{{32, 52}, {30, 52}};
        for (double lon = 32; lon > 29.99; lon -= 0.1) { lower.push_back({lon, 51 - jag(random)}); }
        for (double lon = 30; lon < 32.01; lon += 0.07) { upper.push_back({lon, 51 + jag(random)}); }
        lower.push_back(lower.front());
        upper.push_back(upper.front());
        const geo::LonLat from{end(random), 49.9}, to{end(random), 52.1};
        const geo::TwoSides sides = geo::split({{{lower, {}}, {upper, {}}}}, {{from, to}}, {30.01, 50.01});
        for (const double lat : {50.1, 50.9, 51.1, 51.9}) {
            const double lon = from.lon + (to.lon - from.lon) * (lat - 49.9) / 2.2;
            ASSERT_TRUE(geo::contains(sides.with_seed, {lon - 0.1, lat})) << "seed " << seed << ", trial " << trial;
            ASSERT_TRUE(geo::contains(sides.other, {lon + 0.1, lat})) << "seed " << seed << ", trial " << trial;
        }
    }
}

}  // namespace
