// SPDX-License-Identifier: MIT
#include "layers/model/water_front.h"

#include "geo/adjacency.h"
#include "geo/nearest.h"
#include "geo/segment_index.h"
#include "layers/model/front.h"
#include "layers/model/inland_water.h"

#include <algorithm>
#include <cmath>
#include <memory_resource>
#include <numbers>
#include <optional>
#include <unordered_set>
#include <utility>

namespace layers {

namespace {

using geo::Kilometres;
using Hit = geo::SegmentIndex::Hit;

constexpr Kilometres step{0.25}, shortest{1}, on_shore{0.001}, widest_lake{30};

/// The paths that bound held land, those of units that are held as a whole aside.
std::vector<const geo::Path*> borders_of(const Control& control) {
    std::vector<const geo::Path*> borders;
    for (const geo::Path& path : control.cuts) { borders.push_back(&path); }
    for (std::size_t i = control.cuts.empty() ? 0 : 1; i + control.whole_units < control.held.size(); ++i) {
        for (const geo::Ring* ring : geo::rings_of(control.held[i])) { borders.push_back(ring); }
    }
    return borders;
}

geo::SegmentIndex shore_of(const SidedLand& land, Side side, const std::vector<char>& is_out) {
    std::vector<geo::Segment> shore;
    for (std::size_t i = 0; i < land.neighbours.outline.size(); ++i) {
        const std::size_t face = land.neighbours.outline_faces[i];
        if (land.faces[face].side == side && is_out[face] == 0) { shore.push_back(land.neighbours.outline[i]); }
    }
    return geo::SegmentIndex{std::move(shore)};
}

geo::LonLat between(const geo::LonLat& a, const geo::LonLat& b, double t) {
    return {a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)};
}

class Waters {
public:
    Waters(const SidedLand& land, const std::vector<char>& is_out, const std::vector<geo::Segment>& on_land)
        : land_{land},
          held_{shore_of(land, Side::russia, is_out)},
          other_{shore_of(land, Side::ukraine, is_out)},
          on_land_{on_land},
          legs_on_land_{on_land.begin(), on_land.end(), on_land.size(), {}, {}, &memory_},
          inland_{*land.outline} {}

    bool may_divide(const geo::LonLat& from, const geo::LonLat& to, Kilometres length) const {
        if (legs_on_land_.contains({from, to}) || legs_on_land_.contains({to, from})) { return false; }
        const geo::LonLat middle = between(from, to, 0.5);
        return other_.any_within(middle, widest_lake + length) && held_.any_within(middle, widest_lake + length);
    }

    /// `wide`: on any water up to 30 km wide, the sea too.
    bool divide_at(const geo::LonLat& at, bool wide) {
        if (on_land_.any_within(at, on_shore)) { return false; }
        const std::optional<Hit> held = held_.nearest(at, widest_lake);
        if (!held) { return false; }
        const std::optional<Hit> other = other_.nearest(at, widest_lake - held->distance);
        if (!other || !lie_opposite(at, *held, *other)) { return false; }
        const bool held_is_nearer = held->distance < other->distance;
        if (lies_behind(held_is_nearer ? held_ : other_, held_is_nearer ? *held : *other, at)) { return false; }
        const geo::LonLat middle = between(held->point, other->point, 0.5);
        if (is_land(middle)) { return false; }
        if (std::min(held->distance, other->distance) > on_shore && is_land(at)) { return false; }
        return wide || held->distance + other->distance <= widest_river || inland_.has(middle);
    }

private:
    /// From one shore, the other lies out across the water; from amid the water, the two lie on either hand.
    bool lie_opposite(const geo::LonLat& at, const Hit& held, const Hit& other) const {
        if (held.distance < on_shore) { return faces(held_.segments()[held.segment], other.point); }
        if (other.distance < on_shore) { return faces(other_.segments()[other.segment], held.point); }
        constexpr double of_120_degrees = -0.5;
        const double shrink = std::cos(at.lat * std::numbers::pi / 180);
        const double x1 = (held.point.lon - at.lon) * shrink, y1 = held.point.lat - at.lat;
        const double x2 = (other.point.lon - at.lon) * shrink, y2 = other.point.lat - at.lat;
        return x1 * x2 + y1 * y2 < of_120_degrees * std::hypot(x1, y1) * std::hypot(x2, y2);
    }

    /// Land lies to the left of a shore: does the position lie to its right, within 60° of straight across?
    static bool faces(const geo::Segment& shore, const geo::LonLat& position) {
        const double shrink = std::cos(shore.from.lat * std::numbers::pi / 180);
        const double x = (shore.to.lon - shore.from.lon) * shrink, y = shore.to.lat - shore.from.lat;
        const geo::LonLat middle = between(shore.from, shore.to, 0.5);
        const double px = (position.lon - middle.lon) * shrink, py = position.lat - middle.lat;
        return y * px - x * py > 0.5 * std::hypot(x, y) * std::hypot(px, py);
    }

