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

bool is_closed(const Path& path) {
    return path.size() >= 4 && path.front() == path.back();
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

namespace {

/// The middle of the widest stretch of the polygon along one parallel.
std::pair<LonLat, double> widest_on(double lat, const Polygon& polygon) {
    std::vector<double> crossings;
    const auto cross = [&](const Ring& ring) {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const LonLat &a = ring[i - 1], &b = ring[i];
            if ((a.lat > lat) != (b.lat > lat)) {
                crossings.push_back(a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon));
            }
        }
    };
    cross(polygon.shell);
    for (const Ring& hole : polygon.holes) { cross(hole); }
    std::sort(crossings.begin(), crossings.end());
    std::pair<LonLat, double> best{polygon.shell.front(), 0};
    for (std::size_t i = 1; i < crossings.size(); i += 2) {
        const double width = crossings[i] - crossings[i - 1];
        if (width > best.second) { best = {{crossings[i - 1] + width / 2, lat}, width}; }
    }
    return best;
}

/// In square degrees.
double plane_area(const Polygon& polygon) {
    const auto twice = [](const Ring& ring) {
        double sum = 0;
        for (std::size_t i = 1; i < ring.size(); ++i) {
            sum += (ring[i - 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat) -
                   (ring[i].lon - ring[0].lon) * (ring[i - 1].lat - ring[0].lat);
        }
        return std::abs(sum);
    };
    double area = twice(polygon.shell) / 2;
    for (const Ring& hole : polygon.holes) { area -= twice(hole) / 2; }
    return area;
}

}  // namespace

LonLat point_inside(const Polygon& polygon) {
    std::vector<double> lats;
    for (const LonLat& position : polygon.shell) { lats.push_back(position.lat); }
    for (const Ring& hole : polygon.holes) {
        for (const LonLat& position : hole) { lats.push_back(position.lat); }
    }
    std::sort(lats.begin(), lats.end());
    const double middle = (lats.front() + lats.back()) / 2;
    std::size_t widest = 1, central = 1;
    for (std::size_t i = 1; i < lats.size(); ++i) {
        if (lats[i] - lats[i - 1] > lats[widest] - lats[widest - 1]) { widest = i; }
        if (lats[i - 1] <= middle) { central = i; }
    }
    const auto at_gap = [&](std::size_t i) { return widest_on((lats[i - 1] + lats[i]) / 2, polygon); };
    const auto wider = [](const auto& a, const auto& b) { return a.second >= b.second ? a : b; };
    auto best = wider(at_gap(widest), at_gap(central));
    // Where both lie in spikes, a point would lie as good as on the edge: then the best of many parallels, as far from
    // the corners as from the edges.
    constexpr double in_a_spike = 0.1;
    constexpr std::size_t many = 64;
    if (best.second * (lats.back() - lats.front()) < in_a_spike * plane_area(polygon)) {
        const auto clear_of_corners = [&](std::size_t i) {
            const auto found = at_gap(i);
            return std::pair{found.first, std::min(found.second, lats[i] - lats[i - 1])};
        };
        best = wider(clear_of_corners(widest), clear_of_corners(central));
        const std::size_t step = std::max<std::size_t>(1, lats.size() / many);
        for (std::size_t i = 1; i < lats.size(); i += step) { best = wider(best, clear_of_corners(i)); }
    }
    return best.first;
}

namespace {

/// How often a ring crosses the parallel east of the position: odd, or even.
bool crosses_oddly(const Ring& ring, const LonLat& position) {
    bool odd = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const LonLat &a = ring[i - 1], &b = ring[i];
        if ((a.lat > position.lat) == (b.lat > position.lat)) { continue; }
        const double lon = a.lon + (position.lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon);
        if (position.lon < lon) { odd = !odd; }
    }
    return odd;
}

}  // namespace

bool contains(const Polygon& polygon, const LonLat& position) {
    bool inside = crosses_oddly(polygon.shell, position);
    for (const Ring& hole : polygon.holes) { inside = inside != crosses_oddly(hole, position); }
    return inside;
}

bool contains(const Region& region, const LonLat& position) {
    bool inside = false;
    for (const Polygon& polygon : region.polygons) { inside = inside != contains(polygon, position); }
    return inside;
}

std::string to_text(const LonLat& position) {
    const double lon = std::fabs(position.lon) > 180 ? std::remainder(position.lon, 360) : position.lon;
    return fmt::format("{:.4f}° {}, {:.4f}° {}", std::fabs(lon), lon < 0 ? 'W' : 'E', std::fabs(position.lat),
                       position.lat < 0 ? 'S' : 'N');
}

}  // namespace geo
