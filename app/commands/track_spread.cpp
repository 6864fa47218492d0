// SPDX-License-Identifier: MIT
#include "app/commands/track_spread.h"

#include "layers/model/estimate_words.h"
#include "layers/time/estimates.h"

#include <utility>

namespace app {

namespace {

layers::ChartSpread spread_of(const layers::Estimate& estimate) {
    if (!estimate.line) { return {}; }
    return {(estimate.area - estimate.line->least).value(), (estimate.line->most - estimate.area).value()};
}

layers::DaySpread spread_of(const layers::DayEstimates& day) {
    layers::DaySpread spread{spread_of(day.held), spread_of(day.change), {}};
    for (const auto& [unit, change] : day.unit_changes) { spread.unit_changes.emplace(unit, spread_of(change)); }
    return spread;
}

}  // namespace

Spreads spreads_on(std::vector<layers::Day> days, const layers::Units& units,
                   const std::vector<layers::ChartPanel>& unit_panels, const Inputs& inputs, Console& console) {
    const layers::Plan plan = plans_for({"as-held"}, units, inputs).front();
    bool is_assumed = false;
    for (layers::Day& day : days) {
        std::string& source = day.control.info.source;
        is_assumed = is_assumed || (source.empty() && days.size() > 1);
        if (source.empty()) { source = "the series"; }
        set_min_piece(inputs, day.control);
    }
    layers::EstimateOptions options{plan, interval_from(inputs), {}, {}};
    for (const layers::ChartPanel& panel : unit_panels) { options.units.push_back(panel.unit.value()); }
    options.on_count = [&console, all = days.size()](std::size_t count) {
        console.progress(tr("± of {} of {} days", count, all));
    };
    const layers::EstimatedDays made = layers::estimates_of(std::move(days), units, options);
    console.end_progress();
    Spreads spreads;
    for (const layers::DayEstimates& day : made.days) { spreads.by_day.push_back(spread_of(day)); }
    spreads.words = layers::interval_words({&made.line}, options.interval);
    if (is_assumed) {
        spreads.words += " · " + tr("days are taken to be of one source, off alike where its line did not move");
    }
    return spreads;
}

}  // namespace app
