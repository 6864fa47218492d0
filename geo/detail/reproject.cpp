// SPDX-License-Identifier: MIT
#include "geo/detail/reproject.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace geo::detail {

bool is_wgs84(const std::string& crs) {
    constexpr std::array<std::string_view, 9> names{"CRS84",
                                                    "EPSG:4326",
                                                    "OGC:CRS84",
                                                    "WGS84",
                                                    "urn:ogc:def:crs:OGC::CRS84",
                                                    "urn:ogc:def:crs:OGC:1.3:CRS84",
                                                    "urn:ogc:def:crs:EPSG::4326",
                                                    "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
                                                    "http://www.opengis.net/def/crs/EPSG/0/4326"};
    return std::find(names.begin(), names.end(), crs) != names.end();
}

void Reprojection::apply(Shape& shape, const std::string& crs) {
    auto found = projections_.find(crs);
    if (found == projections_.end()) { found = projections_.emplace(crs, Projection::to_crs(crs)).first; }
    const auto move = [&projection = found->second](Path& path) {
        for (LonLat& position : path) { position = projection.inverse({position.lon, position.lat}); }
    };
    move(shape.points);
    for (Path& path : shape.paths) { move(path); }
    for (Polygon& polygon : shape.region.polygons) {
        move(polygon.shell);
        for (Ring& hole : polygon.holes) { move(hole); }
    }
}

std::vector<std::string> Reprojection::notes() const {
    std::vector<std::string> notes;
    for (const auto& [crs, projection] : projections_) {
        notes.push_back(fmt::format("coordinates transformed to WGS84 from {}", crs));
    }
    return notes;
}

}  // namespace geo::detail
