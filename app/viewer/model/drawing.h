// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "layers/model/sketch.h"

#include <string>

namespace app::viewer {

/// All that the user has drawn: shapes, and corners of those that are not finished.
struct Drawing {
    layers::Sketch sketch;
    geo::Path zone_corners, line_corners;
    bool empty() const { return sketch.shapes.empty() && zone_corners.empty() && line_corners.empty(); }
    friend bool operator==(const Drawing&, const Drawing&) = default;
};

/// JSON of which drawing_from() makes the same, coordinates to the last bit.
std::string json_of(const Drawing& drawing);

/// Throws geo::Error for anything that json_of() does not write: of half a drawing nobody can tell what it lacks.
Drawing drawing_from(const std::string& json);

}  // namespace app::viewer
