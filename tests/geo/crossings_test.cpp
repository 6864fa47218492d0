// SPDX-License-Identifier: MIT
#include "geo/crossings.h"

#include <gtest/gtest.h>

namespace {

TEST(Crossings, AreCountedByTheirParity) {
    const geo::Crossings crossings{{{{30, 50}, {31, 50}, {31, 51}, {30, 51}}}};
    EXPECT_TRUE(crossings.odd({30.5, 49}, {30.5, 50.5}));
    EXPECT_FALSE(crossings.odd({30.5, 49}, {30.5, 52}));
    EXPECT_FALSE(crossings.odd({29, 49}, {29, 52}));
}

TEST(Crossings, AStretchThatTwoPathsShareCountsOnce) {
    const geo::Path first{{30, 50}, {31, 50}, {32, 50}}, second{{31, 50}, {32, 50}, {33, 50}};
    const geo::Crossings crossings{{first, second}};
    for (const double lon : {30.5, 31.5, 32.5}) { EXPECT_TRUE(crossings.odd({lon, 49}, {lon, 51})) << lon; }
}

TEST(Crossings, ThroughACornerCrossesOneOfItsLegs) {
    const geo::Crossings crossings{{{{30, 50}, {31, 50}, {32, 50.5}}}};
    EXPECT_TRUE(crossings.odd({31, 49}, {31, 51}));
}

}  // namespace
