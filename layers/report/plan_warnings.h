// SPDX-License-Identifier: MIT
#pragma once

#include "geo/error.h"
#include "layers/model/plan_on.h"

#include <vector>

namespace layers::report {

/// What the author of a plan should look at, each at its place in the file: rules that can decide nothing, zones that
/// cover nothing, and rules that contradict who holds the land. Nothing of a built-in plan.
std::vector<geo::Error> warnings_on(const PlanOn& on);

}  // namespace layers::report
