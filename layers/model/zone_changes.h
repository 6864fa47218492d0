// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/comparison.h"
#include "layers/model/plan_on.h"

#include <string>
#include <vector>

namespace layers {

/// A zone under two plans, known by its id and kind: it appears, vanishes, or covers other land.
struct ZoneChange {
    struct Row {
        std::string unit, unit_code;
        Holder holder;  ///< of the land, under the second plan
        geo::SquareKilometres gained, lost;
    };
    const Zone* a = nullptr;  ///< null where the first plan has none
    const Zone* b = nullptr;
    Estimate of_a, of_b;    ///< its area under each
    Estimate gained, lost;  ///< what it covers under the second plan alone, and under the first alone
    std::vector<Row> rows;  ///< in the order of units, then of holders; none where both cover the same
    std::vector<const Place*> entering, leaving;

    const Zone& zone() const { return b == nullptr ? *a : *b; }
};

/// Every zone of either plan, those of the first in their order, then those that the second alone has. `places` as
/// Comparison has them, and `redrawn` as it takes it.
std::vector<ZoneChange> zone_changes(const PlanOn& a, const PlanOn& b, const std::vector<PlaceUnderBoth>& places,
                                     const RedrawnPair& redrawn = {});

}  // namespace layers
