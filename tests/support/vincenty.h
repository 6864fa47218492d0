// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"

namespace support {

/// Geodesic distance on WGS84 after Vincenty (1975), good to 0.5 mm: a witness that shares no code and no method with
/// what geo uses. Not for nearly antipodal positions.
geo::Kilometres vincenty(const geo::LonLat& a, const geo::LonLat& b);

/// The distance from a position to the nearest point of a path whose edges are straight in longitude and latitude.
geo::Kilometres vincenty(const geo::LonLat& position, const geo::Path& path);

}  // namespace support
