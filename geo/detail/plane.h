// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/geos.h"

#include <vector>

namespace geo::detail {

/// A position on a LocalPlane: degrees of arc (LocalPlane::km_per_degree) east and north of its middle.
struct PlanePoint {
    double x = 0, y = 0;
    friend bool operator==(const PlanePoint&, const PlanePoint&) = default;
    friend auto operator<=>(const PlanePoint&, const PlanePoint&) = default;
};

using PlanePath = std::vector<PlanePoint>;

struct PlanePolygon {
    PlanePath shell;  ///< closed, counter-clockwise
    std::vector<PlanePath> holes;
};
using PlaneRegion = std::vector<PlanePolygon>;

/// A box on the plane; empty until something is added.
struct PlaneBounds {
    double west = 1e300, south = 1e300, east = -1e300, north = -1e300;
    void add(const PlanePoint& point);
};

double length(const PlanePoint& a, const PlanePoint& b);

/// Of a closed ring.
bool runs_clockwise(const PlanePath& ring);

Geometry to_geos(const PlanePoint& point);
Geometry to_geos(const PlanePath& path);
/// As one MultiPolygon.
Geometry to_geos(const PlaneRegion& region);
PlanePath to_plane_path(const GEOSGeometry* line);

/// The polygons of any geometry; points and lines in it are dropped.
PlaneRegion to_plane_region(const GEOSGeometry* geometry);

/// Lines between two points each, strung together end to end as geo::joined() does.
std::vector<PlanePath> strung(const std::vector<std::pair<PlanePoint, PlanePoint>>& lines);

}  // namespace geo::detail
