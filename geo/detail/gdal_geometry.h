// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "geo/detail/edge_bend.h"
#include "geo/detail/gdal.h"

namespace geo::detail {

/// What a geometry of GDAL's draws, brought to longitude and latitude by the transformation if there is one. Arcs
/// become chords of 0.1° whose corners lie off the arc by less than 4e-7 of the radius, so that a chain of them bounds
/// the very area of the arc in the coordinates of the file. Throws Error for positions that cannot be transformed.
Shape to_shape(OGRGeometryH geometry, OGRCoordinateTransformationH transformation, EdgeBend& bend);

}  // namespace geo::detail
