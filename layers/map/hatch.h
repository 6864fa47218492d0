// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/picture.h"

#include <utility>
#include <vector>

namespace layers {

/// Of the map's hatches and of the same in its legend, logical pixels: from line to line across them, and how wide a
/// line is; dots stand as far apart and have the width as their radius.
inline constexpr double hatch_spacing_px = 9, hatch_width_px = 1.4;

/// Side of a square that repeats as a slanted hatch: the spacing along both axes, as a whole number, so that no seam
/// shows.
inline constexpr double slanted_tile_px = 13;

/// A hatch in a box of a legend. Lines reach past the box: whoever draws cuts them off at it.
struct HatchMarks {
    std::vector<std::pair<ScreenPoint, ScreenPoint>> lines;
    std::vector<ScreenPoint> dots;
};
HatchMarks hatch_marks(const ScreenBox& box, Hatch hatch);

/// A square that repeats as a hatch, from its upper left corner; lines reach past it, with the corners that its
/// neighbours cut off.
struct HatchTile {
    double side = 0;
    HatchMarks marks;
};
HatchTile hatch_tile(Hatch hatch);

}  // namespace layers
