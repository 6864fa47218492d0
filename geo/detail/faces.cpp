// SPDX-License-Identifier: MIT
#include "geo/detail/faces.h"

#include "geo/detail/numbering.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

namespace geo::detail {

namespace {

/// Half-edges 2i and 2i + 1 run along edge i, forwards and backwards, with a face to the left of each.
using HalfEdge = std::uint32_t;

HalfEdge twin(HalfEdge half) {
    return half ^ 1U;
}

double turn_of(const LonLat& at, const LonLat& a, const LonLat& b) {
    return (a.lon - at.lon) * (b.lat - at.lat) - (a.lat - at.lat) * (b.lon - at.lon);
}

/// Round a vertex, counter-clockwise from due west.
bool before(const LonLat& at, const LonLat& a, const LonLat& b) {
    const auto is_upper = [&at](const LonLat& to) { return to.lat > at.lat || (to.lat == at.lat && to.lon > at.lon); };
    if (is_upper(a) != is_upper(b)) { return is_upper(b); }
    return turn_of(at, a, b) > 0;
}

class Tracing {
public:
    Tracing(const std::vector<LonLat>& vertices, const std::vector<VertexEdge>& edges)
        : vertices_{vertices}, edges_{edges} {}

    /// Every face's way round, from vertex to vertex, the last the first.
    std::vector<std::vector<int>> loops() {
        find_next();
        trace();
        if (leave_out_bridges()) {
            find_next();
            trace();
        }
        std::vector<std::vector<int>> loops(count_);
        for (std::uint32_t first = 0; first < loop_of_.size(); ++first) {
            if (loop_of_[first] == none || !loops[loop_of_[first]].empty()) { continue; }
            std::vector<int>& loop = loops[loop_of_[first]];
            loop.push_back(begin_of(first));
            HalfEdge half = first;
            do {
                loop.push_back(begin_of(twin(half)));
                half = next_[half];
            } while (half != first);
        }
        return loops;
    }

private:
    static constexpr std::uint32_t none = 0xffffffff;

    int begin_of(HalfEdge half) const { return half % 2 == 0 ? edges_[half / 2].from : edges_[half / 2].to; }
    const LonLat& end_of(HalfEdge half) const { return vertices_[static_cast<std::size_t>(begin_of(twin(half)))]; }

    /// Who comes to a vertex goes on along the next edge clockwise, with the same face to the left.
    void find_next() {
        std::vector<std::uint32_t> first(vertices_.size() + 1);
        for (HalfEdge half = 0; half < 2 * edges_.size(); ++half) {
            if (!is_left_out(half)) { ++first[static_cast<std::size_t>(begin_of(half)) + 1]; }
        }
        for (std::size_t i = 1; i < first.size(); ++i) { first[i] += first[i - 1]; }
        std::vector<HalfEdge> around(first.back());
        std::vector<std::uint32_t> place{first.begin(), first.end() - 1};
        for (HalfEdge half = 0; half < 2 * edges_.size(); ++half) {
            if (!is_left_out(half)) { around[place[static_cast<std::size_t>(begin_of(half))]++] = half; }
        }
        next_.assign(2 * edges_.size(), none);
        for (std::size_t vertex = 0; vertex < vertices_.size(); ++vertex) {
            const auto begin = around.begin() + first[vertex], end = around.begin() + first[vertex + 1];
            if (end - begin > 2) {
                std::sort(begin, end,
                          [&](HalfEdge a, HalfEdge b) { return before(vertices_[vertex], end_of(a), end_of(b)); });
            }
            for (auto half = begin; half != end; ++half) {
                next_[twin(*half)] = half == begin ? *(end - 1) : *(half - 1);
            }
        }
    }

    void trace() {
        loop_of_.assign(2 * edges_.size(), none);
        count_ = 0;
        for (HalfEdge first = 0; first < 2 * edges_.size(); ++first) {
            if (is_left_out(first) || loop_of_[first] != none) { continue; }
            for (HalfEdge half = first; loop_of_[half] == none; half = next_[half]) { loop_of_[half] = count_; }
            ++count_;
        }
    }

    bool leave_out_bridges() {
        left_out_.assign(edges_.size(), 0);
        bool any = false;
        for (std::size_t i = 0; i < edges_.size(); ++i) {
            left_out_[i] = loop_of_[2 * i] == loop_of_[2 * i + 1] ? 1 : 0;
            any = any || left_out_[i] != 0;
        }
        return any;
    }

    bool is_left_out(HalfEdge half) const { return !left_out_.empty() && left_out_[half / 2] != 0; }

