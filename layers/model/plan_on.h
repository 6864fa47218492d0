// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/assignment.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"

#include <cstddef>
#include <vector>

namespace layers {

/// A plan on a land, assigned once for every way in which its lines may be off and for every reading. Tables,
/// comparisons, scenes, cards and sketches read it; plan and land outlive it.
struct PlanOn {
    const Plan* plan;
    const Overlay* land;
    std::vector<std::size_t> lines;     ///< that are moved
    std::vector<Assignment> moved;      ///< as drawn, then with the lines off by their accuracies: see shifts()
    std::vector<Assignment> readings;   ///< the smallest and the largest, or none
    std::vector<Assignment> contested;  ///< with contested land Ukraine's, then Russia's, or none

    PlanOn(const Plan& on, const Overlay& of);

    /// With other lines moved than the plan's own, for a comparison with a plan that has more.
    PlanOn(const Plan& on, const Overlay& of, std::vector<std::size_t> moving);

    const Assignment& drawn() const { return moved.front(); }
};

}  // namespace layers
