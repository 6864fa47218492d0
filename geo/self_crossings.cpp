// SPDX-License-Identifier: MIT
#include "geo/self_crossings.h"

#include "geo/measure.h"
#include "geo/segment_index.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace geo {

namespace {

double turn(const LonLat& a, const LonLat& b, const LonLat& p) {
    return (b.lon - a.lon) * (p.lat - a.lat) - (b.lat - a.lat) * (p.lon - a.lon);
}

bool is_between(const LonLat& a, const LonLat& b, const LonLat& p) {
    Bounds box;
    box.add(a);
    box.add(b);
    return turn(a, b, p) == 0 && box.contains(p);
}

/// Where the two cross, each inside the other.
std::optional<LonLat> crossing(const Segment& a, const Segment& b) {
    const double from = turn(b.from, b.to, a.from), to = turn(b.from, b.to, a.to);
    const double other_from = turn(a.from, a.to, b.from), other_to = turn(a.from, a.to, b.to);
    if (from * to >= 0 || other_from * other_to >= 0) { return std::nullopt; }
    const double t = from / (from - to);
    return LonLat{a.from.lon + t * (a.to.lon - a.from.lon), a.from.lat + t * (a.to.lat - a.from.lat)};
}

std::optional<LonLat> meeting(const Segment& a, const Segment& b) {
    if (const std::optional<LonLat> at = crossing(a, b)) { return at; }
    for (const LonLat& end : {b.from, b.to}) {
        if (is_between(a.from, a.to, end)) { return end; }
    }
    for (const LonLat& end : {a.from, a.to}) {
        if (is_between(b.from, b.to, end)) { return end; }
    }
    return std::nullopt;
}

std::vector<Segment> legs_of(const Path& path) {
    std::vector<Segment> legs;
    for (std::size_t i = 1; i < path.size(); ++i) {
        if (!(path[i - 1] == path[i])) { legs.push_back({path[i - 1], path[i]}); }
    }
    return legs;
}

SquareKilometres loop_between(const LonLat& at, const std::vector<Segment>& legs, std::size_t first, std::size_t last) {
    Ring ring{at};
    for (std::size_t i = first; i < last; ++i) { ring.push_back(legs[i].to); }
    ring.push_back(at);
    return ring.size() < 4 ? SquareKilometres{} : area_of(ring);
}

}  // namespace

std::vector<SelfCrossing> self_crossings(const Path& path) {
    constexpr std::size_t most = 1000;
    const SegmentIndex index{legs_of(path)};
    const std::vector<Segment>& legs = index.segments();
    const bool is_closed = path.size() > 1 && path.front() == path.back();
    std::vector<SelfCrossing> found;
    for (std::size_t i = 0; i < legs.size() && found.size() < most; ++i) {
        Bounds box;
        box.add(legs[i].from);
        box.add(legs[i].to);
        std::vector<std::size_t> others;
        index.visit(box, [&](std::size_t other) {
            // The leg after a corner meets it there, and the last of a closed path the first.
            if (other > i + 1 && !(is_closed && i == 0 && other + 1 == legs.size())) { others.push_back(other); }
        });
        std::sort(others.begin(), others.end());
        for (const std::size_t other : others) {
            const std::optional<LonLat> at = meeting(legs[i], legs[other]);
            if (!at || (!found.empty() && found.back().at == *at)) { continue; }
            found.push_back({*at, loop_between(*at, legs, i, other)});
        }
    }
    return found;
}

namespace {

/// Has the path places both inside the ring and outside it? Corners and middles of legs are asked, those on the ring
/// aside: a line that passes through the ring's corners crosses it, and one that runs along it does not.
bool passes_through(const Path& path, const Path& ring) {
    const SegmentIndex edge{legs_of(ring)};
    const Region area{{{ring, {}}}};
    const Bounds box = bounds_of(ring);
    constexpr Kilometres on_it{1e-6};
    bool inside = false, outside = false;
    const auto ask = [&](const LonLat& at) {
        if (!box.contains(at)) {
            outside = true;
        } else if (!(inside && outside) && !edge.any_within(at, on_it)) {
            (contains(area, at) ? inside : outside) = true;
        }
    };
    for (std::size_t i = 0; i < path.size(); ++i) {
        ask(path[i]);
        if (i > 0) { ask({(path[i - 1].lon + path[i].lon) / 2, (path[i - 1].lat + path[i].lat) / 2}); }
    }
    return inside && outside;
}

}  // namespace

std::vector<LonLat> crossings_of_closed(const std::vector<Path>& paths) {
    constexpr std::size_t most = 1000;
    std::vector<Segment> legs;
    std::vector<std::size_t> owners;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        for (const Segment& leg : legs_of(paths[i])) {
            legs.push_back(leg);
            owners.push_back(i);
        }
    }
    const SegmentIndex index{std::move(legs)};
    std::vector<LonLat> found;
    std::map<std::pair<std::size_t, std::size_t>, LonLat> touches;  // by ring and other path
    std::set<std::pair<std::size_t, std::size_t>> crossed;
    for (std::size_t i = 0; i < owners.size() && found.size() < most; ++i) {
        if (!is_closed(paths[owners[i]])) { continue; }
        Bounds box;
        box.add(index.segments()[i].from);
        box.add(index.segments()[i].to);
        index.visit(box, [&](std::size_t other) {
            const bool was_seen = is_closed(paths[owners[other]]) && other < i;
            if (was_seen || owners[other] == owners[i]) { return; }
            const std::pair pair{owners[i], owners[other]};
            if (const auto at = crossing(index.segments()[i], index.segments()[other])) {
                found.push_back(*at);
                crossed.insert(pair);
            } else if (const auto touch = meeting(index.segments()[i], index.segments()[other])) {
                touches.try_emplace(pair, *touch);
            }
        });
    }
    for (const auto& [pair, at] : touches) {
        if (crossed.count(pair) == 0 && passes_through(paths[pair.second], paths[pair.first])) { found.push_back(at); }
    }
    return found;
}

}  // namespace geo
