// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <vector>

namespace geo {

struct TwoSides {
    Region with_seed, other;
};

/// Colours the region in two: crossing a path changes the side, nothing else does. The land of `seed` (or, if it lies
/// outside, the nearest land, unless a path runs between) is on the first side. Pieces that no land joins, such as
/// islands or units with gaps between them, are joined across the water: shores that face each other are on one side
/// unless a path runs between them, and where the paths have ends in the water, the greater and nearer part of the
/// shores decides. Throws Error if the paths leave the region whole, or if three pieces meet so that two sides do not
/// suffice.
TwoSides split(const Region& region, const std::vector<Path>& paths, const LonLat& seed);

}  // namespace geo
