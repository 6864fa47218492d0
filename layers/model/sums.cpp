// SPDX-License-Identifier: MIT
#include "layers/model/sums.h"

#include "geo/adjacency.h"
#include "geo/measure.h"
#include "layers/model/detail/keyed_sums.h"
#include "layers/model/unit_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace layers {

namespace {

using geo::SquareKilometres;

/// In the order of messages; a plan's holders are few.
std::vector<Holder> all_holders() {
    std::vector<Holder> found;
    for (const HolderTerm& term : holders()) { found.push_back(term.holder); }
    return found;
}

/// Reporting units with their areas.
std::vector<SquareKilometres> wholes_of(const Overlay& land) {
    std::vector<SquareKilometres> wholes(land.reporting_units().size());
    for (const Cell& cell : land.cells) { wholes[static_cast<std::size_t>(cell.reporting)] += cell.area; }
    return wholes;
}

/// Reporting units by index; nothing if one of the codes is not there.
std::set<int> units_of(const UnitGroup& group, const std::vector<Unit>& units) {
    std::set<int> found;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto& wanted = group.unit_codes;
        if (std::find(wanted.begin(), wanted.end(), units[i].code) != wanted.end()) {
            found.insert(static_cast<int>(i));
        }
    }
    return found.size() == group.unit_codes.size() ? found : std::set<int>{};
}

bool is_something(const Estimate& estimate) {
    return estimate.area > SquareKilometres{0} || estimate.readings || estimate.contested;
}

/// Of a zone in a unit, as the table of areas has it: with its strips drawn anew.
Estimate whole_zone(const AreaTable& table, const std::string& id, const std::string& unit) {
    const auto found = std::find_if(table.zones.begin(), table.zones.end(),
                                    [&](const AreaTable::ZoneRow& row) { return row.id == id && row.unit == unit; });
    return found == table.zones.end() ? Estimate{} : found->estimate;
}

}  // namespace

std::vector<HolderShare> holder_shares(const PlanOn& on) {
    const Overlay& land = *on.land;
    using Key = std::pair<int, Holder>;
    const detail::KeyedSums<Key> sums{on, [&land](std::size_t cell, const Assignment& way) {
                                          return Key{land.cells[cell].reporting, way.class_at(cell).holder};
                                      }};
    const std::vector<SquareKilometres> wholes = wholes_of(land);
    const std::vector<Unit>& units = land.reporting_units();
    std::vector<HolderShare> shares;
    const auto add = [&](const std::set<int>& in, HolderShare share) {
        for (const int unit : in) { share.whole += wholes[static_cast<std::size_t>(unit)]; }
        for (const Holder holder : all_holders()) {
            share.holder = holder;
            share.estimate =
                sums.of([&](const Key& key) { return in.contains(key.first) && key.second == holder; }, share.whole);
            if (is_something(share.estimate)) { shares.push_back(share); }
        }
    };
    for (std::size_t i = 0; i < units.size(); ++i) {
        add({static_cast<int>(i)},
            {units[i].name, units[i].code, false, Holder::ukraine, {}, {}, official_area(units[i].code)});
    }
    for (const UnitGroup& group : unit_groups()) {
        const std::set<int> in = units_of(group, units);
        if (!in.empty()) { add(in, {group.name, "", true, Holder::ukraine, {}, {}, official_area(group.unit_codes)}); }
    }
    return shares;
}

std::vector<FrontLength> front_lengths(const PlanOn& on) {
    const Overlay& land = *on.land;
    std::vector<const geo::Face*> faces;
    for (const Cell& cell : land.cells) { faces.push_back(cell.face); }
    std::map<std::tuple<int, int, Holder, Holder>, geo::Kilometres> lengths;
    for (const geo::SharedEdge& edge : geo::adjacency(faces).shared) {
        const Holder a = on.drawn().class_at(edge.left).holder, b = on.drawn().class_at(edge.right).holder;
        if (a == b) { continue; }
        const int left = land.cells[edge.left].reporting, right = land.cells[edge.right].reporting;
        lengths[{std::min(left, right), std::max(left, right), std::min(a, b), std::max(a, b)}] +=
            geo::length_of({edge.segment.from, edge.segment.to});
    }
    std::vector<FrontLength> fronts;
    for (const auto& [key, length] : lengths) {
        const auto& [left, right, first, second] = key;
        const auto name = [&land](int unit) { return land.reporting_units()[static_cast<std::size_t>(unit)].name; };
        fronts.push_back(
            {left == right ? name(left) : fmt::format("{} / {}", name(left), name(right)), first, second, length});
    }
    return fronts;
}

std::vector<ZoneByHolder> zones_by_holder(const PlanOn& on) {
    const Overlay& land = *on.land;
    const AreaTable table{on};
    const std::vector<SquareKilometres> wholes = wholes_of(land);
    using Key = std::tuple<bool, int, Holder>;
    std::vector<ZoneByHolder> rows;
    for (std::size_t i = 0; i < on.plan->zones.size(); ++i) {
        const Zone& zone = on.plan->zones[i];
        const detail::KeyedSums<Key> sums{on, [&](std::size_t cell, const Assignment& way) {
                                              const bool inside = i < way.zones.size() && way.zones[i][cell] != 0;
                                              return Key{inside, land.cells[cell].reporting, way.class_at(cell).holder};
                                          }};
        for (std::size_t unit = 0; unit < wholes.size(); ++unit) {
            const Unit& in = land.reporting_units()[unit];
            std::vector<ZoneByHolder> here;
            for (const Holder holder : all_holders()) {
                const Key wanted{true, static_cast<int>(unit), holder};
                Estimate estimate = sums.of([&wanted](const Key& key) { return key == wanted; }, wholes[unit]);
                estimate.readings.reset();  // a reading has zones of its own
                estimate.unclear = !zone.provenance.unclear.empty();
                if (rests_on_resulting_line(zone.where)) {  // parts of it are not drawn anew by themselves
                    estimate.line.reset();
                    estimate.rests_on_strips = true;
                }
                if (is_something(estimate)) { here.push_back({&zone, in.name, in.code, holder, estimate}); }
            }
            if (here.size() == 1) { here.front().estimate = whole_zone(table, zone.id, in.name); }
            rows.insert(rows.end(), here.begin(), here.end());
        }
    }
    return rows;
}

}  // namespace layers
