// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <numbers>

namespace support {

/// Area in km² of WGS84 between two parallels, `wide` degrees of longitude wide, in closed form: Snyder 1987, 3-12.
inline double cell_km2(double wide, double south, double north) {
    constexpr double radian = std::numbers::pi / 180, f = 1 / 298.257223563, e2 = f * (2 - f), a = 6378.137;
    const auto q = [e = std::sqrt(e2)](double latitude) {
        const double s = std::sin(latitude * radian);
        return (1 - e2) * (s / (1 - e2 * s * s) - std::log((1 - e * s) / (1 + e * s)) / (2 * e));
    };
    return wide * radian * a * a / 2 * (q(north) - q(south));
}

}  // namespace support
