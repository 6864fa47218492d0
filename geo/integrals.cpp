// SPDX-License-Identifier: MIT
#include "geo/integrals.h"

#include "geo/measure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace geo {

namespace {

constexpr double radian = std::numbers::pi / 180;
constexpr double axis_km = 6378.137, f = 1 / 298.257223563, e2 = f * (2 - f);

/// Area per radian of longitude and of latitude, in km² (Snyder 1987, 4-19 and 4-20).
double density(double latitude) {
    const double sine = std::sin(latitude), w2 = 1 - e2 * sine * sine;
    return axis_km * axis_km * (1 - e2) * std::cos(latitude) / (w2 * w2);
}

/// ∫ density and ∫ (latitude - from) density, between two latitudes.
struct Moments {
    double none = 0, first = 0;
};

/// Gauss's rule of three nodes, on pieces so short that it is good to the last digit.
Moments moments(double from, double to) {
    constexpr double longest = 0.02;
    constexpr std::array nodes{-0.7745966692414834, 0.0, 0.7745966692414834};
    constexpr std::array weights{5.0 / 18, 8.0 / 18, 5.0 / 18};
    const int pieces = std::max(1, static_cast<int>(std::ceil((to - from) / longest)));
    const double width = (to - from) / pieces;
    Moments sum;
    for (int piece = 0; piece < pieces; ++piece) {
        const double middle = (piece + 0.5) * width;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const double at = middle + nodes[i] * width / 2, mass = weights[i] * width * density(from + at);
            sum.none += mass;
            sum.first += at * mass;
        }
    }
    return sum;
}

/// Of a longitude that is `lon` where the moments begin, and grows with the latitude.
double integral(const Moments& over, double lon, double slope) {
    return lon * over.none + slope * over.first;
}

}  // namespace

bool runs_as_it_should(const Ring& ring, bool is_shell) {
    return runs_counter_clockwise(ring) == is_shell;
}

UnitIntegrals::UnitIntegrals(const std::vector<const Region*>& units) : count_{units.size()} {
    for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
        each_edge(*units[unit], [&](const LonLat& from, const LonLat& to) {
            if (from.lat == to.lat) { return; }
            const LonLat &low = from.lat < to.lat ? from : to, &high = from.lat < to.lat ? to : from;
            const double south = low.lat * radian, north = high.lat * radian;
            edges_.push_back({south, north, low.lon * radian, (high.lon - low.lon) * radian / (north - south),
                              from.lat < to.lat ? 1 : -1, unit, 0});
        });
    }
    if (edges_.empty()) { return; }
    south_ = edges_.front().south;
    north_ = edges_.front().north;
    for (const Edge& edge : edges_) {
        south_ = std::min(south_, edge.south);
        north_ = std::max(north_, edge.north);
    }
    choose_bands();
    const auto each_band = [this](const Edge& edge, const auto& see) {
        for (std::size_t band = band_of(edge.south); band <= band_of(edge.north); ++band) { see(band); }
    };
    for (Edge& edge : edges_) {
        edge.first_band = static_cast<std::uint32_t>(band_of(edge.south));
        each_band(edge, [this](std::size_t band) { ++first_[band + 1]; });
    }
    for (std::size_t band = 1; band < first_.size(); ++band) { first_[band] += first_[band - 1]; }
    members_.resize(first_.back());
    std::vector<std::size_t> next = first_;
    for (std::uint32_t i = 0; i < edges_.size(); ++i) {
        each_band(edges_[i], [&](std::size_t band) { members_[next[band]++] = i; });
    }
}

/// As many as there are edges, as long as these lie in few of them each.
void UnitIntegrals::choose_bands() {
    constexpr std::size_t most_bands = 1U << 14U, most_each = 16;
    for (std::size_t bands = std::min(edges_.size(), most_bands);; bands /= 2) {
        first_.assign(std::max<std::size_t>(bands, 1) + 1, 0);
        std::size_t members = 0;
        for (const Edge& edge : edges_) { members += band_of(edge.north) - band_of(edge.south) + 1; }
        if (bands <= 1 || members <= most_each * edges_.size()) { return; }
    }
}

std::size_t UnitIntegrals::band_of(double latitude) const {
    const auto bands = static_cast<double>(first_.size() - 1);
    const double band = north_ > south_ ? (latitude - south_) / (north_ - south_) * bands : 0;
    return static_cast<std::size_t>(std::clamp(band, 0.0, bands - 1));
}

void UnitIntegrals::add(const LonLat& from, const LonLat& to, std::vector<double>& km2) const {
    const LonLat &low = from.lat < to.lat ? from : to, &high = from.lat < to.lat ? to : from;
    const double south = low.lat * radian, north = high.lat * radian;
    if (!(south < north) || edges_.empty() || north <= south_ || south >= north_) { return; }
    const double sign = from.lat < to.lat ? 1 : -1, slope = (high.lon - low.lon) * radian / (north - south);
    // Longitudes count from the middle of the edge: what is added to all of them adds nothing in the end.
    const double origin = (low.lon + high.lon) / 2 * radian, lon = low.lon * radian - origin;
    const Moments whole = moments(south, north);
    const std::size_t first = band_of(south), last = band_of(north);
    for (std::size_t band = first; band <= last; ++band) {
        for (std::size_t i = first_[band]; i < first_[band + 1]; ++i) {
            const Edge& edge = edges_[members_[i]];
            if (std::max<std::size_t>(edge.first_band, first) != band) { continue; }  // it has been met
            const double a = std::max(south, edge.south), b = std::min(north, edge.north);
            if (!(a < b)) { continue; }
            const double own = lon + slope * (a - south), other = edge.lon - origin + edge.slope * (a - edge.south);
            const double apart_a = other - own, apart_b = apart_a + (edge.slope - slope) * (b - a);
            const auto over = [&](double begin, double end) {
                return begin == south && end == north ? whole : moments(begin, end);
            };
            double sum = 0;
            if (apart_a >= 0 && apart_b >= 0) {
                sum = integral(over(a, b), own, slope);
            } else if (apart_a <= 0 && apart_b <= 0) {
                sum = integral(over(a, b), other, edge.slope);
            } else {  // they cross
                const double c = a + (b - a) * apart_a / (apart_a - apart_b), meeting = own + slope * (c - a);
                const bool own_first = apart_a > 0;
                sum = integral(over(a, c), own_first ? own : other, own_first ? slope : edge.slope) +
                      integral(over(c, b), meeting, own_first ? edge.slope : slope);
            }
            km2[edge.unit] += sign * edge.sign * sum;
        }
    }
}

std::vector<SquareKilometres> UnitIntegrals::areas(const Region& region) const {
    std::vector<double> km2(count_);
    each_edge(region, [&](const LonLat& from, const LonLat& to) { add(from, to, km2); });
    std::vector<SquareKilometres> areas;
    for (const double area : km2) { areas.emplace_back(area); }
    return areas;
}

}  // namespace geo
