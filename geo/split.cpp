// SPDX-License-Identifier: MIT
#include "geo/split.h"

#include "geo/adjacency.h"
#include "geo/detail/geos.h"
#include "geo/error.h"
#include "geo/measure.h"
#include "geo/nearest.h"
#include "geo/partition.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

namespace geo {

namespace {

using namespace detail;

LonLat towards(const LonLat& from, const LonLat& to, double degrees_past) {
    const double lon = to.lon - from.lon, lat = to.lat - from.lat, length = std::hypot(lon, lat);
    if (length == 0) { return to; }
    return {to.lon + lon / length * degrees_past, to.lat + lat / length * degrees_past};
}

std::pair<LonLat, LonLat> nearest_points(const GEOSGeometry* a, const GEOSGeometry* b) {
    using Sequence =
        std::unique_ptr<GEOSCoordSequence,
                        decltype([](GEOSCoordSequence* sequence) { GEOSCoordSeq_destroy_r(geos(), sequence); })>;
    const Sequence sequence{GEOSNearestPoints_r(geos(), a, b)};
    if (!sequence) { throw Error{"finding nearest points failed: one of the shapes is empty"}; }
    Path both(2);
    GEOSCoordSeq_copyToBuffer_r(geos(), sequence.get(), &both.front().lon, 0, 0);
    return {both[0], both[1]};
}

// --- closing ---------------------------------------------------------------------------------------------------------

struct End {
    std::size_t path;
    bool at_back;
    bool done = false;
};

const LonLat& position_of(const std::vector<Path>& paths, const End& end) {
    return end.at_back ? paths[end.path].back() : paths[end.path].front();
}

/// Past the outline by a tenth of a metre, so that the cut is certain; what lies outside the region does not count.
constexpr double overshoot_degrees = 1e-6;
constexpr Kilometres on_the_outline{0.001};

/// Ends from which the line has to be led on. One that lies on the outline may be a hair inside it.
std::vector<End> ends_inside(const std::vector<Path>& paths, const Region& region,
                             const std::vector<Segment>& outline) {
    std::vector<End> ends;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (paths[i].size() < 2 || paths[i].front() == paths[i].back()) { continue; }
        for (const bool at_back : {false, true}) {
            const End end{i, at_back};
            const LonLat& position = position_of(paths, end);
            if (contains(region, position) || nearest_on(outline, position).distance < on_the_outline) {
                ends.push_back(end);
            }
        }
    }
    return ends;
}

/// The vertex before the end.
const LonLat& before_end(const std::vector<Path>& paths, const End& end) {
    const Path& path = paths[end.path];
    return end.at_back ? path[path.size() - 2] : path[1];
}

End* nearest_other_end(std::vector<End>& ends, const End& self, const std::vector<Path>& paths, Kilometres& nearest) {
    End* found = nullptr;
    nearest = Kilometres{std::numeric_limits<double>::infinity()};
    for (End& other : ends) {
        if (other.path == self.path || other.done) { continue; }
        const Kilometres length = distance(position_of(paths, self), position_of(paths, other));
        if (length < nearest) {
            nearest = length;
            found = &other;
        }
    }
    return found;
}

[[noreturn]] void refuse_gap(const LonLat& from, const LonLat& to, Kilometres gap, bool joins, Kilometres tolerance) {
    throw Error{fmt::format("the line does not cut the country: it ends at {}, {:.1f} km short of {} at {}",
                            to_text(from), gap.value(), joins ? "its next piece" : "the border or coast", to_text(to)),
                fmt::format("lead the line on, or bridge wider gaps than {} with --close {:.0f}km", to_text(tolerance),
                            std::ceil(gap.value()))};
}

void lead_on(Path& path, bool at_back, const LonLat& to) {
    if (at_back) {
        path.push_back(to);
    } else {
        path.insert(path.begin(), to);
    }
}

}  // namespace

Closing close_onto_outline(const std::vector<Path>& paths, const Region& region, Kilometres tolerance) {
    Closing result{paths, {}};
    const std::vector<Segment> outline = shell_segments(region);  // outer rings only: a line may pass over a lake
    std::vector<End> ends = ends_inside(paths, region, outline);
    for (End& end : ends) {
        if (end.done) { continue; }
        const LonLat from = position_of(paths, end);
        const LonLat on_outline = nearest_on(outline, from).point;
        Kilometres to_end;
        End* other = nearest_other_end(ends, end, paths, to_end);
        const Kilometres to_outline = distance(from, on_outline);
        const bool joins = other != nullptr && to_end < to_outline;
        const Kilometres gap = joins ? to_end : to_outline;
        const LonLat to = joins ? position_of(paths, *other) : on_outline;
        if (gap > tolerance) { refuse_gap(from, to, gap, joins, tolerance); }
        const LonLat& from_inside = to_outline < on_the_outline ? before_end(paths, end) : from;
        lead_on(result.paths[end.path], end.at_back, joins ? to : towards(from_inside, to, overshoot_degrees));
        if (gap > on_the_outline) {
            result.bridges.push_back({from, to, gap, joins ? "another piece of the line" : "the outline"});
        }
        end.done = true;
        if (joins) { other->done = true; }
    }
    return result;
}

