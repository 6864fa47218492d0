// SPDX-License-Identifier: MIT
#pragma once

#include "geo/segment_index.h"
#include "geo/shapes.h"

#include <cstdint>
#include <unordered_map>

namespace layers {

/// Tells lakes and reservoirs, with the rivers that drain them, from the sea and its arms: a vessel that keeps 1 km off
/// every shore can leave the sea's arms for the open sea, and no reservoir. Water of more than 3,000 km² is sea.
class InlandWater {
public:
    explicit InlandWater(const geo::SegmentIndex& outline);

    /// Of a position in the water, at least 2 km off every shore.
    bool has(const geo::LonLat& position);

private:
    struct Cell {
        std::int32_t x, y;
    };
    static std::uint64_t key(const Cell& cell);
    Cell cell_at(const geo::LonLat& position) const;
    geo::LonLat middle_of(const Cell& cell) const;
    bool is_navigable(const Cell& cell) const;
    double to_the_edge(const Cell& cell) const;  ///< cells to the nearest edge of the box; negative outside
    bool search(const Cell& start);

    const geo::SegmentIndex& outline_;
    geo::Bounds bounds_;
    double cell_lon_ = 0;
    std::unordered_map<std::uint64_t, bool> known_;  ///< by cell: is it inland?
};

}  // namespace layers
