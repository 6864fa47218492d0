// SPDX-License-Identifier: MIT
#pragma once

#include "geo/adjacency.h"
#include "geo/shapes.h"
#include "geo/units.h"

#include <vector>

namespace geo {

/// The point of a segment that is nearest to a position, and how far it is, flat about the position: the distance is
/// within 0.2 % of the geodesic one up to 50 km.
struct Nearest {
    LonLat point;
    Kilometres distance;
};
Nearest nearest_on(const Segment& segment, const LonLat& position);

/// The nearest of several segments; an infinite distance if there are none.
Nearest nearest_on(const std::vector<Segment>& segments, const LonLat& position);

/// Segments of the outer rings.
std::vector<Segment> shell_segments(const Region& region);

/// Degrees of latitude, as nearest_on() counts them.
constexpr Kilometres latitude_as_length(double degrees) {
    return Kilometres{degrees * 111.2};  // at 48° N
}

/// At least the radius of the largest disc that fits into the polygon (in degrees of latitude, as kilometres).
Kilometres inscribed_radius(const Polygon& polygon);

}  // namespace geo
