// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/plan.h"
#include "layers/model/unit.h"

namespace layers {

/// Do these units cover land of Ukraine, where the built-in places, neighbours and lines are? Units beside it, such as
/// Moldova's, do not, though two drawings of one border may overlap.
bool is_of_ukraine(const Units& units);

/// Does a built-in plan say something about these units? In Ukraine, unless it names units and none of them is there;
/// elsewhere as a template, or as the state of things or its freeze, if it names no unit, line or spot.
bool speaks_of(const Plan& plan, const Units& units);

}  // namespace layers
