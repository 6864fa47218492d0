// SPDX-License-Identifier: MIT
#include "geo/detail/offset.h"

#include "geo/detail/alpha_shape.h"
#include "geo/detail/geos.h"
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

struct Vector {
    double x = 0, y = 0;
};

Vector direction(const LonLat& a, const LonLat& b) {
    const double length = std::hypot(b.lon - a.lon, b.lat - a.lat);
    return {(b.lon - a.lon) / length, (b.lat - a.lat) / length};
}

/// Douglas and Peucker's way takes the square of the vertices where a path goes to and fro; so stretches of it are
/// simplified one after the other, whose ends stay.
Path simplified(const Path& path, double tolerance) {
    constexpr std::size_t stretch = 512;
    Path result{path.front()};
    for (std::size_t begin = 0; begin + 1 < path.size(); begin += stretch) {
        const std::size_t end = std::min(begin + stretch, path.size() - 1);
        const Path part{path.begin() + static_cast<std::ptrdiff_t>(begin),
                        path.begin() + static_cast<std::ptrdiff_t>(end) + 1};
        const Geometry line = to_geos(part);
        const Geometry simple = checked(GEOSSimplify_r(geos(), line.get(), tolerance), "simplifying a line");
        const Path less = to_path(simple.get());
        const Path& taken = less.size() > 1 ? less : part;
        result.insert(result.end(), taken.begin() + 1, taken.end());
    }
    return result;
}

std::vector<Path> simplified(const std::vector<Path>& paths, double tolerance) {
    std::vector<Path> result;
    for (const Path& path : paths) { result.push_back(path.size() < 3 ? path : simplified(path, tolerance)); }
    return result;
}

