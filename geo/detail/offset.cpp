// SPDX-License-Identifier: MIT
#include "geo/detail/offset.h"

#include "geo/detail/chart.h"
#include "geo/detail/geos.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo::detail {

namespace {

/// Arcs are drawn as chords from a little outside the circle to a little inside of it, as a part of the radius.
constexpr double arc_outside = 2e-4, arc_inside = 4.4e-4;
constexpr int arcs_per_quarter = 22;
/// How far a path may be simplified before it is grown, as a part of the distance.
constexpr double simplification = 1.5e-4;
/// Capsules of dense paths are drawn so many corners at a time, others all at once.
constexpr std::size_t corners_per_run = 24;

struct Vector {
    double x = 0, y = 0;
};

Vector direction(const LonLat& a, const LonLat& b) {
    const double length = std::hypot(b.lon - a.lon, b.lat - a.lat);
    return {(b.lon - a.lon) / length, (b.lat - a.lat) / length};
}

/// The curve at a distance to the right of a path, with arcs around outer corners; at inner corners it crosses itself
/// or returns to the corner, which noding and the choice of faces undo.
class Offset {
public:
    explicit Offset(double distance) : d_{distance} {}

    void along(const Path& path) {
        const std::size_t legs = path.size() - 1;
        for (std::size_t i = 0; i < legs; ++i) {
            if (i > 0) { corner(path[i - 1], path[i], path[i + 1]); }
            if (i == 0) { put(right_of(path[0], direction(path[0], path[1]))); }
        }
        put(right_of(path[legs], direction(path[legs - 1], path[legs])));
    }

    /// Around an end by half a turn to the left, or straight across.
    void cap(const LonLat& end, const Vector& onward, bool flat) {
        if (!flat) { arc(end, std::atan2(-onward.x, onward.y), std::numbers::pi); }
    }

    void circle(const LonLat& centre) { arc(centre, 0, 2 * std::numbers::pi); }

    Path closed() {
        put(curve_.front());
        return std::move(curve_);
    }

private:
    LonLat right_of(const LonLat& p, const Vector& along) const { return {p.lon + along.y * d_, p.lat - along.x * d_}; }

    void put(const LonLat& point) {
        if (curve_.empty() || !(curve_.back() == point)) { curve_.push_back(point); }
    }

    void arc(const LonLat& centre, double from, double turn) {
        static const double step = 2 * std::acos((1 - arc_inside) / (1 + arc_outside));
        const int parts = std::max(1, static_cast<int>(std::ceil(turn / step)));
        const double radius = d_ * (parts > 1 ? 1 + arc_outside : 1);
        for (int i = 0; i < parts; ++i) {
            const double angle = from + turn * (i + 0.5) / parts;
            put({centre.lon + radius * std::cos(angle), centre.lat + radius * std::sin(angle)});
        }
    }

    void corner(const LonLat& a, const LonLat& b, const LonLat& c) {
        const Vector in = direction(a, b), out = direction(b, c);
        const double sine = in.x * out.y - in.y * out.x, cosine = in.x * out.x + in.y * out.y;
        const LonLat end = right_of(b, in), begin = right_of(b, out);
        if (sine >= 0) {
            put(end);
            if (const double turn = std::atan2(sine, cosine); turn > 0) { arc(b, std::atan2(-in.x, in.y), turn); }
            put(begin);
            return;
        }
        // Where the two offsets meet: at d tan(half the turn) before the corner.
        const double back = d_ * std::sqrt(std::max(0.0, (1 - cosine) / (1 + cosine)));
        const double shorter =
            std::min(std::hypot(b.lon - a.lon, b.lat - a.lat), std::hypot(c.lon - b.lon, c.lat - b.lat));
        if (back < shorter) {
            put({end.lon - in.x * back, end.lat - in.y * back});
        } else {
            put(end);
            put(b);
            put(begin);
        }
    }

    double d_;
    Path curve_;
};

Path around(const OffsetPath& piece, double distance) {
    Offset offset{distance};
    const Path& path = piece.path;
    if (path.size() == 1) {
        offset.circle(path.front());
        return offset.closed();
    }
    offset.along(path);
    offset.cap(path.back(), direction(path[path.size() - 2], path.back()), piece.flat_end);
    offset.along({path.rbegin(), path.rend()});
    offset.cap(path.front(), direction(path[1], path.front()), piece.flat_start);
    return offset.closed();
}

/// Is the point within the distance of the path, not counting what lies beyond a flat end?
bool beside(const OffsetPath& piece, const LonLat& p, double distance) {
    const Path& path = piece.path;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const double x = path[i].lon - path[i - 1].lon, y = path[i].lat - path[i - 1].lat;
        const double t = ((p.lon - path[i - 1].lon) * x + (p.lat - path[i - 1].lat) * y) / (x * x + y * y);
        if (t < 0 && i == 1 && piece.flat_start) { continue; }
        if (t > 1 && i + 1 == path.size() && piece.flat_end) { continue; }
        const double on = std::clamp(t, 0.0, 1.0);
        if (std::hypot(path[i - 1].lon + on * x - p.lon, path[i - 1].lat + on * y - p.lat) <= distance) { return true; }
    }
    return false;
}

