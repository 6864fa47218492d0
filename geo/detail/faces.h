// SPDX-License-Identifier: MIT
#pragma once

#include "geo/adjacency.h"
#include "geo/shapes.h"

#include <vector>

namespace geo::detail {

/// An edge between two of a list of vertices, the lesser number first.
struct VertexEdge {
    int from, to;
    friend auto operator<=>(const VertexEdge&, const VertexEdge&) = default;
};

/// The polygons into which edges part the plane, without the land beyond them all; edges meet at their ends only, and
/// such as stand twice count once. Edges with the same face on both sides bound nothing and are left out.
/// Polygons are valid: a ring that comes back to a vertex is more than one. Shells run counter-clockwise, holes
/// clockwise. Costs about n log n, and for each hole a look at every shell.
std::vector<Polygon> faces_between(const std::vector<LonLat>& vertices, std::vector<VertexEdge> edges);

/// The same of paths that meet at their positions only.
std::vector<Polygon> faces_between(const std::vector<const Path*>& paths);

}  // namespace geo::detail
