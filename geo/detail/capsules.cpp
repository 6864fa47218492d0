// SPDX-License-Identifier: MIT
#include "geo/detail/capsules.h"

#include "geo/detail/capsule_spans.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace geo::detail {

namespace {

constexpr double pi = std::numbers::pi;

/// Discs are wider than bars by at least that part, so that bars end inside of them.
constexpr double unlike = 1e-8;
/// Positions as near as that part of the distance are one: sides of two lines that differ by less would cross at angles
/// too small to tell where.
constexpr double same_position = 1e-7;
/// Stretches shorter than that, in radians or parts of the distance, are none.
constexpr double nothing = 1e-11;

constexpr std::uint32_t none = 0xffffffff;

/// What an edge must not be tested against: the disc or the bar that it is of.
struct Owner {
    std::uint32_t disc = none, bar = none;
};

/// From 0 to 1, the same on every machine (splitmix64).
double chance(std::uint64_t seed) {
    seed += 0x9e3779b97f4a7c15U;
    seed = (seed ^ (seed >> 30U)) * 0xbf58476d1ce4e5b9U;
    seed = (seed ^ (seed >> 27U)) * 0x94d049bb133111ebU;
    return static_cast<double>((seed ^ (seed >> 31U)) >> 11U) / 9007199254740992.0;  // over 2^53
}

double squared_distance(const PlaneBounds& box, const PlanePoint& point) {
    const double x = std::max({box.west - point.x, point.x - box.east, 0.0});
    const double y = std::max({box.south - point.y, point.y - box.north, 0.0});
    return x * x + y * y;
}

/// By how much it lies inside of the edge, at least; negative outside.
double depth_in(const Disc& disc, const PlanePoint& point) {
    const double x = point.x - disc.centre.x, y = point.y - disc.centre.y;
    return disc.radius - std::sqrt(x * x + y * y);
}

CapsuleEdge part_of(CapsuleEdge edge, const Span& span) {
    edge.from = span.from;
    edge.to = span.to;
    return edge;
}

/// How far its ends lie from its middle, at most.
double half_extent(const CapsuleEdge& edge) {
    const double half = (edge.to - edge.from) / 2;
    return edge.is_arc() ? std::min(half, 2.0) * edge.radius : half;
}

/// Finds a position again by what lies near.
class Cells {
public:
    explicit Cells(double side) : side_{side} {}

    void add(const PlanePoint& point, std::uint32_t number) {
        numbers_.emplace(key(cell(point.x), cell(point.y)), number);
    }

    /// Of a position in the same cell or one beside it.
    std::optional<std::uint32_t> near(const PlanePoint& point) const {
        const std::int64_t column = cell(point.x), row = cell(point.y);
        for (std::int64_t i = -1; i <= 1; ++i) {
            for (std::int64_t k = -1; k <= 1; ++k) {
                const auto found = numbers_.find(key(column + i, row + k));
                if (found != numbers_.end()) { return found->second; }
            }
        }
        return std::nullopt;
    }

private:
    std::int64_t cell(double value) const { return std::llround(value / side_); }
    static std::uint64_t key(std::int64_t column, std::int64_t row) {
        return static_cast<std::uint64_t>(column) * 0x9E3779B97F4A7C15U + static_cast<std::uint64_t>(row);
    }

    double side_;
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
};

/// Discs about the positions of paths and bars along their legs, and where they lie.
class Capsules {
public:
    Capsules(const std::vector<PlanePath>& paths, double distance, std::uint64_t seed) : distance_{distance} {
        Cells known{same_position * distance};
        const auto disc_at = [&](const PlanePoint& point) {
            const auto number = static_cast<std::uint32_t>(discs_.size());
            if (const auto found = known.near(point)) { return *found; }
            known.add(point, number);
            discs_.push_back({point, distance * (1 + unlike * (0.5 + chance(seed + 2 * std::uint64_t{number})))});
            return number;
        };
        std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
        for (const PlanePath& path : paths) {
            std::uint32_t last = disc_at(path.front());
            const bool is_point = std::equal(path.begin() + 1, path.end(), path.begin());
            if (is_point && seen.insert({last, last}).second) { bars_.push_back({last, last, {}, 0, 0}); }
            for (std::size_t i = 1; i < path.size(); ++i) {
                const std::uint32_t next = disc_at(path[i]);
                if (next != last && seen.insert(std::minmax(last, next)).second) { add_bar(last, next, seed); }
                last = next;
            }
        }
        order_.resize(bars_.size());
        for (std::uint32_t i = 0; i < order_.size(); ++i) { order_[i] = i; }
        if (!bars_.empty()) { build(0, 0, static_cast<std::uint32_t>(bars_.size())); }
    }

