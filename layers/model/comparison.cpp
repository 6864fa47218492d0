// SPDX-License-Identifier: MIT
#include "layers/model/comparison.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>

namespace layers {

using geo::SquareKilometres;

namespace {

template <class Pick>
std::vector<StatusClass> classes_in(const std::vector<Transfer>& matrix, const Pick& pick) {
    std::vector<StatusClass> classes;
    for (const Transfer& transfer : matrix) {
        if (std::find(classes.begin(), classes.end(), pick(transfer)) == classes.end()) {
            classes.push_back(pick(transfer));
        }
    }
    std::sort(classes.begin(), classes.end(), class_before);
    return classes;
}

bool is_side(Holder holder) {
    return holder == Holder::ukraine || holder == Holder::russia;
}

}  // namespace

Change change_of(const StatusClass& from, const StatusClass& to) {
    if (from == to) { return Change::none; }
    if (from.holder == to.holder) { return Change::status; }
    return is_side(from.holder) && is_side(to.holder) ? Change::hands : Change::open;
}

std::string id_of(Change change) {
    switch (change) {
        case Change::hands:
            return "hands";
        case Change::open:
            return "left open";
        case Change::status:
            return "status";
        case Change::none:
            break;
    }
    return "none";
}

bool are_two_views_of_a_day(const PlanOn& a, const PlanOn& b) {
    const LineInfo &of_a = line_under(*a.plan, *a.land), &of_b = line_under(*b.plan, *b.land);
    return &of_a != &of_b && of_a.date && of_a.date == of_b.date && of_a.source != of_b.source;
}

Comparison::Comparison(const Plan& a, const Plan& b, const Overlay& land)
    : Comparison{PlanOn{a, land}, PlanOn{b, land}} {}

Comparison::Comparison(const PlanOn& a, const PlanOn& b, RedrawnPair redrawn)
    : interval_{a.land->interval},
      error_{a.land->line_error},
      whole_{a.land->total()},
      has_interval_{!are_two_views_of_a_day(a, b)},
      redrawn_{std::move(redrawn)} {
    const std::vector<std::size_t> lines = lines_of_both(a, b);
    const auto add = [this](const PlanOn& first, const PlanOn& second) {
        add_sums(first, second);
        add_slopes(first, second);
        add_rows(*first.land);
    };
    if (a.lines == lines && b.lines == lines) {
        add(a, b);
    } else {
        add(PlanOn{*a.plan, *a.land, lines}, PlanOn{*b.plan, *b.land, lines});
    }
}

void Comparison::add_sums(const PlanOn& a, const PlanOn& b) {
    const std::vector<Cell>& cells = a.land->cells;
    const auto sums_of = [&cells](const Assignment& under_a, const Assignment& under_b) {
        Areas areas;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            areas[{cells[i].reporting, under_a.class_at(i), under_b.class_at(i)}] += cells[i].area;
        }
        return areas;
    };
    moved_.push_back(sums_of(a.drawn(), b.drawn()));
    for (const std::size_t way : ways_off(a)) { moved_.push_back(sums_of(a.moved[way], b.moved[way])); }
    for (std::size_t i = 0; i < a.contested.size(); ++i) {
        contested_.push_back(sums_of(a.contested[i], b.contested[i]));
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Rule *of_a = a.drawn().rule_at(i), *of_b = b.drawn().rule_at(i);
        if ((of_a != nullptr && has_strip(of_a->where)) || (of_b != nullptr && has_strip(of_b->where))) {
            strips_[cells[i].reporting] += cells[i].area;
        }
        for (const Rule* rule : {of_a, of_b}) {
            if (rule == nullptr || rule->provenance.unclear.empty()) { continue; }
            unclear_[{cells[i].reporting, a.drawn().class_at(i), b.drawn().class_at(i)}] += cells[i].area;
            break;
        }
    }
}

void Comparison::add_slopes(const PlanOn& a, const PlanOn& b) {
    if (!has_interval_) { return; }
    each_change(
        error_->edges(),
        [&](std::size_t cell, const auto& off) {
            return Key{a.land->cells[cell].reporting, off(a).class_at(cell), off(b).class_at(cell)};
        },
        [this](const Key& from, const Key& to, const LineError::Edge& edge, double km) {
            slopes_[{from, to}].add(edge, km);
        });
}

void Comparison::add_rows(const Overlay& land) {
    Areas all = moved_.front();
    for (const Areas& reading : contested_) {
        for (const auto& [key, area] : reading) { all.emplace(key, SquareKilometres{}); }
    }
    for (const auto& [key, area] : all) {
        const Unit& unit = land.reporting_units()[static_cast<std::size_t>(std::get<0>(key))];
        matrix.push_back({unit.name, unit.code, std::get<1>(key), std::get<2>(key), at(key)});
    }
    std::stable_sort(matrix.begin(), matrix.end(), [](const Transfer& x, const Transfer& y) {
        if (x.from != y.from) { return class_before(x.from, y.from); }
        return x.to != y.to && class_before(x.to, y.to);
    });
}

