// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/area_table.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"
#include "layers/model/words.h"
#include "layers/report/record.h"
#include "layers/report/table.h"

#include <string>
#include <vector>

namespace layers::report {

struct PlanAreas {
    Plan plan;
    AreaTable table;
};

/// The areas under plans on one land, by unit, holder and status, and of their zones. JSON and CSV carry unrounded km²;
/// of a receipt, how they came about, each plan has a copy.
std::string areas_json(const std::vector<PlanAreas>& reports, const Overlay& land, const Record& receipt = {});
std::string areas_csv(const std::vector<PlanAreas>& reports, const Overlay& land);

/// The rows of areas_csv(), for a workbook.
Table areas_rows(const std::vector<PlanAreas>& reports, const Overlay& land);

/// The plans on one screen: a row per plan and status, a column per unit.
std::string areas_overview(const std::vector<PlanAreas>& reports, const Overlay& land, const TextOutput& output);

/// One plan: a row per unit, a column per status, then zones, what the text leaves unclear, and the sources.
std::string areas_of_plan(const PlanAreas& report, const Overlay& land, const TextOutput& output);

}  // namespace layers::report
