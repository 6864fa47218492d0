// SPDX-License-Identifier: MIT
#include "layers/model/area_table.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace layers {

using geo::SquareKilometres;

void add_open(SquareKilometres area, Estimate& estimate) {
    estimate.unclear = true;
    estimate.open = estimate.open.value_or(SquareKilometres{}) + area;
}

Estimate estimate_of(const std::vector<SquareKilometres>& moved, const std::vector<SquareKilometres>& readings,
                     const std::vector<SquareKilometres>& contested) {
    Estimate result;
    result.area = moved.front();
    if (moved.size() > 1) {
        const auto [least, most] = std::minmax_element(moved.begin(), moved.end());
        if (*most - *least > SquareKilometres{1e-9}) { result.line = Range{*least, *most}; }
    }
    const auto differing = [&](const std::vector<SquareKilometres>& pair) -> std::optional<Range> {
        const auto differs = [&](SquareKilometres a) {
            return geo::magnitude(a - result.area) > SquareKilometres{1e-6};
        };
        if (pair.size() != 2 || (!differs(pair[0]) && !differs(pair[1]))) { return std::nullopt; }
        return Range{pair[0], pair[1]};
    };
    result.readings = differing(readings);
    result.contested = differing(contested);
    return result;
}

std::optional<Range> probable_range(SquareKilometres area, const LineError::Slopes& slopes, const LineError& error,
                                    const Range& limits) {
    if (slopes.rest_on_strips) { return std::nullopt; }
    const SquareKilometres off = error.deviation(slopes) * interval_deviations;
    if (off <= SquareKilometres{1e-9}) { return std::nullopt; }
    return Range{std::max(area - off, limits.least), std::min(area + off, limits.most)};
}

void add_spread(const Redrawn::Spread& spread, SquareKilometres strips, const Range& limits, Estimate& estimate) {
    const SquareKilometres middle{spread.middle_km2},
        off{std::hypot(spread.deviation_km2, redrawing_error * strips.value()) * interval_deviations};
    estimate.redrawn_deviation = SquareKilometres{spread.deviation_km2};
    estimate.redrawn = middle;
    estimate.line = Range{std::max(middle - off, limits.least), std::min(middle + off, limits.most)};
}

AreaTable::Sums AreaTable::sums_of(const Assignment& assignment, const Overlay& land) {
    const Plan& plan = *assignment.plan;
    Sums sums;
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        const Cell& cell = land.cells[i];
        sums.areas[{cell.reporting, assignment.class_at(i)}] += cell.area;
        for (std::size_t zone = 0; zone < plan.zones.size(); ++zone) {
            if (assignment.zones[zone][i] != 0) { sums.zones[{plan.zones[zone].id, cell.reporting}] += cell.area; }
        }
    }
    return sums;
}

AreaTable::AreaTable(const Plan& plan, const Overlay& land, bool zones_as_drawn)
    : AreaTable{PlanOn{plan, land}, zones_as_drawn} {}

AreaTable::AreaTable(const PlanOn& on, bool zones_as_drawn)
    : interval_{on.land->interval}, error_{on.land->line_error}, zones_as_drawn_{zones_as_drawn} {
    const Overlay& land = *on.land;
    for (const Unit& unit : land.reporting_units()) { units_.emplace(unit.name, static_cast<int>(units_.size())); }
    for (const Assignment& way : on.moved) { moved_.push_back(sums_of(way, land)); }
    for (const Assignment& reading : on.readings) { readings_.push_back(sums_of(reading, land)); }
    for (const Assignment& reading : on.contested) { contested_.push_back(sums_of(reading, land)); }
    add_slopes(on);
    if (line_under(*on.plan, land).accuracy) {
        for (const Zone& zone : on.plan->zones) {
            if (rests_on_resulting_line(zone.where)) { on_resulting_line_.insert(redrawn_key(zone.id)); }
        }
    }
    for (const Unit& unit : land.reporting_units()) { unit_keys_.push_back(unit.code.empty() ? unit.name : unit.code); }
    const auto found = land.redrawn.find(on.plan->name);
    redrawn_ = found == land.redrawn.end() ? kept_redrawn(*on.plan, land) : std::optional{found->second};
    strips_.resize(land.reporting_units().size());
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        const Rule* rule = on.drawn().rule_at(i);
        if (rule != nullptr && has_strip(rule->where)) {
            strips_[static_cast<std::size_t>(land.cells[i].reporting)] += land.cells[i].area;
        }
        if (rule != nullptr && !rule->provenance.unclear.empty()) {
            unclear_[{land.cells[i].reporting, rule->status_class}] += land.cells[i].area;
        }
    }
    add_rows(land);
    add_zone_rows(*on.plan, land);
}

