// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/inputs.h"
#include "layers/model/plan.h"
#include "layers/model/unit.h"
#include "layers/report/plans_by_day.h"
#include "layers/time/day_files.h"

#include <vector>

namespace app {

/// Each plan on the control polygons of each day, whatever line it names itself. What is to be said of the last day's
/// land is noted.
std::vector<report::PlanOnDay> plans_on(std::vector<layers::Day> days, const std::vector<layers::Plan>& plans,
                                        const layers::Units& units, const Inputs& inputs, Console& console);

}  // namespace app
