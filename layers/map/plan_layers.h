// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "layers/model/area_table.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"

#include <string>
#include <vector>

namespace layers {

/// The layers that an export can hold, in the order in which they are written.
const std::vector<std::string>& exportable_layers();

struct PlanLayers {
    geo::Dataset dataset;
    std::vector<geo::LayerStyle> styles;
};

/// The plan as features with a property `layer`: `status`, a partition of the country by unit, holder and status;
/// `zone`, by unit; `line`; `units`; `places`. Coordinates lie on a grid of geo::written_decimals places on which the
/// partition still is one; km2 is the figure of the area table, from before that rounding. Throws geo::Error (bad
/// usage) for a layer that does not exist.
PlanLayers layers_of(const Plan& plan, const Overlay& land, const std::vector<std::string>& chosen);

}  // namespace layers
