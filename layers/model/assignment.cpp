// SPDX-License-Identifier: MIT
#include "layers/model/assignment.h"

#include <algorithm>
#include <set>

namespace layers {

const Rule* Assignment::rule_at(std::size_t cell) const {
    return rules[cell] < 0 ? nullptr : &plan->rules[static_cast<std::size_t>(rules[cell])];
}

const StatusClass& Assignment::class_at(std::size_t cell) const {
    const Rule* rule = rule_at(cell);
    if (rules[cell] == contested) { return contested_land; }
    return rule == nullptr ? left_open : rule->status_class;
}

namespace {

Assignment laid(const Plan& plan, const Overlay& land, const Shift& shift) {
    Assignment result{&plan, std::vector<int>(land.cells.size(), Assignment::unassigned), {}};
    for (std::size_t i = plan.rules.size(); i-- > 0;) {  // the first rule has the last word
        const CellSet set = cells_in(plan.rules[i].where, land, shift);
        for (std::size_t cell = 0; cell < set.size(); ++cell) {
            if (set[cell] != 0) { result.rules[cell] = static_cast<int>(i); }
        }
    }
    for (const Zone& zone : plan.zones) { result.zones.push_back(cells_in(zone.where, land, shift)); }
    return result;
}

}  // namespace

Assignment assign(const Plan& plan, const Overlay& land, const Shift& shift) {
    const bool open = land.has_contested() && !speaks_of_contested(plan);
    if (shift.contested != Contested::apart) { return laid(plan, land, open ? shift : Shift{shift.off}); }
    Assignment result = laid(plan, land, shift);
    if (!open) { return result; }
    const Assignment first = laid(plan, land, {shift.off, Contested::with_ukraine}),
                     second = laid(plan, land, {shift.off, Contested::with_russia});
    for (const std::size_t line : lines_of(plan, land)) {
        const CellSet contested = contested_on(land, line, shift);
        for (std::size_t i = 0; i < contested.size(); ++i) {
            if (contested[i] == 0) { continue; }
            const bool same = first.class_at(i) == second.class_at(i);
            result.rules[i] = same ? first.rules[i] : Assignment::contested;
        }
    }
    return result;
}

geo::SquareKilometres unassigned(const Assignment& assignment, const Overlay& land) {
    geo::SquareKilometres left;
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        if (assignment.rules[i] == Assignment::unassigned) { left += land.cells[i].area; }
    }
    return left;
}

const LineInfo& line_under(const Plan& plan, const Overlay& land) {
    return land.lines[land.line_index(plan.line)].control.info;
}

std::vector<std::size_t> lines_of(const Plan& plan, const Overlay& land) {
    std::vector<std::size_t> lines;
    const std::string own = resulting_line_name(plan);
    for (const std::size_t line : lines_of(areas_of(plan), land)) {  // a reading's is not the plan's
        const LineInfo& info = land.lines[line].control.info;
        if (info.kind != LineKind::resulting || info.name == own) { lines.push_back(line); }
    }
    return lines;
}

std::vector<std::size_t> lines_of(const std::vector<const AreaExpression*>& areas, const Overlay& land) {
    std::set<std::size_t> lines;
    for (const AreaExpression* area : areas) {
        visit(*area, [&](const AreaExpression& where) {
            if (where.kind == AreaExpression::Kind::held_by || where.kind == AreaExpression::Kind::near_line) {
                lines.insert(land.line_index(where.line));
            }
        });
    }
    if (lines.empty()) { lines.insert(0); }
    return {lines.begin(), lines.end()};
}

}  // namespace layers
