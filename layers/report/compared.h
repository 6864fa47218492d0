// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/zone_changes.h"

#include <vector>

namespace layers::report {

/// Two plans on one land, and the same with one of them read otherwise. Plans and land outlive it.
struct Compared {
    /// One of the plans in one of its readings, against the other as it is.
    struct ReadOtherwise {
        const Plan* reading;
        Comparison comparison;
    };
    const Plan* a;
    const Plan* b;
    PlanOn on_a, on_b;
    RedrawnPair redrawn;  ///< the two on displaced lines, where that was asked for
    Comparison comparison;
    std::vector<PlaceUnderBoth> places;
    std::vector<ReadOtherwise> readings;  ///< of those in which something else changes

    Compared(const Plan& first, const Plan& second, const Overlay& land, RedrawnPair redrawn = {});

    /// The net of a holder, with the range over the readings beside its interval.
    Estimate net(Holder holder) const;
};

/// Do both say more than who holds what? Then land that differs changes hands under neither.
bool are_two_texts(const Compared& pair);

}  // namespace layers::report
