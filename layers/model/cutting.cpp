// SPDX-License-Identifier: MIT
#include "layers/model/cutting.h"

#include <algorithm>

namespace layers {

void stand_all(std::vector<Plan>& plans, const std::string& given) {
    const std::string newest = builtin_line_names().front();
    for (Plan& plan : plans) { stand_on(plan, !given.empty() ? given : !plan.line.empty() ? plan.line : newest); }
}

std::vector<Control> lines_under(std::vector<Plan>& plans, std::optional<Control> given, const Units& units) {
    std::vector<Control> lines;
    if (given) {
        lines.push_back(std::move(*given));
        stand_all(plans, lines.front().info.name);
    } else {
        stand_all(plans, {});
        lines.push_back(builtin_line(plans.empty() ? builtin_line_names().front() : plans.front().line, units));
    }
    return lines;
}

void add_lines_named(const std::vector<Plan>& plans, const Units& units, std::vector<Control>& lines) {
    for (const Plan& plan : plans) {
        for (const std::string& name : lines_named(plan)) {
            const auto same = [&name](const Control& line) { return line.info.name == name; };
            if (std::none_of(lines.begin(), lines.end(), same)) { lines.push_back(builtin_line(name, units)); }
        }
    }
}

Cuts cuts_for(const std::vector<Plan>& plans, bool zones_as_drawn) {
    Cuts cuts;
    const auto add = [](const std::vector<const AreaExpression*>& more, std::vector<const AreaExpression*>& to) {
        to.insert(to.end(), more.begin(), more.end());
    };
    for (const Plan& plan : plans) {
        cuts.plans.push_back(&plan);
        add(zones_as_drawn ? rule_areas_of(plan) : areas_of(plan), cuts.areas);
        if (!zones_as_drawn) { continue; }
        add(zone_areas_of(plan), cuts.drawn_areas);
        for (const Plan& reading : plan.readings) { add(areas_of(reading), cuts.drawn_areas); }
    }
    return cuts;
}

}  // namespace layers
