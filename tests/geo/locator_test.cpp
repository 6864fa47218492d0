// SPDX-License-Identifier: MIT
#include "geo/detail/locator.h"

#include "geo/repair.h"
#include "support/random_region.h"

#include <gtest/gtest.h>

namespace {

using geo::LonLat;
using geo::Region;
using geo::detail::Locator;

geo::Ring square(double west, double south, double side) {
    return {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}, {west, south}};
}

/// The reference is geo::contains(), which walks along all edges.
void expect_as_the_plain_way(const Region& region, std::mt19937_64& random, int positions) {
    Locator locator{region};
    const geo::Bounds bounds = geo::bounds_of(region);
    std::uniform_real_distribution<double> lon{bounds.west - 0.1, bounds.east + 0.1};
    std::uniform_real_distribution<double> lat{bounds.south - 0.1, bounds.north + 0.1};
    for (int i = 0; i < positions; ++i) {
        const LonLat position{lon(random), lat(random)};
        EXPECT_EQ(locator.contains(position), geo::contains(region, position)) << geo::to_text(position);
    }
}

TEST(Locator, SaysOfRandomRegionsWhatCountingAllEdgesSays) {
    std::mt19937_64 random{testing_support::test_seed()};
    for (int round = 0; round < 20; ++round) {
        const Region star{{{testing_support::random_star(random, {30, 48}, 1, 400), {}}}};
        expect_as_the_plain_way(star, random, 200);
    }
}

TEST(Locator, FindsHolesOnOneParallelAndWhatLiesBetweenThem) {
    Region region{{{square(30, 48, 10), {}}}};
    for (int i = 0; i < 200; ++i) { region.polygons[0].holes.push_back(square(30.5 + 0.04 * i, 52, 0.02)); }
    Locator locator{region};
    for (int i = 0; i < 200; ++i) {
        EXPECT_FALSE(locator.contains({30.51 + 0.04 * i, 52.01}));
        EXPECT_TRUE(locator.contains({30.53 + 0.04 * i, 52.01}));
    }
    std::mt19937_64 random{testing_support::test_seed()};
    expect_as_the_plain_way(region, random, 500);
}

TEST(Locator, NothingLiesInAnEmptyRegion) {
    const Region nothing;
    Locator locator{nothing};
    for (int i = 0; i < 10; ++i) { EXPECT_FALSE(locator.contains({30, 48})); }
}

}  // namespace
