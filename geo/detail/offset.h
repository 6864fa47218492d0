// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/plane.h"
#include "geo/units.h"

#include <vector>

namespace geo::detail {

/// Everything within a distance of paths on a LocalPlane, within 0.06 %; a path of one position is a point. Throws
/// Error as GEOS does.
PlaneRegion grown(const std::vector<PlanePath>& paths, Kilometres distance);

}  // namespace geo::detail
