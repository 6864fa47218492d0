// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/plan_layers.h"
#include "layers/model/sides.h"
#include "layers/model/unit.h"
#include "layers/time/moves.h"

#include <vector>

namespace layers {

/// Land that changed hands between days of one source, a feature for each piece, in the colour of who has it after;
/// `marks` says which were rather drawn anew, or undone.
PlanLayers move_layers(const std::vector<Move>& moves, const Units& units, const Sides& sides, bool marks = true);

}  // namespace layers
