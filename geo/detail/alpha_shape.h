// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/plane.h"

#include <vector>

namespace geo::detail {

/// The boundary of an alpha shape (Edelsbrunner, Kirkpatrick and Seidel 1983) of the positions of paths, as seen from
/// outside: those positions that are the nearest of all to some place at `reach` or farther, and so shape the edge of
/// all that lies within a distance of the paths, for any distance above `reach`. Legs are cut into steps of at most
/// `step`, and neighbours on the same side no farther apart than that are strung together; on chords like theirs the
/// edge strays by no more than step² / 8 distance. Read off the Delaunay triangulation of the positions: a position's
/// Voronoi cell reaches as far as the largest of the circles about the triangles that meet there. `reach` and `step` in
/// the plane's unit; no path is empty. Throws Error where GEOS finds no triangulation.
std::vector<PlanePath> alpha_shape_of(const std::vector<PlanePath>& paths, double reach, double step);

}  // namespace geo::detail
