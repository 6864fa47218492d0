// SPDX-License-Identifier: MIT
#include "app/viewer/model/drawn_shapes.h"

#include "app/viewer/model/triangles.h"
#include "geo/densify.h"
#include "geo/error.h"
#include "geo/measure.h"
#include "geo/projection.h"

namespace app::viewer {

namespace {

constexpr geo::Degrees longest_edge{0.25};  // bends by less than 15 m on the map

DrawnShapes::Shape shape_of(const layers::SketchShape& drawn, const geo::LonLat& origin) {
    const bool closed = drawn.kind == layers::SketchShape::Kind::polygon;
    DrawnShapes::Shape shape{drawn.kind, drawn.vertices, drawn.holes, drawn.others, {}, {}, {}, {}, {}, {}};
    shape.outline = way_on_map(drawn.vertices, closed, origin);
    for (const geo::Path& hole : drawn.holes) { shape.inner_outlines.push_back(way_on_map(hole, true, origin)); }
    for (const std::vector<geo::Path>& part : drawn.others) {
        for (const geo::Path& ring : part) { shape.inner_outlines.push_back(way_on_map(ring, true, origin)); }
    }
    layers::MapBox box;
    for (const layers::ScenePoint point : shape.outline) { box.add(point); }
    shape.top = {static_cast<float>((box.west + box.east) / 2), static_cast<float>(box.north)};
    if (!closed || shape.outline.size() < 3) { return shape; }
    layers::ScenePiece piece{{shape.outline}, {}};
    try {
        const geo::Region region = layers::region_of(drawn).region;
        shape.area = geo::area_of(region);
        if (!shape.inner_outlines.empty()) {  // what lies in a hole, and where parts overlap
            piece.rings.clear();
            for (const geo::Ring* ring : geo::rings_of(region)) {
                piece.rings.push_back(way_on_map({ring->begin(), ring->end() - 1}, true, origin));
            }
        }
    } catch (const geo::Error&) {}  // the panel says why it has none
    shape.triangles = triangles_of({piece}).corners;
    return shape;
}

}  // namespace

std::vector<layers::ScenePoint> way_on_map(const geo::Path& path, bool closed, const geo::LonLat& origin) {
    const geo::Projection projection = geo::Projection::about(origin);
    geo::Path whole = path;
    if (closed && !path.empty()) { whole.push_back(path.front()); }
    std::vector<layers::ScenePoint> points;
    for (const geo::LonLat& position : geo::with_short_edges(whole, longest_edge)) {
        try {
            const geo::MapPoint point = projection.forward(position);
            points.push_back({static_cast<float>(point.x_m), static_cast<float>(point.y_m)});
        } catch (const geo::Error&) {}  // beyond the map
    }
    if (closed && points.size() > 1 && points.front() == points.back()) { points.pop_back(); }
    return points;
}

const std::vector<DrawnShapes::Shape>& DrawnShapes::of(const layers::Sketch& sketch, const geo::LonLat& origin,
                                                       const layers::Overlay* land) {
    if (origin_ != origin) { shapes_.clear(); }
    origin_ = origin;
    shapes_.resize(sketch.shapes.size());
    for (std::size_t i = 0; i < shapes_.size(); ++i) {
        const layers::SketchShape& drawn = sketch.shapes[i];
        const Shape& known = shapes_[i];
        if (known.kind != drawn.kind || known.vertices != drawn.vertices || known.holes != drawn.holes ||
            known.others != drawn.others) {
            shapes_[i] = shape_of(drawn, origin);
        }
        if (land == nullptr || shapes_[i].is_laid) { continue; }
        shapes_[i].is_laid = true;  // for good: whatever plan is shown, the units are the same
        try {
            if (shapes_[i].area) { shapes_[i].inside = layers::land_in(drawn, *land); }
        } catch (const geo::Error&) {}  // the panel says why
    }
    return shapes_;
}

}  // namespace app::viewer
