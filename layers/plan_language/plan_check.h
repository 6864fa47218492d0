// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/plan_on.h"

#include <string>
#include <vector>

namespace layers {

/// How a check of a plan came out.
struct Verdict {
    const Check* check;
    bool passed;
    std::string claim;  ///< "Kramatorsk lies in donetsk-buffer"
    std::string found;  ///< what is so: "5,877 km²"
    bool within_accuracy =
        false;  ///< of places and areas: it would come out otherwise, were a line off by its accuracy
};

/// All of the plan's checks, in its order.
std::vector<Verdict> verify(const PlanOn& on);

}  // namespace layers
