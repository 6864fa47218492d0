// SPDX-License-Identifier: MIT
#include "geo/measure.h"

#include <GeographicLib/Geodesic.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <numbers>

// Four edges at a time; where the processor has fused multiply-add on four lanes, a second copy of the loop uses it.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define DEMARC_FOUR_LANES __attribute__((target_clones("arch=haswell", "default")))
#else
#define DEMARC_FOUR_LANES
#endif

namespace geo {

namespace {

constexpr double radian = std::numbers::pi / 180;
constexpr double flattening = 1 / 298.257223563;
constexpr double eccentricity2 = flattening * (2 - flattening);
constexpr double semi_major_km = 6378.137;
constexpr double semi_minor2_km2 = semi_major_km * semi_major_km * (1 - eccentricity2);

constexpr std::size_t terms = 16;
/// Half the range of latitudes that one series serves: the first term left out is below 1e-19 of the first.
constexpr double series_reach = 0.3;
/// Rings that are taller are cut at these latitudes, every 0.5 rad from the equator.
constexpr double band_height = 0.5;

using Series = std::array<double, terms>;

Series product(const Series& a, const Series& b) {
    Series result{};
    for (std::size_t i = 0; i < terms; ++i) {
        for (std::size_t j = 0; i + j < terms; ++j) { result[i + j] += a[i] * b[j]; }
    }
    return result;
}

Series quotient(const Series& a, const Series& b) {
    Series result{};
    for (std::size_t i = 0; i < terms; ++i) {
        double rest = a[i];
        for (std::size_t j = 1; j <= i; ++j) { rest -= b[j] * result[i - j]; }
        result[i] = rest / b[0];
    }
    return result;
}

/// The first coefficients of q'(φ₀+u) as a power series in u, from q' = b² cos φ / (1 − e² sin² φ)².
Series slope_series(double middle_latitude) {
    Series sine{}, cosine{};
    double factorial = 1;
    const double s = std::sin(middle_latitude), c = std::cos(middle_latitude);
    const std::array<double, 4> derivatives{s, c, -s, -c};
    for (std::size_t j = 0; j < terms; ++j) {
        if (j > 0) { factorial *= static_cast<double>(j); }
        sine[j] = derivatives[j % 4] / factorial;
        cosine[j] = derivatives[(j + 1) % 4] / factorial;
    }
    Series w = product(sine, sine);
    for (double& value : w) { value *= -eccentricity2; }
    w[0] += 1;
    Series slope = quotient(cosine, product(w, w));
    for (double& value : slope) { value *= semi_minor2_km2; }
    return slope;
}

/// The mean of q − q(φ₀) over an edge from u₁ to u₂ is Σ weight[j]·h_j(u₁, u₂), j from 1, where h_j is the complete
/// homogeneous polynomial u₁^j + u₁^(j−1)·u₂ + … + u₂^j, and weight[j] = slope[j−1] / (j·(j+1)).
Series mean_weights(double middle_latitude) {
    const Series slope = slope_series(middle_latitude);
    Series weights{};
    for (std::size_t j = 1; j < terms; ++j) {
        weights[j] = slope[j - 1] / (static_cast<double>(j) * static_cast<double>(j + 1));
    }
    return weights;
}

/// q itself, in km² per radian of longitude.
double authalic(double latitude) {
    const double e = std::sqrt(eccentricity2), s = std::sin(latitude);
    return semi_minor2_km2 / 2 * (s / (1 - eccentricity2 * s * s) + std::atanh(e * s) / e);
}

double edge_mean(const Series& weights, double u1, double u2) {
    double power = u1, h = u1 + u2, mean = weights[1] * h;
    for (std::size_t j = 2; j < terms; ++j) {
        power *= u1;
        h = power + u2 * h;
        mean += weights[j] * h;
    }
    return mean;
}

/// Sum with the rounding errors kept (Neumaier 1974).
class LongSum {
public:
    void add(double value) {
        const double sum = sum_ + value;
        rest_ += std::fabs(sum_) >= std::fabs(value) ? (sum_ - sum) + value : (value - sum) + sum_;
        sum_ = sum;
    }
    double value() const { return sum_ + rest_; }

private:
    double sum_ = 0, rest_ = 0;
};

constexpr std::size_t lanes = 4;
using Lanes = double __attribute__((vector_size(lanes * sizeof(double))));
constexpr std::size_t block = 256;

/// Loads are unaligned: edge i+1 starts one double after edge i. By reference, since a 32-byte return value would
/// change the calling convention between the two copies of the loop.
inline void load(Lanes& into, const double* values) {
    std::memcpy(&into, values, sizeof(Lanes));
}

/// Σ dλ·mean over the edges of `count` + 1 positions, `count` a multiple of `lanes`; Used is how many terms matter.
template <std::size_t Used>
DEMARC_FOUR_LANES double block_sum(const double* u, const double* lon, std::size_t count, const double* weights) {
    Lanes sum{};
    for (std::size_t i = 0; i < count; i += lanes) {
        Lanes u1, u2, lon1, lon2;
        load(u1, u + i);
        load(u2, u + i + 1);
        load(lon1, lon + i);
        load(lon2, lon + i + 1);
        Lanes power = u1, h = u1 + u2, mean = weights[1] * h;
        for (std::size_t j = 2; j < Used; ++j) {
            power *= u1;
            h = power + u2 * h;
            mean += weights[j] * h;
        }
        sum += (lon2 - lon1) * mean;
    }
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

/// How many terms reach full precision depends on how tall the ring is.
double block_sum(const double* u, const double* lon, std::size_t count, const double* weights, double reach) {
    if (reach < 0.004) { return block_sum<6>(u, lon, count, weights); }
    if (reach < 0.06) { return block_sum<10>(u, lon, count, weights); }
    return block_sum<terms>(u, lon, count, weights);
}

/// Differences from an origin, free of the rounding that the step from written decimals to doubles brings: 37.500135
/// stands for exactly that, not for the double beside it (which for a 100 m² parcel is 3e-12 of the area). A value that
/// is not the nearest double of a decimal with ten places, such as a computed crossing, counts as it is.
class DecimalOrigin {
public:
    explicit DecimalOrigin(double near) : places_{nearest(near)}, value_{places_ / scale} {}
    double to(double value) const {
        const double places = nearest(value);
        return places / scale == value ? (places - places_) / scale : value - value_;
    }
    double value() const { return value_; }

private:
    static constexpr double scale = 1e10;
    static constexpr double rounder = 0x1.8p52;  ///< adding and subtracting it rounds to a whole number
    static double nearest(double value) { return (value * scale + rounder) - rounder; }
    double places_, value_;
};

double one_series_integral(const Ring& ring, double middle_degrees, double reach) {
    const DecimalOrigin lat_origin{middle_degrees}, lon_origin{ring.front().lon};
    const Series weights = mean_weights(lat_origin.value() * radian);
    std::array<double, block + 1> u, lon;
    LongSum total;
    for (std::size_t first = 0; first + 1 < ring.size(); first += block) {
        const std::size_t edges = std::min(block, ring.size() - 1 - first);
        const std::size_t padded = (edges + lanes - 1) / lanes * lanes;
        for (std::size_t i = 0; i <= edges; ++i) {
            const LonLat& position = ring[first + i];
            u[i] = lat_origin.to(position.lat) * radian;
            lon[i] = lon_origin.to(position.lon);
        }
        std::fill(u.begin() + edges + 1, u.begin() + padded + 1, u[edges]);
        std::fill(lon.begin() + edges + 1, lon.begin() + padded + 1, lon[edges]);
        total.add(block_sum(u.data(), lon.data(), padded, weights.data(), reach));
    }
    return total.value() * radian;
}

struct Band {
    double middle, authalic_at_middle;
    Series weights;
};

const Band& band_at(double latitude) {
    static const std::array<Band, 9> bands = [] {
        std::array<Band, 9> made{};
        for (int i = 0; i < 9; ++i) {
            const double middle = (i - 4) * band_height;
            made[static_cast<std::size_t>(i)] = {middle, authalic(middle), mean_weights(middle)};
        }
        return made;
    }();
    return bands[static_cast<std::size_t>(std::lround(latitude / band_height) + 4)];
}

/// ∫ q dλ along one edge, cut where it passes from one band of latitudes to the next.
double banded_edge(double lat1, double lat2, double lon_step) {
    const double low = std::min(lat1, lat2), high = std::max(lat1, lat2);
    double sum = 0, from = low;
    while (true) {
        const Band& band = band_at(std::min(from + 1e-12, high));
        const double to = std::min(high, band.middle + band_height / 2);
        const double share = high > low ? (to - from) / (high - low) : 1;
        const double mean = band.authalic_at_middle + edge_mean(band.weights, from - band.middle, to - band.middle);
        sum += share * mean;
        if (to >= high) { return sum * lon_step; }
        from = to;
    }
}

double banded_integral(const Ring& ring) {
    LongSum total;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double lon_step = (ring[i].lon - ring[i - 1].lon) * radian;
        total.add(banded_edge(ring[i - 1].lat * radian, ring[i].lat * radian, lon_step));
    }
    return total.value();
}

}  // namespace

SquareKilometres signed_area_of(const Ring& ring) {
    if (ring.size() < 4) { return SquareKilometres{0}; }
    const Bounds bounds = bounds_of(ring);
    const double reach = (bounds.north - bounds.south) / 2 * radian;
    const double middle = bounds.south + (bounds.north - bounds.south) / 2;
    const double integral = reach <= series_reach ? one_series_integral(ring, middle, reach) : banded_integral(ring);
    return SquareKilometres{-integral};
}

/// By the ring's area in the plane, whose sign is the same; that decides unless rounding could.
bool runs_counter_clockwise(const Ring& ring) {
    double sum = 0, size = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double left = (ring[i - 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat),
                     right = (ring[i].lon - ring[0].lon) * (ring[i - 1].lat - ring[0].lat);
        sum += left - right;
        size += std::abs(left) + std::abs(right);
    }
    constexpr double doubt = 1e-14;  // by addend, many times what rounding can be
    if (std::abs(sum) > doubt * static_cast<double>(ring.size()) * size) { return sum > 0; }
    return signed_area_of(ring).value() >= 0;
}

SquareKilometres area_of(const Ring& ring) {
    return magnitude(signed_area_of(ring));
}

SquareKilometres area_of(const Polygon& polygon) {
    SquareKilometres area = area_of(polygon.shell);
    for (const Ring& hole : polygon.holes) { area -= area_of(hole); }
    return area;
}

SquareKilometres area_of(const Region& region) {
    LongSum total;
    for (const Polygon& polygon : region.polygons) { total.add(area_of(polygon).value()); }
    return SquareKilometres{total.value()};
}

Kilometres distance(const LonLat& a, const LonLat& b) {
    double metres = 0;
    GeographicLib::Geodesic::WGS84().Inverse(a.lat, a.lon, b.lat, b.lon, metres);
    return Kilometres{metres / 1000};
}

namespace {

/// Of positions so near that the ellipsoid's two radii half-way between tell it within 1e-8 of it: 2 km and less.
double short_distance_km(const LonLat& a, const LonLat& b) {
    constexpr double axis_km = 6378.137, f = 1 / 298.257223563, e2 = f * (2 - f);
    const double lat = (a.lat + b.lat) / 2 * radian, sine = std::sin(lat), w2 = 1 - e2 * sine * sine;
    const double across = axis_km / std::sqrt(w2), along = across * (1 - e2) / w2;
    const double east = across * std::cos(lat) * (b.lon - a.lon) * radian, north = along * (b.lat - a.lat) * radian;
    return std::sqrt(east * east + north * north);
}

}  // namespace

Kilometres length_of(const Path& path) {
    constexpr double short_degrees = 0.01, not_polar = 80;
    LongSum total;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const LonLat &a = path[i - 1], &b = path[i];
        const bool is_short = std::abs(b.lon - a.lon) < short_degrees && std::abs(b.lat - a.lat) < short_degrees;
        total.add(is_short && std::abs(a.lat) < not_polar ? short_distance_km(a, b) : distance(a, b).value());
    }
    return Kilometres{total.value()};
}

Kilometres perimeter_of(const Region& region) {
    Kilometres total{0};
    for (const Ring* ring : rings_of(region)) { total += length_of(*ring); }
    return total;
}

}  // namespace geo
