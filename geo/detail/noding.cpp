// SPDX-License-Identifier: MIT
#include "geo/detail/noding.h"

#include "geo/detail/crossing.h"
#include "geo/detail/near_pairs.h"
#include "geo/detail/numbering.h"
#include "geo/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <tuple>

namespace geo::detail {

namespace {

constexpr double tolerance = 1e-11;
constexpr int most_rounds = 12;

struct TooManyCrossings {};

double length_of(const Segment& segment) {
    return std::hypot(segment.to.lon - segment.from.lon, segment.to.lat - segment.from.lat);
}

struct KeyHash {
    std::size_t operator()(std::uint64_t key) const { return (key ^ (key >> 29U)) * 0x9E3779B97F4A7C15U; }
};

/// Finds vertices again by whatever lies within the tolerance of them. Two in one cell are nearer than that.
class Grid {
public:
    explicit Grid(std::vector<LonLat>& vertices) : vertices_{vertices} {}

    void expect(std::size_t vertices) { cells_.expect(vertices); }

    void know(int vertex) {
        const LonLat& position = vertices_[static_cast<std::size_t>(vertex)];
        if (cells_.number_of(key(cell_of(position.lon), cell_of(position.lat))).second) { known_.push_back(vertex); }
    }

    std::optional<int> near(const LonLat& position) const {
        const std::int64_t column = cell_of(position.lon), row = cell_of(position.lat);
        for (std::int64_t i = -2; i <= 2; ++i) {
            for (std::int64_t k = -2; k <= 2; ++k) {
                const auto cell = cells_.find(key(column + i, row + k));
                if (!cell) { continue; }
                const int vertex = known_[static_cast<std::size_t>(*cell)];
                if (length_of({vertices_[static_cast<std::size_t>(vertex)], position}) <= tolerance) { return vertex; }
            }
        }
        return std::nullopt;
    }

private:
    static std::int64_t cell_of(double degrees) { return std::llround(degrees * (1.5 / tolerance)); }
    static std::uint64_t key(std::int64_t column, std::int64_t row) {
        return static_cast<std::uint64_t>(column) * 0x9E3779B97F4A7C15ULL + static_cast<std::uint64_t>(row);
    }

    std::vector<LonLat>& vertices_;
    Numbering<std::uint64_t, KeyHash> cells_;
    std::vector<int> known_;  ///< by cell: the vertex in it
};

/// A vertex on the inside of an edge, so far along it.
struct Cut {
    std::size_t edge;
    double along;
    int vertex;
};

struct Edge {
    int from, to;
};

/// Are positions within the tolerance of each other one vertex? They are not unless it has to be: figures are of the
/// positions that were given.
enum class Neighbours { apart, one };

class Noder {
public:
    Noder(const std::vector<const Path*>& paths, Doubled doubled, std::size_t most, Neighbours neighbours)
        : most_{most} {
        std::size_t count = 0;
        for (const Path* path : paths) { count += path->size(); }
        Numbering<LonLat, LonLatHash> vertices;
        vertices.expect(count);
        for (const Path* path : paths) {
            std::vector<int>& walk = result_.walks.emplace_back();
            walk.reserve(path->size());
            for (const LonLat& position : *path) { walk.push_back(vertices.number_of(position).first); }
        }
        result_.vertices = vertices.take_keys();
        given_ = result_.vertices.size();
        grid_.expect(given_);
        if (neighbours == Neighbours::one) {
            make_neighbours_one();
        } else {
            for (std::size_t i = 0; i < given_; ++i) { grid_.know(static_cast<int>(i)); }
        }
        if (doubled == Doubled::once) { leave_out_doubled(count); }
    }

    /// Nothing if it does not come to an end.
    std::optional<Walks> run() {
        for (int round = 0; round < most_rounds; ++round) {
            if (!cut_once()) { return std::move(result_); }
        }
        return std::nullopt;
    }

private:
    /// By the first of them that is met.
    void make_neighbours_one() {
        std::vector<int> stands_for(given_);
        for (std::size_t i = 0; i < given_; ++i) {
            const auto known = grid_.near(result_.vertices[i]);
            stands_for[i] = known.value_or(static_cast<int>(i));
            if (!known) { grid_.know(static_cast<int>(i)); }
        }
        for (std::vector<int>& walk : result_.walks) {
            for (int& vertex : walk) { vertex = stands_for[static_cast<std::size_t>(vertex)]; }
            walk.erase(std::unique(walk.begin(), walk.end()), walk.end());
        }
    }

    void leave_out_doubled(std::size_t count) {
        Numbering<std::uint64_t, KeyHash> seen;
        seen.expect(count);
        std::vector<std::vector<int>> left;
        for (const std::vector<int>& walk : result_.walks) {
            bool goes_on = false;
            for (std::size_t i = 1; i < walk.size(); ++i) {
                const auto [low, high] = std::minmax(walk[i - 1], walk[i]);
                const std::uint64_t key = static_cast<std::uint64_t>(low) << 32U | static_cast<std::uint64_t>(high);
                const bool is_new = low != high && seen.number_of(key).second;
                if (is_new && !goes_on) { left.push_back({walk[i - 1]}); }
                if (is_new) { left.back().push_back(walk[i]); }
                goes_on = is_new;
            }
        }
        result_.walks = std::move(left);
    }

