// SPDX-License-Identifier: MIT
#include "layers/model/comparison.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace layers {

namespace {

/// Both with the same lines moved.
bool may_change_hands(const PlanOn& a, const PlanOn& b, const std::vector<std::size_t>& ways, std::size_t cell) {
    const auto changes = [&](std::size_t way) {
        return change_of(a.moved[way].class_at(cell), b.moved[way].class_at(cell)) == Change::hands;
    };
    return !changes(0) && std::any_of(ways.begin(), ways.end(), changes);
}

}  // namespace

std::vector<PlaceUnderBoth> places_under(const PlanOn& a, const PlanOn& b) {
    const std::vector<std::size_t> lines = lines_of_both(a, b);
    if (a.lines != lines || b.lines != lines) {
        return places_under({*a.plan, *a.land, lines}, {*b.plan, *b.land, lines});
    }
    const Overlay& land = *a.land;
    const PointsOn points{land};
    const std::vector<std::size_t> ways = ways_off(a);
    std::vector<PlaceUnderBoth> places;
    for (const Place* place : all_places()) {
        if (place->unit_code.empty()) { continue; }
        const std::optional<PointOnLand> point = points.at(*place);
        if (!point) { continue; }
        const PointStatus first = point_status_at(a, point->cell), second = point_status_at(b, point->cell);
        const Unit& unit = land.reporting_unit(land.cells[point->cell]);
        places.push_back({place, unit.name, unit.code, first, second, first.within_accuracy || second.within_accuracy,
                          may_change_hands(a, b, ways, point->cell), point->to_line[land.line_index(b.plan->line)]});
    }
    return places;
}

}  // namespace layers
