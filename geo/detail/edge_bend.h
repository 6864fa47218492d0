// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <string>

namespace geo::detail {

/// What lies between edges that are straight in a file's CRS and those that are straight in longitude and latitude
/// between the same corners, which is how they are measured.
class EdgeBend {
public:
    /// Edges shorter than that, in the CRS's metres, bend by less than 20 cm anywhere up to 70° of latitude.
    static constexpr double shortest_m = 2000;

    /// `between` is the middle of the edge as the CRS draws it.
    void add(const LonLat& from, const LonLat& to, const LonLat& between);

    /// To follow a sentence on the transformation; empty where it is under a hectare.
    std::string words() const;

private:
    double most_km_ = 0, km2_ = 0;
};

}  // namespace geo::detail
