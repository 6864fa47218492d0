// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/scene.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace support {

/// m² by the shoelace formula; positive for a counter-clockwise ring.
inline double signed_area(const std::vector<layers::ScenePoint>& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const layers::ScenePoint a = ring[i], b = ring[(i + 1) % ring.size()], origin = ring.front();
        const double ax = double{a.x_m} - origin.x_m, ay = double{a.y_m} - origin.y_m;
        twice += ax * (double{b.y_m} - origin.y_m) - (double{b.x_m} - origin.x_m) * ay;
    }
    return twice / 2;
}

/// m² of the shell less its holes.
inline double area_of(const layers::ScenePiece& piece) {
    double area = std::abs(signed_area(piece.rings.front()));
    for (std::size_t i = 1; i < piece.rings.size(); ++i) { area -= std::abs(signed_area(piece.rings[i])); }
    return area;
}

/// km² of everything that the fill covers.
inline double km2_of(const layers::SceneFill& fill, const layers::Scene& scene) {
    double area = 0;
    for (const std::uint32_t piece : fill.pieces) { area += area_of((*scene.pieces)[piece]); }
    return area / 1e6;
}

/// By the even-odd rule over all rings.
inline bool contains(const layers::ScenePiece& piece, double x, double y) {
    bool inside = false;
    for (const auto& ring : piece.rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const layers::ScenePoint a = ring[i], b = ring[(i + 1) % ring.size()];
            if ((a.y_m > y) == (b.y_m > y)) { continue; }
            const double crossing = a.x_m + (y - a.y_m) / (double{b.y_m} - a.y_m) * (double{b.x_m} - a.x_m);
            if (x < crossing) { inside = !inside; }
        }
    }
    return inside;
}

/// The fill with that key; null if there is none.
inline const layers::SceneFill* fill_of(const layers::Scene& scene, layers::Part part, const std::string& key) {
    for (const layers::SceneFill& fill : scene.fills) {
        if (fill.part == part && fill.id == key) { return &fill; }
    }
    return nullptr;
}

inline const layers::SceneStroke* stroke_of(const layers::Scene& scene, layers::Part part, const std::string& key) {
    for (const layers::SceneStroke& stroke : scene.strokes) {
        if (stroke.part == part && stroke.id == key) { return &stroke; }
    }
    return nullptr;
}

/// How often each piece occurs in the fills of a part.
inline std::vector<int> times_filled(const layers::Scene& scene, layers::Part part) {
    std::vector<int> times(scene.pieces->size());
    for (const layers::SceneFill& fill : scene.fills) {
        if (fill.part != part) { continue; }
        for (const std::uint32_t piece : fill.pieces) { ++times[piece]; }
    }
    return times;
}

/// Two points a segment, of all its polylines.
inline std::vector<layers::ScenePoint> segments_of(const layers::SceneStroke& stroke) {
    std::vector<layers::ScenePoint> points;
    for (const layers::ScenePath& path : stroke.paths) {
        for (std::size_t i = 1; i < path.size(); ++i) { points.insert(points.end(), {path[i - 1], path[i]}); }
    }
    return points;
}

/// Do the segments make closed rings: does every end meet an even number of them?
inline bool is_closed(const std::vector<layers::ScenePoint>& segments) {
    std::map<std::pair<float, float>, int> ends;
    for (const layers::ScenePoint point : segments) { ++ends[{point.x_m, point.y_m}]; }
    return std::all_of(ends.begin(), ends.end(), [](const auto& end) { return end.second % 2 == 0; });
}

}  // namespace support
