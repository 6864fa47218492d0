// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"

namespace geo {

/// Area on the WGS84 ellipsoid with edges straight in longitude and latitude (RFC 7946, 3.1.1), as −∮ q(φ) dλ, where
/// q is the area between the equator and latitude φ per radian of longitude (Snyder 1987, eq. 3-12, times a²/2).
/// Along a straight edge q is integrated exactly, as a power series about the ring's own middle latitude, so that
/// small rings lose nothing to cancellation. Relative error below 1e-12 against 40-digit quadrature, from 100 m² to a
/// hemisphere (tests/accuracy/areas.csv). Additive: the worst of 10,000 random cuts of a ring misses by less than
/// 0.002 m² (tests/geo/measure_test.cpp). Positive for a counter-clockwise ring.
SquareKilometres signed_area_of(const Ring& ring);

/// The same without the sign: the ring's orientation does not matter.
SquareKilometres area_of(const Ring& ring);

/// Which way a ring runs that does not cross itself: the sign of signed_area_of() without its series.
bool runs_counter_clockwise(const Ring& ring);

/// The sum over the polygons of shell less holes.
SquareKilometres area_of(const Polygon& polygon);
SquareKilometres area_of(const Region& region);

/// Length of the shortest way on WGS84 from a to b (GeographicLib; error below 15 nm; Karney 2013).
Kilometres distance(const LonLat& a, const LonLat& b);

/// Sum of the geodesic distances from vertex to vertex, within 1e-8 of it where they lie close together; for the length
/// of the straight lon/lat edges themselves add vertices first. The two differ by less than 1e-6 for edges under 10 km
/// at 50° N.
Kilometres length_of(const Path& path);

/// Sum of length_of() over all rings.
Kilometres perimeter_of(const Region& region);

}  // namespace geo
