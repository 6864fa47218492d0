// SPDX-License-Identifier: MIT
#include "geo/detail/arc.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace {

using geo::LonLat;
using geo::Path;
using geo::detail::along_arcs;

constexpr double pi = std::numbers::pi;

double plane_area(const Path& ring) {
    double twice = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        twice += (ring[i - 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat) -
                 (ring[i].lon - ring[0].lon) * (ring[i - 1].lat - ring[0].lat);
    }
    return twice / 2;
}

LonLat on_circle(double x, double y, double radius, double angle) {
    return {x + radius * std::cos(angle), y + radius * std::sin(angle)};
}

TEST(Arc, ADiscHasTheAreaOfADisc) {
    constexpr double x = 500'000, y = 5'400'000, radius = 15'000;
    for (const double from : {0.0, 0.3, 2.0, -3.0}) {
        const auto at = [&](double turn) { return on_circle(x, y, radius, from + turn); };
        const Path halves = along_arcs({at(0), at(pi / 2), at(pi), at(3 * pi / 2), at(0)});
        EXPECT_NEAR(plane_area(halves) / (pi * radius * radius), 1, 1e-10);
        const Path whole = along_arcs({at(0), at(pi), at(0)});
        EXPECT_NEAR(plane_area(whole) / (pi * radius * radius), 1, 1e-10);
        const Path uneven = along_arcs({at(0), at(0.01), at(0.02), at(3), at(6), at(6.1), at(0)});
        EXPECT_NEAR(plane_area(uneven) / (pi * radius * radius), 1, 1e-9);
    }
}

TEST(Arc, CornersStayByTheArcAndEndsOnTheirPlace) {
    const Path arc = along_arcs({{1, 0}, on_circle(0, 0, 1, 0.5), {0, 1}});
    EXPECT_EQ(arc.front(), (LonLat{1, 0}));
    EXPECT_EQ(arc.back(), (LonLat{0, 1}));
    EXPECT_EQ(arc.size(), 901U) << "90° in chords of 0.1°";
    for (const LonLat& corner : arc) { EXPECT_NEAR(std::hypot(corner.lon, corner.lat), 1, 6e-7); }
}

TEST(Arc, BothWaysAlongAnArcAreOneLine) {
    const LonLat a{3, 1}, b{5, 2}, c{6, 5};
    const Path there = along_arcs({a, b, c});
    Path back = along_arcs({c, b, a});
    std::reverse(back.begin(), back.end());
    ASSERT_EQ(there.size(), back.size());
    for (std::size_t i = 0; i < there.size(); ++i) {
        EXPECT_NEAR(there[i].lon, back[i].lon, 1e-12);
        EXPECT_NEAR(there[i].lat, back[i].lat, 1e-12);
    }
}

TEST(Arc, PositionsOnALineAreAStraightEdge) {
    EXPECT_EQ(along_arcs({{0, 0}, {1, 1}, {2, 2}}), (Path{{0, 0}, {1, 1}, {2, 2}}));
    EXPECT_EQ(along_arcs({{0, 0}, {1, 1}}), (Path{{0, 0}, {1, 1}}));
}

}  // namespace
