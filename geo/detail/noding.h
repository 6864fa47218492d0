// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace geo::detail {

/// Paths, or rings as closed walks, from vertex to vertex. Edges of walks meet at vertices only.
struct Walks {
    std::vector<LonLat> vertices;
    std::vector<std::vector<int>> walks;  ///< by path, where doubled edges are kept; a ring's end where they began
};

/// As many crossings as take a few seconds and a few hundred MB from here to the readings of the rings.
constexpr std::size_t most_crossings = 200'000;

/// What becomes of an edge that stands twice, either way round: neighbours share borders.
enum class Doubled { kept, once };

/// Cuts paths wherever they cross or touch one another or themselves; what lies within 1e-11° (a micrometre) of
/// an edge is on it. Cutting moves edges by as much, so that it is repeated until nothing is left to cut (twice, as a
/// rule); where that comes to no end, positions within 1e-11° of each other are one. Costs about (n + crossings) log n.
/// Nothing for more than `most` crossings. Throws Error for details that are too fine to tell apart. Where edges count
/// once, a path that runs along another becomes walks of what is left of it.
std::optional<Walks> noded(const std::vector<const Path*>& paths, Doubled doubled = Doubled::kept,
                           std::size_t most = most_crossings);

}  // namespace geo::detail
