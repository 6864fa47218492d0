// SPDX-License-Identifier: MIT
#include "geo/detail/plainly_valid.h"

#include "geo/detail/sure_sides.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geo::detail {

namespace {

struct Edge {
    const LonLat* from;  ///< the next position is its end
    std::uint32_t ring;
    const LonLat& a() const { return from[0]; }
    const LonLat& b() const { return from[1]; }
};

bool are_surely_apart(const Edge& e, const Edge& f) {
    return detail::are_surely_apart(e.a(), e.b(), f.a(), f.b());
}

/// `e` ends where `f` begins: do they surely meet nowhere else?
bool go_on(const Edge& e, const Edge& f) {
    return surely_go_on(e.a(), e.b(), f.b());
}

/// Every edge in the squares of a grid that it may pass through.
class Squares {
public:
    Squares(const std::vector<Edge>& edges, const Bounds& box) : box_{box} {
        constexpr double edges_in_one = 0.5;
        const double count = std::max(1.0, static_cast<double>(edges.size()) / edges_in_one);
        const double width = std::max(box.east - box.west, 1e-9), height = std::max(box.north - box.south, 1e-9);
        columns_ =
            std::clamp<std::size_t>(static_cast<std::size_t>(std::sqrt(count * width / height)), 1, edges.size());
        rows_ =
            std::clamp<std::size_t>(static_cast<std::size_t>(count / static_cast<double>(columns_)), 1, edges.size());
        by_lon_ = static_cast<double>(columns_) / width;
        by_lat_ = static_cast<double>(rows_) / height;
        const std::size_t most = most_squares * edges.size();
        for (std::uint32_t i = 0; i < edges.size() && !is_crowded_; ++i) { is_crowded_ = !add(edges[i], i, most); }
        if (!is_crowded_) { sort(); }
    }

    /// Pairs of edges in one square; does `visit` hold for all of them? No if there are too many to ask.
    template <class Visit>
    bool all_pairs(std::size_t most, const Visit& visit) const {
        if (is_crowded_) { return false; }
        std::size_t pairs = 0;
        for (std::size_t square = 0; square + 1 < begin_.size(); ++square) {
            const std::size_t count = begin_[square + 1] - begin_[square];
            pairs += count * count / 2;
            if (pairs > most) { return false; }
            for (std::size_t i = begin_[square]; i < begin_[square + 1]; ++i) {
                for (std::size_t j = i + 1; j < begin_[square + 1]; ++j) {
                    if (!visit(members_[i], members_[j])) { return false; }
                }
            }
        }
        return true;
    }

private:
    std::size_t column(double lon) const { return at((lon - box_.west) * by_lon_, columns_); }
    std::size_t row(double lat) const { return at((lat - box_.south) * by_lat_, rows_); }
    static std::size_t at(double place, std::size_t count) {
        return place <= 0 ? 0 : std::min(static_cast<std::size_t>(place), count - 1);
    }

    static constexpr std::size_t most_squares = 32;  ///< by edge, on average

    /// Row by row, with some room for rounding. No if there would be more entries than `most`.
    bool add(const Edge& edge, std::uint32_t i, std::size_t most) {
        const auto [low, high] =
            std::minmax(edge.a(), edge.b(), [](const LonLat& p, const LonLat& q) { return p.lat < q.lat; });
        const std::size_t first = row(low.lat), last = row(high.lat);
        const double slope = high.lat > low.lat ? (high.lon - low.lon) / (high.lat - low.lat) : 0;
        const double slack = 1e-9 + 1e-9 * std::abs(high.lon - low.lon);
        const double west = std::min(low.lon, high.lon), east = std::max(low.lon, high.lon);
        for (std::size_t r = first; r <= last; ++r) {
            double from = west, to = east;
            if (first != last) {
                const double bottom = std::max(low.lat, box_.south + static_cast<double>(r) / by_lat_ - 1e-9);
                const double top = std::min(high.lat, box_.south + static_cast<double>(r + 1) / by_lat_ + 1e-9);
                const double at_bottom = low.lon + slope * (bottom - low.lat),
                             at_top = low.lon + slope * (top - low.lat);
                from = std::max(west, std::min(at_bottom, at_top) - slack);
                to = std::min(east, std::max(at_bottom, at_top) + slack);
            }
            const std::size_t first_column = column(from), last_column = column(to);
            if (last_column - first_column >= most - std::min(most, entries_.size())) { return false; }
            for (std::size_t c = first_column; c <= last_column; ++c) {
                entries_.emplace_back(static_cast<std::uint32_t>(r * columns_ + c), i);
            }
        }
        return true;
    }

    void sort() {
        begin_.assign(rows_ * columns_ + 1, 0);
        for (const auto& [square, edge] : entries_) { ++begin_[square + 1]; }
        for (std::size_t i = 1; i < begin_.size(); ++i) { begin_[i] += begin_[i - 1]; }
        members_.resize(entries_.size());
        std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
        for (const auto& [square, edge] : entries_) { members_[next[square]++] = edge; }
        entries_ = {};
    }

