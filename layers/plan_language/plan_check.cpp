// SPDX-License-Identifier: MIT
#include "layers/plan_language/plan_check.h"

#include "layers/model/place.h"
#include "layers/model/point.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace layers {

namespace {

using geo::SquareKilometres;

std::size_t zone_index(const Plan& plan, const std::string& id) {
    const auto found =
        std::find_if(plan.zones.begin(), plan.zones.end(), [&](const Zone& zone) { return zone.id == id; });
    return static_cast<std::size_t>(found - plan.zones.begin());
}

std::vector<std::string> claimed_words(const Check& check, const Plan& plan) {
    std::vector<std::string> words;
    if (check.holder) { words.push_back(plan.sides.holder(*check.holder)); }
    if (check.status) { words.push_back(plan.sides.status(*check.status)); }
    return words;
}

bool is_claimed(const Check& check, const StatusClass& found) {
    return check.holder.value_or(found.holder) == found.holder && check.status.value_or(found.status) == found.status;
}

std::string class_words(const Check& check, const Plan& plan, const std::vector<Unit>& units) {
    std::vector<std::string> words;
    if (!check.zone.empty()) { words.push_back(check.zone); }
    for (const std::string& word : claimed_words(check, plan)) { words.push_back(word); }
    if (const int unit = find_unit(units, check.unit_code); unit >= 0 && !check.unit_code.empty()) {
        words.push_back(units[static_cast<std::size_t>(unit)].name);
    }
    return words.empty() ? "all land" : fmt::format("{}", fmt::join(words, ", "));
}

Verdict verify_place(const Check& check, const PlanOn& on) {
    const Plan& plan = *on.plan;
    Verdict verdict{&check, false, "", ""};
    const bool claims_zone = !check.zone.empty();
    verdict.claim = check.subject;
    if (claims_zone) { verdict.claim += (check.inside ? " lies in " : " lies outside of ") + check.zone; }
    for (const std::string& word : claimed_words(check, plan)) { verdict.claim += ", " + word; }
    const std::optional<PointOnLand> point = point_on(*on.land, find_place(check.subject)->position);
    if (!point) {
        verdict.found = "it lies off this land";
        return verdict;
    }
    const auto holds = [&check](const PointStatus& point_status) {
        const auto is_it = [&check](const Zone* zone) { return zone->id == check.zone; };
        const bool in_zone = std::any_of(point_status.zones.begin(), point_status.zones.end(), is_it);
        return (check.zone.empty() || in_zone == check.inside) && is_claimed(check, point_status.status_class);
    };
    const std::vector<PointStatus> ways = point_statuses_at(on, point->cell);
    std::vector<std::string> zones;
    for (const Zone* zone : ways.front().zones) { zones.push_back(zone->id); }
    verdict.passed = holds(ways.front());
    const StatusWords found = plan.sides.words(ways.front().status_class);
    verdict.found = fmt::format("{}, {}; zones: {}", found.holder, found.status,
                                zones.empty() ? "none" : fmt::format("{}", fmt::join(zones, ", ")));
    const auto differs = [&](const PointStatus& point_status) { return holds(point_status) != verdict.passed; };
    verdict.within_accuracy = std::any_of(ways.begin(), ways.end(), differs);
    return verdict;
}

SquareKilometres area_of(const Check& check, const Assignment& assignment, const Overlay& land) {
    SquareKilometres sum;
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        const Cell& cell = land.cells[i];
        const StatusClass& status_class = assignment.class_at(i);
        const bool counts =
            (check.zone.empty() || assignment.zones[zone_index(*assignment.plan, check.zone)][i] != 0) &&
            is_claimed(check, status_class) &&
            (check.unit_code.empty() || land.units.units[static_cast<std::size_t>(cell.unit)].code == check.unit_code);
        if (counts) { sum += cell.area; }
    }
    return sum;
}

Verdict verify_area(const Check& check, const PlanOn& on) {
    const auto holds = [&check](SquareKilometres area) { return area >= check.least && area <= check.most; };
    const SquareKilometres area = area_of(check, on.drawn(), *on.land);
    Verdict verdict{
        &check, holds(area),
        fmt::format("{} measures {:.0f} km² to {:.0f} km²", class_words(check, *on.plan, on.land->units.units),
                    check.least.value(), check.most.value()),
        fmt::format("{:.1f} km²", area.value())};
    for (const Assignment& moved : on.moved) {
        if (holds(area_of(check, moved, *on.land)) != verdict.passed) { verdict.within_accuracy = true; }
    }
    return verdict;
}

Verdict verify_disjoint(const Check& check, const PlanOn& on) {
    constexpr SquareKilometres nothing{1e-6};
    SquareKilometres shared;
    for (std::size_t i = 0; i < on.land->cells.size(); ++i) {
        const auto in = [&](const std::string& id) { return on.drawn().zones[zone_index(*on.plan, id)][i] != 0; };
        if (std::count_if(check.zones.begin(), check.zones.end(), in) > 1) { shared += on.land->cells[i].area; }
    }
    return {&check, shared <= nothing, fmt::format("{} share no land", fmt::join(check.zones, ", ")),
            shared <= nothing ? "they share none" : fmt::format("they share {:.3f} km²", shared.value())};
}

Verdict verify_unassigned(const Check& check, const PlanOn& on) {
    const SquareKilometres left = unassigned(on.drawn(), *on.land);
    const bool none = left == SquareKilometres{0};
    return {&check, none, "every piece of land has a rule",
            none ? "none is left" : fmt::format("{:.1f} km² have none", left.value())};
}

}  // namespace

std::vector<Verdict> verify(const PlanOn& on) {
    std::vector<Verdict> verdicts;
    for (const Check& check : on.plan->checks) {
        switch (check.kind) {
            case Check::Kind::place:
                verdicts.push_back(verify_place(check, on));
                break;
            case Check::Kind::area:
                verdicts.push_back(verify_area(check, on));
                break;
            case Check::Kind::disjoint:
                verdicts.push_back(verify_disjoint(check, on));
                break;
            case Check::Kind::unassigned:
                verdicts.push_back(verify_unassigned(check, on));
                break;
        }
    }
    return verdicts;
}

}  // namespace layers
