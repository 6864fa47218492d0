// SPDX-License-Identifier: MIT
#include "geo/self_crossings.h"

#include "geo/measure.h"

#include <gtest/gtest.h>

namespace {

TEST(SelfCrossings, ALoopIsFoundWithItsPlaceAndArea) {
    const geo::Path path{{30, 50}, {31, 50}, {31, 51}, {30.5, 51}, {30.5, 49}};
    const std::vector<geo::SelfCrossing> found = geo::self_crossings(path);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NEAR(found[0].at.lon, 30.5, 1e-12);
    EXPECT_NEAR(found[0].at.lat, 50, 1e-12);
    const geo::Ring loop{{30.5, 50}, {31, 50}, {31, 51}, {30.5, 51}, {30.5, 50}};
    EXPECT_NEAR(found[0].loop.value(), geo::area_of(loop).value(), 1e-6);
}

TEST(SelfCrossings, TouchingACornerAgainIsMeetingItself) {
    EXPECT_EQ(geo::self_crossings({{30, 50}, {31, 50}, {31, 51}, {30, 51}, {31, 50}, {32, 50}}).size(), 1U);
}

TEST(SelfCrossings, NeitherWindingNorARingCrossesItself) {
    EXPECT_TRUE(geo::self_crossings({{30, 50}, {31, 50}, {31, 51}, {32, 51}, {32, 50}, {33, 50}}).empty());
    EXPECT_TRUE(geo::self_crossings({{30, 50}, {31, 50}, {31, 51}, {30, 50}}).empty());
}

/// A ring that the line passes straight through, through two of its corners, and one that it runs along.
TEST(CrossingsOfClosed, PassingThroughIsOneAndRunningAlongIsNot) {
    const geo::Path line{{31, 49}, {31, 52}};
    EXPECT_EQ(geo::crossings_of_closed({line, {{30, 50}, {32, 50}, {32, 51}, {30, 51}, {30, 50}}}).size(), 2U);
    EXPECT_EQ(geo::crossings_of_closed({line, {{31, 50}, {32, 50.5}, {31, 51}, {30, 50.5}, {31, 50}}}).size(), 1U);
    EXPECT_TRUE(geo::crossings_of_closed({line, {{31, 50}, {32, 50}, {32, 51}, {31, 51}, {31, 50}}}).empty());
    EXPECT_TRUE(geo::crossings_of_closed({line, {{31, 50}, {32, 50.5}, {32, 49.5}, {31, 50}}}).empty());
    EXPECT_TRUE(geo::crossings_of_closed({line, {{30, 50}, {32, 50}}}).empty()) << "the other line is open";
}

}  // namespace
