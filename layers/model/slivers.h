// SPDX-License-Identifier: MIT
#pragma once

#include "geo/segment_index.h"
#include "geo/shapes.h"
#include "geo/units.h"
#include "layers/model/pieces.h"

#include <string>
#include <utility>
#include <vector>

namespace layers {

/// What two sources that draw the same coast and border differently leave between them.
struct Slivers {
    geo::SquareKilometres past_units;  ///< held land that lies in no unit; it does not count
    geo::SquareKilometres slivers;     ///< land along the outline that the polygon misses, beside land that it holds
    std::vector<std::pair<std::string, geo::SquareKilometres>> slivers_by_unit;  ///< largest first
};

/// Slivers no farther than this from the outline count as mismatch of coasts, not as held by the other side.
inline constexpr geo::Kilometres sliver_reach{5};

/// Faces of Ukraine's side that are mismatch of coasts rather than held by Ukraine: land that the held land cuts off
/// from the rest, that touches it, that is not contested, and that lies within `reach` of the country's outline
/// everywhere. A pocket more than 2.5 km deep and not three times as long along the outline was left out by whoever
/// drew the polygon, and is none. Nor is land of a unit whose
/// outline there mostly lies farther than that from `held`, the edges of held land on land and at sea: a peninsula that
/// was given back touches held land too. Indices into the land's faces.
std::vector<std::size_t> slivers(const SidedLand& land, const geo::SegmentIndex& held, geo::Kilometres reach);

/// Where held land stays short of the outline for longer than a little, the strip between them is a sliver that ends
/// where the front turns inland. Cuts across it at its ends, from held land to the outline; a partition with them has
/// the strip as faces of its own. `known` are slivers that no cut is needed for.
std::vector<geo::Path> gates(const SidedLand& land, const std::vector<std::size_t>& known, geo::Kilometres reach);

}  // namespace layers
