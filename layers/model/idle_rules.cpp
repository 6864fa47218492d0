// SPDX-License-Identifier: MIT
#include "layers/model/idle_rules.h"

#include <algorithm>

namespace layers {

std::vector<IdleRule> idle_rules(const PlanOn& on) {
    const std::vector<int>& decided = on.drawn().rules;
    std::vector<IdleRule> idle;
    for (std::size_t i = 0; i < on.plan->rules.size(); ++i) {
        if (std::find(decided.begin(), decided.end(), static_cast<int>(i)) != decided.end()) { continue; }
        const Rule& rule = on.plan->rules[i];
        const CellSet set = cells_in(rule.where, *on.land);
        const bool empty = std::find(set.begin(), set.end(), 1) == set.end();
        using Why = IdleRule::Why;
        const bool no_contested = empty && !on.land->has_contested() && names_contested(rule.where);
        idle.push_back({&rule, no_contested ? Why::nothing_is_contested
                               : empty      ? Why::matches_nothing
                                            : Why::decided_before});
    }
    return idle;
}

std::vector<const Zone*> empty_zones(const PlanOn& on) {
    std::vector<const Zone*> empty;
    for (std::size_t i = 0; i < on.plan->zones.size(); ++i) {
        const CellSet& set = on.drawn().zones[i];
        if (std::find(set.begin(), set.end(), 1) == set.end()) { empty.push_back(&on.plan->zones[i]); }
    }
    return empty;
}

}  // namespace layers
