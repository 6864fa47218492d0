// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <cstddef>
#include <vector>

namespace geo::detail {

/// Rings as closed walks from vertex to vertex. Edges of walks meet at vertices only.
struct Walks {
    std::vector<LonLat> vertices;
    std::vector<std::vector<int>> walks;  ///< by ring; the last vertex is the first
};

/// As many crossings as take a few seconds and a few hundred MB from here to the readings of the rings.
constexpr std::size_t most_crossings = 200'000;

/// Cuts rings wherever they cross or touch one another or themselves; what lies within 1e-11° (a micrometre) of
/// an edge is on it. Cutting moves edges by as much, so that it is repeated until nothing is left to cut (twice, as a
/// rule). Costs about (n + crossings) log n. Throws Error for more than `most` crossings.
Walks noded(const std::vector<const Ring*>& rings, std::size_t most = most_crossings);

}  // namespace geo::detail
