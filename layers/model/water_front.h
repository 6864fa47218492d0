// SPDX-License-Identifier: MIT
#pragma once

#include "geo/adjacency.h"
#include "layers/model/contact_line.h"
#include "layers/model/pieces.h"

#include <vector>

namespace layers {

/// Where the line, or the edge of the control polygon, runs through water between the two sides' land: the nearest held
/// land lies one way and the nearest other land the other way, together no farther than `widest_river`, or on an inland
/// water up to 30 km wide. A line that parts no land and runs down no such water is measured from in any water up to 30
/// km wide: it is all that there is. Good to 250 m along the line; stretches under 1 km are left out. Faces that are
/// out (by face) have no shore. `on_land` is the front where land meets land.
std::vector<geo::Segment> water_front(const SidedLand& land, const std::vector<char>& is_out, const Control& control,
                                      const std::vector<geo::Segment>& on_land);

}  // namespace layers
