// SPDX-License-Identifier: MIT
#include "geo/detail/ring_readings.h"

#include "geo/adjacency.h"
#include "geo/detail/faces.h"
#include "geo/detail/noding.h"
#include "geo/error.h"
#include "geo/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>

namespace geo::detail {

namespace {

constexpr int outside = 0;  // the face beyond all others

/// Edges from node to node, with the rings that run along them (an odd number of times).
struct Chain {
    Path path;
    std::vector<int> rings;
    int left = outside, right = outside;  ///< faces
};

struct LooseEdge {
    int from, to;
    std::vector<int> rings;
    bool strung = false;
    int other(int end) const { return end == from ? to : from; }
};

std::vector<LooseEdge> edges_of(const Walks& walks) {
    struct Pass {
        int from, to, ring;
        auto operator<=>(const Pass&) const = default;
    };
    std::vector<Pass> passes;
    for (std::size_t ring = 0; ring < walks.walks.size(); ++ring) {
        const std::vector<int>& walk = walks.walks[ring];
        for (std::size_t i = 1; i < walk.size(); ++i) {
            passes.push_back({std::min(walk[i - 1], walk[i]), std::max(walk[i - 1], walk[i]), static_cast<int>(ring)});
        }
    }
    std::sort(passes.begin(), passes.end());
    std::vector<LooseEdge> edges;
    for (auto pass = passes.begin(); pass != passes.end();) {
        const auto end = std::find_if(pass, passes.end(), [&](const Pass& other) { return other != *pass; });
        if ((end - pass) % 2 == 1) {
            const bool known = !edges.empty() && edges.back().from == pass->from && edges.back().to == pass->to;
            if (!known) { edges.push_back({pass->from, pass->to, {}}); }
            edges.back().rings.push_back(pass->ring);
        }
        pass = end;
    }
    return edges;
}

/// Edges strung together wherever only two meet: along all of a chain run the same rings.
class Stringing {
public:
    Stringing(const Walks& walks, std::vector<LooseEdge> edges)
        : vertices_{walks.vertices}, edges_{std::move(edges)}, begin_(vertices_.size() + 1) {
        for (const LooseEdge& edge : edges_) {
            for (const int end : {edge.from, edge.to}) { ++begin_[static_cast<std::size_t>(end) + 1]; }
        }
        for (std::size_t i = 1; i < begin_.size(); ++i) { begin_[i] += begin_[i - 1]; }
        at_.resize(2 * edges_.size());
        std::vector<std::size_t> next{begin_.begin(), begin_.end() - 1};
        for (std::size_t i = 0; i < edges_.size(); ++i) {
            for (const int end : {edges_[i].from, edges_[i].to}) { at_[next[static_cast<std::size_t>(end)]++] = i; }
        }
    }

    std::vector<Chain> run() {
        for (std::size_t vertex = 0; vertex < vertices_.size(); ++vertex) {
            if (is_node(vertex)) { string_from(vertex); }
        }
        for (std::size_t vertex = 0; vertex < vertices_.size(); ++vertex) {
            string_from(vertex);
        }  // rings by themselves
        return std::move(chains_);
    }

private:
    std::size_t degree(std::size_t vertex) const { return begin_[vertex + 1] - begin_[vertex]; }
    bool is_node(std::size_t vertex) const { return degree(vertex) != 2; }

    void string_from(std::size_t start) {
        for (std::size_t i = begin_[start]; i < begin_[start + 1]; ++i) {
            if (edges_[at_[i]].strung) { continue; }
            Chain chain{{vertices_[start]}, edges_[at_[i]].rings};
            std::size_t edge = at_[i], vertex = start;
            for (;;) {
                edges_[edge].strung = true;
                vertex = static_cast<std::size_t>(edges_[edge].other(static_cast<int>(vertex)));
                chain.path.push_back(vertices_[vertex]);
                if (vertex == start || is_node(vertex)) { break; }
                const std::size_t first = at_[begin_[vertex]];
                edge = first == edge ? at_[begin_[vertex] + 1] : first;
            }
            chains_.push_back(std::move(chain));
        }
    }

