// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/overlay.h"
#include "layers/model/plan.h"

#include <string>

namespace layers::report {

/// The lines of the plan, and how edges and areas are meant.
std::string basis_words(const Plan& plan, const Overlay& land);

/// The same, and in a line of its own how far the line is from the day of the text, where that is more than a month.
std::string basis_and_age(const Plan& plan, const Overlay& land);

/// "edges straight in longitude and latitude, WGS84"
std::string edges_words();

}  // namespace layers::report
