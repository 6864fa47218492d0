// SPDX-License-Identifier: MIT
#include "geo/nearest.h"

#include "geo/detail/geos.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace geo {

Nearest nearest_on(const Segment& segment, const LonLat& position) {
    const double shrink = std::cos(position.lat * std::numbers::pi / 180);
    const double ax = (segment.from.lon - position.lon) * shrink, ay = segment.from.lat - position.lat;
    const double dx = (segment.to.lon - segment.from.lon) * shrink, dy = segment.to.lat - segment.from.lat;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 == 0 ? 0 : std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0);
    const LonLat point{segment.from.lon + t * (segment.to.lon - segment.from.lon),
                       segment.from.lat + t * (segment.to.lat - segment.from.lat)};
    return {point, latitude_as_length(std::hypot(ax + t * dx, ay + t * dy))};
}

Nearest nearest_on(const std::vector<Segment>& segments, const LonLat& position) {
    Nearest best{position, Kilometres{std::numeric_limits<double>::infinity()}};
    for (const Segment& segment : segments) {
        const Nearest found = nearest_on(segment, position);
        if (found.distance < best.distance) { best = found; }
    }
    return best;
}

std::vector<Segment> shell_segments(const Region& region) {
    std::vector<Segment> segments;
    for (const Polygon& polygon : region.polygons) {
        for (std::size_t i = 1; i < polygon.shell.size(); ++i) {
            segments.push_back({polygon.shell[i - 1], polygon.shell[i]});
        }
    }
    return segments;
}

Kilometres inscribed_radius(const Polygon& polygon) {
    using namespace detail;
    const Bounds bounds = bounds_of(polygon.shell);
    const double tolerance = std::max(bounds.east - bounds.west, bounds.north - bounds.south) / 1000;
    const Geometry shape = to_geos(polygon);
    const Geometry radius = checked(GEOSMaximumInscribedCircle_r(geos(), shape.get(), std::max(tolerance, 1e-9)),
                                    "fitting a circle into a piece");
    double degrees = 0;
    GEOSLength_r(geos(), radius.get(), &degrees);
    return latitude_as_length(degrees);
}

}  // namespace geo