/// The faces of the curves' arrangement for which `is_inside` holds, joined.
template <class Predicate>
Region faces_where(const std::vector<Path>& curves, const Predicate& is_inside) {
    std::vector<const Path*> pointers;
    for (const Path& curve : curves) { pointers.push_back(&curve); }
    const Geometry lines = linework(pointers);
    const Geometry noded = checked(GEOSUnaryUnion_r(geos(), lines.get()), "noding offset curves");
    const GEOSGeometry* const inputs[] = {noded.get()};
    const Geometry faces = checked(GEOSPolygonize_r(geos(), inputs, 1), "making a band");
    std::vector<Geometry> chosen;
    for (const GEOSGeometry* face : members_of(faces.get())) {
        const Polygon polygon = to_polygon(face);
        if (is_inside(point_inside(polygon))) { chosen.push_back(to_geos(polygon)); }
    }
    const Geometry region = joined(std::move(chosen));
    return to_region(region.get());
}

std::vector<OffsetPath> simplified(const std::vector<OffsetPath>& pieces, double tolerance) {
    std::vector<OffsetPath> result;
    for (const OffsetPath& piece : pieces) {
        result.push_back(piece);
        if (piece.path.size() < 3) { continue; }
        const Geometry line = to_geos(piece.path);
        const Geometry simple = checked(GEOSSimplify_r(geos(), line.get(), tolerance), "simplifying a line");
        if (Path path = to_path(simple.get()); path.size() > 1) { result.back().path = std::move(path); }
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
    return pieces;
}

Geometry buffer_of(const std::vector<Path>& lines, double distance) {
    std::vector<const Path*> pointers;
    for (const Path& line : lines) { pointers.push_back(&line); }
    const Geometry all = linework(pointers);
    return checked(GEOSBuffer_r(geos(), all.get(), distance * (1 + arc_outside), arcs_per_quarter), "drawing a band");
}

double mean_leg(const std::vector<OffsetPath>& pieces) {
    double length = 0;
    std::size_t legs = 1;
    for (const OffsetPath& piece : pieces) {
        legs += piece.path.size() - 1;
        for (std::size_t i = 1; i < piece.path.size(); ++i) {
            length += std::hypot(piece.path[i].lon - piece.path[i - 1].lon, piece.path[i].lat - piece.path[i - 1].lat);
        }
    }
    return length / static_cast<double>(legs);
}

/// Of a dense path, runs of a few corners are drawn each by itself and then united: capsules far wider than a path's
/// legs are long nearly all cross one another, and drawn at once would cost the square of their number.
Region grown_with_round_ends(const std::vector<OffsetPath>& pieces, double distance) {
    std::vector<Geometry> parts;
    std::vector<Path> run;
    std::size_t corners = 0;
    const bool dense = mean_leg(pieces) < distance / 8;
    const auto draw = [&] {
        if (run.empty()) { return; }
        const Geometry drawn = buffer_of(run, distance);
        for (const GEOSGeometry* part : members_of(drawn.get())) {
            parts.push_back(checked(GEOSGeom_clone_r(geos(), part), "drawing a band"));
        }
        run.clear();
        corners = 0;
    };
    for (const OffsetPath& piece : pieces) {
        const bool is_point = piece.path.size() == 1;
        for (Path& line : is_point ? std::vector<Path>{{piece.path.front(), piece.path.front()}}
                                   : cut_at_shallow_corners(piece.path, distance)) {
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

Region grown_with_flat_ends(const std::vector<OffsetPath>& pieces, double distance) {
    std::vector<Path> curves;
    for (const OffsetPath& piece : pieces) { curves.push_back(around(piece, distance)); }
    return faces_where(curves, [&](const LonLat& p) {
        return std::any_of(pieces.begin(), pieces.end(),
                           [&](const OffsetPath& piece) { return beside(piece, p, distance); });
    });
}

}  // namespace

Region grown(const std::vector<OffsetPath>& paths, Kilometres distance) {
    const double degrees = distance.value() / Chart::km_per_degree;
    const std::vector<OffsetPath> pieces = simplified(paths, degrees * simplification);
    const auto is_flat = [](const OffsetPath& piece) { return piece.flat_start || piece.flat_end; };
    if (std::none_of(pieces.begin(), pieces.end(), is_flat)) { return grown_with_round_ends(pieces, degrees); }
    return grown_with_flat_ends(pieces, degrees);
}

}  // namespace geo::detail
