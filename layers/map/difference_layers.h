// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/plan_layers.h"
#include "layers/model/comparison.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"

namespace layers {

/// The land that has another label under b than under a, as features by unit, from and to, on the same grid as
/// layers_of() writes. Their km2 are the figures of the comparison.
PlanLayers difference_layers(const Plan& a, const Plan& b, const Comparison& comparison, const Overlay& land);

}  // namespace layers
