// SPDX-License-Identifier: MIT
#pragma once

#include "geo/adjacency.h"
#include "geo/shapes.h"
#include "geo/units.h"
#include "layers/model/overlay.h"

#include <cstddef>
#include <vector>

namespace layers::detail {

/// A region that is laid on the cells of a land, and outlives this. Only cells that one of its edges may cut are
/// overlaid, which takes far longer than to see that the others lie inside or outside as a whole.
class Stencil {
public:
    explicit Stencil(const geo::Region& region);

    geo::SquareKilometres area_in(const Cell& cell);
    std::size_t overlaid() const { return overlaid_; }  ///< how many cells have been so far

private:
    bool may_cut(const geo::Bounds& box) const;

    const geo::Region& region_;
    geo::Bounds bounds_;
    std::vector<geo::Segment> edges_;
    std::size_t overlaid_ = 0;
};

}  // namespace layers::detail
