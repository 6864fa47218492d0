// SPDX-License-Identifier: MIT
#include "geo/detail/equal_area.h"

#include "geo/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo::detail {

namespace {

constexpr double axis_m = 6378137, f = 1 / 298.257223563, e2 = f * (2 - f);
constexpr double radian = std::numbers::pi / 180;

/// Snyder's q (3-12), of the sine of a latitude.
double authalic(double sine) {
    static const double e = std::sqrt(e2);
    return (1 - e2) * (sine / (1 - e2 * sine * sine) + std::atanh(e * sine) / e);
}

double at_pole() {
    static const double q = authalic(1);
    return q;
}

/// Of the authalic latitude.
double authalic_sine(double latitude) {
    return std::clamp(authalic(std::sin(latitude)) / at_pole(), -1.0, 1.0);
}

double cosine_for(double sine) {
    return std::sqrt(std::max(0.0, 1 - sine * sine));
}

/// Snyder's 3-16, which is Newton's way: q grows by 2 (1 - e²) cos φ / (1 - e² sin² φ)² with the latitude.
double latitude_of(double sine) {
    constexpr int most = 12;
    constexpr double enough = 1e-14;
    const double q = sine * at_pole();
    double latitude = std::asin(sine);
    for (int i = 0; i < most && std::cos(latitude) > enough; ++i) {
        const double s = std::sin(latitude), w2 = 1 - e2 * s * s;
        const double step = (q - authalic(s)) * w2 * w2 / (2 * (1 - e2) * std::cos(latitude));
        latitude += step;
        if (std::abs(step) < enough) { break; }
    }
    return latitude;
}

}  // namespace

EqualArea::EqualArea(const LonLat& origin) : origin_{origin} {
    const double latitude = origin.lat * radian, s = std::sin(latitude);
    sin_ = authalic_sine(latitude);
    cos_ = cosine_for(sin_);
    radius_ = axis_m * std::sqrt(at_pole() / 2);
    d_ = cos_ < 1e-12 ? 1 : axis_m * std::cos(latitude) / std::sqrt(1 - e2 * s * s) / (radius_ * cos_);
}

MapPoint EqualArea::forward(const LonLat& position) const {
    const double beta = authalic_sine(position.lat * radian), cosine = cosine_for(beta);
    const double turned = (position.lon - origin_.lon) * radian;
    const double towards = 1 + sin_ * beta + cos_ * cosine * std::cos(turned);
    if (!(towards > 1e-10)) {
        throw Error{fmt::format("the projection cannot show ({}, {})", position.lon, position.lat)};
    }
    const double b = radius_ * std::sqrt(2 / towards);
    return {b * d_ * cosine * std::sin(turned), b / d_ * (cos_ * beta - sin_ * cosine * std::cos(turned))};
}

LonLat EqualArea::inverse(const MapPoint& point) const {
    const double x = point.x_m / d_, y = point.y_m * d_, rho = std::hypot(x, y);
    if (rho == 0) { return origin_; }
    const double half = rho / (2 * radius_);
    if (!(half <= 1)) { throw Error{fmt::format("the projection cannot show ({}, {})", point.x_m, point.y_m)}; }
    const double c = 2 * std::asin(half), sine = std::sin(c), cosine = std::cos(c);
    const double beta = std::clamp(cosine * sin_ + y * sine * cos_ / rho, -1.0, 1.0);
    const double turned = std::atan2(x * sine, rho * cos_ * cosine - y * sin_ * sine);
    const double lon = origin_.lon + turned / radian;
    return {lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon, latitude_of(beta) / radian};
}

}  // namespace geo::detail