    const std::vector<LonLat>& vertices_;
    std::vector<LooseEdge> edges_;
    std::vector<std::size_t> begin_, at_;  // edges by vertex
    std::vector<Chain> chains_;
};

/// The first steps of chains, both ways: who walks along a face's edge finds by them which chain it is.
class Steps {
public:
    explicit Steps(std::vector<Chain>& chains) {
        steps_.reserve(2 * chains.size());
        for (Chain& chain : chains) {
            const Path& path = chain.path;
            steps_.emplace(Segment{path[0], path[1]}, &chain.left);
            steps_.emplace(Segment{path[path.size() - 1], path[path.size() - 2]}, &chain.right);
        }
    }
    void set_face(const Ring& ring, int face) const {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const auto found = steps_.find({ring[i - 1], ring[i]});
            if (found != steps_.end()) { *found->second = face; }
        }
    }
    /// Of the first chain of the ring.
    int face_of(const Ring& ring) const {
        for (std::size_t i = 1; i < ring.size(); ++i) {
            const auto found = steps_.find({ring[i - 1], ring[i]});
            if (found != steps_.end()) { return *found->second; }
        }
        return outside;
    }

private:
    std::unordered_map<Segment, int*, SegmentHash> steps_;
};

/// Which rings somebody is inside of who walks from face to face, and what the two readings make of that.
class Walker {
public:
    explicit Walker(const Region& as_written) {
        for (std::size_t i = 0; i < as_written.polygons.size(); ++i) {
            polygon_of_.push_back(i);
            is_shell_.push_back(true);
            for (std::size_t k = 0; k < as_written.polygons[i].holes.size(); ++k) {
                polygon_of_.push_back(i);
                is_shell_.push_back(false);
            }
        }
        inside_.resize(polygon_of_.size());
        polygons_.resize(as_written.polygons.size());
    }

    void cross(const std::vector<int>& rings) {
        for (const int number : rings) {
            const auto ring = static_cast<std::size_t>(number);
            Tally& polygon = polygons_[polygon_of_[ring]];
            odd_ -= polygon.odd() ? 1 : 0;
            shells_less_holes_ -= polygon.shell_less_holes() ? 1 : 0;
            inside_[ring] = !inside_[ring];
            (is_shell_[ring] ? polygon.shells : polygon.holes) += inside_[ring] ? 1 : -1;
            odd_ += polygon.odd() ? 1 : 0;
            shells_less_holes_ += polygon.shell_less_holes() ? 1 : 0;
        }
    }
    bool is_inside(int ring) const { return inside_[static_cast<std::size_t>(ring)]; }
    bool in_even_odd() const { return odd_ > 0; }
    bool in_shell_less_holes() const { return shells_less_holes_ > 0; }

private:
    struct Tally {
        int shells = 0, holes = 0;
        bool odd() const { return (shells + holes) % 2 == 1; }
        bool shell_less_holes() const { return shells > 0 && holes == 0; }
    };

    std::vector<std::size_t> polygon_of_;
    std::vector<bool> is_shell_, inside_;
    std::vector<Tally> polygons_;
    int odd_ = 0, shells_less_holes_ = 0;
};

class Labelling {
public:
    Labelling(const Region& as_written, std::vector<Chain> chains)
        : walker_{as_written}, chains_{std::move(chains)}, enclosed_(rings_of(as_written).size()) {
        std::vector<const Path*> paths;
        for (const Chain& chain : chains_) { paths.push_back(&chain.path); }
        faces_ = faces_between(paths);
        const Steps steps{chains_};
        for (std::size_t i = 0; i < faces_.size(); ++i) {
            const int face = static_cast<int>(i) + 1;
            steps.set_face(faces_[i].shell, face);
            for (const Ring& hole : faces_[i].holes) { steps.set_face(hole, face); }
        }
        around_.resize(faces_.size() + 1);
        for (std::size_t i = 0; i < chains_.size(); ++i) {
            around_[static_cast<std::size_t>(chains_[i].left)].push_back(i);
            around_[static_cast<std::size_t>(chains_[i].right)].push_back(i);
        }
        inside_.resize(faces_.size() + 1);
        walk();
    }

