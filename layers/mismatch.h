// SPDX-License-Identifier: MIT
#pragma once

#include "geo/partition.h"
#include "geo/units.h"
#include "layers/where.h"

#include <string>
#include <utility>
#include <vector>

namespace layers {

/// What two sources that draw the same coast and border differently leave between them.
struct Mismatch {
    geo::SquareKilometres past_units;  ///< held land that lies in no unit; it does not count
    geo::SquareKilometres slivers;     ///< land along the outline that the polygon misses, beside land that it holds
    std::vector<std::pair<std::string, geo::SquareKilometres>> slivers_by_unit;  ///< largest first
};

/// Slivers no farther than this from the outline count as mismatch of coasts, not as held by the other side.
inline constexpr geo::Kilometres sliver_reach{5};

/// A face of the country and its side.
struct SidedFace {
    const geo::Face* face;
    Side side;
};

/// Faces of Ukraine's side that are mismatch of coasts rather than held by Ukraine: land that the held land cuts off
/// from the rest, that touches it, and that lies within `reach` of the country's outline everywhere. Indices into
/// `faces`.
std::vector<std::size_t> slivers(const std::vector<SidedFace>& faces, geo::Kilometres reach);

}  // namespace layers
