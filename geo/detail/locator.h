// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <cstdint>
#include <vector>

namespace geo::detail {

/// A valid region made ready to be asked many times whether it contains a position: (log n)² each time after the first
/// few, also where many rings lie on one parallel. Parallels through some of the corners make slabs; an edge that goes
/// all through slabs stands in a binary tree of them, in order of longitude, so that those west of a position are
/// counted by bisection. The region must outlive it. Not to be asked from two threads at once.
class Locator {
public:
    explicit Locator(const Region& region) : region_{&region}, bounds_{bounds_of(region)} {}
    const Bounds& bounds() const { return bounds_; }
    /// On the edge: either answer.
    bool contains(const LonLat& position);

private:
    struct Edge {
        LonLat south, north;
        double lon_at(double lat) const {
            return south.lon + (lat - south.lat) / (north.lat - south.lat) * (north.lon - south.lon);
        }
        bool spans(double lat) const { return south.lat <= lat && lat < north.lat; }
    };
    using Edges = std::vector<std::uint32_t>;

    void build();
    void choose_parallels();
    void file_away(std::uint32_t edge, std::size_t node, std::size_t first, std::size_t last);
    void sort(std::size_t node, std::size_t first, std::size_t last);
    std::size_t west_of(const LonLat& position, const Edges& through) const;

    const Region* region_;
    Bounds bounds_;
    int asked_ = 0;
    std::vector<Edge> edges_;
    std::vector<double> parallels_;  // slab i lies between parallels i and i + 1
    std::vector<Edges> through_;     // by node of the tree: edges through all its slabs, from west to east
    std::vector<Edges> ending_;      // by slab: edges that begin or end in it
};

}  // namespace geo::detail
