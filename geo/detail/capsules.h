// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/plane.h"

#include <cstdint>
#include <vector>

namespace geo::detail {

/// A stretch of the edge of a disc or of a straight bar, with what it bounds on its left: of a disc from the angle
/// `from` to the angle `to` about its centre, of a bar from `from` to `to` along its side.
struct CapsuleEdge {
    PlanePoint origin;     ///< of an arc its centre
    PlanePoint direction;  ///< of a side, of length 1
    double radius = 0;     ///< of an arc; 0 for a side
    double from = 0, to = 0;

    bool is_arc() const { return radius > 0; }
    PlanePoint at(double place) const;
    double length() const { return (to - from) * (is_arc() ? radius : 1); }
};

/// The edge of all that lies within a distance of paths: discs about their positions and bars along their legs, and of
/// the edges of each what lies inside no other. Stretches are whole from crossing to crossing; such as
/// go round the angle 0 end there and begin anew.
///
/// Radii and widths differ from one another by up to 3e-8 of the distance, as `seed` tells, so that no two edges
/// coincide or touch: where a path goes back on itself or goes straight on is then no special case. Time grows with the
/// legs times the logarithm of their number, where no more than a few dozen shape the edge at any place.
std::vector<CapsuleEdge> outer_edges(const std::vector<PlanePath>& paths, double distance, std::uint64_t seed);

}  // namespace geo::detail
