// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/plane.h"
#include "geo/units.h"

#include <vector>

namespace geo::detail {

/// Everything within a distance of paths on a LocalPlane; a path of one position is a point. Sides lie within 0.01 % of
/// the distance where they belong, for paths are simplified by as much, and arcs are chords, within 0.02 % of it and
/// with the area of what they stand for. Polygons do not overlap. Throws Error if the edges that are found do not
/// close, which no input is known to bring about.
PlaneRegion grown(const std::vector<PlanePath>& paths, Kilometres distance);

}  // namespace geo::detail
