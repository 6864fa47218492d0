// SPDX-License-Identifier: MIT
#include "layers/model/contradiction.h"

#include "layers/model/assignment.h"

#include <algorithm>

namespace layers {

namespace {

using geo::SquareKilometres;

struct Areas {
    SquareKilometres of_ukraine, of_russia;
    SquareKilometres held_by(Side side) const { return side == Side::russia ? of_russia : of_ukraine; }
};

/// By rule, what it decides, and who holds that on the plan's line.
std::vector<Areas> decided(const Assignment& assignment, const Overlay& land) {
    const std::size_t line = land.line_index(assignment.plan->line);
    const CellSet contested = contested_on(land, line);
    std::vector<Areas> areas(assignment.plan->rules.size());
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        const Cell& cell = land.cells[i];
        if (assignment.rules[i] < 0 || contested[i] != 0) { continue; }
        Areas& of = areas[static_cast<std::size_t>(assignment.rules[i])];
        (cell.from_line[line] < geo::Kilometres{0} ? of.of_russia : of.of_ukraine) += cell.area;
    }
    return areas;
}

void add(const Assignment& assignment, const Overlay& land, std::vector<Contradiction>& found) {
    const Plan& plan = *assignment.plan;
    constexpr SquareKilometres worth_saying{1};
    constexpr double share = 0.01;
    const std::vector<Areas> areas = decided(assignment, land);
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const Rule& rule = plan.rules[i];
        const std::optional<Side> said = held_before(rule.status_class.status);
        if (!said) { continue; }
        const Side other = *said == Side::russia ? Side::ukraine : Side::russia;
        const SquareKilometres area = areas[i].held_by(other), whole = areas[i].of_ukraine + areas[i].of_russia;
        if (area <= std::min(worth_saying, whole * share)) { continue; }
        const auto same = [&](const Contradiction& known) {  // the same rule of the base
            return known.rule->place.file == rule.place.file && known.rule->place.line == rule.place.line &&
                   known.rule->place.column == rule.place.column;
        };
        if (std::any_of(found.begin(), found.end(), same)) { continue; }
        found.push_back({&rule, other, area, plan.reading});
    }
}

}  // namespace

std::optional<Side> held_before(Status status) {
    switch (status) {
        case Status::ua:
        case Status::withdrawn_ua:
            return Side::ukraine;
        case Status::ru_held:
        case Status::withdrawn_ru:
        case Status::frozen:
        case Status::ua_regained:
            return Side::russia;
        default:
            return std::nullopt;
    }
}

std::vector<Contradiction> contradictions(const PlanOn& on) {
    std::vector<Contradiction> found;
    add(on.drawn(), *on.land, found);
    for (const Assignment& reading : on.readings) { add(reading, *on.land, found); }
    return found;
}

}  // namespace layers
