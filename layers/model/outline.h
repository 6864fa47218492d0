// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "layers/model/area_expression.h"
#include "layers/model/unit.h"

#include <string>
#include <vector>

namespace layers {

/// What the outline encloses; it may reach past the units. A border is where the country's outline runs along the
/// neighbour's built-in land (within 3 km of it). Nothing where the units have no border with the neighbour.
geo::Region region_of(const Outline& outline, const Units& units);

/// Countries that have a border with Ukraine.
const std::vector<std::string>& neighbours();

}  // namespace layers
