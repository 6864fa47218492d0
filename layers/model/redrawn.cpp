// SPDX-License-Identifier: MIT
#include "layers/model/redrawn.h"

#include "layers/model/area_table.h"
#include "layers/model/cutting.h"
#include "layers/model/detail/builtin_rows.h"
#include "layers/model/detail/parallel.h"
#include "layers/model/displaced.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

namespace layers {

namespace {

using Sums = std::map<Redrawn::Key, double>;

Sums sums_of(const PlanOn& on) {
    const AreaTable table{on, true};
    Sums sums;
    for (const AreaTable::Row& row : table.rows) {
        sums[{redrawn_key(row.status_class), row.unit_code.empty() ? row.unit : row.unit_code}] +=
            row.estimate.area.value();
        sums[{redrawn_key(row.status_class), ""}] += row.estimate.area.value();
    }
    for (const AreaTable::ZoneRow& row : table.zones) {
        sums[{redrawn_key(row.id), row.unit_code.empty() ? row.unit : row.unit_code}] += row.estimate.area.value();
        sums[{redrawn_key(row.id), ""}] += row.estimate.area.value();
    }
    sums[{redrawn_front, ""}] = on.land->lines[on.land->line_index(on.plan->line)].length().value();
    return sums;
}

/// The same on every machine (FNV-1a). Lines of one source are off by one field, so they have one seed.
std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text) { hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U; }
    return hash;
}

struct PairSums {
    std::map<RedrawnPair::Key, double> km2;
    std::map<RedrawnPair::ZoneKey, double> zones_km2;
};

PairSums sums_of(const PlanOn& a, const PlanOn& b) {
    PairSums sums;
    for (std::size_t i = 0; i < a.land->cells.size(); ++i) {
        const Cell& cell = a.land->cells[i];
        sums.km2[{cell.reporting, a.drawn().class_at(i), b.drawn().class_at(i)}] += cell.area.value();
    }
    const std::vector<ZonePair> zones = zone_pairs(*a.plan, *b.plan);
    for (std::size_t zone = 0; zone < zones.size(); ++zone) {
        for (std::size_t i = 0; i < a.land->cells.size(); ++i) {
            const bool before = zones[zone].a && a.drawn().zones[*zones[zone].a][i] != 0;
            const bool after = zones[zone].b && b.drawn().zones[*zones[zone].b][i] != 0;
            if (before != after) { sums.zones_km2[{zone, after}] += a.land->cells[i].area.value(); }
        }
    }
    return sums;
}

struct Draw {
    std::vector<Sums> plans;
    std::vector<PairSums> pairs;
};

Draw draw(const std::vector<Plan>& plans, const Overlay& land, std::uint64_t seed) {
    std::vector<Control> controls;
    for (const FrontLine& line : land.lines) {
        if (line.is_beyond_contested || line.control.info.kind == LineKind::resulting) { continue; }
        const bool moves = line.control.info.accuracy && line.control.info.accuracy->value() > 0;
        controls.push_back(moves ? displaced(line, seed ^ hash_of(line.control.info.source)) : line.control);
    }
    Cuts cuts = cuts_for(plans, true);
    cuts.by = land.by;
    cuts.arcs = geo::Arcs::coarse;
    const Overlay drawn_land = cut(land.units, std::move(controls), cuts);
    std::vector<PlanOn> on;
    for (const Plan& plan : plans) { on.emplace_back(plan, drawn_land); }
    Draw result;
    for (const PlanOn& one : on) { result.plans.push_back(sums_of(one)); }
    for (std::size_t i = 1; i < on.size(); ++i) { result.pairs.push_back(sums_of(on.front(), on[i])); }
    return result;
}

std::uint64_t seed_of(std::uint64_t seed, std::size_t draw) {
    return seed * 1000003U + draw;
}

const std::vector<std::vector<std::string>>& kept_rows() {
    static const std::vector<std::vector<std::string>> rows = detail::builtin_rows("redrawn.csv");
    return rows;
}

/// Is the row of this plan and this line, as accurate as it is?
bool is_of(const std::vector<std::string>& row, const Plan& plan, const LineInfo& line) {
    return row.at(0) == plan.name && row.at(1) == line.name &&
           detail::number_in<double>(row.at(2)) == line.accuracy.value_or(geo::Kilometres{0}).value() &&
           detail::number_in<double>(row.at(3)) == correlation_of(line).value();
}

bool has_strips(const Plan& plan) {
    const auto is = [](const AreaExpression* area) { return has_strip(*area); };
    const std::vector<const AreaExpression*> rules = rule_areas_of(plan), zones = zone_areas_of(plan);
    return std::any_of(rules.begin(), rules.end(), is) || std::any_of(zones.begin(), zones.end(), is);
}

bool is_as_kept(const Plan& plan, const Overlay& land) {
    const auto is_plain = [](const FrontLine& line) {
        return line.control.info.kind != LineKind::control_polygon && !line.beyond_contested && line.given.empty() &&
               line.control.min_piece == Control{}.min_piece;
    };
    return plan.is_builtin && plan.reading == Reading::base && settings_words(plan).empty() && !land.by &&
           land.units.path.empty() && std::all_of(land.lines.begin(), land.lines.end(), is_plain);
}

}  // namespace

