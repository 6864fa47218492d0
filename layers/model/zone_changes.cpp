// SPDX-License-Identifier: MIT
#include "layers/model/zone_changes.h"

#include "layers/model/area_table.h"

#include <algorithm>
#include <map>

namespace layers {

using geo::SquareKilometres;

namespace {

bool has(const PointStatus& status, const Zone* zone) {
    return zone != nullptr && std::find(status.zones.begin(), status.zones.end(), zone) != status.zones.end();
}

/// A zone under two plans that have the same lines moved.
class ZoneUnderBoth {
public:
    ZoneUnderBoth(const ZonePair& zone, const PlanOn& a, const PlanOn& b) : zone_{zone}, a_{&a}, b_{&b} {}

    bool in_a(const Assignment& way, std::size_t cell) const { return zone_.a && way.zones[*zone_.a][cell] != 0; }
    bool in_b(const Assignment& way, std::size_t cell) const { return zone_.b && way.zones[*zone_.b][cell] != 0; }

    /// What the second plan alone has in it, or the first alone; `drawn` are the draws of that, if there are any.
    Estimate only_in(bool second, const std::vector<double>* drawn) const {
        const Overlay& land = *a_->land;
        std::vector<SquareKilometres> moved;
        for (std::size_t way = 0; way < a_->moved.size(); ++way) {
            SquareKilometres& sum = moved.emplace_back();
            for (std::size_t i = 0; i < land.cells.size(); ++i) {
                const bool before = in_a(a_->moved[way], i), after = in_b(b_->moved[way], i);
                if (before != after && after == second) { sum += land.cells[i].area; }
            }
        }
        Estimate result = estimate_of(moved, {});
        if (land.interval == IntervalKind::worst) { return result; }
        LineError::Slopes slopes;
        each_change(
            land.line_error->edges(),
            [&](std::size_t cell, const auto& off) {
                const bool before = in_a(off(*a_), cell), after = in_b(off(*b_), cell);
                return before != after && after == second;
            },
            [&slopes](bool from, bool, const LineError::Edge& edge, double km) { slopes.add(edge, from ? -km : km); });
        const Range limits{SquareKilometres{0}, land.total()};
        result.line = probable_range(result.area, slopes, *land.line_error, limits);
        result.rests_on_strips = slopes.rest_on_strips;
        if (!result.rests_on_strips || drawn == nullptr) { return result; }
        const Redrawn::Spread spread = spread_of(*drawn);
        add_spread(spread, SquareKilometres{spread.middle_km2}, limits, result);
        return result;
    }

private:
    ZonePair zone_;
    const PlanOn *a_, *b_;
};

void add_rows(const ZoneUnderBoth& zone, const PlanOn& a, const PlanOn& b, ZoneChange& change) {
    const Overlay& land = *a.land;
    std::map<std::pair<int, Holder>, std::pair<SquareKilometres, SquareKilometres>> sums;
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        const bool before = zone.in_a(a.drawn(), i), after = zone.in_b(b.drawn(), i);
        if (before == after) { continue; }
        auto& [gained, lost] = sums[{land.cells[i].reporting, b.drawn().class_at(i).holder}];
        (after ? gained : lost) += land.cells[i].area;
    }
    for (const auto& [key, areas] : sums) {
        const Unit& unit = land.reporting_units()[static_cast<std::size_t>(key.first)];
        change.rows.push_back({unit.name, unit.code, key.second, areas.first, areas.second});
    }
}

/// What appears or vanishes as a whole is as certain as the zone itself.
void add_doubts_of(const Estimate& zone, Estimate& change) {
    change.readings = zone.readings;
    if (change.line) { return; }
    change.line = zone.line;
    change.redrawn = zone.redrawn;
    change.redrawn_deviation = zone.redrawn_deviation;
}

const std::vector<double>* draws_of(const RedrawnPair& redrawn, std::size_t zone, bool gained) {
    const auto found = redrawn.zones_km2.find({zone, gained});
    return found == redrawn.zones_km2.end() ? nullptr : &found->second;
}

}  // namespace

std::vector<ZoneChange> zone_changes(const PlanOn& a, const PlanOn& b, const std::vector<PlaceUnderBoth>& places,
                                     const RedrawnPair& redrawn) {
    std::vector<ZoneChange> changes;
    if (a.plan->zones.empty() && b.plan->zones.empty()) { return changes; }
    const AreaTable table_a{a}, table_b{b};
    const std::vector<std::size_t> lines = lines_of_both(a, b);
    const PlanOn both_a{*a.plan, *a.land, lines}, both_b{*b.plan, *b.land, lines};
    const bool has_interval = !are_two_views_of_a_day(a, b);
    const std::vector<ZonePair> pairs = zone_pairs(*a.plan, *b.plan);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        ZoneChange& change = changes.emplace_back();
        if (pairs[i].a) { change.a = &a.plan->zones[*pairs[i].a]; }
        if (pairs[i].b) { change.b = &b.plan->zones[*pairs[i].b]; }
        if (change.a != nullptr) { change.of_a = table_a.of_zone(change.a->id); }
        if (change.b != nullptr) { change.of_b = table_b.of_zone(change.b->id); }
        const ZoneUnderBoth zone{pairs[i], both_a, both_b};
        add_rows(zone, both_a, both_b, change);
        change.gained = zone.only_in(true, draws_of(redrawn, i, true));
        change.lost = zone.only_in(false, draws_of(redrawn, i, false));
        const SquareKilometres none{0};
        change.gained.unclear = change.of_b.unclear && change.gained.area > none;
        change.lost.unclear = change.of_a.unclear && change.lost.area > none;
        if (change.a == nullptr) { add_doubts_of(change.of_b, change.gained); }
        if (change.b == nullptr) { add_doubts_of(change.of_a, change.lost); }
        if (!has_interval) {
            change.gained.line.reset();
            change.lost.line.reset();
        }
        for (const PlaceUnderBoth& place : places) {
            const bool before = has(place.a, change.a), after = has(place.b, change.b);
            if (after && !before) { change.entering.push_back(place.place); }
            if (before && !after) { change.leaving.push_back(place.place); }
        }
    }
    return changes;
}

}  // namespace layers
