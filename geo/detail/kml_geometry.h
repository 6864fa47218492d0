// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <string_view>
#include <vector>

namespace geo::detail {

/// Positions of <coordinates>: "lon,lat[,height]" between spaces; heights are dropped. Throws Error with the line
/// within the text, from 1, and what stands there.
std::vector<LonLat> kml_coordinates(std::string_view text);

/// One <gx:coord>: "lon lat [height]".
LonLat kml_track_position(std::string_view text);

/// Polygons of one <Polygon>: one, or as many as it has outer boundaries; each inner ring goes to the one around it.
std::vector<Polygon> kml_polygons(std::vector<Ring> outer, std::vector<Ring> inner);

}  // namespace geo::detail
