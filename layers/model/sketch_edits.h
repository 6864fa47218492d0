// SPDX-License-Identifier: MIT
#pragma once

#include "geo/projection.h"
#include "geo/shapes.h"
#include "layers/model/sketch.h"

namespace layers {

/// With all its rings, on the equal-area plane about the origin (geo::Projection), by the way between two of its
/// points. It looks the same there; its area changes as edges that are straight in longitude and latitude bend
/// otherwise in another place: by 0.001 % where a zone of 100 km each way goes 300 km. Throws geo::Error where a corner
/// would leave the plane.
SketchShape moved(SketchShape shape, const geo::MapPoint& from, const geo::MapPoint& to, const geo::LonLat& origin);

}  // namespace layers
