// SPDX-License-Identifier: MIT
#include "geo/detail/alpha_shape.h"

#include "geo/detail/local_plane.h"
#include "geo/detail/offset.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace {

using geo::detail::PlanePath;
using geo::detail::PlanePoint;

bool has(const std::vector<PlanePath>& alpha_shape, const PlanePoint& position) {
    return std::any_of(alpha_shape.begin(), alpha_shape.end(), [&](const PlanePath& part) {
        return std::find(part.begin(), part.end(), position) != part.end();
    });
}

double distance_to(const PlanePoint& point, const PlanePoint& a, const PlanePoint& b) {
    const double x = b.x - a.x, y = b.y - a.y, square = x * x + y * y;
    const double along = square > 0 ? ((point.x - a.x) * x + (point.y - a.y) * y) / square : 0;
    const double t = std::clamp(along, 0.0, 1.0);
    return std::hypot(point.x - a.x - t * x, point.y - a.y - t * y);
}

double distance_to(const PlanePoint& point, const std::vector<PlanePath>& paths) {
    double least = 1e9;
    for (const PlanePath& path : paths) {
        for (std::size_t i = 0; i < path.size(); ++i) {
            least = std::min(least, distance_to(point, path[i > 0 ? i - 1 : 0], path[i]));
        }
    }
    return least;
}

/// A path whose position i of `count` lies at `place(i)`.
template <class Place>
PlanePath drawn(int count, Place place) {
    PlanePath path;
    for (int i = 0; i < count; ++i) { path.push_back(place(i)); }
    return path;
}

}  // namespace

/// Every corner and middle of the edge, against the distance to every leg: flat, so that nothing but the alpha shape
/// errs.
TEST(AlphaShape, WhatIsGrownByTheAlphaShapeEndsAtTheDistance) {
    const double unit = 10 / geo::detail::LocalPlane::km_per_degree;  // grown by 10 km
    std::mt19937 random{3};
    std::uniform_real_distribution<double> across{-3 * unit, 3 * unit};
    const PlanePath circle = drawn(201, [&](int i) -> PlanePoint {
        const double angle = 2 * std::numbers::pi * (i % 200) / 200;
        return {1.5 * unit * std::cos(angle), 1.5 * unit * std::sin(angle)};
    });
    const PlanePath spiral = drawn(500, [&](int i) -> PlanePoint {
        const double angle = 0.05 * i, jag = i % 2 == 0 ? 0.03 : 0, radius = (0.12 * angle + jag) * unit;
        return {radius * std::cos(angle), radius * std::sin(angle)};
    });
    const PlanePath jagged = drawn(500, [&](int i) -> PlanePoint { return {i * 0.02 * unit, (i % 3) * 0.05 * unit}; });
    std::vector<PlanePath> scattered;
    for (int i = 0; i < 300; ++i) { scattered.push_back({{across(random), across(random)}}); }
    const std::vector<std::vector<PlanePath>> cases{{circle},
                                                    {circle, circle, {circle.rbegin(), circle.rend()}},
                                                    {spiral},
                                                    {jagged, {jagged.rbegin(), jagged.rend()}},
                                                    {jagged, spiral, {{0, unit}}},
                                                    scattered};
    for (const std::vector<PlanePath>& paths : cases) {
        SCOPED_TRACE(&paths - cases.data());
        const geo::detail::PlaneRegion band = geo::detail::grown(paths, geo::Kilometres{10});
        ASSERT_FALSE(band.empty());
        std::vector<const PlanePath*> rings;
        for (const geo::detail::PlanePolygon& polygon : band) {
            rings.push_back(&polygon.shell);
            for (const PlanePath& hole : polygon.holes) { rings.push_back(&hole); }
        }
        for (const PlanePath* ring : rings) {
            for (std::size_t i = 1; i < ring->size(); ++i) {
                const PlanePoint &a = (*ring)[i - 1], &b = (*ring)[i];
                EXPECT_NEAR(distance_to(b, paths) / unit, 1, 6e-4);
                EXPECT_NEAR(distance_to({(a.x + b.x) / 2, (a.y + b.y) / 2}, paths) / unit, 1, 6e-4);
            }
        }
    }
}

/// Beside a spike no place is farther off than the spike is deep: its tip alone is seen from afar.
TEST(AlphaShape, TheSidesOfASpikeShapeNoEdge) {
    const PlanePoint left{4.9, 0}, tip{5, -3}, right{5.1, 0};
    const std::vector<PlanePath> alpha_shape =
        geo::detail::alpha_shape_of({{{0, 0}, left, tip, right, {10, 0}}}, 4, 0.5);
    for (const PlanePoint& position : {PlanePoint{0, 0}, left, tip, right, PlanePoint{10, 0}}) {
        EXPECT_TRUE(has(alpha_shape, position));
    }
    for (const PlanePath& part : alpha_shape) {
        for (const PlanePoint& position : part) { EXPECT_FALSE(position.y > -2.9 && position.y < -0.1) << position.y; }
    }
}

/// The positions of a circle are nearest to its middle, and to all that lies outside; a second circle within reach of
/// its inside is nearest to nothing far.
TEST(AlphaShape, InnerRingsAreLeftOut) {
    const auto ring = [](double radius) {
        PlanePath path;
        for (int i = 0; i <= 60; ++i) {
            const double angle = 2 * std::numbers::pi * i / 60;
            path.push_back({radius * std::cos(angle), radius * std::sin(angle)});
        }
        path.back() = path.front();
        return path;
    };
    const std::vector<PlanePath> alpha_shape = geo::detail::alpha_shape_of({ring(3), ring(1)}, 2, 1);
    for (const PlanePath& part : alpha_shape) {
        for (const PlanePoint& position : part) { EXPECT_NEAR(std::hypot(position.x, position.y), 3, 0.02); }
    }
    ASSERT_FALSE(alpha_shape.empty());
    const auto shorter = [](const PlanePath& a, const PlanePath& b) { return a.size() < b.size(); };
    EXPECT_GE(std::max_element(alpha_shape.begin(), alpha_shape.end(), shorter)->size(), 60U)
        << "neighbours are strung together";
}

TEST(AlphaShape, OfOnePositionIsThatPosition) {
    const std::vector<PlanePath> alpha_shape = geo::detail::alpha_shape_of({{{36, 49}}}, 1, 0.1);
    EXPECT_EQ(alpha_shape, (std::vector<PlanePath>{{{36, 49}}}));
}
