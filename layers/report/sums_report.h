// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/plan_on.h"
#include "layers/model/words.h"
#include "layers/report/record.h"

#include <string>
#include <vector>

namespace layers::report {

/// What people ask of a plan in sums: shares of units and of named groups of them, of the area here and of the official
/// one; the length of the border between holders; zones by holder. JSON and CSV carry unrounded figures.
std::string sums_json(const std::vector<PlanOn>& plans, const Record& receipt = {});
std::string sums_csv(const std::vector<PlanOn>& plans);

/// Of one plan; units that simply stay with the first side are left out.
std::string sums_text(const PlanOn& on, const TextOutput& output);

}  // namespace layers::report
