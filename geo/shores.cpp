// SPDX-License-Identifier: MIT
#include "geo/shores.h"

#include "geo/detail/geos.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace geo {

namespace {

constexpr double inland_degrees = 1e-7, cells_across = 300;

/// To the left of the segment, where its face lies.
LonLat inland_of(const LonLat& shore, const Segment& segment) {
    const double lon = segment.to.lon - segment.from.lon, lat = segment.to.lat - segment.from.lat;
    const double length = std::hypot(lon, lat);
    return {shore.lon - lat / length * inland_degrees, shore.lat + lon / length * inland_degrees};
}

struct Cell {
    std::size_t face;
    std::int64_t x, y;
    friend bool operator==(const Cell&, const Cell&) = default;
};
struct CellHash {
    std::size_t operator()(const Cell& cell) const {
        constexpr std::size_t mix = 0x9E3779B97F4A7C15ULL;
        return ((cell.face * mix + static_cast<std::size_t>(cell.x)) * mix + static_cast<std::size_t>(cell.y)) * mix;
    }
};

/// Longitudes shortened as the meridians draw together, so that nearest in the plane is nearest on the earth.
std::vector<LonLat> shrunk(const std::vector<Shore>& shores) {
    Bounds bounds;
    for (const Shore& shore : shores) { bounds.add(shore.inland); }
    const double shrink = std::cos((bounds.south + bounds.north) / 2 * std::numbers::pi / 180);
    std::vector<LonLat> positions;
    for (const Shore& shore : shores) { positions.push_back({shore.inland.lon * shrink, shore.inland.lat}); }
    return positions;
}

}  // namespace

std::vector<Shore> shores_of(const Adjacency& faces) {
    Bounds bounds;
    for (const Segment& segment : faces.outline) { bounds.add(segment.from); }
    const double step = std::max({bounds.east - bounds.west, bounds.north - bounds.south, 1e-6}) / cells_across;
    std::unordered_set<Cell, CellHash> taken;
    std::vector<Shore> shores;
    for (std::size_t i = 0; i < faces.outline.size(); ++i) {
        const Segment& segment = faces.outline[i];
        const std::size_t face = faces.outline_faces[i];
        const double lon = segment.to.lon - segment.from.lon, lat = segment.to.lat - segment.from.lat;
        const int parts = std::max(1, static_cast<int>(std::ceil(std::hypot(lon, lat) / step)));
        for (int part = 0; part < parts; ++part) {
            const double t = (part + 0.5) / parts;
            const LonLat shore{segment.from.lon + t * lon, segment.from.lat + t * lat};
            const Cell cell{face, std::llround(shore.lon / step), std::llround(shore.lat / step)};
            if (taken.insert(cell).second) { shores.push_back({inland_of(shore, segment), face}); }
        }
    }
    return shores;
}

std::vector<Crossing> ways_across(const std::vector<Shore>& shores) {
    using namespace detail;
    const std::vector<LonLat> positions = shrunk(shores);
    std::unordered_map<Segment, std::size_t, SegmentHash> shore_at;  // by its first position
    std::vector<Geometry> points;
    for (std::size_t i = 0; i < positions.size(); ++i) {
        if (shore_at.try_emplace({positions[i], {}}, i).second) { points.push_back(to_geos(positions[i])); }
    }
    const Geometry all = collection(GEOS_MULTIPOINT, std::move(points));
    const Geometry edges =
        checked(GEOSDelaunayTriangulation_r(geos(), all.get(), 0, 1), "finding which shores face each other");
    std::vector<Crossing> ways;
    for (const GEOSGeometry* edge : members_of(edges.get())) {
        const Path ends = to_path(edge);
        const std::size_t from = shore_at.at({ends.front(), {}}), to = shore_at.at({ends.back(), {}});
        if (shores[from].face == shores[to].face) { continue; }
        ways.push_back({from, to, std::hypot(ends.front().lon - ends.back().lon, ends.front().lat - ends.back().lat)});
    }
    return ways;
}

}  // namespace geo
