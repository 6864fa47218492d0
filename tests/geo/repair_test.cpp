// SPDX-License-Identifier: MIT
#include "geo/repair.h"

#include "geo/dataset.h"
#include "geo/error.h"
#include "geo/measure.h"
#include "support/drawn_map.h"
#include "support/files.h"
#include "support/random_region.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using geo::area_of;
using geo::Region;
using testing_support::DrawnMap;

bool mentions(const geo::Repaired& repaired, const std::string& words) {
    return std::any_of(repaired.notes.begin(), repaired.notes.end(),
                       [&](const geo::Note& note) { return note.text.find(words) != std::string::npos; });
}

TEST(Repair, AValidRegionPassesUntouched) {
    const DrawnMap map{R"(
        a--b
        d--c )"};
    const geo::Repaired repaired = geo::repair(map.region("adcb"));
    EXPECT_TRUE(repaired.notes.empty());
    EXPECT_DOUBLE_EQ(area_of(repaired.region).value(), area_of(map.region("adcb")).value());
}

TEST(Repair, AClockwiseShellIsTurnedAndNothingMoves) {
    const DrawnMap map{R"(
        a--b
        d--c )"};
    const geo::Repaired repaired = geo::repair(map.region("abcd"));
    ASSERT_EQ(repaired.notes.size(), 1U);
    EXPECT_TRUE(mentions(repaired, "clockwise"));
    EXPECT_EQ(repaired.notes[0].moved.value(), 0);
    EXPECT_GT(geo::signed_area_of(repaired.region.polygons[0].shell).value(), 0);
}

/// What the oblasts of the real inputs do: the island stands first, the mainland as a "hole" beside it.
TEST(Repair, AMainlandWrittenAsAHoleOfAnIslandIsLand) {
    const DrawnMap map{R"(
        a------b   p-q
        | k--l |   s-r
        | n--m |
        d------c )"};
    Region written = map.region("psrq");
    written.polygons[0].holes = {map.ring("adcb"), map.ring("knml")};
    const geo::Repaired repaired = geo::repair(written);
    const double mainland = area_of(map.region("adcb")).value() - area_of(map.region("knml")).value();
    EXPECT_NEAR(area_of(repaired.region).value(), mainland + area_of(map.region("psrq")).value(), 1e-9);
    ASSERT_FALSE(repaired.notes.empty());
    EXPECT_NEAR(repaired.notes[0].moved.value(), mainland, 1e-9)
        << "a reader who trusts the rings has the island alone";
}

TEST(Repair, ABowTieIsTwoTriangles) {
    const DrawnMap map{R"(
        a--b
        | x
        d--c )"};
    const geo::Repaired repaired = geo::repair(map.region("adbc"));
    EXPECT_EQ(repaired.region.polygons.size(), 2U);
    EXPECT_TRUE(mentions(repaired, "self-intersection"));
}

TEST(Repair, OverlappingPolygonsCountOnce) {
    const DrawnMap map{R"(
        a--p--b--q
        d--s--c--r )"};
    Region both = map.region("adcb");
    geo::append(both, map.region("psrq"));
    EXPECT_NEAR(area_of(geo::repair(both).region).value(), area_of(map.region("adrq")).value(), 1e-9);
}

TEST(Repair, AnOpenRingIsClosedAndAShortOneDropped) {
    const DrawnMap map{R"(
        a--b
        d--c )"};
    Region written{{{map.line("adcb"), {map.line("ab")}}}};
    const geo::Repaired repaired = geo::repair(written);
    EXPECT_TRUE(mentions(repaired, "not closed"));
    EXPECT_TRUE(mentions(repaired, "fewer than three corners"));
    EXPECT_NEAR(area_of(repaired.region).value(), area_of(map.region("adcb")).value(), 1e-9);
}

TEST(Repair, ARingThatJumpsTheAntimeridianCrossesIt) {
    const Region fiji{{{{{177, -19}, {-179, -19}, {-179, -16}, {177, -16}, {177, -19}}, {}}}};
    const Region plain{{{{{33, -19}, {37, -19}, {37, -16}, {33, -16}, {33, -19}}, {}}}};
    const geo::Repaired repaired = geo::repair(fiji);
    EXPECT_TRUE(mentions(repaired, "antimeridian"));
    EXPECT_NEAR(area_of(repaired.region).value(), area_of(plain).value(), 1e-6);
}

