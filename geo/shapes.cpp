// SPDX-License-Identifier: MIT
#include "geo/shapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace geo {

void Bounds::add(const LonLat& position) {
    west = std::min(west, position.lon);
    east = std::max(east, position.lon);
    south = std::min(south, position.lat);
    north = std::max(north, position.lat);
}

void Bounds::add(const Bounds& other) {
    if (other.empty()) { return; }
    add(LonLat{other.west, other.south});
    add(LonLat{other.east, other.north});
}

bool Bounds::contains(const LonLat& position) const {
    return position.lon >= west && position.lon <= east && position.lat >= south && position.lat <= north;
}

bool Bounds::overlaps(const Bounds& other) const {
    return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
}

Bounds bounds_of(const Path& path) {
    Bounds bounds;
    for (const LonLat& position : path) { bounds.add(position); }
    return bounds;
}

Bounds bounds_of(const Region& region) {
    Bounds bounds;
    for (const Polygon& polygon : region.polygons) { bounds.add(bounds_of(polygon.shell)); }
    return bounds;
}

std::size_t vertex_count(const Region& region) {
    std::size_t count = 0;
    for (const Ring* ring : rings_of(region)) { count += ring->size(); }
    return count;
}

void append(Region& region, const Region& more) {
    region.polygons.insert(region.polygons.end(), more.polygons.begin(), more.polygons.end());
}

std::vector<const Ring*> rings_of(const Region& region) {
    std::vector<const Ring*> rings;
    for (const Polygon& polygon : region.polygons) {
        rings.push_back(&polygon.shell);
        for (const Ring& hole : polygon.holes) { rings.push_back(&hole); }
    }
    return rings;
}

bool contains(const Region& region, const LonLat& position) {
    bool inside = false;
    for (const Ring* ring : rings_of(region)) {
        for (std::size_t i = 1; i < ring->size(); ++i) {
            const LonLat& a = (*ring)[i - 1];
            const LonLat& b = (*ring)[i];
            if ((a.lat > position.lat) == (b.lat > position.lat)) { continue; }
            const double lon = a.lon + (position.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon);
            if (position.lon < lon) { inside = !inside; }
        }
    }
    return inside;
}

std::string to_text(const LonLat& position) {
    return fmt::format("{:.4f}° {}, {:.4f}° {}", std::fabs(position.lon), position.lon < 0 ? 'W' : 'E',
                       std::fabs(position.lat), position.lat < 0 ? 'S' : 'N');
}

}  // namespace geo