Estimate Comparison::at(const Key& key) const {
    return estimate([&key](const Key& other) { return other == key ? 1 : 0; }, true);
}

template <class Weight>
Estimate Comparison::estimate(const Weight& weight, bool is_area) const {
    const auto sums_of = [&weight](const std::vector<Areas>& all) {
        std::vector<SquareKilometres> sums;
        for (const Areas& areas : all) {
            SquareKilometres& sum = sums.emplace_back();
            for (const auto& [key, area] : areas) { sum += area * weight(key); }
        }
        return sums;
    };
    Estimate result = estimate_of(sums_of(moved_), {}, sums_of(contested_));
    for (const auto& [key, area] : unclear_) {
        if (weight(key) != 0) { add_open(area * std::abs(weight(key)), result); }
    }
    if (!has_interval_) { result.line.reset(); }
    if (!has_interval_ || interval_ == IntervalKind::worst) { return result; }
    LineError::Slopes all;
    for (const auto& [keys, slopes] : slopes_) {
        const int gain = weight(keys.second) - weight(keys.first);
        if (gain != 0) { all.add(slopes, gain); }
    }
    result.rests_on_strips = all.rest_on_strips;
    const SquareKilometres least = is_area ? SquareKilometres{0} : -whole_;
    result.line = probable_range(result.area, all, *error_, {least, whole_});
    if (result.rests_on_strips && !redrawn_.km2.empty()) { add_redrawn(weight, {least, whole_}, result); }
    return result;
}

template <class Weight>
void Comparison::add_redrawn(const Weight& weight, const Range& limits, Estimate& estimate) const {
    std::vector<double> sums;
    std::set<int> units;
    for (const auto& [key, areas] : redrawn_.km2) {
        const int times = weight(key);
        if (times == 0) { continue; }
        units.insert(std::get<0>(key));
        sums.resize(areas.size());
        for (std::size_t i = 0; i < areas.size(); ++i) { sums[i] += times * areas[i]; }
    }
    if (sums.empty()) { return; }
    SquareKilometres strips;
    for (const int unit : units) {
        if (const auto found = strips_.find(unit); found != strips_.end()) { strips += found->second; }
    }
    add_spread(spread_of(std::move(sums)), strips, limits, estimate);
}

SquareKilometres Comparison::total() const {
    SquareKilometres sum;
    for (const Transfer& transfer : matrix) { sum += transfer.estimate.area; }
    return sum;
}

Estimate Comparison::changed() const {
    return estimate([](const Key& key) { return std::get<1>(key) == std::get<2>(key) ? 0 : 1; }, true);
}

Estimate Comparison::net(Holder holder, std::optional<int> unit) const {
    return estimate(
        [holder, unit](const Key& key) {
            if (unit && std::get<0>(key) != *unit) { return 0; }
            const Holder from = std::get<1>(key).holder, to = std::get<2>(key).holder;
            const bool is_open = from == Holder::undecided || to == Holder::undecided;
            return is_open && holder != Holder::undecided ? 0 : (to == holder ? 1 : 0) - (from == holder ? 1 : 0);
        },
        false);
}

Estimate Comparison::of(const StatusClass& from, const StatusClass& to) const {
    return estimate([&](const Key& key) { return std::get<1>(key) == from && std::get<2>(key) == to ? 1 : 0; }, true);
}

std::vector<StatusClass> Comparison::classes_from() const {
    return classes_in(matrix, [](const Transfer& transfer) { return transfer.from; });
}

std::vector<StatusClass> Comparison::classes_to() const {
    return classes_in(matrix, [](const Transfer& transfer) { return transfer.to; });
}

// --- every pair ------------------------------------------------------------------------------------------------------

namespace {

/// Of one plan, by cell: a small number for what is said of it.
using Numbers = std::vector<std::uint8_t>;

Numbers class_numbers(const Assignment& assignment, std::vector<StatusClass>& known) {
    std::vector<std::uint8_t> of_rule;
    const auto number_of = [&known](const StatusClass& status_class) {
        const auto found = std::find(known.begin(), known.end(), status_class);
        const auto number = static_cast<std::uint8_t>(found - known.begin());
        if (found == known.end()) { known.push_back(status_class); }
        return number;
    };
    for (const Rule& rule : assignment.plan->rules) { of_rule.push_back(number_of(rule.status_class)); }
    const std::uint8_t none = number_of(left_open), contested = number_of(contested_land);
    Numbers numbers;
    for (const int rule : assignment.rules) {
        numbers.push_back(rule == Assignment::unassigned  ? none
                          : rule == Assignment::contested ? contested
                                                          : of_rule[static_cast<std::size_t>(rule)]);
    }
    return numbers;
}

/// A bit for each kind of zone that the cell lies in.
Numbers zone_numbers(const Assignment& assignment) {
    Numbers numbers(assignment.rules.size());
    for (std::size_t zone = 0; zone < assignment.zones.size(); ++zone) {
        const auto bit = static_cast<std::uint8_t>(1U << static_cast<unsigned>(assignment.plan->zones[zone].kind));
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (assignment.zones[zone][i] != 0) { numbers[i] |= bit; }
        }
    }
    return numbers;
}