    const std::vector<LonLat>& vertices_;
    const std::vector<VertexEdge>& edges_;
    std::vector<char> left_out_;  ///< by edge
    std::vector<HalfEdge> next_;
    std::vector<std::uint32_t> loop_of_;
    std::uint32_t count_ = 0;
};

/// A way that comes back to a vertex, as ways that do not.
template <class Take>
void each_simple_loop(const std::vector<int>& loop, std::vector<int>& place, const Take& take) {
    std::vector<int> way;
    for (const int vertex : loop) {
        int& known = place[static_cast<std::size_t>(vertex)];
        if (known >= 0) {
            const auto begin = way.begin() + known;
            std::vector<int> part{begin, way.end()};
            part.push_back(vertex);
            for (auto left = begin + 1; left != way.end(); ++left) { place[static_cast<std::size_t>(*left)] = -1; }
            way.erase(begin + 1, way.end());
            take(part);
        } else {
            known = static_cast<int>(way.size());
            way.push_back(vertex);
        }
    }
    for (const int vertex : way) { place[static_cast<std::size_t>(vertex)] = -1; }
}

double twice_area_of(const Ring& ring) {
    double sum = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) { sum += turn_of(ring.front(), ring[i - 1], ring[i]); }
    return sum;
}

bool is_inside(const LonLat& position, const Ring& ring) {
    bool is = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const LonLat &a = ring[i - 1], &b = ring[i];
        if ((a.lat > position.lat) == (b.lat > position.lat)) { continue; }
        const bool is_west = (turn_of(a, b, position) > 0) == (b.lat > a.lat);
        is = is != is_west;
    }
    return is;
}

struct Shell {
    Polygon polygon;
    Bounds bounds;
    double twice_area = 0;
};

/// The outer edge of edges that hang together: holes of the least shell round all of it, or of none. Shells of their
/// own reach no farther than it does.
void give_holes(std::vector<Ring> holes, std::vector<Shell>& shells) {
    Bounds bounds;
    for (const Ring& hole : holes) { bounds.add(bounds_of(hole)); }
    Shell* least = nullptr;
    for (Shell& shell : shells) {
        const Bounds& round = shell.bounds;
        if (round.west >= bounds.west || round.east <= bounds.east || round.south >= bounds.south ||
            round.north <= bounds.north || (least != nullptr && least->twice_area <= shell.twice_area)) {
            continue;
        }
        if (is_inside(holes.front().front(), shell.polygon.shell)) { least = &shell; }
    }
    if (least == nullptr) { return; }
    for (Ring& hole : holes) { least->polygon.holes.push_back(std::move(hole)); }
}

}  // namespace

std::vector<Polygon> faces_between(const std::vector<LonLat>& vertices, std::vector<VertexEdge> edges) {
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::vector<Shell> shells;
    std::vector<std::vector<Ring>> outer_edges;
    std::vector<int> place(vertices.size(), -1);
    for (const std::vector<int>& loop : Tracing{vertices, edges}.loops()) {
        Shell* shell = nullptr;
        std::vector<Ring> holes;
        each_simple_loop(loop, place, [&](const std::vector<int>& way) {
            Ring ring;
            ring.reserve(way.size());
            for (const int vertex : way) { ring.push_back(vertices[static_cast<std::size_t>(vertex)]); }
            const double twice_area = twice_area_of(ring);
            if (twice_area > 0) {
                const Bounds bounds = bounds_of(ring);
                shells.push_back({{std::move(ring), {}}, bounds, twice_area});
                shell = &shells.back();
            } else {
                holes.push_back(std::move(ring));
            }
        });
        if (shell != nullptr) {
            shell->polygon.holes = std::move(holes);
        } else {
            outer_edges.push_back(std::move(holes));
        }
    }
    for (std::vector<Ring>& holes : outer_edges) { give_holes(std::move(holes), shells); }
    std::vector<Polygon> polygons;
    for (Shell& shell : shells) { polygons.push_back(std::move(shell.polygon)); }
    return polygons;
}

std::vector<Polygon> faces_between(const std::vector<const Path*>& paths) {
    std::vector<VertexEdge> edges;
    std::size_t count = 0;
    for (const Path* path : paths) { count += path->size(); }
    Numbering<LonLat, LonLatHash> vertices;
    vertices.expect(count);
    for (const Path* path : paths) {
        int last = -1;
        for (const LonLat& position : *path) {
            const int vertex = vertices.number_of(position).first;
            if (last >= 0 && last != vertex) { edges.push_back({std::min(last, vertex), std::max(last, vertex)}); }
            last = vertex;
        }
    }
    return faces_between(vertices.keys(), std::move(edges));
}

}  // namespace geo::detail
