// SPDX-License-Identifier: MIT
#include "geo/shapes.h"

#include "support/drawn_map.h"

#include <gtest/gtest.h>

namespace {

TEST(Shapes, ContainsIsEvenOdd) {
    const testing_support::DrawnMap map{R"(
        a-----b
        | p-q |
        | sxr |
        d-----c )"};
    geo::Region region = map.region("adcb");
    region.polygons[0].holes = {map.ring("psrq")};
    EXPECT_TRUE(geo::contains(region, {map.at('a').lon + 0.05, map.at('a').lat - 0.05}));
    EXPECT_FALSE(geo::contains(region, {map.at('x').lon, map.at('x').lat + 0.05}));
    EXPECT_FALSE(geo::contains(region, {0, 0}));
}

TEST(Shapes, BoundsGrow) {
    geo::Bounds bounds;
    EXPECT_TRUE(bounds.empty());
    bounds.add(geo::LonLat{30, 48});
    bounds.add(geo::LonLat{31, 47});
    EXPECT_TRUE(bounds.contains({30.5, 47.5}));
    geo::Bounds other;
    other.add(geo::LonLat{32, 47});
    EXPECT_FALSE(bounds.overlaps(other));
}

TEST(Shapes, PositionsReadAsWords) {
    EXPECT_EQ(geo::to_text(geo::LonLat{-37.5, 48.25}), "37.5000° W, 48.2500° N");
}

}  // namespace
