// SPDX-License-Identifier: MIT
#include "geo/detail/reproject.h"

#include "geo/detail/endings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

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

bool is_same_crs(const std::string& a, const std::string& b) {
    return lower(a) == lower(b) || (is_wgs84(a) && is_wgs84(b));
}

void Reprojection::apply(Shape& shape, const std::string& crs) {
    auto found = sources_.find(crs);
    if (found == sources_.end()) { found = sources_.emplace(crs, Source{Projection::to_crs(crs)}).first; }
    Source& source = found->second;
    const auto there = [&source](const LonLat& at) { return source.projection.inverse({at.lon, at.lat}); };
    const auto move_points = [&there](Path& points) {
        for (LonLat& position : points) { position = there(position); }
    };
    const auto move = [&](Path& path) {
        const Path drawn = path;
        move_points(path);
        for (std::size_t i = 1; i < path.size(); ++i) {
            const LonLat &a = drawn[i - 1], &b = drawn[i];
            if (std::hypot(b.lon - a.lon, b.lat - a.lat) < EdgeBend::shortest_m) { continue; }
            source.bend.add(path[i - 1], path[i], there({(a.lon + b.lon) / 2, (a.lat + b.lat) / 2}));
        }
    };
    move_points(shape.points);
    for (Path& path : shape.paths) { move(path); }
    for (Polygon& polygon : shape.region.polygons) {
        move(polygon.shell);
        for (Ring& hole : polygon.holes) { move(hole); }
    }
}

std::vector<std::string> Reprojection::notes() const {
    std::vector<std::string> notes;
    for (const auto& [crs, source] : sources_) {
        notes.push_back(fmt::format("coordinates transformed to WGS84 from {}{}", crs, source.bend.words()));
    }
    return notes;
}

}  // namespace geo::detail
