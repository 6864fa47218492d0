// SPDX-License-Identifier: MIT
#include "layers/map/visible.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace layers {

namespace {

struct Point {
    double x = 0, y = 0;
};

/// Does the straight line between the two come into the box? Liang and Barsky's way.
bool crosses(ScenePoint a, ScenePoint b, const MapBox& box) {
    double enters = 0, leaves = 1;
    const double dx = double{b.x_m} - a.x_m, dy = double{b.y_m} - a.y_m;
    const std::array<std::pair<double, double>, 4> sides{
        {{-dx, a.x_m - box.west}, {dx, box.east - a.x_m}, {-dy, a.y_m - box.south}, {dy, box.north - a.y_m}}};
    for (const auto& [towards, room] : sides) {
        if (towards == 0 && room < 0) { return false; }
        if (towards < 0) { enters = std::max(enters, room / towards); }
        if (towards > 0) { leaves = std::min(leaves, room / towards); }
    }
    return enters <= leaves;
}

/// By the even-odd rule.
bool contains(const ScenePiece& piece, double x, double y) {
    bool inside = false;
    for (const ScenePath& ring : piece.rings) {
        for (std::size_t i = 0, k = ring.size() - 1; i < ring.size(); k = i++) {
            const ScenePoint a = ring[k], b = ring[i];
            if ((a.y_m > y) == (b.y_m > y)) { continue; }
            const double at = a.x_m + (y - a.y_m) / (double{b.y_m} - a.y_m) * (double{b.x_m} - a.x_m);
            inside = (x < at) != inside;
        }
    }
    return inside;
}

/// What lies on the inner side of one side of a box (Sutherland and Hodgman): `depth` is positive there.
template <class Depth>
std::vector<Point> clipped(const std::vector<Point>& ring, const Depth& depth) {
    std::vector<Point> result;
    for (std::size_t i = 0, k = ring.size() - 1; i < ring.size(); k = i++) {
        const Point a = ring[k], b = ring[i];
        const double of_a = depth(a), of_b = depth(b);
        if ((of_a > 0) != (of_b > 0)) {
            const double t = of_a / (of_a - of_b);
            result.push_back({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
        }
        if (of_b > 0) { result.push_back(b); }
    }
    return result;
}

double area_of(const std::vector<Point>& ring) {
    double twice = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        twice += (ring[i].x - ring[0].x) * (ring[i + 1].y - ring[0].y) -
                 (ring[i + 1].x - ring[0].x) * (ring[i].y - ring[0].y);
    }
    return std::abs(twice) / 2;
}

double area_within(const ScenePath& path, const MapBox& box) {
    std::vector<Point> ring;
    ring.reserve(path.size());
    for (const ScenePoint point : path) { ring.push_back({point.x_m, point.y_m}); }
    if (!ring.empty()) {
        ring = clipped(ring, [&box](const Point& at) { return at.x - box.west; });
    }
    if (!ring.empty()) {
        ring = clipped(ring, [&box](const Point& at) { return box.east - at.x; });
    }
    if (!ring.empty()) {
        ring = clipped(ring, [&box](const Point& at) { return at.y - box.south; });
    }
    if (!ring.empty()) {
        ring = clipped(ring, [&box](const Point& at) { return box.north - at.y; });
    }
    return area_of(ring);
}

}  // namespace

bool meets(const ScenePiece& piece, const MapBox& box) {
    if (!piece.box.overlaps(box)) { return false; }
    if (box.contains(piece.box) || contains(piece, box.west, box.south)) { return true; }
    return std::any_of(piece.rings.begin(), piece.rings.end(), [&box](const ScenePath& ring) {
        for (std::size_t i = 0, k = ring.size() - 1; i < ring.size(); k = i++) {
            if (crosses(ring[k], ring[i], box)) { return true; }
        }
        return false;
    });
}

bool meets(const SceneFill& fill, const Scene& scene, const MapBox& box) {
    return std::any_of(fill.pieces.begin(), fill.pieces.end(),
                       [&](std::uint32_t piece) { return meets((*scene.pieces)[piece], box); });
}

bool meets(const SceneStroke& stroke, const MapBox& box) {
    return std::any_of(stroke.paths.begin(), stroke.paths.end(), [&box](const ScenePath& path) {
        for (std::size_t i = 1; i < path.size(); ++i) {
            if (crosses(path[i - 1], path[i], box)) { return true; }
        }
        return false;
    });
}

double area_within(const ScenePiece& piece, const MapBox& box) {
    if (!piece.box.overlaps(box)) { return 0; }
    double area = area_within(piece.rings.front(), box);
    for (std::size_t i = 1; i < piece.rings.size(); ++i) { area -= area_within(piece.rings[i], box); }
    return area;
}

}  // namespace layers
