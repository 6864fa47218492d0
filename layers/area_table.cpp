// SPDX-License-Identifier: MIT
#include "layers/area_table.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace layers {

namespace {

std::size_t rank_of(const std::string& status) {
    const auto& meanings = status_meanings();
    const auto found = std::find_if(meanings.begin(), meanings.end(), [&](const auto& m) { return m.first == status; });
    return static_cast<std::size_t>(found - meanings.begin());
}

bool label_before(const Label& a, const Label& b) {
    return std::tuple{rank_of(a.status), a.holder} < std::tuple{rank_of(b.status), b.holder};
}

struct Sum {
    geo::SquareKilometres area;
    bool unclear = false;
    void add(const Plot& plot, const Basis* basis) {
        area += plot.area;
        unclear = unclear || (basis != nullptr && !basis->unclear.empty());
    }
};

}  // namespace

geo::SquareKilometres AreaTable::total() const {
    geo::SquareKilometres sum;
    for (const Row& row : rows) { sum += row.area; }
    return sum;
}

geo::SquareKilometres AreaTable::of(const Label& label) const {
    geo::SquareKilometres sum;
    for (const Row& row : rows) {
        if (row.label == label) { sum += row.area; }
    }
    return sum;
}

geo::SquareKilometres AreaTable::of(const Label& label, const std::string& unit) const {
    geo::SquareKilometres sum;
    for (const Row& row : rows) {
        if (row.label == label && row.unit == unit) { sum += row.area; }
    }
    return sum;
}

std::vector<Label> AreaTable::labels() const {
    std::vector<Label> found;
    for (const Row& row : rows) {
        if (std::find(found.begin(), found.end(), row.label) == found.end()) { found.push_back(row.label); }
    }
    std::sort(found.begin(), found.end(), label_before);
    return found;
}

AreaTable areas_under(const Plan& plan, const Land& land) {
    const auto before = [](const std::pair<int, Label>& a, const std::pair<int, Label>& b) {
        return a.first != b.first ? a.first < b.first : label_before(a.second, b.second);
    };
    std::map<std::pair<int, Label>, Sum, decltype(before)> sums{before};
    std::map<std::pair<std::size_t, int>, Sum> zone_sums;
    for (const Plot& plot : land.plots) {
        const Rule* rule = rule_for(plan, plot, land.units);
        sums[{plot.unit, label_of(plan, plot, land.units)}].add(plot, rule == nullptr ? nullptr : &rule->basis);
        for (std::size_t i = 0; i < plan.zones.size(); ++i) {
            if (matches(plan.zones[i].where, plot, land.units)) {
                zone_sums[{i, plot.unit}].add(plot, &plan.zones[i].basis);
            }
        }
    }
    AreaTable table;
    const auto unit_at = [&land](int index) -> const Unit& {
        return land.units.units[static_cast<std::size_t>(index)];
    };
    for (const auto& [key, sum] : sums) {
        table.rows.push_back({unit_at(key.first).name, unit_at(key.first).code, key.second, sum.area, sum.unclear});
    }
    for (const auto& [key, sum] : zone_sums) {
        const Zone& zone = plan.zones[key.first];
        table.zones.push_back(
            {zone.id, zone.kind, unit_at(key.second).name, unit_at(key.second).code, sum.area, sum.unclear});
    }
    return table;
}

std::vector<std::string> units_touched(const AreaTable& table) {
    std::map<std::string, geo::SquareKilometres> touched;
    for (const AreaTable::Row& row : table.rows) {
        if (row.label != untouched) { touched[row.unit] += row.area; }
    }
    std::vector<std::pair<geo::SquareKilometres, std::string>> ranked;
    for (const auto& [unit, area] : touched) { ranked.emplace_back(-area, unit); }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> names;
    for (const auto& [rank, unit] : ranked) { names.push_back(unit); }
    return names;
}

}  // namespace layers
