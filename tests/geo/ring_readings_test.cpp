// SPDX-License-Identifier: MIT
#include "geo/detail/ring_readings.h"

#include "geo/measure.h"
#include "support/drawn_map.h"
#include "support/random_region.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using geo::area_of;
using geo::LonLat;
using geo::Region;
using geo::Ring;
using geo::detail::Readings;
using geo::detail::readings_of;
using testing_support::DrawnMap;

int windings_odd(const Ring& ring, const LonLat& position) {
    return geo::contains({{{ring, {}}}}, position) ? 1 : 0;
}

/// By position, ring by ring.
bool in_even_odd(const Region& region, const LonLat& position) {
    return std::any_of(region.polygons.begin(), region.polygons.end(), [&](const geo::Polygon& polygon) {
        int count = windings_odd(polygon.shell, position);
        for (const Ring& hole : polygon.holes) { count += windings_odd(hole, position); }
        return count % 2 == 1;
    });
}

Ring random_ring(std::mt19937_64& random, int corners, int grid) {
    std::uniform_int_distribution<int> place{0, grid};
    Ring ring;
    for (int i = 0; i < corners; ++i) {
        ring.push_back({30 + 2.0 * place(random) / grid, 48 + 1.0 * place(random) / grid});
    }
    ring.push_back(ring.front());
    return ring;
}

/// Corners on a coarse grid make edges that run along one another and meet in corners; on a fine one they only cross.
TEST(RingReadings, EvenOddIsWhatCountingRingsAtRandomPositionsSays) {
    std::mt19937_64 random{testing_support::test_seed()};
    for (const int grid : {3, 7, 1'000'000}) {
        for (int round = 0; round < 15; ++round) {
            Region region;
            for (int i = 0; i < 3; ++i) {
                region.polygons.push_back({random_ring(random, 12, grid), {random_ring(random, 8, grid)}});
            }
            const Region read = readings_of(region).even_odd;
            std::uniform_real_distribution<double> lon{29.9, 32.1}, lat{47.9, 49.1};
            for (int i = 0; i < 200; ++i) {
                const LonLat position{lon(random), lat(random)};
                ASSERT_EQ(geo::contains(read, position), in_even_odd(region, position)) << geo::to_text(position);
            }
        }
    }
}

TEST(RingReadings, AHoleOutsideItsShellMoves) {
    const DrawnMap map{R"(
        a--b  p--q
        d--c  s--r )"};
    Region written = map.region("adcb");
    written.polygons[0].holes.push_back(map.ring("psrq"));
    const Readings readings = readings_of(written);
    const double left = area_of(map.region("adcb")).value(), right = area_of(map.region("psrq")).value();
    EXPECT_NEAR(area_of(readings.even_odd).value(), left + right, 1e-9);
    EXPECT_NEAR(readings.moved.value(), right, 1e-9);
}

/// Twice round the same square: nothing inside by the even-odd rule, all of it twice by the ring's own area.
TEST(RingReadings, WhatARingEnclosesTwiceMoves) {
    const DrawnMap map{R"(
        a--b
        d--c )"};
    const Readings readings = readings_of(map.region("adcbadcb"));
    EXPECT_TRUE(readings.even_odd.empty());
    EXPECT_NEAR(readings.moved.value(), 2 * area_of(map.region("adcb")).value(), 1e-9);
}

TEST(RingReadings, PolygonsThatOverlapCountOnceAndTheirCommonEdgesVanish) {
    const DrawnMap map{R"(
        a--p--b--q
        d--s--c--r )"};
    Region both = map.region("adcb");
    geo::append(both, map.region("psrq"));
    const Readings readings = readings_of(both);
    ASSERT_EQ(readings.even_odd.polygons.size(), 1U);
    EXPECT_NEAR(area_of(readings.even_odd).value(), area_of(map.region("adrq")).value(), 1e-9);
    EXPECT_EQ(readings.moved.value(), 0);
}

}  // namespace
