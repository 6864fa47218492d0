// SPDX-License-Identifier: MIT
#include "geo/band.h"

#include "geo/detail/fitted.h"
#include "geo/detail/local_plane.h"
#include "geo/detail/offset.h"
#include "geo/error.h"
#include "geo/measure.h"
#include "geo/overlay.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo {

namespace {

using detail::LocalPlane;
using detail::PlanePath;
using detail::PlanePoint;

constexpr double earth_radius_km = 6371;
/// Planes reach this far from their middle, where the distance leaves room; lengths across are then true to 0.024 %.
constexpr Kilometres plane_reach{240};
/// How far a straight edge may stray from another idea of straightness, as a part of the distance.
constexpr double straightness = 1.5e-4;

/// A geodesic and an edge straight in longitude and latitude part by s² tan φ / 8R half-way.
Kilometres longest_edge(Kilometres distance, double lat) {
    const double slope = std::max(std::abs(std::tan(lat * std::numbers::pi / 180)), 0.1);
    return Kilometres{std::sqrt(8 * earth_radius_km * straightness * distance.value() / slope)};
}

/// Flat, in kilometres: for choosing planes only.
double span_km(const Bounds& bounds) {
    const double middle = (bounds.south + bounds.north) / 2 * std::numbers::pi / 180;
    const double degree = earth_radius_km * std::numbers::pi / 180;
    return degree * std::hypot((bounds.east - bounds.west) * std::cos(middle), bounds.north - bounds.south);
}

LonLat middle_of(const Bounds& bounds) {
    return {(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2};
}

Path with_short_edges(const Path& path, Kilometres distance) {
    Path result;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (i > 0) {
            Bounds edge;
            edge.add(path[i - 1]);
            edge.add(path[i]);
            const Kilometres longest = longest_edge(distance, std::max(std::abs(edge.south), std::abs(edge.north)));
            const int parts = std::max(1, static_cast<int>(std::ceil(span_km(edge) / longest.value())));
            for (int part = 1; part < parts; ++part) {
                const double t = static_cast<double>(part) / parts;
                result.push_back({path[i - 1].lon + t * (path[i].lon - path[i - 1].lon),
                                  path[i - 1].lat + t * (path[i].lat - path[i - 1].lat)});
            }
        }
        if (result.empty() || !(result.back() == path[i])) { result.push_back(path[i]); }
    }
    return result;
}

/// Pieces of paths that fit into one plane together.
struct PlaneGroup {
    Bounds bounds;
    std::vector<Path> pieces;
};

std::vector<PlaneGroup> groups_of(const std::vector<Path>& paths, Kilometres distance) {
    const double widest = 2 * std::max((plane_reach - distance).value(), 60.0);
    std::vector<PlaneGroup> groups;
    const auto file_away = [&](Path piece) {
        const Bounds bounds = bounds_of(piece);
        for (PlaneGroup& group : groups) {
            Bounds both = group.bounds;
            both.add(bounds);
            if (span_km(both) > widest) { continue; }
            group.bounds = both;
            group.pieces.push_back(std::move(piece));
            return;
        }
        groups.push_back({bounds, {std::move(piece)}});
    };
    for (const Path& path : paths) {
        Path piece;
        Bounds bounds;
        for (const LonLat& position : with_short_edges(path, distance)) {
            Bounds grown = bounds;
            grown.add(position);
            if (piece.size() > 1 && span_km(grown) > widest) {
                const LonLat joint = piece.back();
                file_away(std::move(piece));
                piece = {joint};
                grown = {};
                grown.add(joint);
                grown.add(position);
            }
            piece.push_back(position);
            bounds = grown;
        }
        file_away(std::move(piece));
    }
    return groups;
}

/// Of a projection and its inverse, in degrees: 0.01 mm.
constexpr double projected_alike = 1e-10;

/// LocalPlane::inverse for all of the region.
detail::Fitted inverse_for(const detail::PlaneRegion& region, const LocalPlane& plane) {
    detail::PlaneBounds box;
    std::size_t count = 0;
    for (const detail::PlanePolygon& polygon : region) {
        for (const PlanePoint& point : polygon.shell) { box.add(point); }
        count += polygon.shell.size();
        for (const PlanePath& hole : polygon.holes) { count += hole.size(); }
    }
    const auto exact = [&plane](const detail::Fitted::Pair& at) {
        const LonLat position = plane.inverse({at[0], at[1]});
        return detail::Fitted::Pair{position.lon, position.lat};
    };
    return {exact, {box.west, box.south}, {box.east, box.north}, count, projected_alike};
}

Region on_the_earth(const detail::PlaneRegion& region, const LocalPlane& plane, Kilometres distance, double lat) {
    const double longest = longest_edge(distance, lat).value();
    const detail::Fitted inverse = inverse_for(region, plane);
    const auto ring_on_earth = [&](const PlanePath& ring) {
        Ring result;
        result.reserve(ring.size());
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const PlanePoint &a = ring[i - 1], &b = ring[i];
            const int parts =
                std::max(1, static_cast<int>(std::ceil(length(a, b) * LocalPlane::km_per_degree / longest)));
            for (int part = 0; part < parts; ++part) {
                const double t = static_cast<double>(part) / parts;
                const auto [lon, lat_there] = inverse({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
                result.push_back({lon, lat_there});
            }
        }
        result.push_back(result.front());
        return result;
    };
    Region result;
    for (const detail::PlanePolygon& polygon : region) {
        Polygon made{ring_on_earth(polygon.shell), {}};
        for (const PlanePath& hole : polygon.holes) { made.holes.push_back(ring_on_earth(hole)); }
        result.polygons.push_back(std::move(made));
    }
    return result;
}

void check(const std::vector<Path>& paths, Kilometres distance) {
    if (!(distance >= Kilometres{0.001} && distance <= Kilometres{1000})) {
        throw Error{fmt::format("a band of {} cannot be drawn", to_text(distance)), "give 1 m to 1,000 km"};
    }
    Bounds all;
    for (const Path& path : paths) { all.add(bounds_of(path)); }
    if (all.empty()) { return; }
    const double degrees = distance.value() / earth_radius_km * 180 / std::numbers::pi * 1.01;
    const double farthest = std::max(std::abs(all.south), std::abs(all.north)) + degrees;
    const double wide = degrees / std::cos(std::min(farthest, 89.0) * std::numbers::pi / 180);
    if (farthest > 89 || all.west - wide < -180 || all.east + wide > 180) {
        throw Error{"a band would reach a pole or the antimeridian", "give a line that lies farther from it"};
    }
}

Path cleaned(const Path& path) {
    Path result;
    for (const LonLat& position : path) {
        if (result.empty() || !(result.back() == position)) { result.push_back(position); }
    }
    return result;
}

/// Parts of neighbouring planes overlap: no coverage, so that a full union is the shortest way.
Region joined_parts(std::vector<Region> parts) {
    while (parts.size() > 1) {
        std::vector<Region> joined;
        for (std::size_t i = 0; i + 1 < parts.size(); i += 2) { joined.push_back(unite(parts[i], parts[i + 1])); }
        if (parts.size() % 2 != 0) { joined.push_back(std::move(parts.back())); }
        parts = std::move(joined);
    }
    return std::move(parts.front());
}

std::vector<PlanePath> on_the_plane(const PlaneGroup& group, const LocalPlane& plane) {
    std::size_t count = 0;
    for (const Path& piece : group.pieces) { count += piece.size(); }
    const auto exact = [&plane](const detail::Fitted::Pair& at) {
        const PlanePoint point = plane.forward({at[0], at[1]});
        return detail::Fitted::Pair{point.x, point.y};
    };
    const Bounds& box = group.bounds;
    const detail::Fitted forward{exact, {box.west, box.south}, {box.east, box.north}, count, projected_alike};
    std::vector<PlanePath> pieces;
    for (const Path& piece : group.pieces) {
        pieces.emplace_back();
        for (const LonLat& position : piece) {
            const auto [x, y] = forward({position.lon, position.lat});
            pieces.back().push_back({x, y});
        }
    }
    return pieces;
}

double chord_angle_of(Arcs arcs) {
    return arcs == Arcs::fine ? detail::fine_chord_angle : detail::coarse_chord_angle;
}

Region round_band(const std::vector<Path>& lines, Kilometres distance, Arcs arcs) {
    std::vector<Region> parts;
    for (const PlaneGroup& group : groups_of(lines, distance)) {
        const LocalPlane plane{middle_of(group.bounds)};
        const std::vector<PlanePath> pieces = on_the_plane(group, plane);
        const double lat = std::max(std::abs(group.bounds.south), std::abs(group.bounds.north));
        parts.push_back(on_the_earth(detail::grown(pieces, distance, chord_angle_of(arcs)), plane, distance, lat));
    }
    return parts.empty() ? Region{} : joined_parts(std::move(parts));
}

/// The half of a disc, a little too wide, that lies beyond the last position of a path.
Region half_disc_beyond(const Path& path, Kilometres distance) {
    constexpr int parts = 40;
    const LonLat& end = path.back();
    const LocalPlane plane{end};
    // A long leg that is straight in longitude and latitude is curved on the plane: its direction is that of its end.
    constexpr double near = 1e-3;
    const LonLat& previous = path[path.size() - 2];
    const PlanePoint before =
        plane.forward({end.lon + near * (previous.lon - end.lon), end.lat + near * (previous.lat - end.lat)});
    const double onward = std::atan2(-before.y, -before.x);
    const double radius = distance.value() / LocalPlane::km_per_degree * 1.01;
    detail::PlanePolygon half;
    for (int i = 0; i <= parts; ++i) {
        const double angle = onward + std::numbers::pi * (static_cast<double>(i) / parts - 0.5);
        half.shell.push_back({radius * std::cos(angle), radius * std::sin(angle)});
    }
    half.shell.push_back(half.shell.front());
    return on_the_earth({half}, plane, distance, std::abs(end.lat));
}

/// The path without the last stretch of that length; nothing is left of a shorter one.
Path without_end(Path path, Kilometres length) {
    while (path.size() > 1) {
        const LonLat last = path.back(), before = path[path.size() - 2];
        const Kilometres leg = geo::distance(before, last);
        if (leg > length) {
            const double t = 1 - length / leg;
            path.back() = {before.lon + t * (last.lon - before.lon), before.lat + t * (last.lat - before.lat)};
            return path;
        }
        length -= leg;
        path.pop_back();
    }
    return {};
}

/// Without what lies beyond the ends; but what other parts of the path come near to stays.
Region cut_square(const Region& band, const Path& path, Kilometres distance, Arcs arcs) {
    const Path back{path.rbegin(), path.rend()};
    const Region cut = subtract(subtract(band, half_disc_beyond(path, distance)), half_disc_beyond(back, distance));
    Path inner = without_end(path, distance);
    std::reverse(inner.begin(), inner.end());
    inner = without_end(std::move(inner), distance);
    return inner.empty() ? cut : unite(cut, round_band({inner}, distance, arcs));
}

}  // namespace

Region within(const std::vector<Path>& paths, Kilometres distance, Ends ends, Arcs arcs) {
    check(paths, distance);
    std::vector<Path> lines;
    for (const Path& path : paths) {
        Path line = cleaned(path);
        if (!line.empty()) { lines.push_back(std::move(line)); }
    }
    if (ends == Ends::round) { return round_band(lines, distance, arcs); }
    Region all;
    for (const Path& line : lines) {
        const bool has_ends = line.size() > 1 && !(line.front() == line.back());
        const Region band = round_band({line}, distance, arcs);
        const Region flat = has_ends ? cut_square(band, line, distance, arcs) : band;
        all = all.empty() ? flat : unite(all, flat);
    }
    return all;
}

Region within(const LonLat& position, Kilometres distance) {
    return within(std::vector<Path>{{position}}, distance);
}

}  // namespace geo
