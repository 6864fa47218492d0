// SPDX-License-Identifier: MIT
#include "geo/detail/offset.h"

#include "geo/detail/geos.h"
#include "geo/detail/local_plane.h"
#include "support/random_region.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace {

using namespace geo::detail;
using geo::Kilometres;

constexpr double pi = std::numbers::pi;
constexpr double r = 10 / LocalPlane::km_per_degree;  // everything here is grown by 10 km

double area_of(const PlaneRegion& region) {
    double twice = 0;
    const auto add = [&twice](const PlanePath& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            twice += ring[i - 1].x * ring[i].y - ring[i].x * ring[i - 1].y;
        }
    };
    for (const PlanePolygon& polygon : region) {
        add(polygon.shell);
        for (const PlanePath& hole : polygon.holes) { add(hole); }
    }
    return twice / 2;
}

double grown_area(const std::vector<PlanePath>& paths) {
    return area_of(grown(paths, Kilometres{10}));
}

/// GEOS's buffer of each leg by itself, of which none has a corner to smooth away, and their union.
double area_by_geos(const std::vector<PlanePath>& paths) {
    std::vector<Geometry> capsules;
    for (const PlanePath& path : paths) {
        for (std::size_t i = 1; i < path.size(); ++i) {
            const Geometry leg = to_geos(PlanePath{path[i - 1], path[i]});
            capsules.push_back(checked(GEOSBuffer_r(geos(), leg.get(), r, 200), "drawing a capsule"));
        }
    }
    const Geometry all = collection(GEOS_GEOMETRYCOLLECTION, std::move(capsules));
    const Geometry united = checked(GEOSUnaryUnion_r(geos(), all.get()), "uniting capsules");
    double area = 0;
    GEOSArea_r(geos(), united.get(), &area);
    return area;
}

/// A path that wanders, now and then back on itself.
PlanePath wandering(std::mt19937_64& random, int legs, double leg) {
    std::normal_distribution<double> turn{0, 0.9};
    PlanePath path{{0, 0}};
    double heading = 0;
    for (int i = 0; i < legs; ++i) {
        heading += turn(random);
        path.push_back({path.back().x + leg * std::cos(heading), path.back().y + leg * std::sin(heading)});
    }
    return path;
}

void expect_valid(const PlaneRegion& region) {
    EXPECT_EQ(GEOSisValid_r(geos(), to_geos(region).get()), 1);
}

}  // namespace

TEST(Offset, OfOneLegIsACapsuleToTheLastDigit) {
    EXPECT_NEAR(grown_area({{{0, 0}, {5 * r, 0}}}) / ((10 + pi) * r * r), 1, 1e-7);
    EXPECT_NEAR(grown_area({{{1, 2}}}) / (pi * r * r), 1, 1e-7) << "a point is a disc";
}

TEST(Offset, WhatIsThereTwiceCountsOnce) {
    const PlanePath there{{0, 0}, {3 * r, 0.1 * r}, {5 * r, 0}}, back{there.rbegin(), there.rend()};
    const double once = grown_area({there});
    PlanePath to_and_fro = there;
    to_and_fro.insert(to_and_fro.end(), back.begin() + 1, back.end());
    EXPECT_NEAR(grown_area({to_and_fro}) / once, 1, 1e-7);
    EXPECT_NEAR(grown_area({there, back, {{3 * r, 0.1 * r}}}) / once, 1, 1e-7);
    EXPECT_NEAR(grown_area({{{0, 0}, {2 * r, 0}, {r, 0}, {5 * r, 0}}}) / ((10 + pi) * r * r), 1, 1e-7) << "on one line";
    EXPECT_NEAR(
        grown_area({{{0, 0}, {5 * r, 0}}, {{r, 0}, {3 * r, 0}}, {{2 * r, 0}, {6 * r, 0}}}) / ((12 + pi) * r * r), 1,
        1e-7);
}

