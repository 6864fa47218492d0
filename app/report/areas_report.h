// SPDX-License-Identifier: MIT
#pragma once

#include "app/console.h"
#include "layers/model/area_table.h"

#include <string>
#include <vector>

namespace app {

struct PlanAreas {
    layers::Plan plan;
    layers::AreaTable table;
};

/// The forms in which `demarc areas` gives its tables. JSON and CSV carry unrounded km².
std::string areas_json(const std::vector<PlanAreas>& reports, const layers::Overlay& land);
std::string areas_csv(const std::vector<PlanAreas>& reports, const layers::Overlay& land);

/// The plans on one screen: a row per plan and status, a column per unit; without the units' columns where the terminal
/// is too narrow for them.
std::string areas_overview(const std::vector<PlanAreas>& reports, const layers::Overlay& land, const Console& console);

/// One plan: a row per unit, a column per status, then zones, what the text leaves unclear, and the sources.
std::string areas_of_plan(const PlanAreas& report, const layers::Overlay& land, const Console& console);

}  // namespace app
