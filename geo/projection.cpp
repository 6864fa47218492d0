// SPDX-License-Identifier: MIT
#include "geo/projection.h"

#include "geo/detail/formats.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace geo {

Projection Projection::to_crs(const std::string& crs) {
    return Projection{detail::formats().project(crs)};
}

Projection Projection::about(const LonLat& origin) {
    thread_local std::optional<std::pair<LonLat, Projection>> last;
    if (!last || last->first != origin) {
        const Projection made = to_crs(
            fmt::format("+proj=laea +lat_0={} +lon_0={} +datum=WGS84 +units=m +type=crs", origin.lat, origin.lon));
        last.emplace(origin, made);
    }
    return last->second;
}

MapPoint Projection::forward(const LonLat& position) const {
    return engine_->forward(position);
}

LonLat Projection::inverse(const MapPoint& point) const {
    return engine_->inverse(point);
}

}  // namespace geo
