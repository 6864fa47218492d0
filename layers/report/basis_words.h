// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/overlay.h"
#include "layers/model/plan.h"

#include <string>

namespace layers::report {

/// The lines of the plan, and how edges and areas are meant.
std::string basis_words(const Plan& plan, const Overlay& land);

/// "edges straight in longitude and latitude, WGS84"
std::string edges_words();

}  // namespace layers::report
