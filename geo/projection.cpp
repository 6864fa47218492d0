// SPDX-License-Identifier: MIT
#include "geo/projection.h"

#include "geo/detail/equal_area.h"
#include "geo/detail/formats.h"

#include <memory>
#include <optional>
#include <utility>

namespace geo {

Projection Projection::to_crs(const std::string& crs) {
    return Projection{detail::formats().project(crs)};
}

Projection Projection::about(const LonLat& origin) {
    thread_local std::optional<std::pair<LonLat, Projection>> last;
    if (!last || last->first != origin) {
        last.emplace(origin, Projection{std::make_shared<const detail::EqualArea>(origin)});
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
