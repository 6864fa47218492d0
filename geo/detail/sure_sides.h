// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <algorithm>
#include <cmath>

namespace geo::detail {

/// On which side of a → b the position c lies: 1 to the left, -1 to the right, 0 if rounding could have it either way
/// (Shewchuk 1997, "Adaptive precision floating-point arithmetic and fast robust geometric predicates", bound A).
inline int side_of(const LonLat& a, const LonLat& b, const LonLat& c) {
    constexpr double bound = 3.3306690738754716e-16;
    const double left = (a.lon - c.lon) * (b.lat - c.lat), right = (a.lat - c.lat) * (b.lon - c.lon);
    const double turn = left - right, doubt = bound * (std::abs(left) + std::abs(right));
    return turn > doubt ? 1 : turn < -doubt ? -1 : 0;
}

/// Do the boxes of a → b and c → d meet?
inline bool boxes_meet(const LonLat& a, const LonLat& b, const LonLat& c, const LonLat& d) {
    return std::max(a.lon, b.lon) >= std::min(c.lon, d.lon) && std::max(c.lon, d.lon) >= std::min(a.lon, b.lon) &&
           std::max(a.lat, b.lat) >= std::min(c.lat, d.lat) && std::max(c.lat, d.lat) >= std::min(a.lat, b.lat);
}

/// Do a → b and c → d beyond doubt not even touch?
inline bool are_surely_apart(const LonLat& a, const LonLat& b, const LonLat& c, const LonLat& d) {
    if (!boxes_meet(a, b, c, d)) { return true; }
    const int of_c = side_of(a, b, c);
    if (of_c != 0 && of_c == side_of(a, b, d)) { return true; }
    const int of_a = side_of(c, d, a);
    return of_a != 0 && of_a == side_of(c, d, b);
}

/// Do a → b and b → c beyond doubt meet in b alone?
inline bool surely_go_on(const LonLat& a, const LonLat& b, const LonLat& c) {
    if (side_of(a, b, c) != 0) { return true; }
    return (b.lon - a.lon) * (c.lon - b.lon) + (b.lat - a.lat) * (c.lat - b.lat) > 0;  // straight on, not back
}

}  // namespace geo::detail
