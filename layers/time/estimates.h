// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/area_table.h"
#include "layers/model/plan.h"
#include "layers/model/unit.h"
#include "layers/time/day_files.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace layers {

/// What is held on a day, and what changed of it since the first: of that one, nothing. With how far both may be off.
struct DayEstimates {
    Estimate held, change;
    std::map<std::size_t, Estimate> unit_changes;  ///< by index in Units
};

struct EstimatedDays {
    std::vector<DayEstimates> days;
    LineInfo line;  ///< of the first: its accuracy, and what is assumed of it
};

/// What is asked of the days.
struct EstimateOptions {
    const Plan& as_held;  ///< the plan that leaves land as it is held, on whatever line
    IntervalKind interval = IntervalKind::probable;
    std::vector<std::size_t> units{};             ///< of which changes are wanted
    std::function<void(std::size_t)> on_count{};  ///< told how many days are done, never by two threads at once
    std::optional<geo::Kilometres> fit{};         ///< as in Cuts
};

/// As a table has it of the day's line, and a comparison of the first day's and it: days of one source are off alike
/// where their line did not move. Some days at a time; one that repeats the one before costs nothing.
EstimatedDays estimates_of(std::vector<Day> days, const Units& units, const EstimateOptions& options);

/// What one holder has on a day, and what changed of it since the day before in the list, with how far both may be off.
struct HeldAndChange {
    Estimate held, change;
};

/// By holder (either side, and contested), for all units together and for each.
struct StepEstimates {
    std::map<Holder, HeldAndChange> all;
    std::vector<std::map<Holder, HeldAndChange>> units;
};

struct EstimatedSteps {
    std::vector<StepEstimates> days;  ///< of the first nothing has changed
    StepEstimates whole;              ///< of the last day, with what changed since the first
    LineInfo line;                    ///< of the first day
};

/// The same from each day to the next, and from the first to the last.
EstimatedSteps steps_of(std::vector<Day> days, const Units& units, const EstimateOptions& options);

}  // namespace layers
