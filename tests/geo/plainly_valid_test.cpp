// SPDX-License-Identifier: MIT
#include "geo/detail/plainly_valid.h"

#include "geo/detail/geos.h"
#include "layers/model/unit.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace {

using geo::LonLat;
using geo::Region;
using geo::Ring;
using geo::detail::is_plainly_valid;

bool geos_calls_valid(const Region& region) {
    return GEOSisValid_r(geo::detail::geos(), geo::detail::to_geos(region).get()) == 1;
}

Ring box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

TEST(PlainlyValid, IsWhatTouchesNowhere) {
    EXPECT_TRUE(is_plainly_valid({{{box(0, 0, 9, 9), {box(1, 1, 4, 4), box(5, 5, 8, 8)}}}}));
    EXPECT_TRUE(is_plainly_valid({{{box(0, 0, 9, 9), {box(1, 1, 8, 8)}}, {box(2, 2, 7, 7), {}}}}))
        << "an island in a lake";
    EXPECT_TRUE(is_plainly_valid({{{{{0, 0}, {2, 0}, {4, 0}, {4, 4}, {0, 0}}, {}}}}))
        << "a corner that goes straight on";
    for (const layers::Unit& unit : layers::builtin_units().units) {
        EXPECT_TRUE(is_plainly_valid(unit.region)) << unit.name;
    }
}

TEST(PlainlyValid, IsNotWhatIsInvalid) {
    const Ring outer = box(0, 0, 9, 9);
    const std::vector<std::pair<const char*, Region>> rows{
        {"hole outside", {{{outer, {box(10, 1, 12, 4)}}}}},
        {"hole across", {{{outer, {box(5, 5, 12, 8)}}}}},
        {"hole in a hole", {{{outer, {box(1, 1, 8, 8), box(2, 2, 7, 7)}}}}},
        {"hole that is the shell", {{{outer, {outer}}}}},
        {"shell in a shell", {{{outer, {}}, {box(2, 2, 7, 7), {}}}}},
        {"shell twice", {{{outer, {}}, {outer, {}}}}},
        {"shell round a shell", {{{box(2, 2, 7, 7), {}}, {outer, {}}}}},
        {"neighbours along an edge", {{{outer, {}}, {box(9, 0, 12, 9), {}}}}},
        {"bow tie", {{{{{0, 0}, {4, 4}, {4, 0}, {0, 4}, {0, 0}}, {}}}}},
        {"spike", {{{{{0, 0}, {4, 0}, {4, 4}, {4, 6}, {4, 4}, {0, 4}, {0, 0}}, {}}}}},
        {"spike at the end", {{{{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}, {-2, 0}, {0, 0}}, {}}}}},
        {"flat", {{{{{0, 0}, {4, 0}, {2, 0}, {0, 0}}, {}}}}},
        {"open", {{{{{0, 0}, {4, 0}, {4, 4}, {0, 4}}, {}}}}},
        {"not a number", {{{{{0, 0}, {4, 0}, {std::nan(""), 4}, {0, 4}, {0, 0}}, {}}}}},
        {"nothing", {}}};
    for (const auto& [name, region] : rows) { EXPECT_FALSE(is_plainly_valid(region)) << name; }
}

/// Reference: GEOS. Corners on a coarse grid touch and overlap in every way that there is.
TEST(PlainlyValid, NothingThatGeosCallsInvalid) {
    std::mt19937 random{20251127};
    const auto number = [&random](int from, int to) { return std::uniform_int_distribution{from, to}(random); };
    const auto ring = [&](int size, int span) {
        Ring made;
        const int west = number(0, 12 - span), south = number(0, 12 - span);
        for (int i = 0; i < size; ++i) {
            made.push_back({static_cast<double>(west + number(0, span)), static_cast<double>(south + number(0, span))});
        }
        made.push_back(made.front());
        return made;
    };
    int plain = 0;
    for (int i = 0; i < 60000; ++i) {
        Region region;
        for (int polygons = number(1, 3); polygons > 0; --polygons) {
            region.polygons.push_back({ring(number(3, 6), number(2, 12)), {}});
            for (int holes = number(0, 2); holes > 0; --holes) {
                region.polygons.back().holes.push_back(ring(number(3, 4), number(1, 4)));
            }
        }
        if (!is_plainly_valid(region)) { continue; }
        ++plain;
        ASSERT_TRUE(geos_calls_valid(region)) << "case " << i;
    }
    EXPECT_GT(plain, 500) << "or the test says nothing";
}

/// Reference: GEOS. Stars of many corners with stars in them, of which one corner was pulled about.
TEST(PlainlyValid, AgreesWithGeosOnLargeRings) {
    std::mt19937 random{20251128};
    std::uniform_real_distribution<double> part{0, 1};
    const auto star = [&](const LonLat& middle, double radius, int corners) {
        Ring made;
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * std::numbers::pi * i / corners, reach = radius * (0.7 + 0.3 * part(random));
            made.push_back({middle.lon + reach * std::cos(angle), middle.lat + reach * std::sin(angle)});
        }
        made.push_back(made.front());
        return made;
    };
    int valid = 0, invalid = 0;
    for (int i = 0; i < 300; ++i) {
        const auto corners = static_cast<int>(20 + 400 * part(random));
        Region region{{{star({36, 48}, 2, corners), {star({36, 48}, 1, corners)}}, {star({36, 48}, 0.5, corners), {}}}};
        if (i % 2 == 1) {
            Ring& pulled = i % 4 == 1 ? region.polygons[0].shell : region.polygons[1].shell;
            LonLat& corner = pulled[1 + static_cast<std::size_t>(part(random) * (corners - 2))];
            corner = {36 + 2 * (part(random) - 0.5), 48 + 2 * (part(random) - 0.5)};
        }
        const bool expected = geos_calls_valid(region);
        EXPECT_EQ(is_plainly_valid(region), expected) << "case " << i;
        (expected ? valid : invalid) += 1;
    }
    EXPECT_GT(valid, 100);
    EXPECT_GT(invalid, 50);
}

/// Every edge of a comb passes through every column: a grid would have billions of entries.
TEST(PlainlyValid, WhatWouldTakeLongIsLeftToOthers) {
    Ring comb{{0, 0}};
    for (int i = 1; i <= 40000; ++i) { comb.push_back({i % 4 < 2 ? 0.0 + i * 1e-9 : 1.0, i * 1e-9}); }
    comb.push_back({2, 1e-9 * 40000});
    comb.push_back({2, 0});
    comb.push_back({0, 0});
    EXPECT_FALSE(is_plainly_valid({{{comb, {}}}}));
    Region holes{{{box(0, 0, 400, 400), {}}}};
    for (int i = 0; i < 20000; ++i) {
        const int row = i / 200;
        const double lon = 1 + i % 200, lat = 1 + row;
        holes.polygons[0].holes.push_back(box(lon, lat, lon + 0.5, lat + 0.5));
    }
    EXPECT_FALSE(is_plainly_valid(holes));
}

}  // namespace
