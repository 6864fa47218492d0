// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"
#include "geo/units.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"
#include "layers/model/point.h"

#include <optional>
#include <string>
#include <vector>

namespace layers {

namespace detail {
struct FromLine;
}

/// A position against units and lines.
struct PointOnBase {
    geo::LonLat position;      ///< on land: where that which was asked for lies off it, the land beside it
    geo::Kilometres off_land;  ///< 0 on land
    std::size_t unit = 0;      ///< index in the base's units
    std::vector<geo::Kilometres> from_line;  ///< by line, geodesic; negative on Russia's side
};

/// One point under many plans, without cutting the land for them: a set is asked whether it contains the point. It
/// answers as point_status_of() does on a land that is cut, but for points nearer to the edge of a strip than the strip
/// is exact (0.1 % of its depth).
class Probe {
public:
    /// The plans must stand on lines of the base. Throws geo::Error as region_of() does.
    Probe(BaseOverlay base, const std::vector<Plan>& plans);

    /// Nothing if no land lies within 10 km.
    std::optional<PointOnBase> spot(const geo::LonLat& position) const;

    /// Of one of the plans.
    PointStatus point_status(const Plan& plan, const PointOnBase& spot) const;

    const BaseOverlay& base() const { return base_; }

private:
    bool contains(const AreaExpression& where, const PointOnBase& spot, const Shift& shift) const;
    detail::FromLine from_line(const PointOnBase& spot, std::size_t line, const Shift& shift) const;
    const Rule* rule_at(const Plan& plan, const PointOnBase& spot, const Shift& shift) const;
    BaseOverlay base_;
    std::vector<OutlineRegion> outlines_;
};

}  // namespace layers
