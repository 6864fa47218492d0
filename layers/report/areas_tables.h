// SPDX-License-Identifier: MIT
#pragma once

#include "layers/report/areas_report.h"
#include "layers/report/table.h"

#include <string>
#include <vector>

namespace layers::report {

/// A row per unit, a column per status, in all and as a part of it.
Table unit_table(const PlanAreas& report, const Overlay& land);

/// What the statuses mean, whose land they are of, and how files call them.
Table meanings_table(const PlanAreas& report);

/// The zones, by unit and in all.
Table zone_table(const PlanAreas& report);

/// What the text leaves unclear, and what it sets without an area, each in a line; of the readings too.
std::vector<std::string> unclear_lines(const Plan& plan);

/// "14.56 %"
std::string share_words(geo::SquareKilometres part, geo::SquareKilometres whole);

}  // namespace layers::report
