// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/handles.h"
#include "geo/shapes.h"

#include <geos_c.h>

#include <memory>
#include <string>
#include <vector>

namespace geo::detail {

/// This thread's GEOS context.
GEOSContextHandle_t geos();

struct GeometryCloser {
    void operator()(GEOSGeometry* geometry) const noexcept { GEOSGeom_destroy_r(geos(), geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, GeometryCloser>;

struct PreparedCloser {
    void operator()(const GEOSPreparedGeometry* prepared) const noexcept {
        GEOSPreparedGeom_destroy_r(geos(), prepared);
    }
};
using Prepared = std::unique_ptr<const GEOSPreparedGeometry, PreparedCloser>;

/// Takes what GEOS returned; throws Error with GEOS's own words if it is null.
Geometry checked(GEOSGeometry* result, const std::string& doing);

/// Throws Error if a predicate of GEOS answered 2 (exception).
bool checked(char answer, const std::string& doing);

Geometry to_geos(const Path& path);
Geometry to_geos(const Polygon& polygon);
Geometry to_geos(const Region& region);
Geometry to_geos(const LonLat& position);

/// Lines of all rings and paths, as one MultiLineString.
Geometry linework(const std::vector<const Path*>& paths);
Geometry collection(int type, std::vector<Geometry> members);

/// The union of polygons that may share borders: by cancelling shared edges where neighbours share all vertices, else,
/// or where rounding makes them overlap by a hair, by a full union.
Geometry joined(std::vector<Geometry> polygons);

/// Only the first way; null where it fails.
Geometry joined_by_edges(const GEOSGeometry* polygons);

Path to_path(const GEOSGeometry* line);
Polygon to_polygon(const GEOSGeometry* polygon);

/// The polygons of any geometry; points and lines in it are dropped. Rings wound as RFC 7946 asks.
Region to_region(const GEOSGeometry* geometry);

/// With shells counter-clockwise and holes clockwise, as to_region() has them.
Region wound(Region region);

std::vector<const GEOSGeometry*> members_of(const GEOSGeometry* geometry);

}  // namespace geo::detail
