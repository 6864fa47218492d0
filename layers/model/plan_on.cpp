// SPDX-License-Identifier: MIT
#include "layers/model/plan_on.h"

#include <set>

#include <algorithm>
#include <utility>

namespace layers {

PlanOn::PlanOn(const Plan& on, const Overlay& of) : PlanOn{on, of, lines_of(on, of)} {}

PlanOn::PlanOn(const Plan& on, const Overlay& of, std::vector<std::size_t> moving)
    : plan{&on}, land{&of}, lines{std::move(moving)} {
    for (const Shift& shift : shifts(of, lines)) { moved.push_back(assign(on, of, shift)); }
    if (moved.size() > 3) {
        for (const std::size_t line : lines) {
            const auto& accuracy = of.lines[line].control.info.accuracy;
            if (!accuracy || of.line_error->edges().empty()) { continue; }
            alone_.emplace(line, std::array{assign(on, of, shift_of(of.lines, line, *accuracy)),
                                            assign(on, of, shift_of(of.lines, line, -*accuracy))});
        }
    }
    for (const Plan& reading : on.readings) { readings.push_back(assign(reading, of)); }
    for (const Shift& reading : contested_readings(of.lines)) { contested.push_back(assign(on, of, reading)); }
}

const Assignment& PlanOn::off(std::size_t line, Towards side) const {
    const auto number = static_cast<std::size_t>(side);
    if (const auto found = alone_.find(line); found != alone_.end()) { return found->second[number]; }
    const bool alone = moved.size() == 3 && std::find(lines.begin(), lines.end(), line) != lines.end();
    return alone ? moved[2 - number] : drawn();  // shifts() has the second side first
}

namespace {

bool tears_a_source(const Shift& shift, const std::vector<FrontLine>& fronts, const std::vector<std::size_t>& lines) {
    for (const std::size_t one : lines) {
        const std::string& source = fronts[one].control.info.source;
        for (const std::size_t other : lines) {
            const bool apart = shift.of(one).value() * shift.of(other).value() < 0;
            if (apart && !source.empty() && source == fronts[other].control.info.source) { return true; }
        }
    }
    return false;
}

}  // namespace

std::vector<std::size_t> ways_off(const PlanOn& on) {
    const std::vector<Shift> all = shifts(*on.land, on.lines);
    std::vector<std::size_t> ways;
    for (std::size_t way = 1; way < all.size(); ++way) {
        if (!tears_a_source(all[way], on.land->lines, on.lines)) { ways.push_back(way); }
    }
    return ways;
}

std::vector<std::size_t> lines_of_both(const PlanOn& a, const PlanOn& b) {
    std::set<std::size_t> lines{a.lines.begin(), a.lines.end()};
    lines.insert(b.lines.begin(), b.lines.end());
    return {lines.begin(), lines.end()};
}

std::vector<ZonePair> zone_pairs(const Plan& a, const Plan& b) {
    const auto index_in = [](const Plan& plan, const Zone& zone) -> std::optional<std::size_t> {
        for (std::size_t i = 0; i < plan.zones.size(); ++i) {
            if (plan.zones[i].id == zone.id && plan.zones[i].kind == zone.kind) { return i; }
        }
        return std::nullopt;
    };
    std::vector<ZonePair> pairs;
    for (std::size_t i = 0; i < a.zones.size(); ++i) { pairs.push_back({i, index_in(b, a.zones[i])}); }
    for (std::size_t i = 0; i < b.zones.size(); ++i) {
        if (!index_in(a, b.zones[i])) { pairs.push_back({std::nullopt, i}); }
    }
    return pairs;
}

}  // namespace layers
