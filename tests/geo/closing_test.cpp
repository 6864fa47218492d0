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
        EXPECT_NE(error.remedy().find("‹close 23km›"), std::string::npos) << error.remedy();
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

/// The reference is the same line drawn without a gap. Back to the border, each piece would have a shorter way.
TEST(Closing, AnEndAtAGapIsNotLedBackToTheBorderThatTheLineCameFrom) {
    const Region country{{{{{20, 10}, {22, 10}, {22, 10.3}, {20, 10.3}, {20, 10}}, {}},
                          {{{20, 10.302}, {22, 10.302}, {22, 12}, {20, 12}, {20, 10.302}}, {}}}};
    for (const double slant : {0.0, 0.02, -0.04}) {
        const geo::Path south{{21 - slant, 9.9}, {21, 10.08}}, north{{21, 10.22}, {21 + slant, 12.1}};
        EXPECT_THROW(geo::close_onto_outline({south, north}, country, Kilometres{15}), geo::Error) << slant;
        const geo::Closing closing = geo::close_onto_outline({south, north}, country, Kilometres{16});
        const geo::Path whole{south[0], south[1], north[0], north[1]};
        const geo::TwoSides sides = geo::split(country, closing.paths, {20.5, 11});
        const geo::TwoSides reference = geo::split(country, {whole}, {20.5, 11});
        EXPECT_NEAR(area_of(sides.with_seed).value(), area_of(reference.with_seed).value(), 1e-6) << slant;
    }
}

TEST(Closing, ALineThatOnlyEntersTheCountryIsRefusedWithoutAdviceThatFails) {
    const DrawnMap map{R"(
        a---------b
        |         |
        |    n    |
        d----+----f
             s    )"};
    try {
        geo::close_onto_outline({map.line("ns")}, map.region("adfb"), Kilometres{12});
        FAIL() << "the line was led back to the border that it came from";
    } catch (const geo::Error& error) { EXPECT_EQ(error.remedy().find("‹close"), std::string::npos); }
}

/// Two pieces that overlap, straight or slanting; the reference is the line drawn once.
TEST(Closing, EndsThatLieOnAnotherPieceAreClosed) {
    const Region country{{{{{20, 10}, {22, 10}, {22, 12}, {20, 12}, {20, 10}}, {}}}};
    for (const double slant : {0.0, 0.1, 1.0 / 3}) {
        const auto at = [slant](double lat) { return geo::LonLat{21 + slant * (lat - 11), lat}; };
        const geo::Closing closing =
            geo::close_onto_outline({{at(9.9), at(11.3)}, {at(10.7), at(12.1)}}, country, Kilometres{1});
        EXPECT_TRUE(closing.bridges.empty()) << slant;
        const geo::TwoSides sides = geo::split(country, closing.paths, {20.2, 11});
        const geo::TwoSides reference = geo::split(country, {{at(9.9), at(12.1)}}, {20.2, 11});
        EXPECT_NEAR(area_of(sides.with_seed).value(), area_of(reference.with_seed).value(), 1e-3) << slant;
    }
}

TEST(Closing, ABranchIsRefusedAsOneAndNotForAGap) {
    const Region country{{{{{20, 10}, {22, 10}, {22, 12}, {20, 12}, {20, 10}}, {}}}};
    const geo::LonLat fork{21, 11};
    const geo::Closing closing = geo::close_onto_outline(
        {{{21, 9.9}, fork}, {fork, {20.3, 12.1}}, {fork, {21.7, 12.1}}}, country, Kilometres{1});
    EXPECT_TRUE(closing.bridges.empty());
    try {
        geo::split(country, closing.paths, {20.2, 10.5});
        FAIL() << "three pieces were made two sides";
    } catch (const geo::Error& error) { EXPECT_NE(error.remedy().find("branch"), std::string::npos); }
}

/// The second piece leaves the first and comes back to its end: all ends but one touch a piece, and nothing is cut.
TEST(Closing, ALineThatRunsIntoALoopOfItsOwnIsRefused) {
    const Region country{{{{{20, 10}, {22, 10}, {22, 12}, {20, 12}, {20, 10}}, {}}}};
    const geo::Path stem{{21, 9.9}, {21, 11}}, loop{{21, 10.5}, {21.5, 10.5}, {21.5, 11}, {21, 11}};
    EXPECT_THROW(geo::close_onto_outline({stem, loop}, country, Kilometres{1}), geo::Error);
    const geo::Path half{{21, 10.5}, {21.5, 10.5}, {21.5, 11}}, other_half{{21.5, 11}, {21, 11}, {21, 10.5}};
    EXPECT_EQ(geo::close_onto_outline({half, other_half}, country, Kilometres{1}).paths.size(), 2U) << "a pocket";
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
