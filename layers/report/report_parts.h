// SPDX-License-Identifier: MIT
#pragma once

#include "layers/report/areas_report.h"
#include "layers/report/compared.h"
#include "layers/report/document.h"

#include <cstddef>

namespace layers::report {

/// Of one plan: areas by unit, zones, clauses, what is unclear, sources.
Document plan_part(const PlanAreas& areas, const Overlay& land, std::size_t number);

/// Of two: what changes hands, the net, towns and people.
Document change_part(const Compared& pair);

/// What the figures rest on, and what their marks mean.
Document method_part(const Overlay& land);

/// The plan's title in the reader's language, or its name.
std::string title_of(const Plan& plan);

}  // namespace layers::report
