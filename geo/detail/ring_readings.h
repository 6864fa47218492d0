// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"

namespace geo::detail {

/// What rings enclose, read two ways.
struct Readings {
    Region even_odd;         ///< of each polygon, what an odd number of its rings goes round; polygons united
    SquareKilometres moved;  ///< what a reader who takes each polygon's first ring less the others reads otherwise, and
                             ///< what single rings enclose twice or backwards
};

/// Rings closed; they may cross, touch and repeat one another and themselves. The rings are cut where they meet, and
/// the faces between them labelled by walking from face to face: whoever crosses an edge enters or leaves the rings
/// that run along it. Costs about (n + crossings) log n. Throws Error for more crossings than noded() allows.
Readings readings_of(const Region& as_written);

}  // namespace geo::detail