    /// Land, as the nearest shore has it, unless that is a corner: then it cannot be told.
    static bool lies_behind(const geo::SegmentIndex& shore, const Hit& hit, const geo::LonLat& at) {
        const geo::Segment& edge = shore.segments()[hit.segment];
        if (hit.distance < on_shore || hit.point == edge.from || hit.point == edge.to) { return false; }
        return (edge.to.lon - edge.from.lon) * (at.lat - edge.from.lat) >
               (edge.to.lat - edge.from.lat) * (at.lon - edge.from.lon);
    }

    bool is_land(const geo::LonLat& at) {
        if (country_.empty()) {
            for (geo::Path& ring : geo::chained(land_.neighbours.outline)) {
                country_.polygons.push_back({std::move(ring), {}});  // contains() counts edges, whatever ring has them
            }
        }
        return geo::contains(country_, at);
    }

    const SidedLand& land_;
    geo::SegmentIndex held_, other_, on_land_;
    std::pmr::monotonic_buffer_resource memory_;  ///< of many small nodes, freed at once
    std::pmr::unordered_set<geo::Segment, geo::SegmentHash> legs_on_land_;
    InlandWater inland_;
    geo::Region country_;  ///< made when it is first asked for
};

/// Stretches of one border that divide, those apart that are too short to matter: the front on both banks goes on.
class Stretches {
public:
    Stretches(Waters& waters, bool wide, std::vector<geo::Segment>& front)
        : waters_{waters}, wide_{wide}, front_{front} {}

    void add_leg(const geo::LonLat& from, const geo::LonLat& to) {
        const Kilometres length = geo::nearest_on({to, to}, from).distance;
        if (!waters_.may_divide(from, to, length)) { return flush(); }
        const int parts = std::max(1, static_cast<int>(std::ceil(length / step)));
        int begun = 0;
        for (int part = 0; part < parts; ++part) {
            if (waters_.divide_at(between(from, to, (part + 0.5) / parts), wide_)) { continue; }
            add_piece(from, to, begun, part, parts, length);
            flush();
            begun = part + 1;
        }
        add_piece(from, to, begun, parts, parts, length);
    }

    void flush() {
        if (length_ > shortest) { front_.insert(front_.end(), run_.begin(), run_.end()); }
        run_.clear();
        length_ = Kilometres{0};
    }

private:
    void add_piece(const geo::LonLat& from, const geo::LonLat& to, int begun, int end, int parts, Kilometres length) {
        if (begun >= end) { return; }
        run_.push_back({between(from, to, static_cast<double>(begun) / parts),
                        between(from, to, static_cast<double>(end) / parts)});
        length_ += length * (static_cast<double>(end - begun) / parts);
    }

    Waters& waters_;
    bool wide_;
    std::vector<geo::Segment>& front_;
    std::vector<geo::Segment> run_;
    Kilometres length_;
};

std::vector<geo::Segment> stretches_of(const geo::Path& border, Waters& waters, bool wide) {
    std::vector<geo::Segment> front;
    Stretches stretches{waters, wide, front};
    for (std::size_t i = 1; i < border.size(); ++i) { stretches.add_leg(border[i - 1], border[i]); }
    stretches.flush();
    return front;
}

/// Does land of both sides meet along the path?
bool parts_land(const geo::Path& path, const std::vector<geo::Segment>& on_land) {
    if (on_land.empty()) { return false; }
    const geo::SegmentIndex legs{[&path] {
        std::vector<geo::Segment> all;
        for (std::size_t i = 1; i < path.size(); ++i) { all.push_back({path[i - 1], path[i]}); }
        return all;
    }()};
    return std::any_of(on_land.begin(), on_land.end(), [&legs](const geo::Segment& edge) {
        return legs.any_within(between(edge.from, edge.to, 0.5), on_shore);
    });
}

}  // namespace

std::vector<geo::Segment> water_front(const SidedLand& land, const std::vector<char>& is_out, const Control& control,
                                      const std::vector<geo::Segment>& on_land) {
    std::vector<geo::Segment> front;
    for (const geo::Path& path : control.in_water) {
        for (std::size_t i = 1; i < path.size(); ++i) { front.push_back({path[i - 1], path[i]}); }
    }
    Waters waters{land, is_out, on_land};
    for (const geo::Path* border : borders_of(control)) {
        std::vector<geo::Segment> found = stretches_of(*border, waters, false);
        if (found.empty() && !control.cuts.empty() && !parts_land(*border, on_land)) {
            found = stretches_of(*border, waters, true);  // the line is drawn in the water, and that is all of it
        }
        front.insert(front.end(), found.begin(), found.end());
    }
    return front;
}

}  // namespace layers
