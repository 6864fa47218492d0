// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace geo {

/// A line in one or several pieces.
using Pieces = std::vector<Path>;

/// Land that lies beyond two lines at once, so that crossing both leads back to the first side.
struct Nested {
    std::size_t first, second;  ///< indices of the lines
    SquareKilometres area;
};

/// The two lines with the most land beyond both of them, as seen from the seed, if that is more than `least`. Each line
/// cuts the region by itself. Stretches of one front have no such land: whichever is crossed, it is crossed once.
std::optional<Nested> nested(const Region& region, const std::vector<Pieces>& lines, const LonLat& seed,
                             SquareKilometres least);

}  // namespace geo
