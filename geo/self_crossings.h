// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"

#include <vector>

namespace geo {

/// Where a path meets itself again, and the land that the loop from there and back goes round.
struct SelfCrossing {
    LonLat at;
    SquareKilometres loop;
};

/// In order along the path, at most 1,000 of them. That a closed path ends where it begins is none. Cost: about as the
/// number of corners.
std::vector<SelfCrossing> self_crossings(const Path& path);

/// Where closed paths cross others, open or closed, at most 1,000 places. That they touch is no crossing.
std::vector<LonLat> crossings_of_closed(const std::vector<Path>& paths);

}  // namespace geo
