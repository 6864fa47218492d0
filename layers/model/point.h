// SPDX-License-Identifier: MIT
#pragma once

#include "geo/segment_index.h"
#include "geo/shapes.h"
#include "geo/units.h"
#include "layers/model/assignment.h"
#include "layers/model/overlay.h"
#include "layers/model/place.h"
#include "layers/model/plan.h"
#include "layers/model/plan_on.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace layers {

/// A position on the land: on a cell, or beside the one that is nearest.
struct PointOnLand {
    geo::LonLat position;
    std::size_t cell = 0;
    geo::Kilometres off_land;  ///< 0 on land; positions of bridges, spits and dams may lie in the water
    std::vector<std::optional<geo::Kilometres>>
        to_line;  ///< by line, to the nearest point of its front; none if it has none
};

/// Farther from all land, a position is not on it: bridges, spits and small islands that the outline lacks are nearer.
inline constexpr geo::Kilometres farthest_from_land{10};

/// Nothing if no land lies within 10 km. Distances are geodesic.
std::optional<PointOnLand> point_on(const Overlay& land, const geo::LonLat& position);

/// The cell on which a position lies; nothing off the land.
std::optional<std::size_t> cell_at(const Overlay& land, const geo::LonLat& position);

/// Many positions on one land, which outlives it: boxes and indices are made once. Not for two threads at once.
class PointsOn {
public:
    explicit PointsOn(const Overlay& land);

    /// As point_on().
    std::optional<PointOnLand> at(const geo::LonLat& position) const;

    /// The same of a place, on land of its own unit where that is near: borders of units are generalised.
    std::optional<PointOnLand> at(const Place& place) const;

private:
    std::optional<std::size_t> cell_at(const geo::LonLat& position) const;
    /// Of those that count and lie within reach, with how far off it is.
    std::optional<std::pair<std::size_t, geo::Kilometres>> nearest_cell(
        const geo::LonLat& position, geo::Kilometres reach, const std::function<bool(std::size_t)>& counts) const;

    const Overlay* land_;
    std::vector<geo::Bounds> bounds_;        ///< by cell
    std::vector<geo::SegmentIndex> fronts_;  ///< by line
};

/// What a plan says of a point.
struct PointStatus {
    StatusClass status_class;
    const Rule* rule = nullptr;  ///< null where none speaks of it, and of contested land
    std::vector<const Zone*> zones;
    bool within_accuracy = false;        ///< the status class would be another, were a line off by its accuracy
    bool zones_within_accuracy = false;  ///< the zones would be others
    std::vector<StatusClass> if_held{};  ///< of contested land: were it Ukraine's, were it Russia's
};

PointStatus point_status_at(const PlanOn& on, std::size_t cell);
PointStatus point_status_of(const Plan& plan, const Overlay& land, const PointOnLand& point);

/// With the lines as drawn, then with each way of moving them.
std::vector<PointStatus> point_statuses_at(const PlanOn& on, std::size_t cell);

}  // namespace layers
