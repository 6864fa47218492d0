// SPDX-License-Identifier: MIT
#include "layers/model/sketch_edits.h"

namespace layers {

SketchShape moved(SketchShape shape, const geo::MapPoint& from, const geo::MapPoint& to, const geo::LonLat& origin) {
    const geo::Projection projection = geo::Projection::about(origin);
    const auto move = [&](geo::Path& path) {
        for (geo::LonLat& corner : path) {
            const geo::MapPoint at = projection.forward(corner);
            corner = projection.inverse({at.x_m + (to.x_m - from.x_m), at.y_m + (to.y_m - from.y_m)});
        }
    };
    move(shape.vertices);
    for (geo::Path& hole : shape.holes) { move(hole); }
    for (std::vector<geo::Path>& part : shape.others) {
        for (geo::Path& ring : part) { move(ring); }
    }
    return shape;
}

}  // namespace layers
