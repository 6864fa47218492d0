// SPDX-License-Identifier: MIT
#include "geo/sides.h"

#include <gtest/gtest.h>

namespace {

TEST(Sides, AreKnownThroughOthers) {
    geo::Sides sides{4};
    EXPECT_TRUE(sides.join(0, 1, true));
    EXPECT_TRUE(sides.join(2, 3, false));
    EXPECT_NE(sides.set_of(0), sides.set_of(3));
    EXPECT_TRUE(sides.join(3, 1, true));
    EXPECT_EQ(sides.set_of(0), sides.set_of(3));
    EXPECT_EQ(sides.is_across(0), sides.is_across(2));
    EXPECT_NE(sides.is_across(1), sides.is_across(2));
}

TEST(Sides, AContradictionIsTold) {
    geo::Sides sides{3};
    EXPECT_TRUE(sides.join(0, 1, true));
    EXPECT_TRUE(sides.join(1, 2, true));
    EXPECT_TRUE(sides.join(0, 2, false));
    EXPECT_FALSE(sides.join(0, 2, true));
}

}  // namespace
