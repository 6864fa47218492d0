// SPDX-License-Identifier: MIT
#pragma once

#include "geo/units.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"

#include <cstddef>
#include <vector>

namespace layers {

/// How much of a zone is strip round small pieces of land alone, and not along the rest of the front.
struct StripShare {
    const Zone* zone;
    geo::SquareKilometres all, round_small_pieces;
    std::size_t pieces;  ///< under `small_piece` km², of either side, that have a front
};

/// Of the plan's zones that are strips; none where all pieces are large or the share is under 1 km². The land has been
/// cut for the plan.
std::vector<StripShare> strip_shares(const Plan& plan, const Overlay& land);

}  // namespace layers
