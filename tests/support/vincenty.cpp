// SPDX-License-Identifier: MIT
#include "support/vincenty.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace support {

geo::Kilometres vincenty(const geo::LonLat& a, const geo::LonLat& b) {
    constexpr double axis = 6378.137, flattening = 1 / 298.257223563, polar = axis * (1 - flattening);
    constexpr double radians = std::numbers::pi / 180;
    const double l = (b.lon - a.lon) * radians;
    const double u1 = std::atan((1 - flattening) * std::tan(a.lat * radians));
    const double u2 = std::atan((1 - flattening) * std::tan(b.lat * radians));
    double lambda = l, before = 0, sin_sigma = 0, cos_sigma = 1, sigma = 0, cos2_alpha = 0, cos_2m = 0;
    for (int i = 0; i < 100 && (i == 0 || std::abs(lambda - before) > 1e-13); ++i) {
        sin_sigma = std::hypot(std::cos(u2) * std::sin(lambda),
                               std::cos(u1) * std::sin(u2) - std::sin(u1) * std::cos(u2) * std::cos(lambda));
        if (sin_sigma == 0) { return geo::Kilometres{0}; }
        cos_sigma = std::sin(u1) * std::sin(u2) + std::cos(u1) * std::cos(u2) * std::cos(lambda);
        sigma = std::atan2(sin_sigma, cos_sigma);
        const double sin_alpha = std::cos(u1) * std::cos(u2) * std::sin(lambda) / sin_sigma;
        cos2_alpha = 1 - sin_alpha * sin_alpha;
        cos_2m = cos2_alpha == 0 ? 0 : cos_sigma - 2 * std::sin(u1) * std::sin(u2) / cos2_alpha;
        const double c = flattening / 16 * cos2_alpha * (4 + flattening * (4 - 3 * cos2_alpha));
        before = lambda;
        lambda = l + (1 - c) * flattening * sin_alpha *
                         (sigma + c * sin_sigma * (cos_2m + c * cos_sigma * (2 * cos_2m * cos_2m - 1)));
    }
    const double u = cos2_alpha * (axis * axis - polar * polar) / (polar * polar);
    const double big_a = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)));
    const double big_b = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)));
    const double delta =
        big_b * sin_sigma *
        (cos_2m + big_b / 4 *
                      (cos_sigma * (2 * cos_2m * cos_2m - 1) -
                       big_b / 6 * cos_2m * (4 * sin_sigma * sin_sigma - 3) * (4 * cos_2m * cos_2m - 3)));
    return geo::Kilometres{polar * big_a * (sigma - delta)};
}

geo::Kilometres vincenty(const geo::LonLat& position, const geo::Path& path) {
    geo::Kilometres best = vincenty(position, path.front());
    double nearest_flat = 1e300;
    const double shrink = std::cos(position.lat * std::numbers::pi / 180);
    for (std::size_t i = 1; i < path.size(); ++i) {
        const auto at = [&](double t) {
            return geo::LonLat{path[i - 1].lon + t * (path[i].lon - path[i - 1].lon),
                               path[i - 1].lat + t * (path[i].lat - path[i - 1].lat)};
        };
        const double x = (path[i].lon - path[i - 1].lon) * shrink, y = path[i].lat - path[i - 1].lat;
        const double t =
            std::clamp(((position.lon - path[i - 1].lon) * shrink * x + (position.lat - path[i - 1].lat) * y) /
                           std::max(x * x + y * y, 1e-300),
                       0.0, 1.0);
        const double flat = std::hypot((at(t).lon - position.lon) * shrink, at(t).lat - position.lat);
        if (flat > nearest_flat * 1.1) { continue; }
        nearest_flat = std::min(nearest_flat, flat);
        double low = std::max(0.0, t - 0.2), high = std::min(1.0, t + 0.2);
        for (int step = 0; step < 25; ++step) {
            const double a = low + (high - low) / 3, b = high - (high - low) / 3;
            const bool is_nearer = vincenty(position, at(a)) < vincenty(position, at(b));
            (is_nearer ? high : low) = is_nearer ? b : a;
        }
        for (const double end : {low, (low + high) / 2, high}) { best = std::min(best, vincenty(position, at(end))); }
    }
    return best;
}

}  // namespace support
