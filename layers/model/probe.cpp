// SPDX-License-Identifier: MIT
#include "layers/model/probe.h"

#include "geo/measure.h"
#include "geo/nearest.h"
#include "layers/model/assignment.h"
#include "layers/model/detail/from_line.h"
#include "layers/model/detail/selector.h"
#include "layers/model/outline.h"
#include "layers/model/point.h"
#include "layers/model/resulting_line.h"

#include <algorithm>
#include <set>
#include <utility>

namespace layers {

namespace {

constexpr geo::Kilometres step_inland{0.2};

bool holds(const geo::Region& region, const geo::LonLat& position) {
    return geo::bounds_of(region).contains(position) && geo::contains(region, position);
}

std::optional<std::size_t> unit_at(const Units& units, const geo::LonLat& position) {
    for (std::size_t i = 0; i < units.units.size(); ++i) {
        if (holds(units.units[i].region, position)) { return i; }
    }
    return std::nullopt;
}

/// Past the nearest shore, a little way inland.
std::optional<PointOnBase> beside(const Units& units, const geo::LonLat& position) {
    geo::Nearest nearest{{}, farthest_from_land};
    std::optional<std::size_t> unit;
    for (std::size_t i = 0; i < units.units.size(); ++i) {
        const geo::Nearest other = geo::nearest_on(geo::shell_segments(units.units[i].region), position);
        if (other.distance >= nearest.distance) { continue; }
        nearest = other;
        unit = i;
    }
    if (!unit) { return std::nullopt; }
    const double reach = 1 + step_inland / std::max(nearest.distance, geo::Kilometres{1e-6});
    const geo::LonLat inland{position.lon + (nearest.point.lon - position.lon) * reach,
                             position.lat + (nearest.point.lat - position.lat) * reach};
    return PointOnBase{inland, nearest.distance, unit_at(units, inland).value_or(*unit), {}};
}

bool is_held(const FrontLine& line, const geo::LonLat& position) {
    const auto& held = line.control.held;
    return holds(line.given, position) ||
           std::any_of(held.begin(), held.end(), [&](const geo::Region& region) { return holds(region, position); });
}

geo::Kilometres distance_to(const std::vector<geo::Path>& front, const geo::LonLat& position) {
    std::vector<geo::Segment> segments;
    for (const geo::Path& path : front) {
        for (std::size_t i = 1; i < path.size(); ++i) { segments.push_back({path[i - 1], path[i]}); }
    }
    if (segments.empty()) { return geo::Kilometres{1e6}; }
    return geo::distance(position, geo::nearest_on(segments, position).point);
}

/// The lines that a plan's sets ask for, as lines_of() has them.
std::vector<std::size_t> lines_under(const Plan& plan, const BaseOverlay& base) {
    std::vector<std::size_t> lines;
    for (const AreaExpression* area : areas_of(plan)) {
        visit(*area, [&](const AreaExpression& where) {
            if (where.kind != AreaExpression::Kind::held_by && where.kind != AreaExpression::Kind::near_line) {
                return;
            }
            const std::size_t line = line_index(base.lines, where.line);
            if (std::find(lines.begin(), lines.end(), line) == lines.end()) { lines.push_back(line); }
        });
    }
    return lines;
}

/// A position, as sets ask of it.
struct PointAsPlace {
    const PointOnBase& spot;
    const std::vector<OutlineRegion>& outlines;
    std::size_t unit() const { return spot.unit; }
    geo::Kilometres from_line(std::size_t line) const { return spot.from_line[line]; }
    bool in_outline(std::size_t outline) const { return holds(outlines[outline].region, spot.position); }
};

StatusClass class_of(const Rule* rule) {
    return rule == nullptr ? left_open : rule->status_class;
}

}  // namespace

Probe::Probe(BaseOverlay base, const std::vector<Plan>& plans) : base_{std::move(base)} {
    std::set<std::string> seen;
    for (const Plan& plan : plans) {
        lay_resulting_line(plan, base_);
        for (const AreaExpression* area : areas_of(plan)) {
            visit(*area, [&](const AreaExpression& where) {
                const std::string& key = where.outline.key;
                if (where.kind != AreaExpression::Kind::in_outline || !seen.insert(key).second) { return; }
                outlines_.push_back({key, region_of(where.outline, base_.units)});
            });
        }
    }
}

std::optional<PointOnBase> Probe::spot(const geo::LonLat& position) const {
    std::optional<PointOnBase> spot;
    if (const auto unit = unit_at(base_.units, position)) {
        spot = PointOnBase{position, geo::Kilometres{0}, *unit, {}};
    } else {
        spot = beside(base_.units, position);
    }
    if (!spot) { return std::nullopt; }
    for (const FrontLine& line : base_.lines) {
        const geo::Kilometres off = distance_to(line.front, spot->position);
        spot->from_line.push_back(is_held(line, spot->position) ? -off : off);
    }
    return spot;
}

bool Probe::contains(const AreaExpression& where, const PointOnBase& spot, const Shift& shift) const {
    const detail::Selector set = detail::selector_of(where, base_.units.units, base_.lines, outlines_);
    return detail::contains(set, PointAsPlace{spot, outlines_}, shift);
}

detail::FromLine Probe::from_line(const PointOnBase& spot, std::size_t line, const Shift& shift) const {
    const std::size_t beyond = base_.lines[line].beyond_contested.value_or(line);
    return detail::FromLine{spot.from_line[line], spot.from_line[beyond], shift.of(line)}.counted(shift.contested);
}

const Rule* Probe::rule_at(const Plan& plan, const PointOnBase& spot, const Shift& shift) const {
    const auto found = std::find_if(plan.rules.begin(), plan.rules.end(),
                                    [&](const Rule& rule) { return contains(rule.where, spot, shift); });
    return found == plan.rules.end() ? nullptr : &*found;
}

PointStatus Probe::point_status(const Plan& plan, const PointOnBase& spot) const {
    PointStatus point_status;
    const std::vector<std::size_t> lines = lines_under(plan, base_);
    const bool speaks = speaks_of_contested(plan);
    bool no_point_status = true;
    for (const Shift& shift : shifts(base_.lines, lines)) {
        const Rule* rule = rule_at(plan, spot, shift);
        StatusClass status_class = class_of(rule);
        const bool is_contested = !speaks && std::any_of(lines.begin(), lines.end(), [&](std::size_t line) {
            return from_line(spot, line, shift).is_contested();
        });
        std::vector<StatusClass> if_held;
        if (is_contested) {
            for (const Contested side : {Contested::with_ukraine, Contested::with_russia}) {
                rule = rule_at(plan, spot, {shift.off, side});
                if_held.push_back(class_of(rule));
            }
            status_class = if_held[0] == if_held[1] ? if_held[0] : contested_land;
            if (if_held[0] == if_held[1]) { if_held.clear(); }
        }
        if (!if_held.empty()) { rule = nullptr; }
        std::vector<const Zone*> zones;
        for (const Zone& zone : plan.zones) {
            if (contains(zone.where, spot, shift)) { zones.push_back(&zone); }
        }
        const bool is_first = std::exchange(no_point_status, false);
        if (is_first) { point_status = {status_class, rule, zones, false, false, if_held}; }
        point_status.within_accuracy = point_status.within_accuracy || status_class != point_status.status_class;
        point_status.zones_within_accuracy = point_status.zones_within_accuracy || zones != point_status.zones;
    }
    return point_status;
}

}  // namespace layers
