// SPDX-License-Identifier: MIT
#pragma once

#include "geo/adjacency.h"
#include "geo/densify.h"
#include "geo/projection.h"
#include "layers/map/scene.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace layers::detail {

/// Puts shapes on the map plane, each position once: faces of a partition share theirs.
class OnMap {
public:
    explicit OnMap(const geo::Projection& projection) : projection_{projection} {}

    ScenePoint of(const geo::LonLat& position) { return points_[index_of(position)]; }

    /// The same position has the same index.
    std::uint32_t index_of(const geo::LonLat& position) {
        const auto [found, is_new] = known_.try_emplace(position, static_cast<std::uint32_t>(points_.size()));
        if (is_new) {
            const geo::MapPoint point = projection_.forward(position);
            points_.push_back({static_cast<float>(point.x_m), static_cast<float>(point.y_m)});
        }
        return found->second;
    }

    /// By index.
    std::vector<ScenePoint> take_points() && { return std::move(points_); }

    ScenePiece of(const geo::Polygon& polygon) {
        ScenePiece piece{{ring(polygon.shell)}, {}};
        for (const geo::Ring& hole : polygon.holes) { piece.rings.push_back(ring(hole)); }
        for (const ScenePoint point : piece.rings.front()) { piece.box.add(point); }
        return piece;
    }

    /// With points along its edges where these bend.
    ScenePath way(const geo::Path& path) {
        ScenePath points;
        for (const geo::LonLat& position : geo::with_short_edges(path, longest_edge)) {
            points.push_back(of(position));
        }
        return points;
    }

    std::vector<std::uint32_t> indices_along(const geo::Path& path) {
        std::vector<std::uint32_t> indices;
        for (const geo::LonLat& position : geo::with_short_edges(path, longest_edge)) {
            indices.push_back(index_of(position));
        }
        return indices;
    }

private:
    struct PositionHash {
        std::size_t operator()(const geo::LonLat& position) const {
            return geo::SegmentHash{}({position, {position.lat, position.lon}});
        }
    };

    ScenePath ring(const geo::Ring& closed) {
        ScenePath points;
        const geo::Path fine = geo::with_short_edges(closed, longest_edge);
        for (std::size_t i = 0; i + 1 < fine.size(); ++i) { points.push_back(of(fine[i])); }
        return points;
    }

    static constexpr geo::Degrees longest_edge{0.25};  // it bends by less than 15 m on the map
    const geo::Projection& projection_;
    std::unordered_map<geo::LonLat, std::uint32_t, PositionHash> known_;
    std::vector<ScenePoint> points_;
};

}  // namespace layers::detail
