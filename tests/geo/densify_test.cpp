// SPDX-License-Identifier: MIT
#include "geo/densify.h"

#include "geo/measure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace {

TEST(Densify, ShortEdgesLeaveTheAreaAsItIs) {
    const geo::Ring square{{30, 48}, {34, 48}, {34, 49}, {30, 49}, {30, 48}};
    const geo::Ring fine = geo::with_short_edges(square, geo::Degrees{0.3});
    ASSERT_EQ(fine.size(), 1 + 14U + 4U + 14U + 4U);
    EXPECT_NEAR(geo::area_of(fine).value(), geo::area_of(square).value(), 1e-6);
    for (std::size_t i = 1; i < fine.size(); ++i) {
        EXPECT_LE(std::abs(fine[i].lon - fine[i - 1].lon), 0.3 + 1e-12);
        EXPECT_LE(std::abs(fine[i].lat - fine[i - 1].lat), 0.3 + 1e-12);
    }
}

TEST(Densify, TheSameEdgeGetsTheSamePositionsEitherWay) {
    geo::Path there = geo::with_short_edges(geo::Path{{30.1, 48.3}, {33.7, 46.2}}, geo::Degrees{0.1});
    const geo::Path back = geo::with_short_edges(geo::Path{{33.7, 46.2}, {30.1, 48.3}}, geo::Degrees{0.1});
    std::reverse(there.begin(), there.end());
    EXPECT_EQ(there, back);
    EXPECT_GT(there.size(), 30U);
}

}  // namespace