// --- colouring -------------------------------------------------------------------------------------------------------

namespace {

class Colouring {
public:
    Colouring(const std::vector<const Face*>& faces, const std::vector<Path>& paths)
        : paths_{paths},
          crossings_{adjacency(faces).shared},
          colours_(faces.size()),
          at_face_(faces.size()),
          shores_(faces.size()) {
        Bounds bounds;
        for (const Face* face : faces) { bounds.add(bounds_of(face->shape.shell)); }
        shrink_ = std::cos((bounds.south + bounds.north) / 2 * std::numbers::pi / 180);
        for (const Face* face : faces) { shapes_.push_back(to_geos(shrunk(face->shape))); }
        for (std::size_t i = 0; i < crossings_.size(); ++i) {
            at_face_[crossings_[i].left].push_back(i);
            at_face_[crossings_[i].right].push_back(i);
        }
    }

    std::vector<bool> from(const LonLat& seed) {
        spread(nearest_face(seed), false);
        while (const auto island = nearest_island()) { spread(*island, colour_across(*island)); }
        std::vector<bool> result;
        for (const auto& colour : colours_) { result.push_back(*colour); }
        return result;
    }

    const std::vector<SharedEdge>& crossings() const { return crossings_; }

private:
    /// Of a face without a colour yet: how far the nearest coloured one is, and which.
    struct Shore {
        double degrees = std::numeric_limits<double>::infinity();
        std::size_t face = 0;
    };

    /// Longitudes shortened as the meridians draw together, so that nearest in the plane is nearest on the earth.
    Polygon shrunk(Polygon polygon) const {
        for (LonLat& position : polygon.shell) { position.lon *= shrink_; }
        for (Ring& hole : polygon.holes) {
            for (LonLat& position : hole) { position.lon *= shrink_; }
        }
        return polygon;
    }

    static double degrees_between(const GEOSGeometry* a, const GEOSGeometry* b) {
        double degrees = 0;
        if (GEOSDistance_r(geos(), a, b, &degrees) != 1) { throw Error{"measuring the distance of two pieces failed"}; }
        return degrees;
    }

    std::size_t nearest_face(const LonLat& seed) const {
        const Geometry point = to_geos(LonLat{seed.lon * shrink_, seed.lat});
        Shore best;
        for (std::size_t i = 0; i < shapes_.size(); ++i) {
            const double degrees = degrees_between(shapes_[i].get(), point.get());
            if (degrees < best.degrees) { best = {degrees, i}; }
        }
        return best.face;
    }

    void spread(std::size_t start, bool colour) {
        std::vector<std::size_t> waiting{start};
        give(start, colour);
        while (!waiting.empty()) {
            const std::size_t face = waiting.back();
            waiting.pop_back();
            for (const std::size_t number : at_face_[face]) {
                const SharedEdge& crossing = crossings_[number];
                const std::size_t other = crossing.left == face ? crossing.right : crossing.left;
                if (!colours_[other]) {
                    give(other, !*colours_[face]);
                    waiting.push_back(other);
                } else if (*colours_[other] == *colours_[face]) {
                    throw Error{fmt::format("the lines do not make two sides: more than two pieces meet near {}",
                                            to_text(crossing.segment.from)),
                                "give lines that do not branch, or a control polygon"};
                }
            }
        }
    }

    void give(std::size_t face, bool colour) {
        colours_[face] = colour;
        new_.push_back(face);
    }

    /// The face without a colour that is nearest to a coloured one; each pair of faces is measured once.
    std::optional<std::size_t> nearest_island() {
        std::optional<std::size_t> best;
        for (std::size_t i = 0; i < shapes_.size(); ++i) {
            if (colours_[i]) { continue; }
            for (const std::size_t coloured : new_) {
                const double degrees = degrees_between(shapes_[i].get(), shapes_[coloured].get());
                if (degrees < shores_[i].degrees) { shores_[i] = {degrees, coloured}; }
            }
            if (!best || shores_[i].degrees < shores_[*best].degrees) { best = i; }
        }
        new_.clear();
        return best;
    }

