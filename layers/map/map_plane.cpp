// SPDX-License-Identifier: MIT
#include "layers/map/map_plane.h"

#include <algorithm>

namespace layers {

void MapBox::add(ScenePoint point) {
    west = std::min<double>(west, point.x_m);
    east = std::max<double>(east, point.x_m);
    south = std::min<double>(south, point.y_m);
    north = std::max<double>(north, point.y_m);
}

bool MapBox::overlaps(const MapBox& other) const {
    return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
}

bool MapBox::contains(const MapBox& other) const {
    return west <= other.west && other.east <= east && south <= other.south && other.north <= north;
}

}  // namespace layers