/// Of two edges longer than half the globe, the repair takes away one; what is left must not read as a ring that jumps.
TEST(Repair, ALongEdgeThatIsLeftAloneIsNotAJump) {
    const Region as_written{{{{{-180, -90}, {180, -90}, {180, 90}, {-18, -90}, {-180, -90}}, {}}}};
    const geo::Repaired once = geo::repair(as_written), twice = geo::repair(once.region);
    const Region triangle{{{{{-18, -90}, {81, -90}, {180, -90}, {180, 90}, {81, 0}, {-18, -90}}, {}}}};
    EXPECT_NEAR(area_of(once.region).value(), area_of(triangle).value(), 1e-6);
    EXPECT_EQ(area_of(twice.region), area_of(once.region));
    EXPECT_TRUE(twice.notes.empty());
}

TEST(Repair, NothingIsLeftOfALine) {
    const DrawnMap map{R"(
        a--b--c )"};
    EXPECT_THROW(geo::repair(map.region("abc")), geo::Error);
}

TEST(Repair, TwiceIsOnce) {
    std::mt19937_64 random{testing_support::test_seed()};
    for (int round = 0; round < 40; ++round) {
        Region tangle;
        for (int i = 0; i < 3; ++i) {
            geo::Ring ring = testing_support::random_star(random, {30 + 0.3 * i, 48}, 1, 30);
            ring.pop_back();
            std::shuffle(ring.begin(), ring.end(), random);
            ring.push_back(ring.front());
            tangle.polygons.push_back({ring, {}});
        }
        const geo::Repaired once = geo::repair(tangle), twice = geo::repair(once.region);
        EXPECT_TRUE(twice.notes.empty()) << (twice.notes.empty() ? "" : twice.notes.front().text);
        EXPECT_DOUBLE_EQ(area_of(twice.region).value(), area_of(once.region).value());
    }
}

TEST(Repair, CornersInNoOrderAreRefusedInWordsForWhoDrewThem) {
    const Region star{{{testing_support::star_polygon({30, 48}, 701), {}}}};
    try {
        geo::repair(star);
        FAIL() << "taken";
    } catch (const geo::Error& error) {
        EXPECT_NE(error.problem().find("cross themselves more than 200000 times"), std::string::npos);
        EXPECT_FALSE(error.remedy().empty());
    }
}

TEST(Repair, GatheredNotesNameTheFirstThreeAndSum) {
    std::vector<geo::FeatureNote> notes;
    for (const char* name : {"A", "B", "C", "D"}) { notes.push_back({name, {"turned", geo::SquareKilometres{2}}}); }
    const std::vector<geo::Note> gathered = geo::gathered(notes);
    ASSERT_EQ(gathered.size(), 1U);
    EXPECT_EQ(gathered[0].text, "A, B, C and 1 more: turned");
    EXPECT_EQ(gathered[0].moved.value(), 8);
}

/// A naive repair drops 82,000 km² of three oblasts.
TEST(Repair, TheMisnestedOblastsKeepTheirLand) {
    DEMARC_REAL_INPUT(path, "oblasts-osm-2022.geojson");
    double moved = 0, total = 0;
    for (const geo::Feature& feature : geo::read(path).features) {
        const geo::Repaired repaired = geo::repair(feature.shape.region);
        total += area_of(repaired.region).value();
        for (const geo::Note& note : repaired.notes) { moved += note.moved.value(); }
    }
    EXPECT_NEAR(moved, 82632, 1);
    // shapely 1.8.5: make_valid of each feature, densified to 0.002°, in PROJ's equal-area "cea" on WGS84
    EXPECT_NEAR(total, 599093.78, 0.02);
}

TEST(Repair, AHoleBeyondTheAntimeridianStaysAHole) {
    const auto ring = [](double west, double east, double south, double north) {
        return geo::Ring{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
    };
    const Region across{{{ring(170, -170, 10, 20), {ring(-178, -176, 13, 15)}}}};
    const Region plain{{{ring(30, 50, 10, 20), {ring(42, 44, 13, 15)}}}};
    EXPECT_NEAR(area_of(geo::repair(across).region).value(), area_of(geo::repair(plain).region).value(), 1e-6);
}

TEST(Repair, ARingThatCrossesItselfAThousandTimesIsRead) {
    std::mt19937_64 random{7};
    geo::Ring ring;
    for (int i = 0; i < 60; ++i) { ring.push_back({30 + i / 60.0, i % 2 == 0 ? 48.0 : 49.0}); }
    std::shuffle(ring.begin(), ring.end(), random);
    ring.push_back(ring.front());
    const geo::Repaired repaired = geo::repair({{{ring, {}}}});
    EXPECT_GT(area_of(repaired.region).value(), 0);
    EXPECT_LT(area_of(repaired.region).value(), 8300) << "no more than the square degree that holds it";
    EXPECT_TRUE(geo::repair(repaired.region).notes.empty());
}

}  // namespace
