// SPDX-License-Identifier: MIT
#pragma once

#include "geo/adjacency.h"
#include "geo/densify.h"
#include "geo/projection.h"
#include "layers/map/scene.h"

#include <unordered_map>
#include <vector>

namespace layers::detail {

/// Puts shapes on the map plane, each position once: faces of a partition share theirs.
class OnMap {
public:
    explicit OnMap(const geo::Projection& projection) : projection_{projection} {}

    ScenePoint of(const geo::LonLat& position) {
        const auto [found, is_new] = known_.try_emplace(position);
        if (is_new) {
            const geo::MapPoint point = projection_.forward(position);
            found->second = {static_cast<float>(point.x_m), static_cast<float>(point.y_m)};
        }
        return found->second;
    }

    ScenePiece of(const geo::Polygon& polygon) {
        ScenePiece piece{{ring(polygon.shell)}, {}};
        for (const geo::Ring& hole : polygon.holes) { piece.rings.push_back(ring(hole)); }
        for (const ScenePoint point : piece.rings.front()) { piece.box.add(point); }
        return piece;
    }

    void add(const geo::Path& path, std::vector<ScenePoint>& segments) {
        const geo::Path fine = geo::with_short_edges(path, longest_edge);
        for (std::size_t i = 1; i < fine.size(); ++i) {
            segments.push_back(of(fine[i - 1]));
            segments.push_back(of(fine[i]));
        }
    }

private:
    struct PositionHash {
        std::size_t operator()(const geo::LonLat& position) const {
            return geo::SegmentHash{}({position, {position.lat, position.lon}});
        }
    };

    std::vector<ScenePoint> ring(const geo::Ring& closed) {
        std::vector<ScenePoint> points;
        const geo::Path fine = geo::with_short_edges(closed, longest_edge);
        for (std::size_t i = 0; i + 1 < fine.size(); ++i) { points.push_back(of(fine[i])); }
        return points;
    }

    static constexpr geo::Degrees longest_edge{0.25};  // it bends by less than 15 m on the map
    const geo::Projection& projection_;
    std::unordered_map<geo::LonLat, ScenePoint, PositionHash> known_;
};

}  // namespace layers::detail
