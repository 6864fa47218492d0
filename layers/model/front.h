// SPDX-License-Identifier: MIT
#pragma once

#include "geo/repair.h"
#include "geo/shapes.h"
#include "geo/units.h"
#include "layers/model/contact_line.h"
#include "layers/model/pieces.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace layers {

/// A river, channel or gap between units up to so wide, between land of both sides, is part of the front, as is a
/// reservoir. Other wide water is not, unless the line runs nowhere else; the open sea never is.
inline constexpr geo::Kilometres widest_river{4};

/// Pieces under this make little of a country but much of a strip: what lies round them is said.
inline constexpr geo::SquareKilometres small_piece{20};

/// What strips and intervals are measured from.
struct Front {
    std::vector<geo::Path> paths;
    std::size_t small_pieces = 0;       ///< pieces of land under `small_piece` that have a front
    std::vector<geo::Path> main_paths;  ///< the front without theirs; empty if there are none
    std::optional<geo::Note> crumbs;    ///< pieces and holes too small to have a front
};

/// Where land of both sides meets, or faces each other across a narrow water. No front are coasts and borders, the
/// edges of faces that are `left_out` (slivers: between them and held land lie two drawings of one coast), borders of
/// units that are held as a whole, edges of held land within a metre of the outline, and pieces and holes of held land
/// under `control.min_piece`.
Front front_of(const SidedLand& land, const std::vector<std::size_t>& left_out, const Control& control);

}  // namespace layers
