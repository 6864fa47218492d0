// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"

namespace geo {

/// Positions added along edges so that none spans more than `longest` in longitude or latitude: on a map plane, an edge
/// that is straight in longitude and latitude then shows its bend. The region stays the same, and the same edge gets
/// the same positions whichever way it runs.
Path with_short_edges(const Path& path, Degrees longest);

}  // namespace geo
