// SPDX-License-Identifier: MIT
#include "geo/detail/edge_bend.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo::detail {

/// An edge that bends so slightly is a parabola: two thirds of its height times its length. The earth is a sphere here.
void EdgeBend::add(const LonLat& from, const LonLat& to, const LonLat& between) {
    constexpr double km_per_degree = 111.2;
    const double east = km_per_degree * std::cos(between.lat * std::numbers::pi / 180);
    const double x = (to.lon - from.lon) * east, y = (to.lat - from.lat) * km_per_degree;
    const double dx = (between.lon - (from.lon + to.lon) / 2) * east;
    const double dy = (between.lat - (from.lat + to.lat) / 2) * km_per_degree;
    const double length = std::hypot(x, y);
    if (length == 0) { return; }
    const double height = std::abs(x * dy - y * dx) / length;
    most_km_ = std::max(most_km_, height);
    km2_ += height * length * 2 / 3;
}

std::string EdgeBend::words() const {
    constexpr double hectare_km2 = 0.01;
    if (km2_ < hectare_km2) { return ""; }
    return fmt::format(
        "; between them edges are straight in longitude and latitude: straight in that CRS they would lie up to {:.0f} "
        "m "
        "off, with {:.3g} km² between; give long edges more corners if that is meant",
        most_km_ * 1000, km2_);
}

}  // namespace geo::detail
