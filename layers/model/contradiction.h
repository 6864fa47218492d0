// SPDX-License-Identifier: MIT
#pragma once

#include "geo/units.h"
#include "layers/model/plan_on.h"

#include <optional>
#include <vector>

namespace layers {

/// Who holds land of that status on the day of the line, if the status says so: what stays with a side is held by it,
/// what comes back to it is not.
std::optional<Side> held_before(Status status);

/// A rule whose status says of land that the one side holds it on the day of the plan's line, and the other does.
struct Contradiction {
    const Rule* rule;
    Side holds;  ///< who does hold the land
    geo::SquareKilometres area;
    Reading reading = Reading::base;
};

/// Of the base and, where they say more, of the readings. Less than 1 km² or, of a rule on less than 100 km², less than
/// 1 % of its land does not count: two drawings of one border differ by as much.
std::vector<Contradiction> contradictions(const PlanOn& on);

}  // namespace layers
