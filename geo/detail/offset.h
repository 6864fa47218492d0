// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"

#include <vector>

namespace geo::detail {

/// Everything within a distance of paths on a Chart, within 0.06 %; a path of one position is a point.
Region grown(const std::vector<Path>& paths, Kilometres distance);

}  // namespace geo::detail