const Redrawn::Spread* Redrawn::find(const std::string& what, const std::string& unit) const {
    const auto found = figures.find({what, unit});
    return found == figures.end() ? nullptr : &found->second;
}

std::string redrawn_key(const StatusClass& status_class) {
    return id_of(status_class.holder) + "/" + id_of(status_class.status);
}

std::string redrawn_key(const std::string& zone) {
    return "zone " + zone;
}

Redrawn::Spread spread_of(std::vector<double> values) {
    if (values.empty()) { return {}; }
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    const double middle = values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    double squares = 0;
    for (const double value : values) { squares += (value - middle) * (value - middle); }
    return {middle, std::sqrt(squares / static_cast<double>(values.size()))};
}

namespace {

/// By key what every draw has; where a draw has none, it is nothing.
template <class Key, class Pick>
std::map<Key, std::vector<double>> by_key(const std::vector<Draw>& all, const Pick& pick) {
    std::map<Key, std::vector<double>> values;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (const auto& [key, area] : pick(all[i])) { values.try_emplace(key, all.size()).first->second[i] = area; }
    }
    return values;
}

}  // namespace

namespace {

/// A few at a time: what cuts the land for many plans at once cuts it into far more pieces than all of them need.
RedrawnPlans redraw_in_lots(const std::vector<Plan>& plans, const Overlay& land, int draws, std::uint64_t seed,
                            std::size_t most) {
    RedrawnPlans result;
    for (std::size_t begin = 1; begin < plans.size(); begin += most - 1) {
        std::vector<Plan> lot{plans.front()};
        const auto from = plans.begin() + static_cast<std::ptrdiff_t>(begin);
        lot.insert(lot.end(), from, from + static_cast<std::ptrdiff_t>(std::min(most - 1, plans.size() - begin)));
        RedrawnPlans drawn = redraw(std::move(lot), land, draws, seed);
        for (std::size_t i = begin == 1 ? 0 : 1; i < drawn.plans.size(); ++i) {
            result.plans.push_back(std::move(drawn.plans[i]));
        }
        for (RedrawnPair& pair : drawn.pairs) { result.pairs.push_back(std::move(pair)); }
    }
    return result;
}

}  // namespace

RedrawnPlans redraw(std::vector<Plan> plans, const Overlay& land, int draws, std::uint64_t seed) {
    constexpr std::size_t most = 4;
    if (plans.size() > most) { return redraw_in_lots(plans, land, draws, seed, most); }
    RedrawnPlans result;
    result.plans.resize(plans.size(), {draws, {}});
    result.pairs.resize(plans.empty() ? 0 : plans.size() - 1);
    if (std::none_of(plans.begin(), plans.end(), has_strips)) { return result; }
    for (Plan& plan : plans) { plan.readings.clear(); }  // their figures have no interval
    std::vector<Draw> all(static_cast<std::size_t>(draws));
    detail::in_parallel(all.size(), [&](std::size_t i) { all[i] = draw(plans, land, seed_of(seed, i)); });
    for (std::size_t plan = 0; plan < plans.size(); ++plan) {
        if (!has_strips(plans[plan])) { continue; }
        for (auto& [key, areas] : by_key<Redrawn::Key>(all, [plan](const Draw& draw) { return draw.plans[plan]; })) {
            result.plans[plan].figures.emplace(key, spread_of(std::move(areas)));
        }
    }
    for (std::size_t pair = 0; pair < result.pairs.size(); ++pair) {
        if (!has_strips(plans.front()) && !has_strips(plans[pair + 1])) { continue; }
        result.pairs[pair].km2 =
            by_key<RedrawnPair::Key>(all, [pair](const Draw& draw) { return draw.pairs[pair].km2; });
        result.pairs[pair].zones_km2 =
            by_key<RedrawnPair::ZoneKey>(all, [pair](const Draw& draw) { return draw.pairs[pair].zones_km2; });
    }
    return result;
}

Redrawn redraw(const Plan& plan, const Overlay& land, int draws, std::uint64_t seed) {
    return redraw(std::vector<Plan>{plan}, land, draws, seed).plans.front();
}

std::optional<Redrawn> kept_redrawn(const Plan& plan, const Overlay& land) {
    if (!is_as_kept(plan, land)) { return std::nullopt; }
    const LineInfo& line = land.lines[land.line_index(plan.line)].control.info;
    Redrawn redrawn;
    for (const auto& row : kept_rows()) {
        if (!is_of(row, plan, line)) { continue; }
        redrawn.draws = detail::number_in<int>(row.at(4));
        redrawn.figures[{row.at(5), row.at(6)}] = {detail::number_in<double>(row.at(7)),
                                                   detail::number_in<double>(row.at(8))};
    }
    return redrawn.draws > 0 ? std::optional{std::move(redrawn)} : std::nullopt;
}

}  // namespace layers
