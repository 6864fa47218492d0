// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/plan_on.h"

#include <vector>

namespace layers {

/// Rules that can never decide anything on this land, each with the reason, for the plan's author.
struct IdleRule {
    enum class Why { decided_before, matches_nothing, nothing_is_contested };
    const Rule* rule;
    Why why;
};
std::vector<IdleRule> idle_rules(const PlanOn& on);

/// Zones of the base reading that cover no land.
std::vector<const Zone*> empty_zones(const PlanOn& on);

}  // namespace layers
