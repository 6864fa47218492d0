// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

namespace geo::detail {

/// The chain of arcs through positions 0 1 2, 2 3 4, … of a plane, as chords of at most 0.1°. Inscribed, they would
/// lose 1 - sin(a)/a of the area beside an arc (5e-7 of a disc); their corners lie so far outside of it (r·a²/6 at
/// most, 8 mm for a radius of 15 km) that none is lost. Ends stay where they are. Three positions on a line are a
/// straight edge.
Path along_arcs(const Path& controls);

/// How far out the corners of so many chords of that angle lie, two or more, in radii, the two ends excepted, so that
/// the chords have the area of their arc: (n - 2)x² + 2x = n·a/sin(a).
double corner_radius(int chords, double angle);

}  // namespace geo::detail
