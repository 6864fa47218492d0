// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "geo/repair.h"
#include "geo/shapes.h"

#include <string>
#include <vector>

namespace layers::detail {

/// All polygons of a file, as one region.
struct PolygonFile {
    geo::Region region;
    std::vector<geo::Note> notes;  ///< what was repaired, assumed or left aside
};

/// Throws geo::Error as geo::read() does, for a file with polygons in several layers of which none is chosen, and for
/// one without polygons.
PolygonFile read_polygons(const std::string& path, const geo::ReadOptions& options);

}  // namespace layers::detail
