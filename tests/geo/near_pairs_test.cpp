// SPDX-License-Identifier: MIT
#include "geo/detail/near_pairs.h"

#include "geo/detail/crossing.h"
#include "support/random_region.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace {

using geo::LonLat;
using geo::Segment;
using geo::detail::for_near_pairs;
using Pairs = std::set<std::pair<std::size_t, std::size_t>>;

std::vector<Segment> random_segments(std::mt19937_64& random, int count, double length) {
    std::uniform_real_distribution<double> place{0, 1}, step{-length, length};
    std::vector<Segment> segments;
    for (int i = 0; i < count; ++i) {
        const LonLat from{place(random), place(random)};
        segments.push_back({from, {from.lon + step(random), from.lat + step(random)}});
    }
    return segments;
}

TEST(NearPairs, EveryTwoSegmentsThatCrossAreVisited) {
    std::mt19937_64 random{testing_support::test_seed()};
    for (const double length : {0.1, 0.3, 2.0}) {
        const std::vector<Segment> segments = random_segments(random, 150, length);
        Pairs visited;
        EXPECT_TRUE(for_near_pairs(
            segments, 1e-9, 1'000'000'000,
            [&](std::size_t a, std::size_t b, const geo::Bounds&) { visited.insert(std::minmax(a, b)); }));
        std::size_t crossings = 0;
        for (std::size_t a = 0; a < segments.size(); ++a) {
            for (std::size_t b = a + 1; b < segments.size(); ++b) {
                if (!geo::detail::crossing_of(segments[a], segments[b])) { continue; }
                ++crossings;
                EXPECT_TRUE(visited.contains({a, b}));
            }
        }
        ASSERT_GT(crossings, 0U);
    }
}

TEST(NearPairs, OfPairsOfWhichOneIsNewEachThatCrossesIsVisitedAndNoOther) {
    std::mt19937_64 random{testing_support::test_seed()};
    const std::vector<Segment> segments = random_segments(random, 200, 0.3);
    std::vector<char> is_new(segments.size());
    for (std::size_t i = 0; i < is_new.size(); i += 7) { is_new[i] = 1; }
    Pairs visited;
    for_near_pairs(
        segments, 1e-9, 1'000'000'000,
        [&](std::size_t a, std::size_t b, const geo::Bounds&) { visited.insert(std::minmax(a, b)); }, is_new);
    for (std::size_t a = 0; a < segments.size(); ++a) {
        for (std::size_t b = a + 1; b < segments.size(); ++b) {
            const bool counts = is_new[a] != 0 || is_new[b] != 0;
            if (!counts) { EXPECT_FALSE(visited.contains({a, b})); }
            if (counts && geo::detail::crossing_of(segments[a], segments[b])) { EXPECT_TRUE(visited.contains({a, b})); }
        }
    }
}

/// Twice as many segments half as long cross as often: all pairs would be four times as many.
TEST(NearPairs, VisitsGrowNearlyAsTheSegmentsDo) {
    std::mt19937_64 random{7};
    const auto visits = [&random](int count) {
        std::size_t sum = 0;
        const std::vector<Segment> segments = random_segments(random, count, 1.0 / count);
        for_near_pairs(segments, 0, 1'000'000'000, [&sum](std::size_t, std::size_t, const geo::Bounds&) { ++sum; });
        return sum + static_cast<std::size_t>(count);
    };
    EXPECT_LT(visits(2000), 3 * visits(1000));
}

TEST(NearPairs, ManyOnOneLineAndManyThroughOnePointComeToAnEnd) {
    std::vector<Segment> line, fan;
    for (int i = 0; i < 100; ++i) {
        line.push_back({{0.001 * i, 0}, {1 + 0.001 * i, 0}});
        fan.push_back({{0, 0}, {1, 0.01 * i}});
    }
    for (const auto& segments : {line, fan}) {
        Pairs visited;
        EXPECT_TRUE(for_near_pairs(segments, 1e-9, 10'000'000, [&](std::size_t a, std::size_t b, const geo::Bounds&) {
            visited.insert(std::minmax(a, b));
        }));
        EXPECT_EQ(visited.size(), 100U * 99 / 2);
    }
    EXPECT_FALSE(for_near_pairs(line, 0, 1000, [](std::size_t, std::size_t, const geo::Bounds&) {}))
        << "more than it may";
}

/// Cells round the common corner do not each compare all with all.
TEST(NearPairs, AFanCostsItsPairsAFewTimes) {
    std::vector<Segment> fan;
    for (int i = 0; i < 400; ++i) { fan.push_back({{2, 0}, {0.01 * i, 2}}); }
    EXPECT_TRUE(
        for_near_pairs(fan, 1e-11, std::size_t{3} * 400 * 399, [](std::size_t, std::size_t, const geo::Bounds&) {}));
}

}  // namespace
