// SPDX-License-Identifier: MIT
#include "geo/integrals.h"

#include "geo/measure.h"
#include "geo/overlay.h"
#include "layers/model/contact_line.h"
#include "layers/model/unit.h"
#include "support/random_region.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using geo::Region;

Region box(double west, double south, double east, double north) {
    return {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}}};
}

/// Reference: area_of(), which is held against 40 digits.
TEST(UnitIntegrals, AllOfARegionInOneUnitIsItsArea) {
    const Region unit = box(20, 40, 50, 60), inside = box(33, 47, 34.5, 48.2);
    const geo::UnitIntegrals units{{&unit}};
    EXPECT_NEAR(units.areas(inside).front().value(), geo::area_of(inside).value(), 1e-8);
    EXPECT_NEAR(units.areas(unit).front().value(), geo::area_of(unit).value(), 1e-6) << "edges on edges";
    const Region beside = box(51, 47, 52, 48);
    EXPECT_NEAR(units.areas(beside).front().value(), 0, 1e-9);
}

/// A saw whose every tooth is as high as the unit. Reference: area_of().
TEST(UnitIntegrals, EdgesMayAllBeAsTallAsTheUnit) {
    geo::Ring saw{{30, 45}};
    constexpr int teeth = 3000;
    for (int i = 0; i < teeth; ++i) {
        saw.push_back({30 + (i + 0.5) / teeth, 49});
        saw.push_back({30 + (i + 1.0) / teeth, 46});
    }
    saw.push_back({31, 45});
    saw.push_back(saw.front());
    const Region unit{{{saw, {}}}}, all = box(29, 44, 32, 50);
    EXPECT_NEAR((geo::UnitIntegrals{{&unit}}.areas(all).front().value()), geo::area_of(unit).value(), 1e-6);
}

/// Reference: area_of() of the same rings.
TEST(UnitIntegrals, RingsMayRunEitherWayAndHolesAreNone) {
    const Region unit = box(20, 40, 50, 60);
    Region ring = box(33, 47, 35, 49);
    ring.polygons.front().holes = {box(33.5, 47.5, 34, 48).polygons.front().shell};
    const double area = geo::area_of(ring).value();
    const geo::UnitIntegrals units{{&unit}};
    for (int turn = 0; turn < 4; ++turn) {
        Region turned = ring;
        if (turn % 2 == 1) { std::reverse(turned.polygons[0].shell.begin(), turned.polygons[0].shell.end()); }
        if (turn / 2 == 1) { std::reverse(turned.polygons[0].holes[0].begin(), turned.polygons[0].holes[0].end()); }
        EXPECT_NEAR(units.areas(turned).front().value(), area, 1e-8) << turn;
    }
}

Region star(std::mt19937_64& random, geo::LonLat centre) {
    return {{{testing_support::random_star(random, centre, 2.5, 40), {}}}};
}

/// Reference: the overlay, by GEOS, and area_of() what it leaves.
TEST(UnitIntegrals, AreThoseOfAnOverlayOnRandomRegions) {
    std::mt19937_64 random{testing_support::test_seed()};
    for (int i = 0; i < 60; ++i) {
        const Region a = star(random, {33, 47}), b = star(random, {34, 48}), c = star(random, {33.5, 47.4});
        const std::vector<geo::SquareKilometres> areas = geo::UnitIntegrals{{&a, &b}}.areas(c);
        EXPECT_NEAR(areas[0].value(), geo::area_of(geo::intersect(a, c)).value(), 1e-6) << i;
        EXPECT_NEAR(areas[1].value(), geo::area_of(geo::intersect(b, c)).value(), 1e-6) << i;
    }
}

/// Reference: the overlay.
TEST(UnitIntegrals, OfTheBuiltInLineAreThoseOfTheOverlay) {
    const layers::Units units = layers::builtin_units();
    std::vector<const Region*> regions;
    for (const layers::Unit& unit : units.units) { regions.push_back(&unit.region); }
    const geo::UnitIntegrals integrals{regions};
    const layers::Control control = layers::builtin_line("2025-12-24", units);
    const Region& held = control.held.front();
    const std::vector<geo::SquareKilometres> areas = integrals.areas(held);
    ASSERT_EQ(areas.size(), units.units.size());
    for (std::size_t i = 0; i < areas.size(); ++i) {
        EXPECT_NEAR(areas[i].value(), geo::area_of(geo::intersect(units.units[i].region, held)).value(), 1e-6)
            << units.units[i].name;
    }
}

}  // namespace
