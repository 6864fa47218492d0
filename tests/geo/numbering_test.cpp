// SPDX-License-Identifier: MIT
#include "geo/detail/numbering.h"

#include "geo/adjacency.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <tuple>

namespace {

using geo::LonLat;
using Numbering = geo::detail::Numbering<LonLat, geo::LonLatHash>;

struct West {
    bool operator()(const LonLat& a, const LonLat& b) const { return std::tie(a.lon, a.lat) < std::tie(b.lon, b.lat); }
};

/// Reference: std::map.
TEST(Numbering, NumbersKeysInTheOrderInWhichTheyCome) {
    std::mt19937 random{7};
    std::uniform_int_distribution<int> tenths{-400, 400};
    std::map<LonLat, int, West> known;
    Numbering numbering;
    for (int i = 0; i < 100'000; ++i) {
        const LonLat at{tenths(random) / 10.0, tenths(random) / 10.0};
        const auto [found, is_new] = known.emplace(at, static_cast<int>(known.size()));
        ASSERT_EQ(numbering.find(at).has_value(), !is_new);
        ASSERT_EQ(numbering.number_of(at), std::pair(found->second, is_new));
        ASSERT_EQ(numbering.find(at), found->second);
    }
    ASSERT_EQ(numbering.keys().size(), known.size());
    for (const auto& [at, number] : known) { EXPECT_EQ(numbering.keys()[static_cast<std::size_t>(number)], at); }
}

TEST(Numbering, HasOneZero) {
    Numbering numbering;
    EXPECT_EQ(numbering.number_of({0.0, -0.0}), std::pair(0, true));
    EXPECT_EQ(numbering.number_of({-0.0, 0.0}), std::pair(0, false));
    EXPECT_FALSE(numbering.find({1, 0}));
}

}  // namespace
