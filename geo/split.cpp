// SPDX-License-Identifier: MIT
#include "geo/split.h"

#include "geo/adjacency.h"
#include "geo/detail/geos.h"
#include "geo/error.h"
#include "geo/measure.h"
#include "geo/partition.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
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

/// Outer rings only: a line may pass over a lake.
Geometry outline_of(const Region& region) {
    std::vector<const Path*> shells;
    for (const Polygon& polygon : region.polygons) { shells.push_back(&polygon.shell); }
    return linework(shells);
}

struct End {
    std::size_t path;
    bool at_back;
    bool done = false;
};

const LonLat& position_of(const std::vector<Path>& paths, const End& end) {
    return end.at_back ? paths[end.path].back() : paths[end.path].front();
}

std::vector<End> ends_inside(const std::vector<Path>& paths, const Region& region) {
    std::vector<End> ends;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (paths[i].size() < 2 || paths[i].front() == paths[i].back()) { continue; }
        for (const bool at_back : {false, true}) {
            const End end{i, at_back};
            if (contains(region, position_of(paths, end))) { ends.push_back(end); }
        }
    }
    return ends;
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

void lead_on(Path& path, bool at_back, const LonLat& to) {
    if (at_back) {
        path.push_back(to);
    } else {
        path.insert(path.begin(), to);
    }
}

/// Past the outline by a tenth of a metre, so that the cut is certain; what lies outside the region does not count.
constexpr double overshoot_degrees = 1e-6;

}  // namespace

Closing close_onto_outline(const std::vector<Path>& paths, const Region& region, Kilometres tolerance) {
    Closing result{paths, {}};
    std::vector<End> ends = ends_inside(paths, region);
    const Geometry outline = outline_of(region);
    for (End& end : ends) {
        if (end.done) { continue; }
        const LonLat from = position_of(paths, end);
        const LonLat on_outline = nearest_points(to_geos(from).get(), outline.get()).second;
        Kilometres to_end;
        End* other = nearest_other_end(ends, end, paths, to_end);
        const Kilometres to_outline = distance(from, on_outline);
        const bool joins = other != nullptr && to_end < to_outline;
        const Kilometres gap = joins ? to_end : to_outline;
        const LonLat to = joins ? position_of(paths, *other) : on_outline;
        if (gap > tolerance) {
            throw Error{
                fmt::format("the line does not cut the country: it ends at {}, {:.1f} km short of {} at {}",
                            to_text(from), gap.value(), joins ? "its next piece" : "the border or coast", to_text(to)),
                fmt::format("lead the line on, or bridge wider gaps than {} with --close {:.0f}km", to_text(tolerance),
                            std::ceil(gap.value()))};
        }
        lead_on(result.paths[end.path], end.at_back, joins ? to : towards(from, to, overshoot_degrees));
        result.bridges.push_back({from, to, gap, joins ? "another piece of the line" : "the outline"});
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
        : faces_{faces}, paths_{paths}, crossings_{adjacency(faces).shared}, colours_(faces.size()) {
        for (const Face* face : faces) { shapes_.push_back(to_geos(face->shape)); }
    }

    std::vector<bool> from(const LonLat& seed) {
        spread(nearest_face(seed), false);
        while (const auto next = nearest_pair()) { spread(next->face, next->colour); }
        std::vector<bool> result;
        for (const auto& colour : colours_) { result.push_back(*colour); }
        return result;
    }

    const std::vector<SharedEdge>& crossings() const { return crossings_; }

private:
    struct Next {
        std::size_t face;
        bool colour;
    };

    std::size_t nearest_face(const LonLat& seed) const {
        const Geometry point = to_geos(seed);
        std::size_t best = 0;
        double best_distance = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < shapes_.size(); ++i) {
            double degrees = 0;
            GEOSDistance_r(geos(), shapes_[i].get(), point.get(), &degrees);
            if (degrees < best_distance) {
                best_distance = degrees;
                best = i;
            }
        }
        return best;
    }

    void spread(std::size_t start, bool colour) {
        std::vector<std::size_t> waiting{start};
        colours_[start] = colour;
        while (!waiting.empty()) {
            const std::size_t face = waiting.back();
            waiting.pop_back();
            for (const SharedEdge& crossing : crossings_) {
                if (crossing.left != face && crossing.right != face) { continue; }
                const std::size_t other = crossing.left == face ? crossing.right : crossing.left;
                if (!colours_[other]) {
                    colours_[other] = !*colours_[face];
                    waiting.push_back(other);
                } else if (*colours_[other] == *colours_[face]) {
                    throw Error{fmt::format("the lines do not make two sides: more than two pieces meet near {}",
                                            to_text(crossing.segment.from)),
                                "give lines that do not branch, or a control polygon"};
                }
            }
        }
    }

    /// The uncoloured face nearest to a coloured one, and the colour that follows.
    std::optional<Next> nearest_pair() const {
        std::optional<std::pair<std::size_t, std::size_t>> best;
        double best_distance = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < faces_.size(); ++i) {
            for (std::size_t k = 0; !colours_[i] && k < faces_.size(); ++k) {
                if (!colours_[k]) { continue; }
                double degrees = 0;
                GEOSDistance_r(geos(), shapes_[i].get(), shapes_[k].get(), &degrees);
                if (degrees < best_distance) {
                    best_distance = degrees;
                    best = {i, k};
                }
            }
        }
        if (!best) { return std::nullopt; }
        const auto [from, to] = nearest_points(shapes_[best->second].get(), shapes_[best->first].get());
        return Next{best->first, *colours_[best->second] != crosses_path_oddly(from, to)};
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

    const std::vector<const Face*>& faces_;
    const std::vector<Path>& paths_;
    std::vector<SharedEdge> crossings_;  // noded with its outline and the paths alone, all inner edges are path
    std::vector<Geometry> shapes_;
    std::vector<std::optional<bool>> colours_;
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
