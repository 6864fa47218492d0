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
/// visited all, once there were more than `most` visits. With `is_new`, one for each segment, only pairs of which one
/// is new; boxes without any are not looked into.
bool for_near_pairs(const std::vector<Segment>& segments, double slack, std::size_t most,
                    const std::function<void(std::size_t, std::size_t, const Bounds& cell)>& visit,
                    const std::vector<char>& is_new = {});

/// Some ten seconds' worth.
constexpr std::size_t most_visits = 300'000'000;

}  // namespace geo::detail
