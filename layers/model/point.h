// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"
#include "layers/model/assignment.h"
#include "layers/model/land.h"
#include "layers/model/plan.h"
#include "layers/model/plan_on.h"

#include <optional>
#include <string>
#include <vector>

namespace layers {

/// A position on the land: on a plot, or beside the one that is nearest.
struct PointOnLand {
    geo::LonLat position;
    std::size_t plot = 0;
    geo::Kilometres off_land;  ///< 0 on land; positions of bridges, spits and dams may lie in the water
    std::vector<std::optional<geo::Kilometres>>
        to_line;  ///< by line, to the nearest point of its front; none if it has none
};

/// Nothing if no land lies within 10 km. Distances are geodesic.
std::optional<PointOnLand> point_on(const Land& land, const geo::LonLat& position);

/// The plot on which a position lies; nothing off the land.
std::optional<std::size_t> plot_at(const Land& land, const geo::LonLat& position);

/// What a plan says of a point.
struct Standing {
    StatusClass status_class;
    const Rule* rule = nullptr;  ///< null where none speaks of it, and of contested land
    std::vector<const Zone*> zones;
    bool within_accuracy = false;        ///< the status class would be another, were a line off by its accuracy
    bool zones_within_accuracy = false;  ///< the zones would be others
    std::vector<StatusClass> if_held{};  ///< of contested land: were it Ukraine's, were it Russia's
};

Standing standing_at(const PlanOn& on, std::size_t plot);
Standing standing_of(const Plan& plan, const Land& land, const PointOnLand& point);

/// With the lines as drawn, then with each way of moving them.
std::vector<Standing> standings_at(const PlanOn& on, std::size_t plot);

}  // namespace layers
