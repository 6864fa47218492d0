// SPDX-License-Identifier: MIT
#pragma once

#include "geo/adjacency.h"
#include "geo/shapes.h"

#include <cstddef>
#include <vector>

namespace geo {

/// A position a hand's breadth inland of a shore, so that a line along the shore runs between it and the water.
struct Shore {
    LonLat inland;
    std::size_t face;
};

/// Positions along the outline, about every 300th of its extent; each face of it has at least one.
std::vector<Shore> shores_of(const Adjacency& faces);

/// A straight way from one shore to another that lies next to it.
struct Crossing {
    std::size_t from, to;  ///< indices of shores
    double degrees;        ///< of latitude
};

/// Which shores of different faces lie next to each other: edges of their Delaunay triangulation. Every face is linked
/// to the one nearest to it, and over links all are joined.
std::vector<Crossing> ways_across(const std::vector<Shore>& shores);

}  // namespace geo
