// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/formats.h"

namespace geo::detail {

/// Lambert's azimuthal equal-area projection of WGS84 about a position (Snyder 1987, pp. 187–190), without PROJ, which
/// takes longer to load than a map takes to draw. The same as PROJ's "+proj=laea" within a micrometre up to 85° of
/// latitude, and within some millimetres at the poles. inverse() gives longitudes from -180° to 180°.
class EqualArea : public Projection::Engine {
public:
    explicit EqualArea(const LonLat& origin);
    MapPoint forward(const LonLat& position) const override;
    LonLat inverse(const MapPoint& point) const override;

private:
    LonLat origin_;
    double sin_, cos_;  ///< of the origin's authalic latitude
    double radius_, d_;
};

}  // namespace geo::detail