    std::vector<CapsuleEdge> outer_edges() const {
        std::vector<CapsuleEdge> found;
        const std::vector<std::vector<Span>> by_neighbours = covered_by_neighbours();
        for (std::uint32_t i = 0; i < discs_.size(); ++i) {
            const CapsuleEdge circle{discs_[i].centre, {}, discs_[i].radius, 0, 2 * pi};
            double from = 0;
            for (const Span& span : by_neighbours[i]) {
                if (span.from - from > nothing) { add_free_arc(part_of(circle, {from, span.from}), i, found); }
                from = std::max(from, span.to);
            }
            if (2 * pi - from > nothing) { add_free_arc(part_of(circle, {from, 2 * pi}), i, found); }
        }
        for (std::uint32_t i = 0; i < bars_.size(); ++i) {
            const Bar& bar = bars_[i];
            if (bar.length == 0) { continue; }
            const PlanePoint across{-bar.direction.y * bar.half_width, bar.direction.x * bar.half_width};
            const PlanePoint &begin = discs_[bar.begin].centre, &end = discs_[bar.end].centre;
            for (const CapsuleEdge& side :
                 {CapsuleEdge{{begin.x - across.x, begin.y - across.y}, bar.direction, 0, 0, bar.length},
                  CapsuleEdge{
                      {end.x + across.x, end.y + across.y}, {-bar.direction.x, -bar.direction.y}, 0, 0, bar.length}}) {
                if (!is_in_one_disc(side, bar)) { add_free(side, {none, i}, found); }
            }
        }
        return found;
    }

private:
    /// A tree of boxes about halves of the bars, halves of these and so on: under node n lie 2n + 1 and 2n + 2.
    struct Node {
        PlaneBounds box;
        std::uint32_t begin = 0, end = 0;  ///< in order_
    };

    void add_bar(std::uint32_t begin, std::uint32_t end, std::uint64_t seed) {
        const PlanePoint &a = discs_[begin].centre, &b = discs_[end].centre;
        const double length = detail::length(a, b);
        const double half_width = distance_ * (1 - unlike * (0.5 + chance(seed + 2 * bars_.size() + 1)));
        bars_.push_back({begin, end, {(b.x - a.x) / length, (b.y - a.y) / length}, length, half_width});
    }

    /// By disc: what of its circle lies in the discs at the other ends of its bars. Where positions lie close together
    /// that is nearly all of it.
    std::vector<std::vector<Span>> covered_by_neighbours() const {
        std::vector<std::vector<Span>> spans(discs_.size());
        for (const Bar& bar : bars_) {
            for (const auto& [own, other] : {std::pair{bar.begin, bar.end}, {bar.end, bar.begin}}) {
                if (own == other) { continue; }
                each_span_in({discs_[own].centre, {}, discs_[own].radius, 0, 2 * pi}, discs_[other],
                             [&, own = own](const Span& span) { spans[own].push_back(span); });
            }
        }
        for (std::vector<Span>& of_disc : spans) {
            std::sort(of_disc.begin(), of_disc.end(), [](const Span& a, const Span& b) { return a.from < b.from; });
        }
        return spans;
    }

    /// Discs some way along the path, before and after, until `see` says true. Whatever a rough path has close to its
    /// edge, one of them covers most often; what none does is left to the tree.
    template <class See>
    bool any_along(std::uint32_t disc, const See& see) const {
        for (const std::uint32_t hop : {2U, 3U, 5U, 8U, 12U, 18U, 27U, 40U}) {
            if (disc >= hop && see(disc - hop)) { return true; }
            if (disc + hop < discs_.size() && see(disc + hop)) { return true; }
        }
        return false;
    }

    bool is_in_one_disc(const CapsuleEdge& side, const Bar& bar) const {
        const PlanePoint from = side.at(side.from), to = side.at(side.to);
        return any_along(bar.begin, [&](std::uint32_t number) {
            const Disc& disc = discs_[number];
            return number != bar.end && is_inside(disc, from) && is_inside(disc, to);
        });
    }

