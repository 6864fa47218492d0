// SPDX-License-Identifier: MIT
#include "geo/detail/fitted.h"

#include "geo/detail/local_plane.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using geo::detail::Fitted;
using geo::detail::LocalPlane;
using Pair = Fitted::Pair;

Pair forward(const LocalPlane& plane, const Pair& at) {
    const auto [x, y] = plane.forward({at[0], at[1]});
    return {x, y};
}

/// Reference: the projection itself (GeographicLib's), over the 480 km that a plane of strips has.
TEST(Fitted, IsTheProjectionToAHundredthOfAMillimetre) {
    const LocalPlane plane{{36, 48}};
    const Fitted fitted{
        [&plane](const Pair& at) { return forward(plane, at); }, {32.8, 45.8}, {39.2, 50.2}, 5000, 1e-10};
    ASSERT_TRUE(fitted.is_fitted());
    double worst = 0;
    for (double lon = 32.8; lon <= 39.2; lon += 0.19) {
        for (double lat = 45.8; lat <= 50.2; lat += 0.17) {
            const Pair is = fitted({lon, lat}), exact = forward(plane, {lon, lat});
            worst = std::max({worst, std::abs(is[0] - exact[0]), std::abs(is[1] - exact[1])});
        }
    }
    EXPECT_LT(worst, 1e-10) << "degrees: 0.01 mm";
}

TEST(Fitted, AsksTheFunctionItselfWhereAPolynomialIsNotNearEnough) {
    const auto kink = [](const Pair& at) { return Pair{std::abs(at[0]), at[1]}; };
    const Fitted fitted{kink, {-1, -1}, {1, 1}, 5000, 1e-10};
    EXPECT_FALSE(fitted.is_fitted());
    EXPECT_EQ(fitted({-0.3, 0.5}), (Pair{0.3, 0.5}));
}

TEST(Fitted, AsksTheFunctionItselfFewTimes) {
    const auto twice = [](const Pair& at) { return Pair{2 * at[0], 2 * at[1]}; };
    EXPECT_FALSE((Fitted{twice, {-1, -1}, {1, 1}, 10, 1e-10}.is_fitted()));
    EXPECT_FALSE((Fitted{twice, {1, 1}, {1, 1}, 5000, 1e-10}.is_fitted())) << "a box without width";
}

}  // namespace
