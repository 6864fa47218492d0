// SPDX-License-Identifier: MIT
#pragma once

#include "geo/projection.h"
#include "geo/shapes.h"
#include "layers/map/map_frame.h"
#include "layers/map/scene.h"
#include "layers/model/sketch.h"

#include <optional>
#include <vector>

namespace app::viewer {

/// A way on the map plane about the origin, with points along its edges where these bend; positions beyond the map are
/// left out.
std::vector<layers::ScenePoint> way_on_map(const geo::Path& path, bool closed, const geo::LonLat& origin);

/// What the user drew, on the map plane: worked out anew for those shapes alone that have changed.
class DrawnShapes {
public:
    struct Shape {
        layers::SketchShape::Kind kind;
        geo::Path vertices;
        std::vector<geo::Path> holes;
        std::vector<std::vector<geo::Path>> others;
        std::vector<layers::ScenePoint> outline;
        std::vector<std::vector<layers::ScenePoint>> inner_outlines;  ///< of holes and further parts
        std::vector<layers::ScenePoint>
            triangles;  ///< of a polygon, three corners each; even-odd where it crosses itself
        std::optional<geo::SquareKilometres> area;    ///< of a polygon that has one
        layers::ScenePoint top;                       ///< middle of the upper side of the box around it
        std::optional<geo::SquareKilometres> inside;  ///< of the area, what is land in the units; none without them
        bool is_laid = false;                         ///< on the units
    };

    /// By shape of the sketch.
    const std::vector<Shape>& of(const layers::Sketch& sketch, const geo::LonLat& origin = layers::middle_of_ukraine,
                                 const layers::Overlay* land = nullptr);

private:
    std::vector<Shape> shapes_;
    geo::LonLat origin_;
};

}  // namespace app::viewer
