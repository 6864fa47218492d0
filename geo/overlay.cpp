// SPDX-License-Identifier: MIT
#include "geo/overlay.h"

#include "geo/detail/geos.h"

namespace geo {

namespace {

using namespace detail;

/// GEOS 3.11 answers operations on valid input by OverlayNG, which turns to snapping where doubles are too coarse.
Region overlaid(const Region& a, const Region& b,
                GEOSGeometry* (*operation)(GEOSContextHandle_t, const GEOSGeometry*, const GEOSGeometry*),
                const char* doing) {
    const Geometry left = to_geos(a), right = to_geos(b);
    return to_region(checked(operation(geos(), left.get(), right.get()), doing).get());
}

}  // namespace

Region unite(const Region& a, const Region& b) {
    return overlaid(a, b, GEOSUnion_r, "uniting two regions");
}

Region intersect(const Region& a, const Region& b) {
    return overlaid(a, b, GEOSIntersection_r, "intersecting two regions");
}

Region subtract(const Region& a, const Region& b) {
    return overlaid(a, b, GEOSDifference_r, "subtracting a region from another");
}

Region unite_all(const std::vector<const Region*>& regions) {
    std::vector<Geometry> polygons;
    for (const Region* region : regions) {
        for (const Polygon& polygon : region->polygons) { polygons.push_back(to_geos(polygon)); }
    }
    return polygons.empty() ? Region{} : to_region(joined(std::move(polygons)).get());
}

}  // namespace geo
