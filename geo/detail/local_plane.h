// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/plane.h"
#include "geo/shapes.h"

#include <GeographicLib/AzimuthalEquidistant.hpp>

namespace geo::detail {

/// The azimuthal equidistant plane about a position of WGS84 (Snyder 1987, p. 191; GeographicLib's, good to 5 nm). d km
/// from its middle, lengths across are too long by (d / 6371 km)² / 6.
class LocalPlane {
public:
    static constexpr double km_per_degree = 111.195;

    explicit LocalPlane(const LonLat& middle) : middle_{middle} {}
    PlanePoint forward(const LonLat& position) const {
        double x = 0, y = 0;
        projection_.Forward(middle_.lat, middle_.lon, position.lat, position.lon, x, y);
        return {x / metres, y / metres};
    }
    LonLat inverse(const PlanePoint& point) const {
        LonLat position;
        projection_.Reverse(middle_.lat, middle_.lon, point.x * metres, point.y * metres, position.lat, position.lon);
        return position;
    }

private:
    static constexpr double metres = km_per_degree * 1000;
    LonLat middle_;
    GeographicLib::AzimuthalEquidistant projection_;
};

}  // namespace geo::detail