    Bounds box_;
    std::size_t columns_ = 1, rows_ = 1;
    bool is_crowded_ = false;
    double by_lon_ = 1, by_lat_ = 1;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> entries_;  ///< square, edge
    std::vector<std::uint32_t> begin_, members_;
};

/// A ring's positions but the last, and their box.
struct Loop {
    const Ring* ring;
    Bounds box;
};

/// Steps that may still be taken, before GEOS's index is the better way.
struct Budget {
    std::size_t left;
    bool take(std::size_t steps) {
        if (steps > left) { return false; }
        left -= steps;
        return true;
    }
};

enum class Answer { no, yes, unsure };

/// Is a ring that touches the other nowhere inside it? Its first position tells.
Answer is_inside(const Loop& inner, const Loop& outer, Budget& budget) {
    const LonLat& p = inner.ring->front();
    if (!budget.take(1)) { return Answer::unsure; }
    if (!outer.box.contains(p)) { return Answer::no; }
    if (!budget.take(outer.ring->size())) { return Answer::unsure; }
    bool inside = false;
    for (std::size_t i = 1; i < outer.ring->size(); ++i) {
        const LonLat &a = (*outer.ring)[i - 1], &b = (*outer.ring)[i];
        if ((a.lat > p.lat) == (b.lat > p.lat)) { continue; }
        const int side = side_of(a, b, p);
        if (side == 0) { return Answer::unsure; }
        if ((side > 0) == (b.lat > a.lat)) { inside = !inside; }
    }
    return inside ? Answer::yes : Answer::no;
}

struct LoopsOf {
    Loop shell;
    std::vector<Loop> holes;
};

bool holes_are_in_place(const LoopsOf& polygon, Budget& budget) {
    for (const Loop& hole : polygon.holes) {
        if (is_inside(hole, polygon.shell, budget) != Answer::yes) { return false; }
        for (const Loop& other : polygon.holes) {
            if (&other != &hole && is_inside(hole, other, budget) != Answer::no) { return false; }
        }
    }
    return true;
}

/// Shells lie in one another in holes alone.
bool are_apart(const LoopsOf& inner, const LoopsOf& outer, Budget& budget) {
    const Answer within = is_inside(inner.shell, outer.shell, budget);
    if (within != Answer::yes) { return within == Answer::no; }
    return std::any_of(outer.holes.begin(), outer.holes.end(),
                       [&](const Loop& hole) { return is_inside(inner.shell, hole, budget) == Answer::yes; });
}

bool are_nested_well(const Region& region, std::size_t vertices) {
    constexpr std::size_t steps_by_vertex = 64;
    Budget budget{steps_by_vertex * vertices};
    std::vector<LoopsOf> polygons;
    for (const Polygon& polygon : region.polygons) {
        polygons.push_back({{&polygon.shell, bounds_of(polygon.shell)}, {}});
        for (const Ring& hole : polygon.holes) { polygons.back().holes.push_back({&hole, bounds_of(hole)}); }
    }
    for (const LoopsOf& polygon : polygons) {
        if (!holes_are_in_place(polygon, budget)) { return false; }
        for (const LoopsOf& other : polygons) {
            if (&other != &polygon && !are_apart(other, polygon, budget)) { return false; }
        }
    }
    return true;
}

}  // namespace

bool is_plainly_valid(const Region& region) {
    const std::vector<const Ring*> rings = rings_of(region);
    std::vector<Edge> edges;
    edges.reserve(vertex_count(region));
    for (std::uint32_t ring = 0; ring < rings.size(); ++ring) {
        const Ring& positions = *rings[ring];
        if (positions.size() < 4 || !(positions.front() == positions.back())) { return false; }
        for (std::size_t i = 1; i < positions.size(); ++i) {
            const LonLat &a = positions[i - 1], &b = positions[i];
            if (!std::isfinite(a.lon) || !std::isfinite(a.lat) || a == b) { return false; }
            edges.push_back({&a, ring});
        }
    }
    if (edges.empty()) { return false; }
    const auto is_fine = [&](std::uint32_t i, std::uint32_t j) {
        const auto [first, second] = std::minmax(i, j);
        const Edge &e = edges[first], &f = edges[second];
        if (e.ring != f.ring) { return are_surely_apart(e, f); }
        if (second == first + 1) { return go_on(e, f); }
        const Ring& ring = *rings[e.ring];
        const bool closes = e.from == ring.data() && f.from == ring.data() + (ring.size() - 2);
        return closes ? go_on(f, e) : are_surely_apart(e, f);
    };
    constexpr std::size_t pairs_by_edge = 32;
    return Squares{edges, bounds_of(region)}.all_pairs(pairs_by_edge * edges.size() + 1000, is_fine) &&
           are_nested_well(region, edges.size());
}

}  // namespace geo::detail
