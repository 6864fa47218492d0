// SPDX-License-Identifier: MIT
#include "layers/time/moves.h"

#include "geo/adjacency.h"
#include "geo/integrals.h"
#include "geo/measure.h"
#include "geo/nearest.h"
#include "geo/overlay.h"
#include "geo/partition.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <numeric>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace layers {

namespace {

/// Layers of the partition, in its order.
enum Layer : std::size_t { held_before, contested_before, held_after, contested_after, by_unit };

bool is_owned(const geo::Face& face, Layer layer) {
    return face.owners[layer] != geo::Face::none;
}

Holder holder_of(const geo::Face& face, Layer held, Layer contested) {
    return is_owned(face, held) ? Holder::russia : is_owned(face, contested) ? Holder::contested : Holder::ukraine;
}

using Kind = std::tuple<int, Holder, Holder>;  // unit, from, to

Kind kind_of(const geo::Face& face) {
    return {face.owners[by_unit], holder_of(face, held_before, contested_before),
            holder_of(face, held_after, contested_after)};
}

/// Which faces hang together: by face the first of its piece.
std::vector<std::size_t> pieces_of(const std::vector<const geo::Face*>& faces) {
    std::vector<std::size_t> first(faces.size());
    std::iota(first.begin(), first.end(), std::size_t{0});
    const auto root = [&first](std::size_t face) {
        while (first[face] != face) { face = first[face] = first[first[face]]; }
        return face;
    };
    for (const geo::SharedEdge& edge : geo::adjacency(faces).shared) {
        if (kind_of(*faces[edge.left]) != kind_of(*faces[edge.right])) { continue; }
        const std::size_t left = root(edge.left), right = root(edge.right);
        first[std::max(left, right)] = std::min(left, right);
    }
    for (std::size_t face = 0; face < faces.size(); ++face) { first[face] = root(face); }
    return first;
}

/// At least how far a position is from a box.
geo::Kilometres least_distance(const geo::Bounds& box, const geo::LonLat& position) {
    const double north = std::max({0.0, box.south - position.lat, position.lat - box.north});
    const double east = std::max({0.0, box.west - position.lon, position.lon - box.east});
    const double shrink = std::cos(std::max(std::abs(position.lat), std::abs(box.north)) * std::numbers::pi / 180);
    return geo::latitude_as_length(std::hypot(north, east * shrink));
}

void add_places(Move& move) {
    move.nearest = nullptr;
    move.to_nearest = geo::Kilometres{std::numeric_limits<double>::infinity()};
    const geo::Bounds bounds = geo::bounds_of(move.region);
    const std::vector<geo::Segment> edge = geo::shell_segments(move.region);
    for (const Place* place : all_places()) {
        if (bounds.contains(place->position) && geo::contains(move.region, place->position)) {
            move.places.push_back(place);
        }
        if (move.to_nearest < least_distance(bounds, place->position)) { continue; }
        const geo::Kilometres away = geo::nearest_on(edge, place->position).distance;
        if (away < move.to_nearest) {
            move.nearest = place;
            move.to_nearest = away;
        }
    }
    std::stable_sort(move.places.begin(), move.places.end(), [](const Place* a, const Place* b) {
        return a->population.value_or(0) > b->population.value_or(0);
    });
    if (move.places.empty()) { return; }
    move.nearest = move.places.front();
    move.to_nearest = geo::Kilometres{};
}

/// Edges that only one of the two has, or that run the other way there: whatever goes over is bounded by these, for on
/// either side of the others both say the same.
std::vector<geo::Path> changed_edges(const geo::Region& before, const geo::Region& after) {
    struct Hash {
        std::size_t operator()(const geo::Segment& edge) const {
            return geo::LonLatHash{}(edge.from) * 31 + geo::LonLatHash{}(edge.to);
        }
    };
    std::unordered_map<geo::Segment, int, Hash> balance;
    geo::each_edge(before, [&](const geo::LonLat& from, const geo::LonLat& to) { --balance[{from, to}]; });
    std::vector<geo::Segment> changed;
    geo::each_edge(after, [&](const geo::LonLat& from, const geo::LonLat& to) {
        const auto known = balance.find({from, to});
        if (known == balance.end() || known->second == 0) {
            changed.push_back({from, to});
        } else {
            ++known->second;
        }
    });
    geo::each_edge(before, [&](const geo::LonLat& from, const geo::LonLat& to) {  // in their order, not the table's
        int& left = balance[{from, to}];
        if (left == 0) { return; }
        changed.push_back({from, to});
        ++left;
    });
    return geo::joined(changed);
}

/// The units that have land in the box, and where they stand in the list.
struct UnitsThere {
    geo::Coverage coverage;
    std::vector<std::size_t> indices;