/// The buffer of GEOS leaves out corners that turn away from it and are shallower than 1 % of the distance, and so
/// reaches too far there (simplifyTolerance in OffsetCurveBuilder). Cut at such corners, pieces have none to leave out,
/// and the buffer of all pieces is what it should be.
std::vector<Path> cut_at_shallow_corners(const Path& path, double distance) {
    constexpr double shallow = 0.0101;
    std::vector<Path> pieces{{path.front()}};
    for (std::size_t i = 1; i + 1 < path.size(); ++i) {
        pieces.back().push_back(path[i]);
        const Vector chord = direction(path[i - 1], path[i + 1]);
        const double x = path[i].lon - path[i - 1].lon, y = path[i].lat - path[i - 1].lat;
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

Geometry buffer_of(const std::vector<Path>& lines, double distance, int arcs) {
    std::vector<const Path*> pointers;
    for (const Path& line : lines) { pointers.push_back(&line); }
    const Geometry all = linework(pointers);
    return checked(GEOSBuffer_r(geos(), all.get(), distance * (1 + arc_outside), arcs), "drawing a band");
}

std::size_t corners_of(const std::vector<Path>& paths) {
    std::size_t corners = 0;
    for (const Path& path : paths) { corners += path.size(); }
    return corners;
}

double mean_leg(const std::vector<Path>& paths) {
    double length = 0;
    std::size_t legs = 1;
    for (const Path& path : paths) {
        legs += path.size() - 1;
        for (std::size_t i = 1; i < path.size(); ++i) {
            length += std::hypot(path[i].lon - path[i - 1].lon, path[i].lat - path[i - 1].lat);
        }
    }
    return length / static_cast<double>(legs);
}

bool is_point(const Path& path) {
    return path.size() == 1;
}

/// Paths of points too as lines that GEOS takes.
std::vector<Path> pieces_of(const std::vector<Path>& paths, double distance) {
    std::vector<Path> pieces;
    for (const Path& path : paths) {
        for (Path& piece : is_point(path) ? std::vector<Path>{{path.front(), path.front()}}
                                          : cut_at_shallow_corners(path, distance)) {
            pieces.push_back(std::move(piece));
        }
    }
    return pieces;
}

/// Capsules far wider than their legs are long nearly all cross one another, and drawn at once would cost the square of
/// their number: runs of a few corners are drawn each by itself.
std::vector<Geometry> drawn_in_runs(const std::vector<Path>& pieces, double distance, int arcs) {
    std::vector<Geometry> parts;
    std::vector<Path> run;
    std::size_t corners = 0;
    const auto draw = [&] {
        if (run.empty()) { return; }
        parts.push_back(buffer_of(run, distance, arcs));
        run.clear();
        corners = 0;
    };
    for (const Path& piece : pieces) {
        corners += piece.size();
        run.push_back(piece);
        if (corners >= corners_per_run) { draw(); }
    }
    draw();
    return parts;
}

Region united(std::vector<Geometry> parts) {
    const Geometry all = collection(GEOS_GEOMETRYCOLLECTION, std::move(parts));
    return to_region(checked(GEOSUnaryUnion_r(geos(), all.get()), "uniting parts of a band").get());
}

/// The alpha shape by itself; what lies farther inside is covered by a band that is `slack` narrower, along a path
/// simplified by as much: it reaches the edge by no more than arcs do.
Region grown_by_alpha_shape(const std::vector<Path>& alpha_shape, const std::vector<Path>& paths, double distance) {
    const double slack = alpha_shape_slack * distance;
    std::vector<Geometry> parts = drawn_in_runs(pieces_of(alpha_shape, distance), distance, arcs_per_quarter);
    for (Geometry& part : drawn_in_runs(pieces_of(simplified(paths, slack), distance), distance - slack, inner_arcs)) {
        parts.push_back(std::move(part));
    }
    return united(std::move(parts));
}

/// Of a dense path, few positions shape the edge. The path itself where GEOS cannot tell.
std::vector<Path> short_alpha_shape_of(const std::vector<Path>& paths, double distance) {
    try {
        return simplified(
            alpha_shape_of(paths, distance * (1 - 2 * alpha_shape_slack - inner_miss), distance * alpha_shape_step),
            distance * alpha_shape_simplification);
    } catch (const Error&) { return paths; }
}

/// GEOS's buffer looks, for each part of the edge, through all parts: of many paths, neighbours are drawn together in
/// runs and united. Neighbours by rows of squares as wide as a strip or as many paths of them need.
std::vector<Path> neighbours_together(std::vector<Path> paths, double distance) {
    Bounds all;
    for (const Path& path : paths) { all.add(bounds_of(path)); }
    const double extent = std::max(all.east - all.west, all.north - all.south);
    const double square = std::max(4 * distance, extent / std::sqrt(static_cast<double>(paths.size())));
    const auto place = [&](const Path& path) {
        return std::pair{std::floor((path.front().lat - all.south) / square), path.front().lon};
    };
    std::stable_sort(paths.begin(), paths.end(), [&](const Path& a, const Path& b) { return place(a) < place(b); });
    return paths;
}

Region grown_by_degrees(const std::vector<Path>& paths, double distance) {
    const double leg = mean_leg(paths);
    if (leg < distance / 4) {
        const std::vector<Path> alpha_shape = short_alpha_shape_of(paths, distance);
        if (corners_of(alpha_shape) < corners_of(paths)) { return grown_by_alpha_shape(alpha_shape, paths, distance); }
    }
    if (paths.size() > many_paths) {
        return united(
            drawn_in_runs(pieces_of(neighbours_together(paths, distance), distance), distance, arcs_per_quarter));
    }
    const std::vector<Path> pieces = pieces_of(paths, distance);
    if (leg < distance / 8) { return united(drawn_in_runs(pieces, distance, arcs_per_quarter)); }
    return to_region(buffer_of(pieces, distance, arcs_per_quarter).get());
}

}  // namespace

Region grown(const std::vector<Path>& paths, Kilometres distance) {
    const double degrees = distance.value() / LocalPlane::km_per_degree;
    return grown_by_degrees(simplified(paths, degrees * simplification), degrees);
}

}  // namespace geo::detail
