// SPDX-License-Identifier: MIT
#pragma once

#include "geo/adjacency.h"

#include <optional>

namespace geo::detail {

/// Twice the area of the triangle, positive where c lies to the left of a → b; for positions near one another.
inline double turn(const LonLat& a, const LonLat& b, const LonLat& c) {
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

/// Where two segments cross in the inside of both.
inline std::optional<LonLat> crossing_of(const Segment& s, const Segment& t) {
    const double a = turn(s.from, s.to, t.from), b = turn(s.from, s.to, t.to);
    if ((a > 0) == (b > 0) || a == 0 || b == 0) { return std::nullopt; }
    const double c = turn(t.from, t.to, s.from), d = turn(t.from, t.to, s.to);
    if ((c > 0) == (d > 0) || c == 0 || d == 0) { return std::nullopt; }
    const double part = c / (c - d);
    return LonLat{s.from.lon + part * (s.to.lon - s.from.lon), s.from.lat + part * (s.to.lat - s.from.lat)};
}

}  // namespace geo::detail
