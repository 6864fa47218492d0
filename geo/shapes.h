// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace geo {

/// A position on WGS84, in degrees, longitude first. Edges between positions are straight in longitude and latitude
/// (RFC 7946, 3.1.1).
struct LonLat {
    double lon = 0;
    double lat = 0;
    friend bool operator==(const LonLat&, const LonLat&) = default;
};

using Path = std::vector<LonLat>;
using Ring = std::vector<LonLat>;  ///< closed: the last position repeats the first

struct Polygon {
    Ring shell;
    std::vector<Ring> holes;
};

/// Any part of the earth's surface, several pieces and none included. In a region that repair() returned, shells run
/// counter-clockwise, holes clockwise, and no two pieces overlap.
struct Region {
    std::vector<Polygon> polygons;
    bool empty() const { return polygons.empty(); }
};

/// A box in degrees; empty until something is added.
struct Bounds {
    double west = 1e300, south = 1e300, east = -1e300, north = -1e300;
    bool empty() const { return west > east; }
    void add(const LonLat& position);
    void add(const Bounds& other);
    bool contains(const LonLat& position) const;
    bool overlaps(const Bounds& other) const;
    friend bool operator==(const Bounds&, const Bounds&) = default;
};

Bounds bounds_of(const Path& path);

/// Does it end where it begins, round something?
bool is_closed(const Path& path);

Bounds bounds_of(const Region& region);

std::size_t vertex_count(const Region& region);

/// Adds every piece of `more` to `region`; they must not overlap.
void append(Region& region, const Region& more);

/// Every ring of the region, shells and holes, in order.
std::vector<const Ring*> rings_of(const Region& region);

/// Is the position inside by the even-odd rule? On the edge: either answer. Cost: one pass over the vertices.
bool contains(const Polygon& polygon, const LonLat& position);
bool contains(const Region& region, const LonLat& position);

/// A point well inside: on the parallel in the middle of the widest gap between the latitudes of the corners, or of the
/// gap next to the middle; also in faces that end in needles, where GEOS's point on surface may be a corner.
LonLat point_inside(const Polygon& polygon);

/// "37.1234° E, 48.5678° N"
std::string to_text(const LonLat& position);

}  // namespace geo
