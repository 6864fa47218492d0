// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"

#include <vector>

namespace geo {

/// What becomes of a band at the ends of its path: half a disc, or a cut square across.
enum class Ends { round, flat };

/// Chords of arcs turn by 2.5° at most, or by 10°. Their area is that of the arc either way; coarse ones lie up to
/// 0.5 % of the distance off it. That is for figures that are themselves drawn at random.
enum class Arcs { fine, coarse };

/// Everything within a geodesic distance of the paths, on both sides. The edge lies at that distance on WGS84 within
/// 0.1 % everywhere, for distances from 100 m to 150 km, also for paths that wind and at corners:
/// tests/geo/band_test.cpp samples edges against Vincenty's geodesics. (Planar buffers of GEOS, and so of QGIS and
/// PostGIS, smooth away concave corners by up to 1 % of the distance.) Method: azimuthal equidistant planes of at most
/// 240 km about their middles (GeographicLib), on each of which the edge of all discs and bars together is found, in
/// closed form between crossings (detail/capsules.h). A disc has its area within 1e-7, a straight strip of 667 km
/// within 1e-4 (planes). Arcs, planes and edges err by 0.08 % of the distance together at worst; beyond 150 km planes
/// grow with it, to 0.3 % at 500 km. Edges of the result are straight in longitude and latitude. Throws Error for a
/// distance that is not between 1 m and 1,000 km, or a path that comes within that distance of a pole or of the
/// antimeridian.
Region within(const std::vector<Path>& paths, Kilometres distance, Ends ends = Ends::round, Arcs arcs = Arcs::fine);

/// A geodesic disc.
Region within(const LonLat& position, Kilometres distance);

}  // namespace geo
