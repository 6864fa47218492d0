// SPDX-License-Identifier: MIT
#pragma once

#include "layers/plan.h"
#include "layers/unit.h"

#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// A plan out of YAML; README.md shows the format. `units` are the names that rules may use beside those of the
/// built-in units. Throws geo::Error with line, column and a caret for text that is not YAML, a key, unit, holder or
/// status that does not exist (with the nearest one that does), or a file of more than a megabyte.
Plan parse_plan(std::string_view text, const std::string& file, const std::vector<Unit>& units);

/// Names of the built-in plans, in the order in which they are shown.
std::vector<std::string> builtin_plan_names();

/// A built-in plan by its name, or a plan file by its path. Throws geo::Error (bad usage) with a suggestion if there is
/// neither.
Plan load_plan(const std::string& name_or_path, const std::vector<Unit>& units);

}  // namespace layers
