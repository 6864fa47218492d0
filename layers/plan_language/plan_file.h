// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "layers/model/plan.h"
#include "layers/model/unit.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// How a plan is to be read.
struct PlanOptions {
    std::map<std::string, std::string> set{};  ///< values of parameters: depth → 10km
    Reading reading = Reading::base;           ///< the base comes with the two others beside it
    std::optional<Sides> sides{};              ///< what the sides are called, where the plan does not say it
    geo::ReadOptions files{};                  ///< how files of polygons are read, where the plan does not say it
};

/// A plan out of YAML; layers/PLANS.md describes the language. `units` are the names that rules may use beside those of
/// the built-in units. Throws geo::Error with line, column and a caret for text that is not YAML, a key, unit, place,
/// holder or status that does not exist (with the nearest one that does), a distance without unit, plans that extend
/// one another in a circle, a file of more than a megabyte, or one that lies outside of the folder of the plan that
/// names it: plans come by mail, and name no file of their reader's.
Plan parse_plan(std::string_view text, const std::string& file, const std::vector<Unit>& units,
                const PlanOptions& options = {});

/// Built-in plans of one kind, in the order in which they are shown.
struct CatalogueGroup {
    std::string title;
    std::vector<std::string> names;
};
const std::vector<CatalogueGroup>& catalogue();

/// Several plans that name the sides alike: what one of them calls the sides holds for those that do not. Throws
/// geo::Error (bad usage) if two call them differently.
std::vector<Plan> load_plans(const std::vector<std::string>& names_or_paths, const std::vector<Unit>& units,
                             const std::vector<PlanOptions>& options);

/// Names of all built-in plans, in the order of the catalogue.
std::vector<std::string> builtin_plan_names();

/// A built-in plan by its name, or a plan file by its path; "us-28-point@smallest" is its smallest reading. Throws
/// geo::Error (bad usage) with a suggestion if there is neither.
Plan load_plan(const std::string& name_or_path, const std::vector<Unit>& units, const PlanOptions& options = {});

}  // namespace layers
