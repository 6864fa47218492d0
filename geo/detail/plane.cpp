// SPDX-License-Identifier: MIT
#include "geo/detail/plane.h"

#include "geo/adjacency.h"

#include <algorithm>
#include <cmath>

namespace geo::detail {

namespace {

PlanePath ring_of(const GEOSGeometry* line, bool is_hole) {
    PlanePath ring = to_plane_path(line);
    if (runs_clockwise(ring) != is_hole) { std::reverse(ring.begin(), ring.end()); }
    return ring;
}

}  // namespace

void PlaneBounds::add(const PlanePoint& point) {
    west = std::min(west, point.x);
    east = std::max(east, point.x);
    south = std::min(south, point.y);
    north = std::max(north, point.y);
}

double length(const PlanePoint& a, const PlanePoint& b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

bool runs_clockwise(const PlanePath& ring) {
    double twice_area = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        twice_area += (ring[i - 1].x - ring[0].x) * (ring[i].y - ring[0].y) -
                      (ring[i].x - ring[0].x) * (ring[i - 1].y - ring[0].y);
    }
    return twice_area < 0;
}

Geometry to_geos(const PlanePoint& point) {
    return checked(GEOSGeom_createPointFromXY_r(geos(), point.x, point.y), "making a point");
}

Geometry to_geos(const PlanePath& path) {
    static_assert(sizeof(PlanePoint) == 2 * sizeof(double), "points are handed to GEOS as they lie in memory");
    GEOSCoordSequence* points = GEOSCoordSeq_copyFromBuffer_r(geos(), path.empty() ? nullptr : &path.front().x,
                                                              static_cast<unsigned>(path.size()), 0, 0);
    return checked(GEOSGeom_createLineString_r(geos(), points), "making a line");
}

Geometry to_geos(const PlaneRegion& region) {
    const auto ring = [](const PlanePath& path) {
        return checked(
            GEOSGeom_createLinearRing_r(geos(), GEOSCoordSeq_copyFromBuffer_r(
                                                    geos(), &path.front().x, static_cast<unsigned>(path.size()), 0, 0)),
            "making a ring");
    };
    std::vector<Geometry> polygons;
    for (const PlanePolygon& polygon : region) {
        std::vector<GEOSGeometry*> holes;
        for (const PlanePath& hole : polygon.holes) { holes.push_back(ring(hole).release()); }
        polygons.push_back(checked(GEOSGeom_createPolygon_r(geos(), ring(polygon.shell).release(), holes.data(),
                                                            static_cast<unsigned>(holes.size())),
                                   "making a polygon"));
    }
    return collection(GEOS_MULTIPOLYGON, std::move(polygons));
}

PlanePath to_plane_path(const GEOSGeometry* line) {
    const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(geos(), line);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(geos(), points, &size);
    PlanePath path(size);
    if (size > 0) { GEOSCoordSeq_copyToBuffer_r(geos(), points, &path.front().x, 0, 0); }
    return path;
}

PlaneRegion to_plane_region(const GEOSGeometry* geometry) {
    PlaneRegion region;
    for (const GEOSGeometry* member : members_of(geometry)) {
        const int type = GEOSGeomTypeId_r(geos(), member);
        if (type == GEOS_POLYGON) {
            PlanePolygon polygon{ring_of(GEOSGetExteriorRing_r(geos(), member), false), {}};
            for (int i = 0; i < GEOSGetNumInteriorRings_r(geos(), member); ++i) {
                polygon.holes.push_back(ring_of(GEOSGetInteriorRingN_r(geos(), member, i), true));
            }
            region.push_back(std::move(polygon));
        } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
            for (PlanePolygon& polygon : to_plane_region(member)) { region.push_back(std::move(polygon)); }
        }
    }
    return region;
}

std::vector<PlanePath> strung(const std::vector<std::pair<PlanePoint, PlanePoint>>& lines) {
    std::vector<Segment> segments;  // which joined() compares and nothing else
    for (const auto& [a, b] : lines) { segments.push_back({{a.x, a.y}, {b.x, b.y}}); }
    std::vector<PlanePath> paths;
    for (const Path& path : joined(segments)) {
        paths.emplace_back();
        for (const LonLat& at : path) { paths.back().push_back({at.lon, at.lat}); }
    }
    return paths;
}

}  // namespace geo::detail
