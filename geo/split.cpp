// SPDX-License-Identifier: MIT
#include "geo/split.h"

#include "geo/adjacency.h"
#include "geo/crossings.h"
#include "geo/error.h"
#include "geo/measure.h"
#include "geo/partition.h"
#include "geo/shores.h"
#include "geo/sides.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace geo {

namespace {

std::vector<const Face*> faces_inside(const Partition& parts) {
    std::vector<const Face*> inside;
    for (const Face& face : parts.faces) {
        if (face.owners.front() != Face::none) { inside.push_back(&face); }
    }
    return inside;
}

// --- ends in the water -----------------------------------------------------------------------------------------------

/// An end of an open path.
struct End {
    std::size_t path;
    LonLat at;
};

std::vector<End> ends_of(const std::vector<Path>& paths) {
    std::vector<End> ends;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (paths[i].size() < 2 || paths[i].front() == paths[i].back()) { continue; }
        ends.push_back({i, paths[i].front()});
        ends.push_back({i, paths[i].back()});
    }
    return ends;
}

std::optional<std::size_t> nearest_end(const std::vector<End>& ends, std::size_t self) {
    constexpr Kilometres widest{100};
    std::optional<std::size_t> found;
    Kilometres nearest = widest;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (ends[i].path == ends[self].path) { continue; }
        const Kilometres length = distance(ends[i].at, ends[self].at);
        if (length < nearest) {
            nearest = length;
            found = i;
        }
    }
    return found;
}

bool runs_through_water(const LonLat& from, const LonLat& to, const Region& region) {
    constexpr int parts = 16;
    for (int part = 1; part < parts; ++part) {
        const double t = static_cast<double>(part) / parts;
        if (contains(region, {from.lon + t * (to.lon - from.lon), from.lat + t * (to.lat - from.lat)})) {
            return false;
        }
    }
    return true;
}

/// A line that ends at one shore and goes on at another runs through the water between, although nobody drew it there.
std::vector<Path> led_across_water(std::vector<Path> paths, const Region& region) {
    const std::vector<End> ends = ends_of(paths);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const std::optional<std::size_t> other = nearest_end(ends, i);
        if (!other || *other < i || nearest_end(ends, *other) != i) { continue; }
        if (runs_through_water(ends[i].at, ends[*other].at, region)) { paths.push_back({ends[i].at, ends[*other].at}); }
    }
    return paths;
}

// --- colouring -------------------------------------------------------------------------------------------------------

class Colouring {
public:
    Colouring(const Region& region, const std::vector<const Face*>& faces, const std::vector<Path>& paths)
        : region_{region}, faces_{faces}, paths_{paths}, sides_{faces.size()} {
        const Adjacency neighbours = adjacency(faces);
        join_by_land(neighbours);
        shores_ = shores_of(neighbours);
        if (set_count() > 1) { join_by_water(); }
    }

    /// By face: is it across from the seed?
    std::vector<bool> from(const LonLat& seed) {
        const bool seed_across = is_across(seed);
        std::vector<bool> across;
        for (std::size_t i = 0; i < faces_.size(); ++i) { across.push_back(sides_.is_across(i) != seed_across); }
        return across;
    }

private:
    /// Noded with its outline and the paths alone, all inner edges are path.
    void join_by_land(const Adjacency& neighbours) {
        for (const SharedEdge& edge : neighbours.shared) {
            if (sides_.join(edge.left, edge.right, true)) { continue; }
            throw Error{fmt::format("the lines do not make two sides: more than two pieces meet near {}",
                                    to_text(edge.segment.from)),
                        "give lines that do not branch, or a control polygon"};
        }
    }

    std::size_t set_count() {
        std::size_t count = 0;
        for (std::size_t i = 0; i < faces_.size(); ++i) {
            if (sides_.set_of(i) == i) { ++count; }
        }
        return count;
    }

    const Crossings& crossings() {
        if (!crossings_) { crossings_.emplace(led_across_water(paths_, region_)); }
        return *crossings_;
    }

    /// Every way across the water speaks for one side or for two, the more the shorter it is. The clearest pairs of
    /// pieces are joined first, so that a doubtful way never overrules a certain one.
    void join_by_water() {
        constexpr double nearest_degrees = 1e-4;
        std::map<std::pair<std::size_t, std::size_t>, double> votes;
        for (const Crossing& way : ways_across(shores_)) {
            const Shore &from = shores_[way.from], &to = shores_[way.to];
            const std::pair<std::size_t, std::size_t> sets =
                std::minmax({sides_.set_of(from.face), sides_.set_of(to.face)});
            if (sets.first == sets.second) { continue; }
            const bool across =
                (crossings().odd(from.inland, to.inland) != sides_.is_across(from.face)) != sides_.is_across(to.face);
            const double length = std::max(way.degrees, nearest_degrees);
            votes[sets] += (across ? -1 : 1) / (length * length);
        }
        std::vector<std::pair<double, std::pair<std::size_t, std::size_t>>> order;
        for (const auto& [sets, vote] : votes) { order.emplace_back(vote, sets); }
        std::stable_sort(order.begin(), order.end(),
                         [](const auto& a, const auto& b) { return std::abs(a.first) > std::abs(b.first); });
        for (const auto& [vote, sets] : order) { sides_.join(sets.first, sets.second, vote < 0); }
    }

    bool is_across(const LonLat& seed) {
        for (std::size_t i = 0; i < faces_.size(); ++i) {
            if (contains({{faces_[i]->shape}}, seed)) { return sides_.is_across(i); }
        }
        const Shore* nearest = nullptr;
        double degrees = std::numeric_limits<double>::infinity();
        for (const Shore& shore : shores_) {
            const double off = distance(shore.inland, seed).value();
            if (off < degrees) {
                degrees = off;
                nearest = &shore;
            }
        }
        return sides_.is_across(nearest->face) != crossings().odd(seed, nearest->inland);
    }

    const Region& region_;
    const std::vector<const Face*>& faces_;
    const std::vector<Path>& paths_;
    Sides sides_;
    std::vector<Shore> shores_;
    std::optional<Crossings> crossings_;
};

TwoSides sides_of(const std::vector<const Face*>& faces, const std::vector<bool>& across) {
    std::vector<const Face*> first, second;
    for (std::size_t i = 0; i < faces.size(); ++i) { (across[i] ? second : first).push_back(faces[i]); }
    if (second.empty() || first.empty()) {
        throw Error{"the line leaves the country whole: no part of it passes from border to border or coast",
                    "check that the line and the units cover the same area, longitude first"};
    }
    return {dissolve(first), dissolve(second)};
}

}  // namespace

TwoSides split(const Region& region, const std::vector<Path>& paths, const LonLat& seed) {
    const Partition parts = partition({{&region}}, paths);
    const std::vector<const Face*> faces = faces_inside(parts);
    if (faces.empty()) { throw Error{"there is no land to split"}; }
    Colouring colouring{region, faces, paths};
    return sides_of(faces, colouring.from(seed));
}

}  // namespace geo
