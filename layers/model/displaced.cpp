// SPDX-License-Identifier: MIT
#include "layers/model/displaced.h"

#include "geo/nearest.h"
#include "geo/repair.h"
#include "geo/segment_index.h"
#include "layers/model/line_error.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <optional>
#include <random>

namespace layers {

namespace {

using geo::Kilometres;
using geo::LonLat;

constexpr int wave_count = 80;

/// What std::normal_distribution gives differs between libraries.
class Normal {
public:
    explicit Normal(std::uint64_t seed) : bits_{seed} {}

    double uniform() { return (static_cast<double>(bits_() >> 11U) + 0.5) / 9007199254740992.0; }  // over 2^53

    double operator()() { return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform()); }

private:
    std::mt19937_64 bits_;
};

double km_per_lon(const LonLat& at) {
    return geo::latitude_as_length(std::cos(at.lat * std::numbers::pi / 180)).value();
}

const double km_per_lat = geo::latitude_as_length(1).value();

/// How far off a position is, towards the first side.
class Displacement {
public:
    Displacement(const LineInfo& line, std::uint64_t seed, const LonLat& origin)
        : deviation_km_{line.accuracy->value() / accuracy_deviations}, field_{seed, correlation_of(line), origin} {
        constexpr double per_correlation = 3, per_rough_correlation = 4.0 / 3, least = 0.1;
        spacing_km_ = std::max(correlation_of(line).value() / per_correlation, least);
        if (!line.roughness) { return; }
        rough_km_ = line.roughness->deviation.value();
        rough_from_ = line.roughness->east_of.value_or(-std::numeric_limits<double>::infinity());
        rough_spacing_km_ = std::clamp(line.roughness->correlation.value() / per_rough_correlation, least, spacing_km_);
        rough_.emplace(~seed, line.roughness->correlation, origin);
    }

    double km(const LonLat& at) const {
        return deviation_km_ * field_.at(at) + (is_rough(at) ? rough_km_ * rough_->at(at) : 0);
    }

    /// Of positions that follow its bends.
    double spacing_km(const LonLat& at) const { return is_rough(at) ? rough_spacing_km_ : spacing_km_; }

private:
    bool is_rough(const LonLat& at) const { return rough_ && at.lon >= rough_from_; }

    double deviation_km_, rough_km_ = 0, rough_from_ = 0, spacing_km_ = 0, rough_spacing_km_ = 0;
    RandomField field_;
    std::optional<RandomField> rough_;
};

struct Vertex {
    LonLat at;
    bool front_behind, front_ahead;
};

LonLat between(const LonLat& from, const LonLat& to, double part) {
    return {from.lon + (to.lon - from.lon) * part, from.lat + (to.lat - from.lat) * part};
}

/// With more positions where the path is front; without its last one.
std::vector<Vertex> vertices_of(const geo::Path& path, const geo::SegmentIndex& front,
                                const Displacement& displacement) {
    constexpr Kilometres on_front{0.02};
    std::vector<Vertex> vertices;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const LonLat &from = path[i - 1], &to = path[i];
        const bool is_front = front.any_within(between(from, to, 0.5), on_front);
        const double length = std::hypot((to.lon - from.lon) * km_per_lon(from), (to.lat - from.lat) * km_per_lat);
        const double spacing = displacement.spacing_km(from.lon > to.lon ? from : to);
        const int count = is_front ? std::max(1, static_cast<int>(std::ceil(length / spacing))) : 1;
        for (int k = 0; k < count; ++k) {
            const bool behind = k > 0 || (!vertices.empty() && vertices.back().front_ahead);
            vertices.push_back({between(from, to, static_cast<double>(k) / count), behind, is_front});
        }
    }
    return vertices;
}

/// A vertex between two others of the front, so far off to the right of the way from the one before to the one after.
LonLat displaced(const LonLat& before, const LonLat& at, const LonLat& after, double km) {
    const double east = (after.lon - before.lon) * km_per_lon(at), north = (after.lat - before.lat) * km_per_lat;
    const double length = std::hypot(east, north), off = length > 0 ? km / length : 0;
    return {at.lon + north * off / km_per_lon(at), at.lat - east * off / km_per_lat};
}

/// Held land lies to the left of its rings.
geo::Ring displaced_ring(const geo::Ring& ring, const geo::SegmentIndex& front, const Displacement& displacement) {
    std::vector<Vertex> vertices = vertices_of(ring, front, displacement);
    if (vertices.empty()) { return ring; }
    vertices.front().front_behind = vertices.back().front_ahead;
    geo::Ring result;
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const Vertex& vertex = vertices[i];
        const LonLat &before = vertices[(i + vertices.size() - 1) % vertices.size()].at,
                     &after = vertices[(i + 1) % vertices.size()].at;
        result.push_back(vertex.front_behind && vertex.front_ahead
                             ? displaced(before, vertex.at, after, displacement.km(vertex.at))
                             : vertex.at);
    }
    result.push_back(result.front());
    return result;
}

/// Does held land lie to the left of the path, or of more of its places than to the right?
bool has_held_land_left(const geo::Path& path, const std::vector<geo::Region>& held) {
    int left = 0;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const auto is_held = [&](double km) {
            const LonLat aside = displaced(path[i - 1], between(path[i - 1], path[i], 0.5), path[i], km);
            return std::any_of(held.begin(), held.end(),
                               [&aside](const geo::Region& region) { return geo::contains(region, aside); });
        };
        for (const double aside_km : {0.1, 0.5, 1.0, 2.0, 4.0, 8.0}) {
            const bool on_left = is_held(-aside_km), on_right = is_held(aside_km);
            if (on_left == on_right) { continue; }
            left += on_left ? 1 : -1;
            break;
        }
    }
    return left >= 0;
}

