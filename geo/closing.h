// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"

#include <string>
#include <vector>

namespace geo {

/// A gap that was bridged to make paths cut a region.
struct Bridge {
    LonLat from, to;
    Kilometres length;  ///< geodesic
    std::string onto;   ///< "the outline", or "another piece of the line"
};

struct Closing {
    std::vector<Path> paths;
    std::vector<Bridge> bridges;
};

/// Paths that end inside the region are led on, straight, to the nearest point of its outline or to the nearest end of
/// another path, whichever is nearer; to an outline that lies back the way that the path came, they are not. Ends that
/// lie on another path are closed already. Throws Error with place and length of the first gap wider than `tolerance`.
Closing close_onto_outline(const std::vector<Path>& paths, const Region& region, Kilometres tolerance);

}  // namespace geo
