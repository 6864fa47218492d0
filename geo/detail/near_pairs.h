// SPDX-License-Identifier: MIT
#pragma once

#include "geo/adjacency.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace geo::detail {

/// Visits every two segments that come nearer to each other than `slack` (and others that come near), once or more;
/// `cell` is the box in which they were found, west and south edge included: a point of two segments lies in one cell
/// only. Boxes are halved until few segments meet each: about (n + meetings) log n visits. Returns false, before it has
/// visited all, once there were more than `most` visits.
bool for_near_pairs(const std::vector<Segment>& segments, double slack, std::size_t most,
                    const std::function<void(std::size_t, std::size_t, const Bounds& cell)>& visit);

/// How often segments cross each other in their insides, counted no farther than a little past `most`.
std::size_t crossings_of(const std::vector<Segment>& segments, std::size_t most);

}  // namespace geo::detail
