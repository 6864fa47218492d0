// SPDX-License-Identifier: MIT
#include "app/commands/track_spread.h"

#include "layers/model/area_table.h"
#include "layers/model/comparison.h"
#include "layers/model/cutting.h"
#include "layers/model/estimate_words.h"

#include <utility>

namespace app {

namespace {

layers::ChartSpread spread_of(const layers::Estimate& estimate) {
    if (!estimate.line) { return {}; }
    return {(estimate.area - estimate.line->least).value(), (estimate.line->most - estimate.area).value()};
}

/// The plan on each of the lines, and the land that they cut.
struct Cut {
    std::vector<layers::Plan> plans;
    layers::Overlay land;
};

Cut cut_by(std::vector<layers::Control> controls, const layers::Plan& plan, const layers::Units& units,
           const Inputs& inputs) {
    Cut made;
    for (std::size_t i = 0; i < controls.size(); ++i) {
        if (i > 0 && controls[i].info.name == controls[0].info.name) { controls[i].info.name += " (second)"; }
        set_min_piece(inputs, controls[i]);
        made.plans.push_back(plan);
        layers::stand_on(made.plans.back(), controls[i].info.name);
    }
    layers::Cuts cuts = layers::cuts_for(made.plans, true);
    cuts.interval = interval_from(inputs);
    made.land = layers::cut(units, std::move(controls), cuts);
    return made;
}

}  // namespace

Spreads spreads_on(std::vector<layers::Day> days, const layers::Units& units, const Inputs& inputs) {
    constexpr layers::StatusClass held{layers::Holder::russia, layers::Status::ru_held};
    const layers::Plan plan = plans_for({"as-held"}, units, inputs).front();
    Spreads spreads;
    bool is_assumed = false;
    for (layers::Day& day : days) {
        std::string& source = day.control.info.source;
        is_assumed = is_assumed || (source.empty() && days.size() > 1);
        if (source.empty()) { source = "the series"; }
    }
    const layers::Control first = days.front().control;
    for (layers::Day& day : days) {
        if (&day == &days.front()) {
            const Cut one = cut_by({first}, plan, units, inputs);
            spreads.by_day.push_back({spread_of(layers::AreaTable{one.plans[0], one.land, true}.of(held)), {}});
            spreads.words = layers::interval_words({&one.land.control().info}, one.land.interval);
            continue;
        }
        const Cut both = cut_by({first, std::move(day.control)}, plan, units, inputs);
        spreads.by_day.push_back(
            {spread_of(layers::AreaTable{both.plans[1], both.land, true}.of(held)),
             spread_of(layers::Comparison{both.plans[0], both.plans[1], both.land}.net(layers::Holder::russia))});
    }
    if (is_assumed) {
        spreads.words += " · " + tr("days are taken to be of one source, off alike where its line did not move");
    }
    return spreads;
}

}  // namespace app
