// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/inputs.h"
#include "app/console.h"
#include "layers/chart/chart.h"
#include "layers/model/unit.h"
#include "layers/report/track_report.h"
#include "layers/time/day_files.h"
#include "layers/time/estimates.h"

#include <set>
#include <string>
#include <vector>

namespace app {

/// How far what is held on each day, and what changed since the first, may be off, as --accuracy, --correlation and
/// --interval say.
struct Spreads {
    std::vector<layers::DaySpread> by_day;
    std::string words;  ///< what the interval is
};

/// As `areas` and `compare` have them, of land as it is held: where the line did not move, the two days are off alike.
/// Of the changes of `unit_panels` too. How far it is, is shown while it lasts.
Spreads spreads_on(std::vector<layers::Day> days, const layers::Units& units,
                   const std::vector<layers::ChartPanel>& unit_panels, const Inputs& inputs, Console& console);

/// The same from each day to the next, for tables, and what the interval is.
struct Steps {
    layers::EstimatedSteps steps;
    std::string words;
};
/// `stated` are the sources that all days of the table state, of which these may be a share: "" where one states none.
Steps steps_on(std::vector<layers::Day> days, const std::set<std::string>& stated, const layers::Units& units,
               const Inputs& inputs, Console& console);

/// The same as a table of all listed days wants it: of those of the part, with the one before it as the first.
Steps moved_to(const layers::report::Part& part, std::size_t listed, Steps steps);

}  // namespace app
