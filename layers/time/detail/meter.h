// SPDX-License-Identifier: MIT
#pragma once

#include "geo/adjacency.h"
#include "geo/integrals.h"
#include "geo/shapes.h"
#include "geo/units.h"
#include "layers/model/unit.h"
#include "layers/time/detail/edge_numbers.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace layers::detail {

/// Measures regions in units, and each edge once.
class Meter {
public:
    /// Units that overlap are parted: the first in the file has what two claim.
    explicit Meter(const Units& units);

    /// A region's edges: what is known of them, and those of which nothing is.
    struct Looked {
        std::vector<std::uint64_t> shares;  ///< by unit, of the known ones
        std::vector<geo::Segment> fresh;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> turns;  ///< where one follows another than the last time
        std::uint64_t hash = 0;                                      ///< the same for the same edges, in whatever order
        std::size_t edges = 0;
    };

    /// A valid region. May be asked by several threads while nobody measures.
    Looked look(const geo::Region& region) const;

    /// By unit; adds to the hash what was not known.
    std::vector<geo::SquareKilometres> measure(Looked& looked);

    std::vector<geo::SquareKilometres> unit_areas() const;

    std::size_t edges() const { return edge_count_; }
    std::size_t distinct_edges() const { return known_.size(); }

private:
    /// Counted in 1/by_km2, wrapping round, so that sums are the same to the last bit in whatever order: a day's,
    /// whatever days are beside it. An edge's is off by 3e-11 km² at most, and no area on earth is too large.
    static constexpr double by_km2 = 0x1p34;
    struct Share {
        std::uint32_t unit;
        std::uint64_t counts;
    };
    struct Edge {
        std::size_t begin;  ///< in shares_, to the next edge's
        std::uint64_t hash;
        std::uint32_t next = EdgeNumbers::none;  ///< the edge that followed the last time: mostly it does so again
    };

    void add(std::uint32_t number, std::vector<std::uint64_t>& sums) const;
    std::uint32_t number_of(const geo::Segment& edge);
    void integrate(const geo::Segment& edge);

    std::vector<geo::Region> regions_;
    geo::UnitIntegrals integrals_;
    EdgeNumbers known_;
    std::vector<Edge> edges_;  ///< by number
    std::vector<Share> shares_;
    std::vector<double> scratch_;
    std::size_t edge_count_ = 0;
};

}  // namespace layers::detail