    /// What of an arc is in no disc along the path is looked for in all.
    void add_free_arc(CapsuleEdge arc, std::uint32_t owner, std::vector<CapsuleEdge>& found) const {
        constexpr double narrow = 2.5;  // no disc of nearly the same size covers both ends and not what lies between
        if (arc.to - arc.from < narrow) {
            PlanePoint from = arc.at(arc.from), to = arc.at(arc.to);
            const bool is_covered = any_along(owner, [&](std::uint32_t number) {
                const Disc& disc = discs_[number];
                const bool covers_from = is_inside(disc, from), covers_to = is_inside(disc, to);
                if (covers_from == covers_to) { return covers_from; }
                each_span_in(CapsuleEdge{arc}, disc, [&](const Span& span) {
                    if (covers_from && span.from <= arc.from) { arc.from = std::max(arc.from, span.to); }
                    if (covers_to && span.to >= arc.to) { arc.to = std::min(arc.to, span.from); }
                });
                (covers_from ? from : to) = arc.at(covers_from ? arc.from : arc.to);
                return arc.to - arc.from <= nothing;
            });
            if (is_covered) { return; }
        }
        add_free(arc, {owner, none}, found);
    }

    void build(std::size_t number, std::uint32_t begin, std::uint32_t end) {
        constexpr std::uint32_t few = 4;
        if (number >= nodes_.size()) { nodes_.resize(number + 1); }
        Node node{{}, begin, end};
        for (std::uint32_t i = begin; i < end; ++i) {
            node.box.add(discs_[bars_[order_[i]].begin].centre);
            node.box.add(discs_[bars_[order_[i]].end].centre);
        }
        nodes_[number] = node;
        if (end - begin <= few) { return; }
        const bool is_wide = node.box.east - node.box.west > node.box.north - node.box.south;
        const auto place = [&](std::uint32_t bar) {
            const PlanePoint &a = discs_[bars_[bar].begin].centre, &b = discs_[bars_[bar].end].centre;
            return is_wide ? a.x + b.x : a.y + b.y;
        };
        const std::uint32_t middle = begin + (end - begin) / 2;
        std::nth_element(order_.begin() + begin, order_.begin() + middle, order_.begin() + end,
                         [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
        build(2 * number + 1, begin, middle);
        build(2 * number + 2, middle, end);
    }

    double squared_distance_to(const Bar& bar, const PlanePoint& point) const {
        const PlanePoint seen = seen_from(discs_[bar.begin], bar.direction, point);
        if (bar.length == 0) {
            const PlanePoint& only = discs_[bar.begin].centre;
            return (point.x - only.x) * (point.x - only.x) + (point.y - only.y) * (point.y - only.y);
        }
        const double past = seen.x - std::clamp(seen.x, 0.0, bar.length);
        return past * past + seen.y * seen.y;
    }

    /// May any of the edge lie within the bar or its discs? Those that only come near are many.
    bool comes_to(const Bar& bar, const Reach& reach) const {
        const CapsuleEdge& edge = reach.edge;
        const PlanePoint &begin = discs_[bar.begin].centre, &end = discs_[bar.end].centre;
        const double radius = distance_ * (1 + 2 * unlike);
        if (edge.is_arc()) {  // discs so much wider have all of the bar between them
            const double wider = std::sqrt(radius * radius + bar.length * bar.length / 4);
            return edge.to - edge.from >= pi || reach.meets_disc(begin, wider) || reach.meets_disc(end, wider);
        }
        if (edge.to - edge.from >= distance_) { return true; }  // a leg might cross it whose ends lie farther away
        const double near = radius * radius;
        return squared_distance_to(bar, reach.from) <= near || squared_distance_to(bar, reach.to) <= near ||
               reach.squared_distance(begin) <= near || reach.squared_distance(end) <= near;
    }

    double depth_in_bar(const Bar& bar, const PlanePoint& point) const {
        const PlanePoint seen = seen_from(discs_[bar.begin], bar.direction, point);
        return std::min({seen.x, bar.length - seen.x, bar.half_width - std::abs(seen.y)});
    }

    /// Until `see` says true: every bar within `reach` of the point, the nearer half of the tree first.
    template <class See>
    bool any_near(const PlanePoint& point, double reach, const See& see) const {
        const double reach2 = reach * reach;
        std::array<std::size_t, 64> waiting{};
        std::size_t count = 0;
        if (squared_distance(nodes_[0].box, point) <= reach2) { waiting[count++] = 0; }
        while (count > 0) {
            const std::size_t number = waiting[--count];
            const Node& node = nodes_[number];
            const std::size_t below = 2 * number + 1;
            if (below < nodes_.size() && nodes_[below].end > nodes_[below].begin) {
                const double to_first = squared_distance(nodes_[below].box, point),
                             to_second = squared_distance(nodes_[below + 1].box, point);
                const bool first_is_nearer = to_first < to_second;
                if (std::max(to_first, to_second) <= reach2) { waiting[count++] = first_is_nearer ? below + 1 : below; }
                if (std::min(to_first, to_second) <= reach2) { waiting[count++] = first_is_nearer ? below : below + 1; }
                continue;
            }
            for (std::uint32_t i = node.begin; i < node.end; ++i) {
                if (squared_distance_to(bars_[order_[i]], point) <= reach2 && see(order_[i])) { return true; }
            }
        }
        return false;
    }

    template <class Add>
    void each_span(const CapsuleEdge& edge, const Owner& owner, std::uint32_t number, const Add& add) const {
        const Bar& bar = bars_[number];
        for (const std::uint32_t disc : {bar.begin, bar.end}) {
            if (disc != owner.disc) { each_span_in(edge, discs_[disc], add); }
        }
        if (number == owner.bar || bar.length == 0) { return; }
        if (edge.is_arc()) {
            each_span_of_arc(edge, discs_[bar.begin], bar, add);
        } else {
            each_span_of_side(edge, discs_[bar.begin], bar, add);
        }
    }

    /// The widest part of the edge about its middle that lies in a disc or bar near by, if the middle lies in any.
    std::optional<Span> covered_about_middle(const CapsuleEdge& edge, const Owner& owner) const {
        const double middle = (edge.from + edge.to) / 2, extent = half_extent(edge);
        const PlanePoint point = edge.at(middle);
        std::optional<Span> covered;
        any_near(point, distance_ * (1 + 2 * unlike), [&](std::uint32_t number) {
            const Bar& bar = bars_[number];
            double depth = number == owner.bar ? 0 : depth_in_bar(bar, point);
            for (const std::uint32_t disc : {bar.begin, bar.end}) {
                if (disc != owner.disc) { depth = std::max(depth, depth_in(discs_[disc], point)); }
            }
            if (depth <= 0) { return false; }
            if (depth > extent) {
                covered = Span{edge.from, edge.to};
                return true;
            }
            covered = Span{middle, middle};
            each_span(edge, owner, number, [&](const Span& span) {
                if (span.from > middle || span.to < middle) { return; }
                covered = Span{std::min(covered->from, span.from), std::max(covered->to, span.to)};
            });
            return true;
        });
        return covered;
    }

    /// What of the edge inside no disc or bar.
    void add_free(const CapsuleEdge& whole, const Owner& owner, std::vector<CapsuleEdge>& found) const {
        const double least = nothing * (whole.is_arc() ? 1 : distance_);
        std::vector<Span> left{{whole.from, whole.to}};
        const auto leave = [&](double from, double to) {
            if (to - from > least) { left.push_back({from, to}); }
        };
        while (!left.empty()) {
            const CapsuleEdge edge = part_of(whole, left.back());
            left.pop_back();
            const double middle = (edge.from + edge.to) / 2;
            if (const auto covered = covered_about_middle(edge, owner)) {
                leave(edge.from, std::min(covered->from, middle - least));
                leave(std::max(covered->to, middle + least), edge.to);
                continue;
            }
            Span before{edge.from, edge.from}, behind{edge.to, edge.to};  // covered, next to what is free
            const Reach reach{edge};
            any_near(edge.at(middle), distance_ * (1 + 2 * unlike) + half_extent(edge), [&](std::uint32_t number) {
                if (!comes_to(bars_[number], reach)) { return false; }
                each_span(edge, owner, number, [&](const Span& span) {
                    const bool is_before = span.from + span.to < 2 * middle;
                    if (is_before && span.to > before.to) { before = {span.from, std::min(span.to, middle)}; }
                    if (!is_before && span.from < behind.from) { behind = {std::max(span.from, middle), span.to}; }
                });
                return false;
            });
            leave(edge.from, before.from);
            leave(behind.to, edge.to);
            found.push_back(part_of(edge, {before.to, behind.from}));
        }
    }

    double distance_;
    std::vector<Disc> discs_;
    std::vector<Bar> bars_;
    std::vector<std::uint32_t> order_;  ///< numbers of bars as the tree has them
    std::vector<Node> nodes_;
};

}  // namespace

PlanePoint CapsuleEdge::at(double place) const {
    return is_arc() ? PlanePoint{origin.x + radius * std::cos(place), origin.y + radius * std::sin(place)}
                    : PlanePoint{origin.x + place * direction.x, origin.y + place * direction.y};
}

std::vector<CapsuleEdge> outer_edges(const std::vector<PlanePath>& paths, double distance, std::uint64_t seed) {
    return Capsules{paths, distance, seed}.outer_edges();
}

}  // namespace geo::detail