void AreaTable::add_slopes(const PlanOn& on) {
    const Overlay& land = *on.land;
    each_slope(
        land.line_error->edges(),
        [&](std::size_t cell, const auto& off) {
            return std::pair{land.cells[cell].reporting, off(on).class_at(cell)};
        },
        [&](const std::pair<int, StatusClass>& key, const LineError::Edge& edge, double km) {
            slopes_[key].add(edge, km);
        });
    if (zones_as_drawn_) { return; }
    for (std::size_t zone = 0; zone < on.plan->zones.size(); ++zone) {
        const auto key_of = [&](std::size_t cell, const auto& off) {
            return std::pair{off(on).zones[zone][cell] != 0, land.cells[cell].reporting};
        };
        each_slope(land.line_error->edges(), key_of,
                   [&](const std::pair<bool, int>& key, const LineError::Edge& edge, double km) {
                       if (key.first) { zone_slopes_[{on.plan->zones[zone].id, key.second}].add(edge, km); }
                   });
    }
}

namespace {

int unit_in(const std::pair<int, StatusClass>& key) {
    return key.first;
}

int unit_in(const std::pair<std::string, int>& key) {
    return key.second;
}

}  // namespace

const std::string& AreaTable::unit_key(int reporting) const {
    static const std::string none;
    return reporting < 0 ? none : unit_keys_[static_cast<std::size_t>(reporting)];
}

void AreaTable::add_redrawn(const std::string& what, const std::string& unit, SquareKilometres whole,
                            std::optional<SquareKilometres> strips, Estimate& estimate) const {
    const Redrawn::Spread* spread = redrawn_->find(what, unit);
    if (spread == nullptr) { return; }
    add_spread(*spread, strips.value_or(SquareKilometres{spread->middle_km2}), {SquareKilometres{0}, whole}, estimate);
}

template <class Key, class Wanted>
Estimate AreaTable::estimate(std::map<Key, SquareKilometres> Sums::*part, const SlopesBy<Key>& slopes,
                             const Wanted& wanted, const std::string& what, const std::string& unit) const {
    const auto picked = [&](const std::vector<Sums>& all) {
        std::vector<SquareKilometres> areas;
        for (const Sums& sums : all) {
            SquareKilometres& sum = areas.emplace_back();
            for (const auto& [key, area] : sums.*part) {
                if (wanted(key)) { sum += area; }
            }
        }
        return areas;
    };
    Estimate result = estimate_of(picked(moved_), picked(readings_), picked(contested_));
    result.rests_on_strips = on_resulting_line_.contains(what);
    if (interval_ == IntervalKind::worst) {
        if (result.rests_on_strips) { result.line.reset(); }
        return result;
    }
    LineError::Slopes all;
    std::set<int> units;
    for (const auto& [key, some] : slopes) {
        if (!wanted(key)) { continue; }
        all.add(some);
        units.insert(unit_in(key));
    }
    for (const auto& [key, area] : moved_.front().*part) {
        if (wanted(key)) { units.insert(unit_in(key)); }
    }
    SquareKilometres whole;  // of those units
    for (const auto& [key, area] : moved_.front().areas) {
        if (units.contains(key.first)) { whole += area; }
    }
    result.line = probable_range(result.area, all, *error_, {SquareKilometres{0}, whole});
    result.rests_on_strips = result.rests_on_strips || all.rest_on_strips;
    if (result.rests_on_strips) { result.line.reset(); }
    if (result.rests_on_strips && redrawn_) {
        std::optional<SquareKilometres> strips;  // a zone is one as a whole
        if (!what.starts_with(redrawn_key(""))) {
            strips.emplace();
            for (const int there : units) { *strips += strips_[static_cast<std::size_t>(there)]; }
        }
        add_redrawn(what, unit, whole, strips, result);
    }
    return result;
}

