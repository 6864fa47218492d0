// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <GeographicLib/AzimuthalEquidistant.hpp>

namespace geo::detail {

/// An azimuthal equidistant plane. On it, `lon` and `lat` are degrees of arc of `km_per_degree` east and north of its
/// middle, so that whatever works with positions works there too.
class LocalPlane {
public:
    static constexpr double km_per_degree = 111.195;

    explicit LocalPlane(const LonLat& middle) : middle_{middle} {}
    LonLat forward(const LonLat& position) const {
        double x = 0, y = 0;
        projection_.Forward(middle_.lat, middle_.lon, position.lat, position.lon, x, y);
        return {x / metres, y / metres};
    }
    LonLat inverse(const LonLat& point) const {
        LonLat position;
        projection_.Reverse(middle_.lat, middle_.lon, point.lon * metres, point.lat * metres, position.lat,
                            position.lon);
        return position;
    }

private:
    static constexpr double metres = km_per_degree * 1000;
    LonLat middle_;
    GeographicLib::AzimuthalEquidistant projection_;
};

}  // namespace geo::detail
