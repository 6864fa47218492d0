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

/// The widest gap of latitudes and the middle one both lie in a spike.
TEST(Shapes, APointInsideLiesInNoSpike) {
    const geo::Ring shell{{31.6, 46.55}, {31.7, 46.55}, {31.700001, 46.4}, {31.7000011, 46.55},
                          {31.8, 46.55}, {31.8, 46.56}, {31.6, 46.56},     {31.6, 46.55}};
    const geo::LonLat inside = geo::point_inside({shell, {}});
    EXPECT_TRUE(geo::contains(geo::Polygon{shell, {}}, inside));
    EXPECT_GT(inside.lat, 46.5505) << inside.lon << ' ' << inside.lat;
    EXPECT_LT(inside.lat, 46.5595);
}

}  // namespace