void AreaTable::add_rows(const Overlay& land) {
    const auto before = [](const std::pair<int, StatusClass>& a, const std::pair<int, StatusClass>& b) {
        return a.first != b.first ? a.first < b.first : class_before(a.second, b.second);
    };
    std::set<std::pair<int, StatusClass>, decltype(before)> keys{before};
    for (const auto& [key, area] : moved_.front().areas) { keys.insert(key); }
    for (const auto* all : {&readings_, &contested_}) {
        for (const Sums& sums : *all) {
            for (const auto& [key, area] : sums.areas) { keys.insert(key); }
        }
    }
    for (const auto& key : keys) {
        const Unit& unit = land.reporting_units()[static_cast<std::size_t>(key.first)];
        rows.push_back({unit.name, unit.code, key.second, of(key)});
    }
}

void AreaTable::add_zone_rows(const Plan& plan, const Overlay& land) {
    std::set<std::string> done;
    const auto add = [&](const Zone& zone) {
        if (!done.insert(zone.id).second) { return; }
        for (std::size_t unit = 0; unit < land.reporting_units().size(); ++unit) {
            const std::pair<std::string, int> key{zone.id, static_cast<int>(unit)};
            Estimate made = of_zone(key);
            made.unclear = !zone.provenance.unclear.empty();
            const bool occurs = made.area > SquareKilometres{0} || made.readings || made.contested;
            const Unit& in = land.reporting_units()[unit];
            if (occurs) { zones.push_back({zone.id, zone.kind, in.name, in.code, made}); }
        }
    };
    for (const Zone& zone : plan.zones) { add(zone); }
    for (const Plan& reading : plan.readings) {
        for (const Zone& zone : reading.zones) { add(zone); }
    }
}

SquareKilometres AreaTable::total() const {
    SquareKilometres sum;
    for (const Row& row : rows) { sum += row.estimate.area; }
    return sum;
}

Estimate AreaTable::of(const StatusClass& status_class) const {
    Estimate result = estimate(
        &Sums::areas, slopes_, [&](const auto& key) { return key.second == status_class; }, redrawn_key(status_class),
        "");
    for (const auto& [key, area] : unclear_) {
        if (key.second == status_class) { add_open(area, result); }
    }
    return result;
}

Estimate AreaTable::of(const StatusClass& status_class, const std::string& unit) const {
    const auto found = units_.find(unit);
    return of({found == units_.end() ? -1 : found->second, status_class});
}

Estimate AreaTable::of(const std::pair<int, StatusClass>& key) const {
    Estimate result = estimate(
        &Sums::areas, slopes_, [&key](const auto& other) { return other == key; }, redrawn_key(key.second),
        unit_key(key.first));
    if (const auto found = unclear_.find(key); found != unclear_.end()) { add_open(found->second, result); }
    return result;
}

Estimate AreaTable::of_zone(const std::pair<std::string, int>& key) const {
    Estimate result = estimate(
        &Sums::zones, zone_slopes_, [&key](const auto& other) { return other == key; }, redrawn_key(key.first),
        unit_key(key.second));
    if (zones_as_drawn_) { result.line.reset(); }
    return result;
}

Estimate AreaTable::of_zone(const std::string& id) const {
    Estimate result = estimate(
        &Sums::zones, zone_slopes_, [&id](const auto& key) { return key.first == id; }, redrawn_key(id), "");
    if (zones_as_drawn_) { result.line.reset(); }
    for (const ZoneRow& row : zones) { result.unclear = result.unclear || (row.id == id && row.estimate.unclear); }
    return result;
}

std::vector<StatusClass> AreaTable::classes() const {
    std::vector<StatusClass> found;
    for (const Row& row : rows) {
        if (std::find(found.begin(), found.end(), row.status_class) == found.end()) {
            found.push_back(row.status_class);
        }
    }
    std::sort(found.begin(), found.end(), class_before);
    return found;
}

std::vector<std::string> units_touched(const std::vector<AreaTable::Row>& rows) {
    std::map<std::string, SquareKilometres> touched;
    for (const AreaTable::Row& row : rows) {
        if (row.status_class != untouched) { touched[row.unit] += row.estimate.area; }
    }
    std::vector<std::pair<SquareKilometres, std::string>> ranked;
    for (const auto& [unit, area] : touched) { ranked.emplace_back(-area, unit); }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> names;
    for (const auto& [rank, unit] : ranked) { names.push_back(unit); }
    return names;
}

}  // namespace layers
