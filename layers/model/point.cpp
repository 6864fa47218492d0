// SPDX-License-Identifier: MIT
#include "layers/model/point.h"

#include "geo/measure.h"
#include "geo/nearest.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>

namespace layers {

namespace {

/// Could a position so near to the box lie in it? Flat, and a little too wide.
bool is_about(const geo::Bounds& bounds, const geo::LonLat& position, geo::Kilometres reach) {
    const double up = 1.1 * (reach / geo::latitude_as_length(1));
    const double aside = up / std::max(std::cos(position.lat * std::numbers::pi / 180), 0.01);
    return position.lat > bounds.south - up && position.lat < bounds.north + up && position.lon > bounds.west - aside &&
           position.lon < bounds.east + aside;
}

}  // namespace

std::optional<std::size_t> cell_at(const Overlay& land, const geo::LonLat& position) {
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        const geo::Polygon& shape = land.cells[i].face->shape;
        if (geo::bounds_of(shape.shell).contains(position) && geo::contains(shape, position)) { return i; }
    }
    return std::nullopt;
}

std::optional<PointOnLand> point_on(const Overlay& land, const geo::LonLat& position) {
    return PointsOn{land}.at(position);
}

PointsOn::PointsOn(const Overlay& land) : land_{&land} {
    for (const Cell& cell : land.cells) { bounds_.push_back(geo::bounds_of(cell.face->shape.shell)); }
    for (const FrontLine& line : land.lines) {
        std::vector<geo::Segment> segments;
        for (const geo::Path& path : line.front) {
            for (std::size_t i = 1; i < path.size(); ++i) { segments.push_back({path[i - 1], path[i]}); }
        }
        fronts_.emplace_back(std::move(segments));
    }
}

std::optional<std::size_t> PointsOn::cell_at(const geo::LonLat& position) const {
    for (std::size_t i = 0; i < bounds_.size(); ++i) {
        if (bounds_[i].contains(position) && geo::contains(land_->cells[i].face->shape, position)) { return i; }
    }
    return std::nullopt;
}

std::optional<std::pair<std::size_t, geo::Kilometres>> PointsOn::nearest_cell(
    const geo::LonLat& position, geo::Kilometres reach, const std::function<bool(std::size_t)>& counts) const {
    std::optional<std::pair<std::size_t, geo::Kilometres>> nearest;
    for (std::size_t i = 0; i < bounds_.size(); ++i) {
        if (!is_about(bounds_[i], position, reach) || !counts(i)) { continue; }
        const geo::Kilometres off =
            geo::nearest_on(geo::shell_segments({{land_->cells[i].face->shape}}), position).distance;
        if (off <= reach && (!nearest || off < nearest->second)) { nearest = {i, off}; }
    }
    return nearest;
}

std::optional<PointOnLand> PointsOn::at(const geo::LonLat& position) const {
    constexpr geo::Kilometres anywhere{20000};
    const std::optional<std::size_t> cell = cell_at(position);
    PointOnLand point{position, cell.value_or(0), geo::Kilometres{cell ? 0 : 1e9}, {}};
    if (!cell) {
        const auto beside = nearest_cell(position, farthest_from_land, [](std::size_t) { return true; });
        if (!beside) { return std::nullopt; }
        std::tie(point.cell, point.off_land) = *beside;
    }
    for (const geo::SegmentIndex& front : fronts_) {
        const auto hit = front.nearest(position, anywhere);
        point.to_line.push_back(hit ? std::optional{geo::distance(position, hit->point)} : std::nullopt);
    }
    return point;
}

std::optional<PointOnLand> PointsOn::at(const Place& place) const {
    constexpr geo::Kilometres farthest_border{5};
    std::optional<PointOnLand> point = at(place.position);
    const auto unit_of = [this](const Cell& cell) -> const Unit& {
        return land_->units.units[static_cast<std::size_t>(cell.unit)];
    };
    if (!point || unit_of(land_->cells[point->cell]).code == place.unit_code) { return point; }
    const auto own = nearest_cell(place.position, farthest_border, [&](std::size_t cell) {
        return unit_of(land_->cells[cell]).code == place.unit_code;
    });
    if (own) { point->cell = own->first; }
    return point;
}

std::vector<PointStatus> point_statuses_at(const PlanOn& on, std::size_t cell) {
    std::vector<PointStatus> all;
    for (const Assignment& way : on.moved) {
        PointStatus point_status{way.class_at(cell), way.rule_at(cell), {}, false, false, {}};
        for (std::size_t zone = 0; zone < way.zones.size(); ++zone) {
            if (way.zones[zone][cell] != 0) { point_status.zones.push_back(&way.plan->zones[zone]); }
        }
        all.push_back(std::move(point_status));
    }
    return all;
}

PointStatus point_status_at(const PlanOn& on, std::size_t cell) {
    const Assignment& drawn = on.drawn();
    PointStatus point_status = point_statuses_at(on, cell).front();
    if (point_status.status_class == contested_land) {
        for (const Assignment& reading : on.contested) { point_status.if_held.push_back(reading.class_at(cell)); }
    }
    for (const Assignment& other : on.moved) {
        point_status.within_accuracy =
            point_status.within_accuracy || other.class_at(cell) != point_status.status_class;
        for (std::size_t zone = 0; zone < drawn.zones.size(); ++zone) {
            const bool differs = other.zones[zone][cell] != drawn.zones[zone][cell];
            point_status.zones_within_accuracy = point_status.zones_within_accuracy || differs;
        }
    }
    return point_status;
}

PointStatus point_status_of(const Plan& plan, const Overlay& land, const PointOnLand& point) {
    return point_status_at(PlanOn{plan, land}, point.cell);
}

}  // namespace layers
