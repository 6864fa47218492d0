// SPDX-License-Identifier: MIT
#include "geo/detail/valid_memory.h"

#include "geo/detail/geos.h"
#include "geo/detail/plainly_valid.h"
#include "geo/repair.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>
#include <string>
#include <vector>

namespace {

using geo::LonLat;
using geo::Region;
using geo::Ring;
using geo::detail::ValidMemory;

/// Whole numbers, so that what is pulled about often lies on something.
class Land {
public:
    explicit Land(unsigned seed) : random_{seed} {}

    int number(int from, int to) { return std::uniform_int_distribution{from, to}(random_); }

    Ring star(const LonLat& middle, double radius, int corners) {
        Ring ring;
        for (int i = 0; i < corners; ++i) {
            const double angle = 2 * std::numbers::pi * i / corners, reach = radius * (0.8 + number(0, 20) / 100.0);
            ring.push_back(
                {std::round(middle.lon + reach * std::cos(angle)), std::round(middle.lat + reach * std::sin(angle))});
        }
        ring.push_back(ring.front());
        return ring;
    }

    Region start() {
        return {{{star({0, 0}, 100, 40), {star({40, 0}, 30, 12), star({-50, 0}, 20, 12)}},
                 {star({40, 0}, 12, 10), {}},
                 {star({200, 0}, 60, 20), {star({200, 0}, 20, 10)}}}};
    }

    /// Pulls a corner somewhere, also onto another; takes one away, or puts one in; or moves a whole ring.
    void change(Region& region) {
        geo::Polygon& polygon = region.polygons[static_cast<std::size_t>(number(0, 2))];
        const int which = number(0, static_cast<int>(polygon.holes.size()));
        Ring& ring = which == 0 ? polygon.shell : polygon.holes[static_cast<std::size_t>(which - 1)];
        ring.pop_back();
        const auto at = static_cast<std::size_t>(number(0, static_cast<int>(ring.size()) - 1));
        const Ring& other = region.polygons[static_cast<std::size_t>(number(0, 2))].shell;
        switch (number(0, 7)) {
            case 0:
                ring[at] = {double(number(-110, 260)), double(number(-110, 110))};
                break;
            case 1:
                ring[at] = other[other.size() / 2];
                break;
            case 2:
                if (ring.size() > 4) { ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(at)); }
                break;
            case 3: {
                const LonLat &a = ring[at], &b = ring[(at + 1) % ring.size()];
                ring.insert(ring.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                            {(a.lon + b.lon) / 2, (a.lat + b.lat) / 2});
                break;
            }
            case 4: {
                const LonLat by{double(number(-60, 60)), double(number(-30, 30))};
                for (LonLat& position : ring) { position = {position.lon + by.lon, position.lat + by.lat}; }
                break;
            }
            default:
                ring[at] = {ring[at].lon + number(-6, 6), ring[at].lat + number(-6, 6)};
        }
        ring.push_back(ring.front());
    }

private:
    std::mt19937 random_;
};

/// References: looking at all of it, and GEOS.
TEST(ValidMemory, SaysOfEachRegionWhatLookingAtAllOfItDoes) {
    int valid = 0, invalid = 0;
    for (unsigned seed = 0; seed < 20; ++seed) {
        Land land{seed};
        ValidMemory memory;
        Region region = land.start();
        for (int step = 0; step < 1500; ++step) {
            Region next = region;
            for (int changes = land.number(0, 3); changes >= 0; --changes) { land.change(next); }
            const bool expected = geo::detail::is_plainly_valid(next);
            ASSERT_EQ(memory.is_plainly_valid(next), expected) << "seed " << seed << ", step " << step;
            if (expected) {
                ASSERT_EQ(GEOSisValid_r(geo::detail::geos(), geo::detail::to_geos(next).get()), 1);
                region = next;
            }
            (expected ? valid : invalid) += 1;
        }
    }
    EXPECT_GT(valid, 3000) << "or the test says nothing";
    EXPECT_GT(invalid, 3000);
}

TEST(ValidMemory, FindsFaultsInWhatHasNothingNew) {
    const Ring outer{{0, 0}, {9, 0}, {9, 9}, {0, 9}, {0, 0}}, hole{{1, 1}, {1, 3}, {3, 3}, {3, 1}, {1, 1}};
    ValidMemory memory;
    ASSERT_TRUE(memory.is_plainly_valid({{{outer, {hole}}}}));
    EXPECT_FALSE(memory.is_plainly_valid({{{outer, {}}, {hole, {}}}})) << "the same edges, but land in land";
    EXPECT_FALSE(memory.is_plainly_valid({{{outer, {hole, hole}}}})) << "twice the same";
    EXPECT_FALSE(memory.is_plainly_valid({{{hole, {outer}}}}));
    EXPECT_TRUE(memory.is_plainly_valid({{{outer, {hole}}}})) << "as before";
    Ring other = hole;
    other[0] = other[4] = {-0.0, 0.0};
    EXPECT_FALSE(memory.is_plainly_valid({{{outer, {other}}}})) << "-0 is 0: the rings touch";
    other[0] = other[4] = {std::nan(""), 1};
    EXPECT_FALSE(memory.is_plainly_valid({{{outer, {other}}}}));
    EXPECT_FALSE(memory.is_plainly_valid({}));
}

/// Features of one file take turns, and neighbours share edges.
TEST(ValidMemory, RepairsAsWithoutIt) {
    Land land{7};
    geo::RepairMemory memory;
    std::vector<Region> features{land.start(), land.start(), {{{land.star({0, 300}, 50, 30), {}}}}};
    const auto said = [](const geo::Repaired& repaired) {
        std::string words;
        for (const geo::Note& note : repaired.notes) { words += note.text + "\n"; }
        return words;
    };
    for (int step = 0; step < 300; ++step) {
        for (std::size_t i = 0; i < 2; ++i) { land.change(features[i]); }
        for (const Region& feature : features) {
            Region turned = feature;
            if (step % 3 == 0) { std::reverse(turned.polygons[0].shell.begin(), turned.polygons[0].shell.end()); }
            const geo::Repaired expected = geo::repair(turned), repaired = geo::repair(turned, &memory);
            ASSERT_EQ(said(repaired), said(expected)) << step;
            ASSERT_EQ(repaired.region.polygons.size(), expected.region.polygons.size());
            for (std::size_t i = 0; i < expected.region.polygons.size(); ++i) {
                ASSERT_EQ(repaired.region.polygons[i].shell, expected.region.polygons[i].shell) << step;
                ASSERT_EQ(repaired.region.polygons[i].holes, expected.region.polygons[i].holes) << step;
            }
        }
        if (step % 20 == 19) { features = {land.start(), land.start(), features[2]}; }
    }
}

}  // namespace