    UnitsThere(const Units& units, const geo::Bounds& box) {
        for (std::size_t i = 0; i < units.units.size(); ++i) {
            if (!geo::bounds_of(units.units[i].region).overlaps(box)) { continue; }
            coverage.emplace_back(&units.units[i].region);
            indices.push_back(i);
        }
    }
};

/// Of one piece; its faces are of one kind.
Move move_of(const std::vector<const geo::Face*>& faces, const std::vector<std::size_t>& units) {
    const auto [unit, from, to] = kind_of(*faces.front());
    Move move{};
    move.unit = units[static_cast<std::size_t>(unit)];
    move.from = from;
    move.to = to;
    move.region = geo::dissolve(faces);
    const geo::Face* largest = faces.front();
    for (const geo::Face* face : faces) {
        move.area = move.area + face->area;
        if (largest->area < face->area) { largest = face; }
    }
    move.inside = largest->inside;
    const geo::Kilometres perimeter = geo::perimeter_of(move.region);
    if (perimeter.value() > 0) { move.width = geo::Kilometres{2 * move.area.value() / perimeter.value()}; }
    add_places(move);
    return move;
}

}  // namespace

std::vector<Move> moves_between(const DayLand& before, const DayLand& after, const Units& units) {
    const std::vector<geo::Path> held = changed_edges(before.held, after.held), none;
    const std::vector<geo::Path> contested = changed_edges(before.contested, after.contested);
    geo::Bounds box;
    for (const std::vector<geo::Path>* paths : {&held, &contested}) {
        for (const geo::Path& path : *paths) { box.add(geo::bounds_of(path)); }
    }
    const UnitsThere there{units, box};
    const geo::Partition parts = geo::partition({{{&before.held, &held}},
                                                 {{&before.contested, &contested}},
                                                 {{&after.held, &none}},
                                                 {{&after.contested, &none}},
                                                 there.coverage});
    std::vector<const geo::Face*> moved;
    for (const geo::Face& face : parts.faces) {
        const auto [unit, from, to] = kind_of(face);
        if (unit != geo::Face::none && from != to) { moved.push_back(&face); }
    }
    const std::vector<std::size_t> piece = pieces_of(moved);
    std::map<std::size_t, std::vector<const geo::Face*>> pieces;
    for (std::size_t i = 0; i < moved.size(); ++i) { pieces[piece[i]].push_back(moved[i]); }
    std::vector<Move> moves;
    for (const auto& [first, faces] : pieces) {
        moves.push_back(move_of(faces, there.indices));
        moves.back().since = before.date;
        moves.back().date = after.date;
    }
    std::stable_sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) { return b.area < a.area; });
    return moves;
}

void find_undone(std::vector<Move>& moves) {
    constexpr double most = 0.9;
    std::vector<std::size_t> in_order(moves.size());
    std::iota(in_order.begin(), in_order.end(), 0);
    std::ranges::stable_sort(in_order, {}, [&moves](std::size_t i) { return moves[i].date; });
    std::vector<geo::Bounds> boxes;
    for (const Move& move : moves) { boxes.push_back(geo::bounds_of(move.region)); }
    const auto goes_back = [&](std::size_t earlier, std::size_t later) {
        const Move &first = moves[earlier], &second = moves[later];
        return second.since >= first.date && second.date - first.date <= soon_undone && first.unit == second.unit &&
               first.from == second.to && first.to == second.from && boxes[earlier].overlaps(boxes[later]);
    };
    for (std::size_t i = 0; i < in_order.size(); ++i) {
        Move& move = moves[in_order[i]];
        if (move.undoes) { continue; }  // a return is not itself undone: what is taken again stays taken
        geo::Region back;
        for (std::size_t k = i + 1; k < in_order.size() && moves[in_order[k]].since - move.date <= soon_undone; ++k) {
            Move& later = moves[in_order[k]];
            if (later.undoes || !goes_back(in_order[i], in_order[k])) { continue; }
            const geo::Region shared = geo::intersect(move.region, later.region);
            if (geo::area_of(shared) >= later.area * most) { later.undoes = move.date; }
            back = geo::unite(back, shared);
            if (!move.undone && geo::area_of(back) >= move.area * most) { move.undone = later.date; }
        }
    }
}

}  // namespace layers