/// Cells of which every plan says the same are one: what is left of thousands are some hundreds.
struct Classes {
    std::vector<std::string> said;  ///< a number of each plan
    std::vector<SquareKilometres> areas;

    Classes(const std::vector<Numbers>& by_plan, const Overlay& land) {
        std::map<std::string, SquareKilometres> sums;
        std::string key(by_plan.size(), '\0');
        for (std::size_t i = 0; i < land.cells.size(); ++i) {
            for (std::size_t plan = 0; plan < by_plan.size(); ++plan) {
                key[plan] = static_cast<char>(by_plan[plan][i]);
            }
            sums[key] += land.cells[i].area;
        }
        for (auto& [numbers, area] : sums) {
            said.push_back(numbers);
            areas.push_back(area);
        }
    }

    SquareKilometres differing(std::size_t a, std::size_t b) const {
        SquareKilometres sum;
        for (std::size_t i = 0; i < said.size(); ++i) {
            if (said[i][a] != said[i][b]) { sum += areas[i]; }
        }
        return sum;
    }
};

template <class F>
void each_pair(std::size_t count, const F& f) {
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < a; ++b) { f(a, b); }
    }
}

/// The slopes of every pair: edges where every plan says the same on both sides, however far the line is off, move
/// none.
void add_probable(const std::vector<Plan>& plans, const Overlay& land, const std::vector<std::size_t>& lines,
                  std::vector<std::vector<Difference>>& result) {
    std::vector<PlanOn> on;
    for (const Plan& plan : plans) { on.emplace_back(plan, land, lines); }
    std::vector<StatusClass> known;
    const auto key_of = [&](std::size_t cell, const auto& off) {
        std::string said;
        for (const PlanOn& plan : on) {
            const StatusClass& status_class = off(plan).class_at(cell);
            const auto found = std::find(known.begin(), known.end(), status_class);
            said += static_cast<char>(found - known.begin());
            if (found == known.end()) { known.push_back(status_class); }
        }
        return said;
    };
    std::map<std::pair<std::string, std::string>, LineError::Slopes> by_keys;
    each_change(land.line_error->edges(), key_of,
                [&by_keys](const std::string& from, const std::string& to, const LineError::Edge& edge, double km) {
                    by_keys[{from, to}].add(edge, km);
                });
    each_pair(plans.size(), [&](std::size_t a, std::size_t b) {
        LineError::Slopes all;
        for (const auto& [keys, slopes] : by_keys) {
            const int gain = (keys.second[a] != keys.second[b] ? 1 : 0) - (keys.first[a] != keys.first[b] ? 1 : 0);
            if (gain != 0) { all.add(slopes, gain); }
        }
        Estimate& estimate = result[a][b].classes;
        estimate.line = probable_range(estimate.area, all, *land.line_error, {SquareKilometres{0}, land.total()});
    });
}

}  // namespace

std::vector<std::vector<Difference>> differences(const std::vector<Plan>& plans, const Overlay& land) {
    std::vector<std::vector<Difference>> result(plans.size(), std::vector<Difference>(plans.size()));
    std::vector<const AreaExpression*> rules;
    for (const Plan& plan : plans) {
        for (const AreaExpression* area : rule_areas_of(plan)) { rules.push_back(area); }
    }
    std::vector<StatusClass> known;
    const std::vector<std::size_t> lines = lines_of(rules, land);
    const std::vector<Shift> ways = shifts(land, lines);
    for (const Shift& way : ways) {
        std::vector<Numbers> numbers, zones;
        for (const Plan& plan : plans) {
            const Assignment assignment = assign(plan, land, way);
            numbers.push_back(class_numbers(assignment, known));
            if (&way == &ways.front()) { zones.push_back(zone_numbers(assignment)); }
        }
        const Classes classes{numbers, land};
        each_pair(plans.size(), [&](std::size_t a, std::size_t b) {
            Estimate& estimate = result[a][b].classes;
            const SquareKilometres area = classes.differing(a, b);
            if (&way == &ways.front()) { estimate.area = area; }
            const Range range = estimate.line.value_or(Range{area, area});
            if (ways.size() > 1 && land.interval == IntervalKind::worst) {
                estimate.line = Range{std::min(range.least, area), std::max(range.most, area)};
            }
        });
        if (&way != &ways.front()) { continue; }
        const Classes zone_classes{zones, land};
        each_pair(plans.size(),
                  [&](std::size_t a, std::size_t b) { result[a][b].zones = zone_classes.differing(a, b); });
    }
    if (land.interval == IntervalKind::probable) { add_probable(plans, land, lines, result); }
    each_pair(plans.size(), [&](std::size_t a, std::size_t b) { result[b][a] = result[a][b]; });
    return result;
}

}  // namespace layers
