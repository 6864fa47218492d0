// SPDX-License-Identifier: MIT
#include "geo/detail/offset.h"

#include "geo/detail/arc.h"
#include "geo/detail/capsules.h"
#include "geo/detail/local_plane.h"
#include "geo/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace geo::detail {

namespace {

/// An arc that turns less is one chord.
constexpr double slight_bend = 0.01;
/// How far a path may be simplified before it is grown, as a part of the distance.
constexpr double simplification = 1e-4;
/// Edges shorter than that part of the distance, together where several follow one another, have no corner of their
/// own.
constexpr double short_edge = 2e-4;
/// One edge begins where another ends, within that part of the distance: they are told apart by 1e-8 of it.
constexpr double same_corner = 1e-6;

/// Douglas and Peucker's way takes the square of the vertices where a path goes to and fro; so stretches of it are
/// simplified one after the other, whose ends stay.
PlanePath simplified(const PlanePath& path, double tolerance) {
    constexpr std::size_t stretch = 512;
    PlanePath result{path.front()};
    for (std::size_t begin = 0; begin + 1 < path.size(); begin += stretch) {
        const std::size_t end = std::min(begin + stretch, path.size() - 1);
        const PlanePath part{path.begin() + static_cast<std::ptrdiff_t>(begin),
                             path.begin() + static_cast<std::ptrdiff_t>(end) + 1};
        const Geometry line = to_geos(part);
        const Geometry simple = checked(GEOSSimplify_r(geos(), line.get(), tolerance), "simplifying a line");
        const PlanePath less = to_plane_path(simple.get());
        const PlanePath& taken = less.size() > 1 ? less : part;
        result.insert(result.end(), taken.begin() + 1, taken.end());
    }
    return result;
}

std::vector<PlanePath> simplified(const std::vector<PlanePath>& paths, double tolerance) {
    std::vector<PlanePath> result;
    for (const PlanePath& path : paths) { result.push_back(path.size() < 3 ? path : simplified(path, tolerance)); }
    return result;
}

// --- from edges to rings ---------------------------------------------------------------------------------------------

/// By edge: which begins where it ends. Nothing if that is not one for each.
std::optional<std::vector<std::size_t>> followers(const std::vector<CapsuleEdge>& edges, double distance) {
    std::vector<std::pair<PlanePoint, std::size_t>> starts;
    for (std::size_t i = 0; i < edges.size(); ++i) { starts.emplace_back(edges[i].at(edges[i].from), i); }
    std::sort(starts.begin(), starts.end());
    std::vector<std::size_t> next(edges.size());
    std::vector<char> is_taken(edges.size());
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const PlanePoint end = edges[i].at(edges[i].to);
        double least = same_corner * distance;
        std::size_t best = edges.size();
        const PlanePoint west{end.x - least, -1e300};
        for (auto start = std::lower_bound(starts.begin(), starts.end(), std::pair{west, std::size_t{0}});
             start != starts.end() && start->first.x <= end.x + least; ++start) {
            if (const double off = length(start->first, end); off < least) {
                least = off;
                best = start->second;
            }
        }
        if (best == edges.size() || std::exchange(is_taken[best], 1) != 0) { return std::nullopt; }
        next[i] = best;
    }
    return next;
}

/// Where it begins, and its corners.
void append(const CapsuleEdge& edge, double chord_angle, PlanePath& ring) {
    ring.push_back(edge.at(edge.from));
    const double turn = edge.to - edge.from;
    if (!edge.is_arc() || turn < slight_bend) { return; }
    const int chords = std::max(2, static_cast<int>(std::ceil(turn / chord_angle - 1e-9)));
    CapsuleEdge corners = edge;
    corners.radius *= corner_radius(chords, turn / chords);
    for (int i = 1; i < chords; ++i) { ring.push_back(corners.at(edge.from + turn * i / chords)); }
}

