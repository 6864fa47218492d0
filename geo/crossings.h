// SPDX-License-Identifier: MIT
#pragma once

#include "geo/segment_index.h"
#include "geo/shapes.h"

#include <vector>

namespace geo {

/// Counts how often a straight link crosses paths. Paths are noded first: where they run along themselves or one
/// another, that stretch counts once, as it does in a partition.
class Crossings {
public:
    explicit Crossings(const std::vector<Path>& paths);

    /// Is the number of crossings odd?
    bool odd(const LonLat& from, const LonLat& to) const;

private:
    SegmentIndex index_;
};

}  // namespace geo
