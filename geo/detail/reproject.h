// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "geo/detail/edge_bend.h"
#include "geo/projection.h"

#include <map>
#include <string>

namespace geo::detail {

/// Does the name mean longitude and latitude on WGS84, in this order?
bool is_wgs84(const std::string& crs);

/// By their names alone: two ways of writing one CRS count as two, but for those of WGS84.
bool is_same_crs(const std::string& a, const std::string& b);

/// Brings positions of shapes from the CRSs that their file names to longitude and latitude on WGS84 (PROJ).
class Reprojection {
public:
    /// Throws Error (bad usage) if PROJ knows no such CRS.
    void apply(Shape& shape, const std::string& crs);

    /// One for each CRS, to go with the figures.
    std::vector<std::string> notes() const;

private:
    struct Source {
        Projection projection;
        EdgeBend bend{};
    };
    std::map<std::string, Source> sources_;
};

}  // namespace geo::detail
