// SPDX-License-Identifier: MIT
#include "geo/overlaps.h"

#include "geo/measure.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

geo::Region box(double west, double south, double east, double north) {
    return {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}}};
}

geo::Overlaps overlaps_of(const std::vector<geo::Region>& regions) {
    std::vector<const geo::Region*> pointers;
    for (const geo::Region& region : regions) { pointers.push_back(&region); }
    return geo::overlaps_of(pointers);
}

double km2(const geo::Region& region) {
    return geo::area_of(region).value();
}

/// Areas of boxes are the reference: those of 40-digit quadrature, tests/geo/measure_test.cpp.
TEST(Overlaps, WhatIsCoveredTwiceOrMoreCountsOnceAndEachPairIsNamed) {
    const geo::Overlaps three = overlaps_of({box(36, 48, 38, 49), box(37, 48, 39, 49), box(37.5, 48, 40, 49)});
    ASSERT_EQ(three.pairs.size(), 3U);
    EXPECT_EQ(three.pairs[0].first, 0U);
    EXPECT_EQ(three.pairs[0].second, 1U);
    EXPECT_NEAR(three.pairs[0].area.value(), km2(box(37, 48, 38, 49)), 1e-6);
    EXPECT_NEAR(three.pairs[1].area.value(), km2(box(37.5, 48, 38, 49)), 1e-6);
    EXPECT_NEAR(three.pairs[2].area.value(), km2(box(37.5, 48, 39, 49)), 1e-6);
    EXPECT_NEAR(three.land.value(), km2(box(36, 48, 40, 49)), 1e-6);
}

TEST(Overlaps, TheSameTwiceAndOneInsideAnotherOverlap) {
    const geo::Overlaps same = overlaps_of({box(36, 48, 37, 49), box(36, 48, 37, 49)});
    ASSERT_EQ(same.pairs.size(), 1U);
    EXPECT_NEAR(same.land.value(), km2(box(36, 48, 37, 49)), 1e-6);
    const geo::Overlaps inside = overlaps_of({box(36, 48, 37, 49), box(36.4, 48.4, 36.6, 48.6)});
    ASSERT_EQ(inside.pairs.size(), 1U);
    EXPECT_NEAR(inside.pairs[0].area.value(), km2(box(36.4, 48.4, 36.6, 48.6)), 1e-6);
    EXPECT_NEAR(inside.land.value(), km2(box(36, 48, 37, 49)), 1e-6);
}

TEST(Overlaps, NeighboursAndAHoleWithItsFillingDoNot) {
    geo::Region ring = box(36, 48, 39, 51);
    const geo::Region middle = box(37, 49, 38, 50);
    ring.polygons[0].holes.push_back({middle.polygons[0].shell.rbegin(), middle.polygons[0].shell.rend()});
    const geo::Overlaps filled = overlaps_of({ring, middle});
    EXPECT_TRUE(filled.pairs.empty());
    EXPECT_NEAR(filled.land.value(), km2(box(36, 48, 39, 51)), 1e-6);
    std::vector<geo::Region> cells;
    for (int x = 0; x < 40; ++x) {
        for (int y = 0; y < 40; ++y) {
            cells.push_back(box(30 + x * 0.1, 45 + y * 0.1, 30.1 + x * 0.1, 45.1 + y * 0.1));
        }
    }
    EXPECT_TRUE(overlaps_of(cells).pairs.empty());
    EXPECT_TRUE(overlaps_of({}).pairs.empty());
}

TEST(Overlaps, ThousandsOfTheSamePlaceAreNotWorkedOut) {
    const std::vector<geo::Region> heap(700, box(36, 48, 37, 49));  // 244,650 pairs
    EXPECT_TRUE(overlaps_of(heap).too_many);
}

}  // namespace
