// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"

#include <string>
#include <utility>
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
/// another path, whichever is nearer. Throws Error with place and length of the first gap wider than `tolerance`.
Closing close_onto_outline(const std::vector<Path>& paths, const Region& region, Kilometres tolerance);

struct TwoSides {
    Region with_seed, other;
};

/// Colours the region in two: crossing a path changes the side, nothing else does. `seed` (or, if it lies outside, the
/// nearest land) is on the first side. A piece that no land joins to the rest, such as an island, takes the side of the
/// nearest piece, changed if a path runs between. Throws Error if the paths leave the region whole, or if three pieces
/// meet so that two sides do not suffice.
TwoSides split(const Region& region, const std::vector<Path>& paths, const LonLat& seed);

/// The sides to the left and to the right as one walks along the path. Throws as above.
std::pair<Region, Region> split(const Region& region, const Path& path);

}  // namespace geo
