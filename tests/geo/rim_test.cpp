// SPDX-License-Identifier: MIT
#include "geo/detail/rim.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace {

using geo::LonLat;
using geo::Path;

bool has(const std::vector<Path>& rim, const LonLat& position) {
    return std::any_of(rim.begin(), rim.end(),
                       [&](const Path& part) { return std::find(part.begin(), part.end(), position) != part.end(); });
}

}  // namespace

/// Beside a spike no place is farther off than the spike is deep: its tip alone is seen from afar.
TEST(Rim, TheSidesOfASpikeShapeNoEdge) {
    const LonLat left{4.9, 0}, tip{5, -3}, right{5.1, 0};
    const std::vector<Path> rim = geo::detail::rim_of({{{0, 0}, left, tip, right, {10, 0}}}, 4, 0.5);
    for (const LonLat& position : {LonLat{0, 0}, left, tip, right, LonLat{10, 0}}) { EXPECT_TRUE(has(rim, position)); }
    for (const Path& part : rim) {
        for (const LonLat& position : part) {
            EXPECT_FALSE(position.lat > -2.9 && position.lat < -0.1) << position.lat;
        }
    }
}

/// The positions of a circle are nearest to its middle, and to all that lies outside; a second circle within reach of
/// its inside is nearest to nothing far.
TEST(Rim, InnerRingsAreLeftOut) {
    const auto ring = [](double radius) {
        Path path;
        for (int i = 0; i <= 60; ++i) {
            const double angle = 2 * std::numbers::pi * i / 60;
            path.push_back({radius * std::cos(angle), radius * std::sin(angle)});
        }
        path.back() = path.front();
        return path;
    };
    const std::vector<Path> rim = geo::detail::rim_of({ring(3), ring(1)}, 2, 1);
    for (const Path& part : rim) {
        for (const LonLat& position : part) { EXPECT_NEAR(std::hypot(position.lon, position.lat), 3, 0.02); }
    }
    ASSERT_FALSE(rim.empty());
    EXPECT_GE(rim.front().size(), 60U) << "neighbours are strung together";
}

TEST(Rim, OfOnePositionIsThatPosition) {
    const std::vector<Path> rim = geo::detail::rim_of({{{36, 49}}}, 1, 0.1);
    EXPECT_EQ(rim, (std::vector<Path>{{{36, 49}}}));
}
