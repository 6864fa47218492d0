// SPDX-License-Identifier: MIT
#include "geo/detail/offset.h"

#include "geo/detail/alpha_shape.h"
#include "geo/detail/local_plane.h"
#include "geo/error.h"

#include <algorithm>
#include <cmath>

namespace geo::detail {

namespace {

/// Arcs are drawn as chords from a little outside the circle to a little inside of it: 2e-4 and 3.4e-4 of the radius,
/// for GEOS draws a bend of up to one and a half steps as one chord.
constexpr double arc_outside = 2e-4;
constexpr int arcs_per_quarter = 36;
/// How far a path may be simplified before it is grown, as a part of the distance.
constexpr double simplification = 1e-4;
/// Capsules of dense paths are drawn so many corners at a time, others all at once.
constexpr std::size_t corners_per_run = 24;
/// So many paths are not drawn all at once.
constexpr std::size_t many_paths = 40;
/// Where few positions shape the edge, the inside is drawn so much narrower, and the alpha shape is found in steps that
/// long, as parts of the distance. On chords of the alpha shape, and beside steps that are left out, the edge strays by
/// step² / 8.
constexpr double alpha_shape_slack = 0.1, alpha_shape_step = 0.02, alpha_shape_simplification = 2e-5;
constexpr int inner_arcs = 6;
constexpr double inner_miss = 0.02;  // by how much chords of such arcs are narrower

/// Of length 1, from a to b.
PlanePoint direction(const PlanePoint& a, const PlanePoint& b) {
    const double leg = length(a, b);
    return {(b.x - a.x) / leg, (b.y - a.y) / leg};
}

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

/// The buffer of GEOS leaves out corners that turn away from it and are shallower than 1 % of the distance, and so
/// reaches too far there (simplifyTolerance in OffsetCurveBuilder). Cut at such corners, pieces have none to leave out,
/// and the buffer of all pieces is what it should be.
std::vector<PlanePath> cut_at_shallow_corners(const PlanePath& path, double distance) {
    constexpr double shallow = 0.0101;
    std::vector<PlanePath> pieces{{path.front()}};
    for (std::size_t i = 1; i + 1 < path.size(); ++i) {
        pieces.back().push_back(path[i]);
        const PlanePoint chord = direction(path[i - 1], path[i + 1]);
        const double x = path[i].x - path[i - 1].x, y = path[i].y - path[i - 1].y;
        const double depth = std::abs(chord.x * y - chord.y * x);
        if (!(depth > shallow * distance)) { pieces.push_back({path[i]}); }
    }
    pieces.back().push_back(path.back());
    if (pieces.size() == 1 && path.front() == path.back() && path.size() > 3) {  // lest it be drawn as a ring
        const auto middle = path.begin() + static_cast<std::ptrdiff_t>(path.size() / 2);
        return {{path.begin(), middle + 1}, {middle, path.end()}};
    }
    return pieces;
}

Geometry buffer_of(const std::vector<PlanePath>& lines, double distance, int arcs) {
    std::vector<Geometry> all_lines;
    for (const PlanePath& line : lines) { all_lines.push_back(to_geos(line)); }
    const Geometry all = collection(GEOS_MULTILINESTRING, std::move(all_lines));
    return checked(GEOSBuffer_r(geos(), all.get(), distance * (1 + arc_outside), arcs), "drawing a band");
}

std::size_t corners_of(const std::vector<PlanePath>& paths) {
    std::size_t corners = 0;
    for (const PlanePath& path : paths) { corners += path.size(); }
    return corners;
}

double mean_leg(const std::vector<PlanePath>& paths) {
    double sum = 0;
    std::size_t legs = 1;
    for (const PlanePath& path : paths) {
        legs += path.size() - 1;
        for (std::size_t i = 1; i < path.size(); ++i) { sum += length(path[i - 1], path[i]); }
    }
    return sum / static_cast<double>(legs);
}

bool is_point(const PlanePath& path) {
    return path.size() == 1;
}

/// Paths of points too as lines that GEOS takes.
std::vector<PlanePath> pieces_of(const std::vector<PlanePath>& paths, double distance) {
    std::vector<PlanePath> pieces;
    for (const PlanePath& path : paths) {
        for (PlanePath& piece : is_point(path) ? std::vector<PlanePath>{{path.front(), path.front()}}
                                               : cut_at_shallow_corners(path, distance)) {
            pieces.push_back(std::move(piece));
        }
    }
    return pieces;
}

/// Capsules far wider than their legs are long nearly all cross one another, and drawn at once would cost the square of
/// their number: runs of a few corners are drawn each by itself.
std::vector<Geometry> drawn_in_runs(const std::vector<PlanePath>& pieces, double distance, int arcs) {
    std::vector<Geometry> parts;
    std::vector<PlanePath> run;
    std::size_t corners = 0;
    const auto draw = [&] {
        if (run.empty()) { return; }
        parts.push_back(buffer_of(run, distance, arcs));
        run.clear();
        corners = 0;
    };
    for (const PlanePath& piece : pieces) {
        corners += piece.size();
        run.push_back(piece);
        if (corners >= corners_per_run) { draw(); }
    }
    draw();
    return parts;
}

PlaneRegion united(std::vector<Geometry> parts) {
    const Geometry all = collection(GEOS_GEOMETRYCOLLECTION, std::move(parts));
    return to_plane_region(checked(GEOSUnaryUnion_r(geos(), all.get()), "uniting parts of a band").get());
}

/// The alpha shape by itself; what lies farther inside is covered by a band that is `slack` narrower, along a path
/// simplified by as much: it reaches the edge by no more than arcs do.
PlaneRegion grown_by_alpha_shape(const std::vector<PlanePath>& alpha_shape, const std::vector<PlanePath>& paths,
                                 double distance) {
    const double slack = alpha_shape_slack * distance;
    std::vector<Geometry> parts = drawn_in_runs(pieces_of(alpha_shape, distance), distance, arcs_per_quarter);
    for (Geometry& part : drawn_in_runs(pieces_of(simplified(paths, slack), distance), distance - slack, inner_arcs)) {
        parts.push_back(std::move(part));
    }
    return united(std::move(parts));
}

/// Of a dense path, few positions shape the edge. The path itself where GEOS cannot tell.
std::vector<PlanePath> short_alpha_shape_of(const std::vector<PlanePath>& paths, double distance) {
    try {
        return simplified(
            alpha_shape_of(paths, distance * (1 - 2 * alpha_shape_slack - inner_miss), distance * alpha_shape_step),
            distance * alpha_shape_simplification);
    } catch (const Error&) { return paths; }
}

/// GEOS's buffer looks, for each part of the edge, through all parts: of many paths, neighbours are drawn together in
/// runs and united. Neighbours by rows of squares as wide as a strip or as many paths of them need.
std::vector<PlanePath> neighbours_together(std::vector<PlanePath> paths, double distance) {
    PlaneBounds all;
    for (const PlanePath& path : paths) {
        for (const PlanePoint& point : path) { all.add(point); }
    }
    const double extent = std::max(all.east - all.west, all.north - all.south);
    const double square = std::max(4 * distance, extent / std::sqrt(static_cast<double>(paths.size())));
    const auto place = [&](const PlanePath& path) {
        return std::pair{std::floor((path.front().y - all.south) / square), path.front().x};
    };
    std::stable_sort(paths.begin(), paths.end(),
                     [&](const PlanePath& a, const PlanePath& b) { return place(a) < place(b); });
    return paths;
}

/// How much of the paths' detail shapes the edge depends on their mean leg against the distance, and so does the way
/// that is fast. Legs longer than an eighth of it: GEOS's buffer of all paths at once, whose cost is that of its
/// noding. Shorter ones: nearly every capsule crosses every other within the distance, so that noding them at once
/// costs the square; runs of a few corners are buffered apart and united pairwise (cascaded union). Shorter than a
/// quarter, and with few positions on the outside: only these (the alpha shape) are drawn exactly, and the inside is
/// filled by a band of a coarser path. All of them keep the 0.06 % of grown(); where they change over, band_test has
/// both sides of it.
PlaneRegion grown_by_degrees(const std::vector<PlanePath>& paths, double distance) {
    const double leg = mean_leg(paths);
    if (leg < distance / 4) {
        const std::vector<PlanePath> alpha_shape = short_alpha_shape_of(paths, distance);
        if (corners_of(alpha_shape) < corners_of(paths)) { return grown_by_alpha_shape(alpha_shape, paths, distance); }
    }
    if (paths.size() > many_paths) {
        return united(
            drawn_in_runs(pieces_of(neighbours_together(paths, distance), distance), distance, arcs_per_quarter));
    }
    const std::vector<PlanePath> pieces = pieces_of(paths, distance);
    if (leg < distance / 8) { return united(drawn_in_runs(pieces, distance, arcs_per_quarter)); }
    return to_plane_region(buffer_of(pieces, distance, arcs_per_quarter).get());
}

}  // namespace

PlaneRegion grown(const std::vector<PlanePath>& paths, Kilometres distance) {
    const double degrees = distance.value() / LocalPlane::km_per_degree;
    return grown_by_degrees(simplified(paths, degrees * simplification), degrees);
}

}  // namespace geo::detail
