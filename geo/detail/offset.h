// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"

#include <vector>

namespace geo::detail {

/// A path on a Chart; one position is a point, a path that ends where it begins a ring.
struct OffsetPath {
    Path path;
    bool flat_start = false, flat_end = false;
};

/// Everything on the chart within a distance of the paths, within 0.05 %.
Region grown(const std::vector<OffsetPath>& paths, Kilometres distance);

}  // namespace geo::detail