/// All of it front; its ends stay.
geo::Path displaced_path(const geo::Path& path, const std::vector<geo::Region>& held, const geo::SegmentIndex& front,
                         const Displacement& displacement) {
    const std::vector<Vertex> vertices = vertices_of(path, front, displacement);
    if (vertices.size() < 3) { return path; }
    const double side = has_held_land_left(path, held) ? 1 : -1;
    geo::Path result{path.front()};
    for (std::size_t i = 1; i < vertices.size(); ++i) {
        const LonLat &at = vertices[i].at, &after = i + 1 < vertices.size() ? vertices[i + 1].at : path.back();
        result.push_back(displaced(vertices[i - 1].at, at, after, side * displacement.km(at)));
    }
    result.push_back(path.back());
    return result;
}

/// What of the front no held land bounds: it runs through water.
std::vector<geo::Path> front_in_water(const FrontLine& line) {
    constexpr Kilometres on_ring{0.02};
    std::vector<geo::Segment> edges;
    for (std::size_t i = 0; i + line.control.whole_units < line.control.held.size(); ++i) {
        for (const geo::Ring* ring : geo::rings_of(line.control.held[i])) {
            for (std::size_t k = 1; k < ring->size(); ++k) { edges.push_back({(*ring)[k - 1], (*ring)[k]}); }
        }
    }
    const geo::SegmentIndex rings{std::move(edges)};
    std::vector<geo::Path> found;
    for (const geo::Path& path : line.front) {
        bool goes_on = false;
        for (std::size_t i = 1; i < path.size(); ++i) {
            const bool is_bounded = rings.any_within(between(path[i - 1], path[i], 0.5), on_ring);
            if (!is_bounded && !goes_on) { found.push_back({path[i - 1]}); }
            if (!is_bounded) { found.back().push_back(path[i]); }
            goes_on = !is_bounded;
        }
    }
    return found;
}

}  // namespace

namespace {

/// Of a part of whole turns, within 2e-9: the Taylor series of the sine in the quarter turn that it lies in. The
/// compiler takes several waves at once, which it cannot with std::cos; a draw takes 80 for each position.
double cosine_of_turns(double turns) {
    constexpr double round = 6755399441055744.0;  // 1.5 · 2^52: what is added to it loses what follows the point
    const double part = turns - ((turns + round) - round);                            // -0.5 to 0.5
    const double x = (0.25 - std::abs(part)) * 2 * std::numbers::pi, square = x * x;  // cos = sin of -π/2 to π/2
    constexpr double c3 = -1.0 / 6, c5 = 1.0 / 120, c7 = -1.0 / 5040, c9 = 1.0 / 362880, c11 = -1.0 / 39916800,
                     c13 = 1.0 / 6227020800;
    return x * (1 + square * (c3 + square * (c5 + square * (c7 + square * (c9 + square * (c11 + square * c13))))));
}

}  // namespace

RandomField::RandomField(std::uint64_t seed, Kilometres correlation, const LonLat& origin) : origin_{origin} {
    Normal normal{seed};
    for (int i = 0; i < wave_count; ++i) {
        const double per_turn = correlation.value() * 2 * std::numbers::pi;
        const double east = normal() / per_turn, north = normal() / per_turn;
        waves_.push_back({east * km_per_lon(origin), north * km_per_lat, normal.uniform()});
    }
}

double RandomField::at(const LonLat& position) const {
    const double lon = position.lon - origin_.lon, lat = position.lat - origin_.lat;
    double sum = 0;
    for (const Wave& wave : waves_) { sum += cosine_of_turns(lon * wave.per_lon + lat * wave.per_lat + wave.phase); }
    return sum * std::sqrt(2.0 / wave_count);
}

Control displaced(const FrontLine& line, std::uint64_t seed) {
    Control moved = line.control;
    const double accuracy = line.control.info.accuracy->value();
    moved.min_piece = std::max(moved.min_piece, geo::SquareKilometres{accuracy * accuracy});
    moved.info.accuracy.reset();
    moved.cuts.clear();  // they are those of the line as drawn
    moved.in_water.clear();
    moved.notes.clear();
    moved.bridges.clear();
    std::vector<geo::Segment> segments;
    for (const geo::Path& path : line.front) {
        for (std::size_t i = 1; i < path.size(); ++i) { segments.push_back({path[i - 1], path[i]}); }
    }
    if (segments.empty()) { return moved; }
    const Displacement displacement{line.control.info, seed, segments[segments.size() / 2].from};
    const geo::SegmentIndex front{std::move(segments)};
    for (const geo::Path& path : front_in_water(line)) {
        moved.in_water.push_back(displaced_path(path, line.control.held, front, displacement));
    }
    if (!line.given.empty()) {
        moved.held.insert(moved.held.end() - static_cast<std::ptrdiff_t>(moved.whole_units), line.given);
    }
    for (std::size_t i = 0; i + moved.whole_units < moved.held.size(); ++i) {
        geo::Region& region = moved.held[i];
        for (geo::Polygon& polygon : region.polygons) {
            polygon.shell = displaced_ring(polygon.shell, front, displacement);
            for (geo::Ring& hole : polygon.holes) { hole = displaced_ring(hole, front, displacement); }
        }
        region = geo::repair(region).region;
    }
    return moved;
}

}  // namespace layers