/// Closed; those about land run counter-clockwise, those about holes clockwise.
std::vector<PlanePath> rings_of(const std::vector<CapsuleEdge>& edges, const std::vector<std::size_t>& next,
                                double distance, double chord_angle) {
    std::vector<PlanePath> rings;
    std::vector<char> is_done(edges.size());
    for (std::size_t first = 0; first < edges.size(); ++first) {
        PlanePath ring;
        double left_out = 0;  // of the way since the last corner
        for (std::size_t i = first; is_done[i] == 0; i = next[i]) {
            is_done[i] = 1;
            left_out += edges[i].length();
            if (left_out <= short_edge * distance) { continue; }
            append(edges[i], chord_angle, ring);
            left_out = 0;
        }
        if (ring.size() < 3) { continue; }
        ring.push_back(ring.front());
        rings.push_back(std::move(ring));
    }
    return rings;
}

bool is_inside(const PlanePoint& point, const PlanePath& ring) {
    bool is = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const PlanePoint &a = ring[i - 1], &b = ring[i];
        if ((a.y > point.y) == (b.y > point.y)) { continue; }
        if (point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)) { is = !is; }
    }
    return is;
}

PlaneRegion polygons_of(std::vector<PlanePath> rings) {
    const auto holes =
        std::partition(rings.begin(), rings.end(), [](const PlanePath& ring) { return !runs_clockwise(ring); });
    PlaneRegion region;
    std::vector<PlaneBounds> boxes;
    for (auto shell = rings.begin(); shell != holes; ++shell) {
        boxes.emplace_back();
        for (const PlanePoint& point : *shell) { boxes.back().add(point); }
        region.push_back({std::move(*shell), {}});
    }
    const auto is_about = [&](std::size_t shell, const PlanePoint& point) {
        const PlaneBounds& box = boxes[shell];
        return point.x >= box.west && point.x <= box.east && point.y >= box.south && point.y <= box.north &&
               is_inside(point, region[shell].shell);
    };
    for (auto hole = holes; hole != rings.end(); ++hole) {
        std::size_t innermost = region.size();
        for (std::size_t shell = 0; shell < region.size(); ++shell) {
            if (!is_about(shell, hole->front())) { continue; }
            if (innermost == region.size() || is_about(innermost, region[shell].shell.front())) { innermost = shell; }
        }
        if (innermost < region.size()) { region[innermost].holes.push_back(std::move(*hole)); }
    }
    return region;
}

/// Where strips come to within a hair of one another or of themselves, coarse chords and leaving short edges out can
/// make rings cross: fine chords mend most of them before GEOS has to.
PlaneRegion valid_region(const std::vector<CapsuleEdge>& edges, const std::vector<std::size_t>& next, double distance,
                         double chord_angle) {
    PlaneRegion region = polygons_of(rings_of(edges, next, distance, chord_angle));
    const Geometry made = to_geos(region);
    if (checked(GEOSisValid_r(geos(), made.get()), "checking a band")) { return region; }
    if (chord_angle > fine_chord_angle) { return valid_region(edges, next, distance, fine_chord_angle); }
    return to_plane_region(checked(GEOSMakeValid_r(geos(), made.get()), "mending a band").get());
}

}  // namespace

PlaneRegion grown(const std::vector<PlanePath>& paths, Kilometres distance, double chord_angle) {
    const double degrees = distance.value() / LocalPlane::km_per_degree;
    const std::vector<PlanePath> simple = simplified(paths, degrees * simplification);
    constexpr std::uint64_t tries = 8;
    for (std::uint64_t seed = 0; seed < tries; ++seed) {
        const std::vector<CapsuleEdge> edges = outer_edges(simple, degrees, seed << 32U);
        if (const auto next = followers(edges, degrees)) { return valid_region(edges, *next, degrees, chord_angle); }
    }
    throw Error{fmt::format("the edges of a band of {} round a path of {} positions do not close", to_text(distance),
                            paths.front().size()),
                "simplify the line"};
}

}  // namespace geo::detail