    const LonLat& position(int vertex) const { return result_.vertices[static_cast<std::size_t>(vertex)]; }

    bool cut_once() {
        edges_.clear();
        cuts_.clear();
        std::size_t count = 0;
        for (const std::vector<int>& walk : result_.walks) { count += walk.size(); }
        edges_.reserve(count);
        std::vector<Segment> segments;
        segments.reserve(count);
        for (const std::vector<int>& walk : result_.walks) {
            for (std::size_t i = 1; i < walk.size(); ++i) {
                edges_.push_back({walk[i - 1], walk[i]});
                segments.push_back({position(walk[i - 1]), position(walk[i])});
            }
        }
        const bool finished = for_near_pairs(
            segments, tolerance, most_visits, [this](std::size_t a, std::size_t b, const Bounds&) { compare(a, b); },
            is_new_);
        if (!finished) { throw TooManyCrossings{}; }
        apply();
        return !cuts_.empty();
    }

    void compare(std::size_t a, std::size_t b) {
        const Edge s = edges_[a], t = edges_[b];
        bool meet = s.from == t.from || s.from == t.to || s.to == t.from || s.to == t.to;
        for (const int end : {t.from, t.to}) { meet |= cut_where_near(a, end); }
        for (const int end : {s.from, s.to}) { meet |= cut_where_near(b, end); }
        if (meet) { return; }
        const auto at = crossing_of({position(s.from), position(s.to)}, {position(t.from), position(t.to)});
        if (!at) { return; }
        const int vertex = vertex_at(*at);
        cut(a, vertex);
        cut(b, vertex);
    }

    int vertex_at(const LonLat& position) {
        if (const auto known = grid_.near(position)) { return *known; }
        if (result_.vertices.size() - given_ >= most_) { throw TooManyCrossings{}; }
        result_.vertices.push_back(position);
        grid_.know(static_cast<int>(result_.vertices.size()) - 1);
        return static_cast<int>(result_.vertices.size()) - 1;
    }

    /// Is the vertex on the inside of the edge? Then it cuts it.
    bool cut_where_near(std::size_t edge, int vertex) {
        const auto [from, to] = edges_[edge];
        if (vertex == from || vertex == to) { return false; }
        const LonLat &a = position(from), &b = position(to), &v = position(vertex);
        const double dx = b.lon - a.lon, dy = b.lat - a.lat, length2 = dx * dx + dy * dy;
        const double off = geo::detail::turn(a, b, v);
        if (off * off > tolerance * tolerance * length2) { return false; }
        const double along = ((v.lon - a.lon) * dx + (v.lat - a.lat) * dy) / length2;
        if (!(along > 0 && along < 1)) { return false; }
        cuts_.push_back({edge, along, vertex});
        return true;
    }

    void cut(std::size_t edge, int vertex) {
        const auto [from, to] = edges_[edge];
        if (vertex == from || vertex == to) { return; }
        const LonLat &a = position(from), &b = position(to), &v = position(vertex);
        const double dx = b.lon - a.lon, dy = b.lat - a.lat;
        const double along = ((v.lon - a.lon) * dx + (v.lat - a.lat) * dy) / (dx * dx + dy * dy);
        cuts_.push_back({edge, along, vertex});
    }

    void apply() {
        std::sort(cuts_.begin(), cuts_.end(), [](const Cut& x, const Cut& y) {
            return std::tie(x.edge, x.along, x.vertex) < std::tie(y.edge, y.along, y.vertex);
        });
        is_new_.clear();
        auto next = cuts_.begin();
        std::size_t edge = 0;
        for (std::vector<int>& walk : result_.walks) {
            std::vector<int> longer{walk.front()};
            bool is_cut = false;
            const auto go_to = [&](int vertex) {
                if (longer.back() == vertex) { return; }
                longer.push_back(vertex);
                is_new_.push_back(is_cut ? 1 : 0);
            };
            for (std::size_t i = 1; i < walk.size(); ++i, ++edge) {
                is_cut = next != cuts_.end() && next->edge == edge;
                for (; next != cuts_.end() && next->edge == edge; ++next) { go_to(next->vertex); }
                go_to(walk[i]);
            }
            walk = std::move(longer);
        }
    }

    Walks result_;
    Grid grid_{result_.vertices};
    std::size_t given_ = 0, most_;
    std::vector<Edge> edges_;
    std::vector<char> is_new_;  ///< by edge: was it cut in the round before? empty in the first
    std::vector<Cut> cuts_;
};

}  // namespace

std::optional<Walks> noded(const std::vector<const Path*>& paths, Doubled doubled, std::size_t most) {
    try {
        for (const Neighbours neighbours : {Neighbours::apart, Neighbours::one}) {
            if (std::optional<Walks> walks = Noder{paths, doubled, most, neighbours}.run()) { return walks; }
        }
        throw Error{"borders cross in details too fine to tell apart", "round their positions, or simplify them"};
    } catch (const TooManyCrossings&) { return std::nullopt; }
}

}  // namespace geo::detail
