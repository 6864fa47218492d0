// SPDX-License-Identifier: MIT
#pragma once

namespace layers {

/// A position on the map plane of geo::Projection::about(): metres east and north of its origin, which suffices to
/// 0.1 m.
struct ScenePoint {
    float x_m = 0, y_m = 0;
    friend bool operator==(const ScenePoint&, const ScenePoint&) = default;
};

/// A box on the map plane, in metres; empty until something is added.
struct MapBox {
    double west = 1e30, south = 1e30, east = -1e30, north = -1e30;
    void add(ScenePoint point);
    bool overlaps(const MapBox& other) const;
    bool contains(const MapBox& other) const;
};

}  // namespace layers
