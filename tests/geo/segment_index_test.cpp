// SPDX-License-Identifier: MIT
#include "geo/segment_index.h"

#include "geo/nearest.h"

#include <gtest/gtest.h>

#include <random>

namespace {

using geo::Kilometres;
using geo::Segment;

std::vector<Segment> scattered(std::mt19937& random, int count) {
    std::uniform_real_distribution<double> lon{22, 40}, lat{44, 52}, step{-0.3, 0.3};
    std::vector<Segment> segments;
    for (int i = 0; i < count; ++i) {
        const geo::LonLat from{lon(random), lat(random)};
        segments.push_back({from, {from.lon + step(random), from.lat + step(random)}});
    }
    return segments;
}

/// Reference: the plain search through all segments.
TEST(SegmentIndex, FindsWhatAPlainSearchFinds) {
    const unsigned seed = std::random_device{}();
    std::mt19937 random{seed};
    std::uniform_real_distribution<double> lon{20, 42}, lat{43, 53};
    for (const int count : {1, 2, 30, 1000}) {
        const geo::SegmentIndex index{scattered(random, count)};
        for (int i = 0; i < 200; ++i) {
            const geo::LonLat position{lon(random), lat(random)};
            const Kilometres distance = geo::nearest_on(index.segments(), position).distance;
            const auto hit = index.nearest(position, Kilometres{1e6});
            ASSERT_TRUE(hit) << "seed " << seed;
            EXPECT_DOUBLE_EQ(hit->distance.value(), distance.value()) << "seed " << seed;
            EXPECT_TRUE(index.any_within(position, distance * 1.001)) << "seed " << seed;
            EXPECT_FALSE(index.any_within(position, distance * 0.999)) << "seed " << seed;
            EXPECT_FALSE(index.nearest(position, distance * 0.999)) << "seed " << seed;
        }
    }
}

TEST(SegmentIndex, LeavesOutWhatDoesNotCount) {
    const geo::SegmentIndex index{{{{30, 50}, {31, 50}}, {{30, 51}, {31, 51}}}};
    const auto hit = index.nearest({30.5, 50.1}, Kilometres{1000}, [](std::size_t segment) { return segment == 1; });
    ASSERT_TRUE(hit);
    EXPECT_EQ(hit->segment, 1U);
}

TEST(SegmentIndex, NothingIsNearToNoSegments) {
    const geo::SegmentIndex index{{}};
    EXPECT_FALSE(index.any_within({30, 50}, Kilometres{1e6}));
    EXPECT_FALSE(index.nearest({30, 50}, Kilometres{1e6}));
}

}  // namespace