TEST(Offset, TouchingAndFarApart) {
    EXPECT_NEAR(grown_area({{{0, 0}}, {{2 * r, 0}}}) / (2 * pi * r * r), 1, 1e-6) << "discs that touch";
    EXPECT_EQ(grown({{{0, 0}}, {{3 * r, 0}}}, Kilometres{10}).size(), 2U);
}

TEST(Offset, AClosedPathHasAHoleAndASmallOneNone) {
    const auto square = [](double half) {
        return PlanePath{{-half, -half}, {half, -half}, {half, half}, {-half, half}, {-half, -half}};
    };
    const PlaneRegion ring = grown({square(3 * r)}, Kilometres{10});
    ASSERT_EQ(ring.size(), 1U);
    ASSERT_EQ(ring.front().holes.size(), 1U);
    EXPECT_NEAR(area_of(ring) / ((64 - 4 + pi - 16) * r * r), 1, 1e-6) << "8 by 8 with round corners less 4 by 4";
    EXPECT_TRUE(grown({square(0.9 * r)}, Kilometres{10}).front().holes.empty());
    PlaneRegion island = grown({square(5 * r), {{0, 0}}}, Kilometres{10});
    EXPECT_EQ(island.size(), 2U) << "in a hole";
}

/// The reference is GEOS's union of capsules with 800 corners each: too small by 1e-5 of a disc.
TEST(Offset, IsTheUnionOfCapsulesOfGeos) {
    std::mt19937_64 random{testing_support::test_seed()};
    for (const double leg : {0.05, 0.4, 2.5}) {
        for (int round = 0; round < 6; ++round) {
            const std::vector<PlanePath> paths{wandering(random, 60, leg * r), wandering(random, 20, leg * r)};
            EXPECT_NEAR(grown_area(paths) / area_by_geos(paths), 1, 2e-4) << leg;
            expect_valid(grown(paths, Kilometres{10}));
        }
    }
}

/// Of corners on a coarse grid, many legs run along one another, and many edges touch.
TEST(Offset, OnAGridToo) {
    std::mt19937_64 random{testing_support::test_seed()};
    std::uniform_int_distribution<int> place{0, 6};
    for (int round = 0; round < 20; ++round) {
        PlanePath path;
        for (int i = 0; i < 12; ++i) { path.push_back({place(random) * r, place(random) * r}); }
        EXPECT_NEAR(grown_area({path}) / area_by_geos({path}), 1, 2e-4);
        expect_valid(grown({path}, Kilometres{10}));
    }
}

/// Sides of two copies that differ by next to nothing cross at angles too small to tell where.
TEST(Offset, CopiesThatDifferByAHairCountOnce) {
    std::mt19937_64 random{testing_support::test_seed()};
    const PlanePath path = wandering(random, 300, 0.8 * r);
    const double once = grown_area({path});
    for (const double hair : {1e-12, 3e-11, 1e-9}) {
        std::uniform_real_distribution<double> off{-hair, hair};
        PlanePath copy = path;
        for (PlanePoint& point : copy) { point = {point.x + off(random), point.y + off(random)}; }
        EXPECT_NEAR(grown_area({path, copy}) / once, 1, 1e-5) << hair;
    }
}

/// Edges of the inside of such a ring are each shorter than what makes a corner.
TEST(Offset, ManyShortEdgesAreNotLeftOutTogether) {
    constexpr int corners = 20'000;
    for (const double radius : {1.005, 1.5}) {
        PlanePath circle;
        for (int i = 0; i <= corners; ++i) {
            const double angle = 2 * pi * (i % corners) / corners;
            circle.push_back({radius * r * std::cos(angle), radius * r * std::sin(angle)});
        }
        const double outer = radius + 1, inner = radius - 1;
        EXPECT_NEAR(grown_area({circle}) / (pi * r * r * (outer * outer - inner * inner)), 1, 3e-4) << radius;
    }
    PlanePath fine;
    for (int i = 0; i <= 200'000; ++i) { fine.push_back({i * 1e-5 * r, (i % 2) * 1e-7 * r}); }
    EXPECT_NEAR(grown_area({fine}) / ((4 + pi) * r * r), 1, 3e-4);
}
