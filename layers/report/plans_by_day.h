// SPDX-License-Identifier: MIT
#pragma once

#include "geo/date.h"
#include "layers/model/area_table.h"
#include "layers/model/contact_line.h"
#include "layers/model/overlay.h"
#include "layers/model/sides.h"
#include "layers/model/words.h"
#include "layers/report/table.h"

#include <string>
#include <utility>
#include <vector>

namespace layers::report {

/// What a plan comes to on the line of one day.
struct PlanOnDay {
    geo::Date date;
    std::string plan;
    Sides sides;
    std::vector<AreaTable::Row> rows;                      ///< by unit and status
    std::vector<std::pair<StatusClass, Estimate>> totals;  ///< in all units, in the order of statuses
    LineInfo line;                                         ///< of that day
    IntervalKind interval;                                 ///< that the estimates have
};

/// A row for each day, plan, unit and status, for files; with columns for contested land, if the series has some.
Table plans_by_day(const std::vector<PlanOnDay>& days, bool series_has_contested);

/// A row for each day and plan, a column for each status but that of land of which no plan need speak.
std::string plans_by_day_text(const std::vector<PlanOnDay>& days, const TextOutput& output);

}  // namespace layers::report