    SquareKilometres moved() const { return moved_; }
    /// By ring: what it goes round an odd number of times.
    const std::vector<SquareKilometres>& enclosed() const { return enclosed_; }

    Region region() {
        std::vector<Chain> borders;
        bool bare = true;  // no two faces of the region meet along an edge
        for (const Chain& chain : chains_) {
            const bool left = inside_[static_cast<std::size_t>(chain.left)];
            const bool right = inside_[static_cast<std::size_t>(chain.right)];
            if (left != right) { borders.push_back({chain.path, {}, left ? 1 : 0, right ? 1 : 0}); }
            bare = bare && !(left && right);
        }
        return bare ? faces_inside() : within(borders);
    }

private:
    struct Visit {
        std::size_t face;
        const Chain* through;
        std::size_t next;
        SquareKilometres area;  ///< of the face and of all that were entered from it
    };

    void walk() {
        std::vector<bool> seen(around_.size());
        std::vector<Visit> way{{outside, nullptr, 0, {}}};
        seen[outside] = true;
        while (!way.empty()) {
            Visit& here = way.back();
            if (here.next == around_[here.face].size()) {
                leave(way);
                continue;
            }
            const Chain& chain = chains_[around_[here.face][here.next++]];
            const int beyond = chain.left == static_cast<int>(here.face) ? chain.right : chain.left;
            const auto face = static_cast<std::size_t>(beyond);
            if (seen[face]) { continue; }
            seen[face] = true;
            walker_.cross(chain.rings);
            way.push_back({face, &chain, 0, label(face)});
        }
    }

    SquareKilometres label(std::size_t face) {
        const SquareKilometres area = area_of(faces_[face - 1]);
        inside_[face] = walker_.in_even_odd();
        if (walker_.in_even_odd() != walker_.in_shell_less_holes()) { moved_ += area; }
        return area;
    }

    void leave(std::vector<Visit>& way) {
        const Visit left = way.back();
        way.pop_back();
        if (left.through == nullptr) { return; }
        for (const int ring : left.through->rings) {
            enclosed_[static_cast<std::size_t>(ring)] += walker_.is_inside(ring) ? left.area : -left.area;
        }
        walker_.cross(left.through->rings);
        way.back().area += left.area;
    }

    Region faces_inside() {
        Region region;
        for (std::size_t i = 0; i < faces_.size(); ++i) {
            if (inside_[i + 1]) { region.polygons.push_back(std::move(faces_[i])); }
        }
        return region;
    }

    static Region within(std::vector<Chain>& borders) {
        std::vector<const Path*> paths;
        for (const Chain& chain : borders) { paths.push_back(&chain.path); }
        const Steps steps{borders};
        Region region;
        for (Polygon& polygon : faces_between(paths)) {
            if (steps.face_of(polygon.shell) == 1) { region.polygons.push_back(std::move(polygon)); }
        }
        return region;
    }

    Walker walker_;
    std::vector<Chain> chains_;
    std::vector<Polygon> faces_;                    // face i + 1 is the i-th: 0 is the outside
    std::vector<std::vector<std::size_t>> around_;  // chains by face
    std::vector<bool> inside_;
    std::vector<SquareKilometres> enclosed_;
    SquareKilometres moved_;
};

}  // namespace

Readings readings_of(const Region& as_written) {
    const std::vector<const Ring*> rings = rings_of(as_written);
    const std::optional<Walks> walks = noded(rings);
    if (!walks) {
        throw Error{fmt::format("the rings cross themselves more than {} times", most_crossings),
                    "their corners seem to stand in no order: put them in the order of the border, or give fewer"};
    }
    Labelling labelling{as_written, Stringing{*walks, edges_of(*walks)}.run()};
    Readings readings{labelling.region(), labelling.moved()};
    SquareKilometres all;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        readings.moved += magnitude(labelling.enclosed()[i] - area_of(*rings[i]));
        all += area_of(*rings[i]);
    }
    constexpr double rounding = 1e-11;
    if (readings.moved < all * rounding) { readings.moved = SquareKilometres{}; }
    return readings;
}

}  // namespace geo::detail
