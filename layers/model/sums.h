// SPDX-License-Identifier: MIT
#pragma once

#include "geo/units.h"
#include "layers/model/area_table.h"
#include "layers/model/plan_on.h"

#include <optional>
#include <string>
#include <vector>

namespace layers {

/// What one holder has of a unit, or of a named group of units, under a plan.
struct HolderShare {
    std::string unit, unit_code;  ///< of a group: its name, and no code
    bool is_group = false;
    Holder holder;
    Estimate estimate;
    geo::SquareKilometres whole;                    ///< of the unit or group, as it is measured here
    std::optional<geo::SquareKilometres> official;  ///< the same by State Statistics
};

/// By unit in their order, then by holder; behind them the groups all of whose units are there. Nothing that is
/// nothing.
std::vector<HolderShare> holder_shares(const PlanOn& on);

/// How long the border between two holders' land is.
struct FrontLength {
    std::string unit;  ///< in which it runs; of a border between two units "Kharkiv / Luhansk"
    Holder first, second;
    geo::Kilometres length;
};

/// As the plan leaves the land, by unit and pair of holders, geodesic. Borders through water that belongs to no unit
/// are not in it.
std::vector<FrontLength> front_lengths(const PlanOn& on);

/// A zone's land by unit and by who holds it under the plan.
struct ZoneByHolder {
    const Zone* zone;
    std::string unit, unit_code;
    Holder holder;
    Estimate estimate;
};
std::vector<ZoneByHolder> zones_by_holder(const PlanOn& on);

}  // namespace layers
