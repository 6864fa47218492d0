// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <vector>

namespace geo::detail {

/// `reach` and `step` in the units of the paths, which are flat and of one position or more each.
/// Which positions of paths shape the edge of all that lies within a distance of the paths: those that are the
/// nearest of all to some place at `reach` or farther, for any distance above that. Legs are cut into steps of at most
/// `step`, and neighbours on the same side no farther apart than that are strung together; on chords like theirs the
/// edge strays by no more than step² / 8 distance. Reads it off the Delaunay triangulation of the positions: a
/// position's Voronoi cell reaches as far as the largest of the circles about the triangles that meet there. Throws
/// Error where GEOS finds no triangulation.
std::vector<Path> alpha_shape_of(const std::vector<Path>& paths, double reach, double step);

}  // namespace geo::detail
