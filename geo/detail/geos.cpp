// SPDX-License-Identifier: MIT
#include "geo/detail/geos.h"

#include "geo/error.h"
#include "geo/measure.h"

#include <algorithm>

namespace geo::detail {

namespace {

thread_local std::string last_message;

void keep_message(const char* message, void*) {
    last_message = message;
}

/// GEOS tells of what it throws by its words alone.
[[noreturn]] void refuse(const std::string& doing) {
    if (last_message.find("bad_alloc") != std::string::npos) {
        throw Error{"out of memory while " + doing, "give simpler shapes or fewer of them"};
    }
    throw Error{doing + " failed: " + last_message, "simplify the shapes a little, and try again"};
}

using ContextOwner = Owned<GEOSContextHandle_HS, GEOS_finish_r>;

ContextOwner make_context() {
    ContextOwner context{GEOS_init_r()};
    GEOSContext_setErrorMessageHandler_r(context.get(), keep_message, nullptr);
    return context;
}

GEOSCoordSequence* to_sequence(const Path& path) {
    static_assert(sizeof(LonLat) == 2 * sizeof(double), "positions are handed to GEOS as they lie in memory");
    return GEOSCoordSeq_copyFromBuffer_r(geos(), path.empty() ? nullptr : &path.front().lon,
                                         static_cast<unsigned>(path.size()), 0, 0);
}

Geometry to_linear_ring(const Ring& ring) {
    return checked(GEOSGeom_createLinearRing_r(geos(), to_sequence(ring)), "making a ring");
}

void turn(Ring& ring, bool counter_clockwise) {
    if (runs_counter_clockwise(ring) != counter_clockwise) { std::reverse(ring.begin(), ring.end()); }
}

}  // namespace

GEOSContextHandle_t geos() {
    thread_local const ContextOwner context = make_context();
    return context.get();
}

Geometry checked(GEOSGeometry* result, const std::string& doing) {
    if (result == nullptr) { refuse(doing); }
    return Geometry{result};
}

bool checked(char answer, const std::string& doing) {
    if (answer == 2) { refuse(doing); }
    return answer == 1;
}

Geometry to_geos(const Path& path) {
    return checked(GEOSGeom_createLineString_r(geos(), to_sequence(path)), "making a line");
}

Geometry to_geos(const Polygon& polygon) {
    Geometry shell = to_linear_ring(polygon.shell);
    std::vector<Geometry> holes;
    for (const Ring& hole : polygon.holes) { holes.push_back(to_linear_ring(hole)); }
    std::vector<GEOSGeometry*> raw;
    for (Geometry& hole : holes) { raw.push_back(hole.release()); }
    return checked(GEOSGeom_createPolygon_r(geos(), shell.release(), raw.data(), static_cast<unsigned>(raw.size())),
                   "making a polygon");
}

Geometry to_geos(const Region& region) {
    std::vector<Geometry> polygons;
    for (const Polygon& polygon : region.polygons) { polygons.push_back(to_geos(polygon)); }
    return collection(GEOS_MULTIPOLYGON, std::move(polygons));
}

Geometry to_geos(const LonLat& position) {
    return checked(GEOSGeom_createPointFromXY_r(geos(), position.lon, position.lat), "making a point");
}

Geometry linework(const std::vector<const Path*>& paths) {
    std::vector<Geometry> lines;
    for (const Path* path : paths) { lines.push_back(to_geos(*path)); }
    return collection(GEOS_MULTILINESTRING, std::move(lines));
}

Geometry collection(int type, std::vector<Geometry> members) {
    std::vector<GEOSGeometry*> raw;
    for (Geometry& member : members) { raw.push_back(member.release()); }
    return checked(GEOSGeom_createCollection_r(geos(), type, raw.data(), static_cast<unsigned>(raw.size())),
                   "collecting geometries");
}

Geometry joined_by_edges(const GEOSGeometry* polygons) {
    Geometry coverage{GEOSCoverageUnion_r(geos(), polygons)};
    const bool valid = coverage && checked(GEOSisValid_r(geos(), coverage.get()), "checking a union");
    return valid ? std::move(coverage) : nullptr;
}

Geometry joined(std::vector<Geometry> polygons) {
    const Geometry all = collection(GEOS_MULTIPOLYGON, std::move(polygons));
    Geometry coverage = joined_by_edges(all.get());
    if (coverage) { return coverage; }
    return checked(GEOSUnaryUnion_r(geos(), all.get()), "uniting polygons");
}

Path to_path(const GEOSGeometry* line) {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(geos(), line);
    unsigned size = 0;
    GEOSCoordSeq_getSize_r(geos(), sequence, &size);
    Path path(size);
    if (size > 0) { GEOSCoordSeq_copyToBuffer_r(geos(), sequence, &path.front().lon, 0, 0); }
    return path;
}

Polygon to_polygon(const GEOSGeometry* polygon) {
    Polygon result;
    result.shell = to_path(GEOSGetExteriorRing_r(geos(), polygon));
    turn(result.shell, true);
    const int holes = GEOSGetNumInteriorRings_r(geos(), polygon);
    for (int i = 0; i < holes; ++i) {
        result.holes.push_back(to_path(GEOSGetInteriorRingN_r(geos(), polygon, i)));
        turn(result.holes.back(), false);
    }
    return result;
}

Region to_region(const GEOSGeometry* geometry) {
    Region region;
    for (const GEOSGeometry* member : members_of(geometry)) {
        if (GEOSGeomTypeId_r(geos(), member) == GEOS_POLYGON) {
            region.polygons.push_back(to_polygon(member));
        } else {
            const int type = GEOSGeomTypeId_r(geos(), member);
            if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) { append(region, to_region(member)); }
        }
    }
    return region;
}

Region wound(Region region) {
    for (Polygon& polygon : region.polygons) {
        turn(polygon.shell, true);
        for (Ring& hole : polygon.holes) { turn(hole, false); }
    }
    return region;
}

std::vector<const GEOSGeometry*> members_of(const GEOSGeometry* geometry) {
    std::vector<const GEOSGeometry*> members;
    if (GEOSisEmpty_r(geos(), geometry) == 1) { return members; }
    const int count = GEOSGetNumGeometries_r(geos(), geometry);
    for (int i = 0; i < count; ++i) { members.push_back(GEOSGetGeometryN_r(geos(), geometry, i)); }
    return members;
}

}  // namespace geo::detail
