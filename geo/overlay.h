// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <vector>

namespace geo {

/// Overlays in longitude and latitude (GEOS OverlayNG), for edges that are straight there. Both regions valid, as
/// repair() returns them. A computed crossing is off by at most the spacing of doubles, 1e-9 m. Throw Error with GEOS's
/// reason when it finds none of its ways to a result.
Region unite(const Region& a, const Region& b);
Region intersect(const Region& a, const Region& b);
Region subtract(const Region& a, const Region& b);

/// The union of regions that may share borders. Clean coverages, whose neighbours share all vertices, are joined by
/// cancelling the shared edges; anything else by a full union.
Region unite_all(const std::vector<const Region*>& regions);

}  // namespace geo
