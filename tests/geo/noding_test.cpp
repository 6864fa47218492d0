// SPDX-License-Identifier: MIT
#include "geo/detail/noding.h"

#include "geo/detail/crossing.h"
#include "geo/error.h"
#include "support/random_region.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>
#include <set>
#include <utility>

namespace {

using geo::Ring;
using geo::detail::Doubled;
using geo::detail::noded;
using geo::detail::Walks;

/// Edges of walks that cross in their insides.
int crossings_in(const Walks& walks) {
    std::vector<geo::Segment> edges;
    for (const std::vector<int>& walk : walks.walks) {
        for (std::size_t i = 1; i < walk.size(); ++i) {
            edges.push_back({walks.vertices[static_cast<std::size_t>(walk[i - 1])],
                             walks.vertices[static_cast<std::size_t>(walk[i])]});
        }
    }
    int count = 0;
    for (std::size_t a = 0; a < edges.size(); ++a) {
        for (std::size_t b = a + 1; b < edges.size(); ++b) {
            const auto &s = edges[a], &t = edges[b];
            const bool share = s.from == t.from || s.from == t.to || s.to == t.from || s.to == t.to;
            if (!share && geo::detail::crossing_of(s, t)) { ++count; }
        }
    }
    return count;
}

TEST(Noding, ABowTieGetsItsCrossing) {
    const Ring tie{{0, 0}, {1, 1}, {1, 0}, {0, 1}, {0, 0}};
    const Walks walks = noded({&tie}).value();
    ASSERT_EQ(walks.vertices.size(), 5U);
    EXPECT_NEAR(walks.vertices[4].lon, 0.5, 1e-15);
    EXPECT_EQ(walks.walks[0].size(), 7U);
}

/// Of corners on a coarse grid, many edges run along one another and through corners of others.
TEST(Noding, NothingCrossesAfterwards) {
    std::mt19937_64 random{testing_support::test_seed()};
    for (const int grid : {4, 8, 1000}) {
        std::uniform_int_distribution<int> place{0, grid};
        for (int round = 0; round < 20; ++round) {
            Ring ring;
            for (int i = 0; i < 24; ++i) { ring.push_back({30 + 0.1 * place(random), 48 + 0.1 * place(random)}); }
            ring.push_back(ring.front());
            EXPECT_EQ(crossings_in(noded({&ring}).value()), 0);
        }
    }
}

TEST(Noding, MoreCrossingsThanAreWantedGiveNothing) {
    const Ring star = testing_support::star_polygon({30, 48}, 71);  // each edge crosses nearly all others: 2,414 times
    EXPECT_EQ(noded({&star}).value().vertices.size(), 71U + 2414U);
    EXPECT_FALSE(noded({&star}, Doubled::kept, 2000));
}

TEST(Noding, CountsSharedEdgesOnceIfToldTo) {
    const Ring west{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}, east{{1, 0}, {2, 0}, {2, 1}, {1, 1}, {1, 0}};
    const geo::Path across{{0.5, 0.5}, {0.5, 0.5}, {1.5, 0.5}};  // stands still, then crosses the shared edge
    const auto edges = [&](Doubled doubled) {
        std::multiset<std::pair<int, int>> all;
        const Walks walks = noded({&west, &east, &across}, doubled).value();
        for (const std::vector<int>& walk : walks.walks) {
            for (std::size_t i = 1; i < walk.size(); ++i) { all.insert(std::minmax(walk[i - 1], walk[i])); }
        }
        return all;
    };
    const auto kept = edges(Doubled::kept), once = edges(Doubled::once);
    EXPECT_EQ(once.size(), 10U);
    EXPECT_EQ(std::set(kept.begin(), kept.end()), std::set(once.begin(), once.end()));
    EXPECT_EQ(kept.size(), 12U);
}

/// A grid whose squares work out their corners each for themselves: up to four of them, some 1e-15° apart, are one.
TEST(Noding, CornersThatDifferInTheLastDigitAreOne) {
    std::vector<Ring> squares;
    constexpr int columns = 23, rows = 22;
    const double wide = 18.0 / columns, high = 8.0 / columns;
    for (int i = 0; i < columns * rows; ++i) {
        const int column = i % columns, row = i / columns;
        const double west = 22 + column * wide, south = 44.3 + row * high;
        const double east = west + wide, north = south + high;
        squares.push_back({{west, south}, {east, south}, {east, north}, {west, north}, {west, south}});
    }
    std::vector<const geo::Path*> paths;
    for (const Ring& square : squares) { paths.push_back(&square); }
    const Walks walks = noded(paths).value();
    std::set<int> used;
    for (const std::vector<int>& walk : walks.walks) { used.insert(walk.begin(), walk.end()); }
    EXPECT_EQ(used.size(), (columns + 1) * (rows + 1));
    for (const std::vector<int>& walk : walks.walks) { ASSERT_EQ(walk.size(), 5U); }
}

}  // namespace
