// SPDX-License-Identifier: MIT
#include "geo/projection.h"

#include "geo/detail/formats.h"

namespace geo {

Projection Projection::to_crs(const std::string& crs) {
    return Projection{detail::formats().project(crs)};
}

Projection Projection::ukraine() {
    thread_local const Projection shared = to_crs("+proj=laea +lat_0=48.7 +lon_0=31.2 +datum=WGS84 +units=m +type=crs");
    return shared;
}

MapPoint Projection::forward(const LonLat& position) const {
    return engine_->forward(position);
}

LonLat Projection::inverse(const MapPoint& point) const {
    return engine_->inverse(point);
}

}  // namespace geo
