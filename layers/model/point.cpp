// SPDX-License-Identifier: MIT
#include "layers/model/point.h"

#include "geo/measure.h"
#include "geo/nearest.h"

namespace layers {

namespace {

/// Onto the cell that is nearest to its position; false if that is too far off.
bool move_onto_land(const Overlay& land, PointOnLand& point) {
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        const geo::Kilometres off =
            geo::nearest_on(geo::shell_segments({{land.cells[i].face->shape}}), point.position).distance;
        if (off < point.off_land) {
            point.off_land = off;
            point.cell = i;
        }
    }
    return point.off_land <= farthest_from_land;
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

std::optional<PointOnLand> PointsOn::at(const geo::LonLat& position) const {
    constexpr geo::Kilometres anywhere{20000};
    const std::optional<std::size_t> cell = cell_at(position);
    PointOnLand point{position, cell.value_or(0), geo::Kilometres{cell ? 0 : 1e9}, {}};
    if (!cell && !move_onto_land(*land_, point)) { return std::nullopt; }
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
    geo::Kilometres nearest = farthest_border;
    for (std::size_t i = 0; i < land_->cells.size(); ++i) {
        if (unit_of(land_->cells[i]).code != place.unit_code) { continue; }
        const geo::Kilometres off =
            geo::nearest_on(geo::shell_segments({{land_->cells[i].face->shape}}), place.position).distance;
        if (off < nearest) {
            nearest = off;
            point->cell = i;
        }
    }
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