    bool colour_across(std::size_t island) const {
        const std::size_t shore = shores_[island].face;
        auto [from, to] = nearest_points(shapes_[shore].get(), shapes_[island].get());
        from.lon /= shrink_;
        to.lon /= shrink_;
        return *colours_[shore] != crosses_path_oddly(from, to);
    }

    bool crosses_path_oddly(const LonLat& from, const LonLat& to) const {
        constexpr double into_the_land = 1e-7;
        const LonLat a = towards(to, from, into_the_land), b = towards(from, to, into_the_land);
        bool odd = false;
        for (const Path& path : paths_) {
            for (std::size_t i = 1; i < path.size(); ++i) {
                if (cross(a, b, path[i - 1], path[i])) { odd = !odd; }
            }
        }
        return odd;
    }

    static bool left_of(const LonLat& a, const LonLat& b, const LonLat& p) {
        return (b.lon - a.lon) * (p.lat - a.lat) > (b.lat - a.lat) * (p.lon - a.lon);
    }
    static bool cross(const LonLat& a, const LonLat& b, const LonLat& c, const LonLat& d) {
        return left_of(a, b, c) != left_of(a, b, d) && left_of(c, d, a) != left_of(c, d, b);
    }

    const std::vector<Path>& paths_;
    std::vector<SharedEdge> crossings_;  // noded with its outline and the paths alone, all inner edges are path
    std::vector<Geometry> shapes_;
    std::vector<std::optional<bool>> colours_;
    std::vector<std::vector<std::size_t>> at_face_;  ///< numbers of crossings
    std::vector<Shore> shores_;
    std::vector<std::size_t> new_;  ///< coloured since the islands' shores were last looked at
    double shrink_ = 1;
};

std::vector<const Face*> faces_inside(const Partition& parts) {
    std::vector<const Face*> inside;
    for (const Face& face : parts.faces) {
        if (face.owners.front() != Face::none) { inside.push_back(&face); }
    }
    return inside;
}

TwoSides sides_of(const std::vector<const Face*>& faces, const std::vector<bool>& colours) {
    std::vector<const Face*> first, second;
    for (std::size_t i = 0; i < faces.size(); ++i) { (colours[i] ? second : first).push_back(faces[i]); }
    if (second.empty() || first.empty()) {
        throw Error{"the line leaves the country whole: no part of it passes from border to border or coast",
                    "check that the line and the units cover the same area, longitude first"};
    }
    return {dissolve(first), dissolve(second)};
}

/// Positive if the path runs along the segment in its direction, negative if against it; 0 if it is another's.
double alignment(const Path& path, const Segment& segment) {
    const LonLat middle{(segment.from.lon + segment.to.lon) / 2, (segment.from.lat + segment.to.lat) / 2};
    double best = std::numeric_limits<double>::infinity(), result = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const double lon = path[i].lon - path[i - 1].lon, lat = path[i].lat - path[i - 1].lat;
        const double length2 = lon * lon + lat * lat;
        if (length2 == 0) { continue; }
        const double along = ((middle.lon - path[i - 1].lon) * lon + (middle.lat - path[i - 1].lat) * lat) / length2;
        const double t = std::clamp(along, 0.0, 1.0);
        const double off = std::hypot(path[i - 1].lon + t * lon - middle.lon, path[i - 1].lat + t * lat - middle.lat);
        if (off < best) {
            best = off;
            result = lon * (segment.to.lon - segment.from.lon) + lat * (segment.to.lat - segment.from.lat);
        }
    }
    return result;
}

}  // namespace

TwoSides split(const Region& region, const std::vector<Path>& paths, const LonLat& seed) {
    const Partition parts = partition({{&region}}, paths);
    const std::vector<const Face*> faces = faces_inside(parts);
    if (faces.empty()) { throw Error{"there is no land to split"}; }
    Colouring colouring{faces, paths};
    return sides_of(faces, colouring.from(seed));
}

std::pair<Region, Region> split(const Region& region, const Path& path) {
    const std::vector<Path> paths{path};
    const Partition parts = partition({{&region}}, paths);
    const std::vector<const Face*> faces = faces_inside(parts);
    if (faces.empty()) { throw Error{"there is no land to split"}; }
    Colouring colouring{faces, paths};
    const std::vector<bool> colours = colouring.from(faces.front()->inside);
    double first_is_left = 0;
    for (const SharedEdge& crossing : colouring.crossings()) {
        const double along = alignment(path, crossing.segment);
        first_is_left += colours[crossing.left] ? -along : along;
    }
    TwoSides sides = sides_of(faces, colours);
    if (first_is_left < 0) { std::swap(sides.with_seed, sides.other); }
    return {std::move(sides.with_seed), std::move(sides.other)};
}

}  // namespace geo
