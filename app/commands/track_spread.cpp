// SPDX-License-Identifier: MIT
#include "app/commands/track_spread.h"

#include "layers/model/estimate_words.h"
#include "layers/time/estimates.h"

#include <set>
#include <string>
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

/// Whether errors of the days are alike.
enum class Sources { stated, assumed, several };

std::set<std::string> stated_by(const std::vector<layers::Day>& days) {
    std::set<std::string> stated;
    for (const layers::Day& day : days) { stated.insert(day.control.info.source); }
    return stated;
}

/// Days whose files state no source are taken to be of the one that others state, or else of one. `stated` has what all
/// days of the table state, of which these may be a share; "" where one states none.
Sources settle_sources(std::vector<layers::Day>& days, std::set<std::string> stated, const Inputs& inputs) {
    const bool lacks = stated.erase("") > 0;
    for (layers::Day& day : days) { set_min_piece(inputs, day.control); }
    for (layers::Day& day : days) {
        std::string& source = day.control.info.source;
        if (source.empty()) { source = stated.size() == 1 ? *stated.begin() : "the series"; }
    }
    if (stated.size() > 1) { return Sources::several; }
    return lacks && days.size() > 1 ? Sources::assumed : Sources::stated;
}

std::string words_on(const layers::LineInfo& line, layers::IntervalKind kind, Sources sources) {
    const std::string words = layers::interval_words({&line}, kind) + " · ";
    switch (sources) {
        case Sources::assumed:
            return words + tr("days are taken to be of one source, off alike where its line did not move");
        case Sources::several:
            return words + tr("the days are of several sources, whose errors count as independent");
        case Sources::stated:
            break;
    }
    return words + tr("the days are of one source, off alike where its line did not move");
}

auto counting(Console& console, std::size_t all) {
    return [&console, all](std::size_t count) { console.progress(tr("± of {} of {} days", count, all)); };
}

}  // namespace

Spreads spreads_on(std::vector<layers::Day> days, const layers::Units& units,
                   const std::vector<layers::ChartPanel>& unit_panels, const Inputs& inputs, Console& console) {
    const layers::Plan plan = plans_for({"as-held"}, units, inputs).front();
    const Sources sources = settle_sources(days, stated_by(days), inputs);
    layers::EstimateOptions options{plan, interval_from(inputs), {}, counting(console, days.size()), fit_from(inputs)};
    for (const layers::ChartPanel& panel : unit_panels) { options.units.push_back(panel.unit.value()); }
    const layers::EstimatedDays made = layers::estimates_of(std::move(days), units, options);
    console.end_progress();
    Spreads spreads;
    for (const layers::DayEstimates& day : made.days) { spreads.by_day.push_back(spread_of(day)); }
    spreads.words = words_on(made.line, options.interval, sources);
    return spreads;
}

Steps steps_on(std::vector<layers::Day> days, const std::set<std::string>& stated, const layers::Units& units,
               const Inputs& inputs, Console& console) {
    const layers::Plan plan = plans_for({"as-held"}, units, inputs).front();
    const Sources sources = settle_sources(days, stated, inputs);
    const layers::EstimateOptions options{
        plan, interval_from(inputs), {}, counting(console, days.size()), fit_from(inputs)};
    Steps made{layers::steps_of(std::move(days), units, options), {}};
    console.end_progress();
    made.words = words_on(made.steps.line, options.interval, sources);
    return made;
}

Steps moved_to(const layers::report::Part& part, std::size_t listed, Steps steps) {
    std::vector<layers::StepEstimates> all(listed);
    const std::size_t before = part.first == 0 ? 0 : 1;
    for (std::size_t i = part.first; i < part.last; ++i) {
        all[i] = std::move(steps.steps.days[i - part.first + before]);
    }
    steps.steps.days = std::move(all);
    return steps;
}

}  // namespace app
