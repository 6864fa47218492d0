// SPDX-License-Identifier: MIT
#include "layers/time/estimates.h"

#include "layers/model/comparison.h"
#include "layers/model/cutting.h"
#include "layers/model/detail/parallel.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <utility>

namespace layers {

namespace {

constexpr StatusClass held_by_second{Holder::russia, Status::ru_held};

/// The plan on each of the lines, and the land that they cut.
struct Cut {
    std::vector<Plan> plans;
    Overlay land;
};

Cut cut_by(std::vector<Control> controls, const Units& units, const EstimateOptions& options) {
    Cut made;
    for (std::size_t i = 0; i < controls.size(); ++i) {
        if (i > 0 && controls[i].info.name == controls[0].info.name) { controls[i].info.name += " (second)"; }
        made.plans.push_back(options.as_held);
        stand_on(made.plans.back(), controls[i].info.name);
    }
    Cuts cuts = cuts_for(made.plans, true);
    cuts.interval = options.interval;
    cuts.fit = options.fit;
    made.land = cut(units, std::move(controls), cuts);
    return made;
}

DayEstimates estimates_on(const Control& first, Control day, const Units& units, const EstimateOptions& options) {
    const Cut both = cut_by({first, std::move(day)}, units, options);
    const Comparison changes{both.plans[0], both.plans[1], both.land};
    DayEstimates made{AreaTable{both.plans[1], both.land, true}.of(held_by_second), changes.net(Holder::russia), {}};
    for (const std::size_t unit : options.units) {
        made.unit_changes.emplace(unit, changes.net(Holder::russia, static_cast<int>(unit)));
    }
    return made;
}

bool are_the_same(const std::vector<geo::Region>& a, const std::vector<geo::Region>& b) {
    return std::ranges::equal(a, b, [](const geo::Region& of_a, const geo::Region& of_b) {
        return std::ranges::equal(geo::rings_of(of_a), geo::rings_of(of_b),
                                  [](const geo::Ring* x, const geo::Ring* y) { return *x == *y; });
    });
}

bool are_the_same(const Control& a, const Control& b) {
    return are_the_same(a.held, b.held) && are_the_same(a.contested, b.contested) && a.info.source == b.info.source &&
           a.info.accuracy == b.info.accuracy &&
           a.info.correlation == b.info.correlation;  // of two sources errors are two, on the same land too
}

constexpr std::array land_held{held_by_second, StatusClass{Holder::ukraine, Status::ua}, contested_land};

/// Two days' land, of which the second is told.
StepEstimates step_between(const Control& before, const Control& day, const Units& units,
                           const EstimateOptions& options) {
    const Cut both = cut_by({before, day}, units, options);
    const Comparison changes{both.plans[0], both.plans[1], both.land};
    const AreaTable held{both.plans[1], both.land, true};
    StepEstimates made;
    made.units.resize(units.units.size());
    for (const StatusClass& one : land_held) {
        made.all[one.holder] = {held.of(one), changes.net(one.holder)};
        for (std::size_t unit = 0; unit < units.units.size(); ++unit) {
            made.units[unit][one.holder] = {held.of(one, units.units[unit].name),
                                            changes.net(one.holder, static_cast<int>(unit))};
        }
    }
    return made;
}

/// What it has, and that nothing has changed.
StepEstimates without_changes(StepEstimates step) {
    for (auto& [holder, one] : step.all) { one.change = {}; }
    for (auto& unit : step.units) {
        for (auto& [holder, one] : unit) { one.change = {}; }
    }
    return step;
}

}  // namespace

EstimatedSteps steps_of(std::vector<Day> days, const Units& units, const EstimateOptions& options) {
    EstimatedSteps made;
    if (days.empty()) { return made; }
    made.days.resize(days.size());
    std::mutex counting;
    std::size_t count = 0;
    detail::in_parallel(days.size() + 1, [&](std::size_t i) {
        if (i == days.size()) {
            made.whole = step_between(days.front().control, days.back().control, units, options);
            return;
        }
        const Control& before = days[i == 0 ? 0 : i - 1].control;
        made.days[i] = step_between(before, days[i].control, units, options);
        const std::lock_guard lock{counting};
        ++count;
        if (options.on_count) { options.on_count(count); }
    });
    made.days.front() = without_changes(made.days.front());
    made.line = days.front().control.info;
    return made;
}

EstimatedDays estimates_of(std::vector<Day> days, const Units& units, const EstimateOptions& options) {
    EstimatedDays made;
    if (days.empty()) { return made; }
    made.days.resize(days.size());
    std::mutex counting;
    std::size_t count = 0;
    const auto add_to_count = [&] {
        const std::lock_guard lock{counting};
        ++count;
        if (options.on_count) { options.on_count(count); }
    };
    std::vector<bool> repeats(days.size());
    std::vector<std::size_t> distinct;
    for (std::size_t i = 1; i < days.size(); ++i) {
        repeats[i] = i > 1 && are_the_same(days[i].control, days[i - 1].control);
        if (!repeats[i]) { distinct.push_back(i); }
    }
    const Control first = days.front().control;
    {
        const Cut alone = cut_by({first}, units, options);
        made.days.front().held = AreaTable{alone.plans[0], alone.land, true}.of(held_by_second);
        made.line = alone.land.control().info;
        add_to_count();
    }
    detail::in_parallel(distinct.size(), [&](std::size_t i) {
        made.days[distinct[i]] = estimates_on(first, std::move(days[distinct[i]].control), units, options);
        add_to_count();
    });
    for (std::size_t i = 1; i < days.size(); ++i) {
        if (!repeats[i]) { continue; }
        made.days[i] = made.days[i - 1];
        add_to_count();
    }
    return made;
}

}  // namespace layers
