// SPDX-License-Identifier: MIT
#include "app/viewer/map/grips.h"

#include "app/viewer/map/map_input.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app::viewer {

namespace {

using layers::ScenePoint;
using layers::SketchShape;

double distance_px(ScreenPoint a, ScreenPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// Among triangles of three corners each.
bool is_in(const geo::MapPoint& at, const std::vector<ScenePoint>& triangles) {
    const auto turn = [&at](const ScenePoint& a, const ScenePoint& b) {
        const double ax = a.x_m, ay = a.y_m, bx = b.x_m, by = b.y_m;
        return (bx - ax) * (at.y_m - ay) - (by - ay) * (at.x_m - ax);
    };
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        const double first = turn(triangles[i], triangles[i + 1]), second = turn(triangles[i + 1], triangles[i + 2]),
                     third = turn(triangles[i + 2], triangles[i]);
        if (std::min({first, second, third}) >= 0 || std::max({first, second, third}) <= 0) { return true; }
    }
    return false;
}

double metres_to(const geo::MapPoint& at, const std::vector<ScenePoint>& way) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < way.size(); ++i) {
        const double ax = way[i - 1].x_m, ay = way[i - 1].y_m, dx = way[i].x_m - ax, dy = way[i].y_m - ay;
        const double length_2 = dx * dx + dy * dy;
        const double along =
            length_2 > 0 ? std::clamp(((at.x_m - ax) * dx + (at.y_m - ay) * dy) / length_2, 0.0, 1.0) : 0;
        least = std::min(least, std::hypot(at.x_m - ax - along * dx, at.y_m - ay - along * dy));
    }
    return least;
}

bool is_on(const DrawnShapes::Shape& shape, const geo::MapPoint& at, const Camera& camera) {
    if (shape.kind == SketchShape::Kind::polygon) { return is_in(at, shape.triangles); }
    return metres_to(at, shape.outline) < reach_px * camera.metres_per_px;
}

/// Rejects most positions without projecting them.
class NearPointer {
public:
    NearPointer(const Camera& camera, const Viewport& viewport, ScreenPoint point)
        : at_{position_at(camera, viewport, point)} {
        constexpr double metres_of_a_degree = 111e3, most_stretched = 4;  // on the map plane
        lat_ = most_stretched * reach_px * camera.metres_per_px / metres_of_a_degree;
        constexpr double radians = 3.14159265358979 / 180;
        lon_ = at_ ? lat_ / std::max(0.01, std::cos(at_->lat * radians)) : 0;
    }
    bool may_reach(const geo::LonLat& position) const {
        return at_ && std::abs(position.lat - at_->lat) < lat_ &&
               std::abs(std::remainder(position.lon - at_->lon, 360)) < lon_;
    }

private:
    std::optional<geo::LonLat> at_;
    double lat_ = 0, lon_ = 0;  ///< degrees
};

const std::vector<DrawnShapes::Shape>& drawn(Document& document) {
    return document.drawn.of(document.state.sketch.present(), document.frame.origin);
}

}  // namespace

std::optional<Grip> grip_at(const State& state, const Viewport& viewport, ScreenPoint point) {
    std::optional<Grip> found;
    double least = reach_px;
    const NearPointer near{state.camera, viewport, point};
    const auto& shapes = state.sketch.present().shapes;
    const auto try_at = [&](const geo::LonLat& position, const Grip& grip, double handicap) {
        if (!near.may_reach(position)) { return; }
        const auto screen = screen_of(state.camera, viewport, position);
        if (!screen || distance_px(*screen, point) + handicap >= least) { return; }
        least = distance_px(*screen, point) + handicap;
        found = grip;
    };
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const geo::Path& path = shapes[i].vertices;
        const bool closed = shapes[i].kind == SketchShape::Kind::polygon;
        for (std::size_t k = 0; k < path.size(); ++k) {
            try_at(path[k], {static_cast<int>(i), k, false}, 0);
            if (!closed && k + 1 == path.size()) { continue; }
            const geo::LonLat& next = path[(k + 1) % path.size()];
            try_at({(path[k].lon + next.lon) / 2, (path[k].lat + next.lat) / 2}, {static_cast<int>(i), k + 1, true}, 2);
        }
    }
    return found;
}

bool is_on_chosen(Document& document, const Viewport& viewport, ScreenPoint point) {
    const State& state = document.state;
    const auto chosen = static_cast<std::size_t>(state.chosen_shape);
    if (state.drag != Drag::none || chosen >= state.sketch.present().shapes.size()) { return false; }
    return is_on(drawn(document)[chosen], to_map(state.camera, viewport, point), state.camera) &&
           !grip_at(state, viewport, point);
}

int shape_at(Document& document, const Viewport& viewport, ScreenPoint point) {
    const geo::MapPoint at = to_map(document.state.camera, viewport, point);
    const std::vector<DrawnShapes::Shape>& shapes = drawn(document);
    int found = -1;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const double size = shapes[i].area ? shapes[i].area->value() : 0;  // a line's
        if (size > least || !is_on(shapes[i], at, document.state.camera)) { continue; }
        least = size;
        found = static_cast<int>(i);
    }
    return found;
}

}  // namespace app::viewer
