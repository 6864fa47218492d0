// SPDX-License-Identifier: MIT
#include "layers/model/zone_changes.h"

#include "layers/model/area_table.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace layers {

using geo::SquareKilometres;

namespace {

/// Of the zone with that id and kind; the number of zones if there is none.
std::size_t index_in(const Plan& plan, const Zone& zone) {
    const auto same = [&zone](const Zone& other) { return other.id == zone.id && other.kind == zone.kind; };
    return static_cast<std::size_t>(std::find_if(plan.zones.begin(), plan.zones.end(), same) - plan.zones.begin());
}

bool has(const PointStatus& status, const Zone* zone) {
    return zone != nullptr && std::find(status.zones.begin(), status.zones.end(), zone) != status.zones.end();
}

/// Cells of a zone; empty if the plan has none.
CellSet cells_of(const PlanOn& on, const Zone* zone) {
    return zone == nullptr ? CellSet(on.land->cells.size()) : on.drawn().zones[index_in(*on.plan, *zone)];
}

void add_rows(const PlanOn& a, const PlanOn& b, ZoneChange& change) {
    const Overlay& land = *a.land;
    const CellSet before = cells_of(a, change.a), after = cells_of(b, change.b);
    std::map<std::pair<int, Holder>, std::pair<SquareKilometres, SquareKilometres>> sums;
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        if ((before[i] != 0) == (after[i] != 0)) { continue; }
        auto& [gained, lost] = sums[{land.cells[i].reporting, b.drawn().class_at(i).holder}];
        (after[i] != 0 ? gained : lost) += land.cells[i].area;
    }
    for (const auto& [key, areas] : sums) {
        const Unit& unit = land.reporting_units()[static_cast<std::size_t>(key.first)];
        change.rows.push_back({unit.name, unit.code, key.second, areas.first, areas.second});
    }
}

ZoneChange change_of(const Zone* a, const Zone* b, const PlanOn& on_a, const PlanOn& on_b, const AreaTable& table_a,
                     const AreaTable& table_b, const std::vector<PlaceUnderBoth>& places) {
    ZoneChange change{a, b, {}, {}, {}, {}, {}};
    if (a != nullptr) { change.of_a = table_a.of_zone(a->id); }
    if (b != nullptr) { change.of_b = table_b.of_zone(b->id); }
    add_rows(on_a, on_b, change);
    for (const PlaceUnderBoth& place : places) {
        const bool before = has(place.a, a), after = has(place.b, b);
        if (after && !before) { change.entering.push_back(place.place); }
        if (before && !after) { change.leaving.push_back(place.place); }
    }
    return change;
}

}  // namespace

SquareKilometres ZoneChange::gained() const {
    return std::accumulate(rows.begin(), rows.end(), SquareKilometres{},
                           [](SquareKilometres sum, const Row& row) { return sum + row.gained; });
}

SquareKilometres ZoneChange::lost() const {
    return std::accumulate(rows.begin(), rows.end(), SquareKilometres{},
                           [](SquareKilometres sum, const Row& row) { return sum + row.lost; });
}

std::vector<ZoneChange> zone_changes(const PlanOn& a, const PlanOn& b, const std::vector<PlaceUnderBoth>& places) {
    std::vector<ZoneChange> changes;
    if (a.plan->zones.empty() && b.plan->zones.empty()) { return changes; }
    const AreaTable table_a{a}, table_b{b};
    for (const Zone& zone : a.plan->zones) {
        const std::size_t in_b = index_in(*b.plan, zone);
        const Zone* other = in_b == b.plan->zones.size() ? nullptr : &b.plan->zones[in_b];
        changes.push_back(change_of(&zone, other, a, b, table_a, table_b, places));
    }
    for (const Zone& zone : b.plan->zones) {
        if (index_in(*a.plan, zone) != a.plan->zones.size()) { continue; }
        changes.push_back(change_of(nullptr, &zone, a, b, table_a, table_b, places));
    }
    return changes;
}

}  // namespace layers
