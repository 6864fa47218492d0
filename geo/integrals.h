// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace geo {

/// Area that a region has in each of some units, from its edges alone: no polygon is cut. Of a point in both, an edge
/// of the region and one of the unit lie to its east, so that the area is a sum over pairs of edges, each the integral
/// of the lesser longitude over the latitudes that they share (on WGS84, edges straight in longitude and latitude, as
/// area_of() has it). Every term is continuous, so that no crossing needs to be decided; and what an edge adds is the
/// same whatever region it is of, so that it need be worked out once for all regions that share it. The same as the
/// area of an overlay within 1e-6 km² (tests/geo/integrals_test.cpp).
class UnitIntegrals {
public:
    /// Units that do not overlap; where they do, land counts in each of them.
    explicit UnitIntegrals(const std::vector<const Region*>& units);

    std::size_t units() const { return count_; }

    /// Adds what an edge with the region to its left adds to the area in each unit, in km².
    void add(const LonLat& from, const LonLat& to, std::vector<double>& km2) const;

    /// In each unit. A valid region, as repair() returns it.
    std::vector<SquareKilometres> areas(const Region& region) const;

private:
    struct Edge {
        double south, north;  ///< latitudes, in radians
        double lon, slope;    ///< longitude at `south`, in radians, and its growth with the latitude
        int sign;             ///< with the unit to the left: 1 to the north, -1 to the south
        std::uint32_t unit;
        std::uint32_t first_band;
    };
    std::size_t band_of(double latitude) const;
    void choose_bands();

    std::size_t count_;
    std::vector<Edge> edges_;
    double south_ = 0, north_ = 0;
    std::vector<std::size_t> first_;      ///< by band of latitude, in members_
    std::vector<std::uint32_t> members_;  ///< edges
};

/// Does it run with the land to its left: a shell counter-clockwise, a hole clockwise? Of a valid region's ring.
bool runs_as_it_should(const Ring& ring, bool is_shell);

/// Every edge of the region with its land to the left, whichever way its rings were drawn.
template <class Visit>
void each_edge(const Region& region, const Visit& visit) {
    const auto walk = [&visit](const Ring& ring, bool is_shell) {
        const bool forwards = runs_as_it_should(ring, is_shell);
        for (std::size_t i = 1; i < ring.size(); ++i) {
            forwards ? visit(ring[i - 1], ring[i]) : visit(ring[i], ring[i - 1]);
        }
    };
    for (const Polygon& polygon : region.polygons) {
        walk(polygon.shell, true);
        for (const Ring& hole : polygon.holes) { walk(hole, false); }
    }
}

}  // namespace geo
