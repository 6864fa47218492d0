// SPDX-License-Identifier: MIT
#include "geo/detail/offset.h"

#include "geo/detail/chart.h"
#include "geo/detail/geos.h"

#include <algorithm>
#include <cmath>

namespace geo::detail {

namespace {

/// Arcs are drawn as chords from a little outside the circle to a little inside of it: 2e-4 and 2.6e-4 of the radius.
constexpr double arc_outside = 2e-4;
constexpr int arcs_per_quarter = 26;
/// How far a path may be simplified before it is grown, as a part of the distance.
constexpr double simplification = 1e-4;
/// Capsules of dense paths are drawn so many corners at a time, others all at once.
constexpr std::size_t corners_per_run = 24;

struct Vector {
    double x = 0, y = 0;
};

Vector direction(const LonLat& a, const LonLat& b) {
    const double length = std::hypot(b.lon - a.lon, b.lat - a.lat);
    return {(b.lon - a.lon) / length, (b.lat - a.lat) / length};
}

std::vector<Path> simplified(const std::vector<Path>& paths, double tolerance) {
    std::vector<Path> result;
    for (const Path& path : paths) {
        result.push_back(path);
        if (path.size() < 3) { continue; }
        const Geometry line = to_geos(path);
        const Geometry simple = checked(GEOSSimplify_r(geos(), line.get(), tolerance), "simplifying a line");
        if (Path less = to_path(simple.get()); less.size() > 1) { result.back() = std::move(less); }
    }
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

Geometry buffer_of(const std::vector<Path>& lines, double distance) {
    std::vector<const Path*> pointers;
    for (const Path& line : lines) { pointers.push_back(&line); }
    const Geometry all = linework(pointers);
    return checked(GEOSBuffer_r(geos(), all.get(), distance * (1 + arc_outside), arcs_per_quarter), "drawing a band");
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

/// Of a dense path, runs of a few corners are drawn each by itself and then united: capsules far wider than a path's
/// legs are long nearly all cross one another, and drawn at once would cost the square of their number.
Region grown_by_degrees(const std::vector<Path>& paths, double distance) {
    std::vector<Geometry> parts;
    std::vector<Path> run;
    std::size_t corners = 0;
    const bool dense = mean_leg(paths) < distance / 8;
    const auto draw = [&] {
        if (run.empty()) { return; }
        const Geometry drawn = buffer_of(run, distance);
        for (const GEOSGeometry* part : members_of(drawn.get())) {
            parts.push_back(checked(GEOSGeom_clone_r(geos(), part), "drawing a band"));
        }
        run.clear();
        corners = 0;
    };
    for (const Path& path : paths) {
        const bool is_point = path.size() == 1;
        for (Path& line :
             is_point ? std::vector<Path>{{path.front(), path.front()}} : cut_at_shallow_corners(path, distance)) {
            corners += line.size();
            run.push_back(std::move(line));
            if (dense && corners >= corners_per_run) { draw(); }
        }
    }
    draw();
    const Geometry all = collection(GEOS_GEOMETRYCOLLECTION, std::move(parts));
    if (!dense) { return to_region(all.get()); }
    const Geometry band = checked(GEOSUnaryUnion_r(geos(), all.get()), "uniting parts of a band");
    return to_region(band.get());
}

}  // namespace

Region grown(const std::vector<Path>& paths, Kilometres distance) {
    const double degrees = distance.value() / Chart::km_per_degree;
    return grown_by_degrees(simplified(paths, degrees * simplification), degrees);
}

}  // namespace geo::detail
