// SPDX-License-Identifier: MIT
#include "layers/model/point.h"

#include "geo/measure.h"
#include "geo/nearest.h"

namespace layers {

namespace {

constexpr geo::Kilometres farthest_from_land{10};

geo::LonLat nearest_of(const std::vector<geo::Path>& paths, const geo::LonLat& position) {
    std::vector<geo::Segment> segments;
    for (const geo::Path& path : paths) {
        for (std::size_t i = 1; i < path.size(); ++i) { segments.push_back({path[i - 1], path[i]}); }
    }
    return geo::nearest_on(segments, position).point;
}

}  // namespace

std::optional<std::size_t> plot_at(const Land& land, const geo::LonLat& position) {
    for (std::size_t i = 0; i < land.plots.size(); ++i) {
        const geo::Polygon& shape = land.plots[i].face->shape;
        if (geo::bounds_of(shape.shell).contains(position) && geo::contains(shape, position)) { return i; }
    }
    return std::nullopt;
}

std::optional<PointOnLand> point_on(const Land& land, const geo::LonLat& position) {
    const std::optional<std::size_t> plot = plot_at(land, position);
    PointOnLand point{position, plot.value_or(0), geo::Kilometres{plot ? 0 : 1e9}, {}};
    if (!plot) {
        for (std::size_t i = 0; i < land.plots.size(); ++i) {
            const geo::Kilometres off =
                geo::nearest_on(geo::shell_segments({{land.plots[i].face->shape}}), position).distance;
            if (off < point.off_land) {
                point.off_land = off;
                point.plot = i;
            }
        }
        if (point.off_land > farthest_from_land) { return std::nullopt; }
    }
    for (const FrontLine& line : land.lines) {
        point.to_line.push_back(line.front.empty()
                                    ? std::nullopt
                                    : std::optional{geo::distance(position, nearest_of(line.front, position))});
    }
    return point;
}

std::vector<Standing> standings_at(const PlanOn& on, std::size_t plot) {
    std::vector<Standing> all;
    for (const Assignment& way : on.moved) {
        Standing standing{way.class_at(plot), way.rule_at(plot), {}, false, false, {}};
        for (std::size_t zone = 0; zone < way.zones.size(); ++zone) {
            if (way.zones[zone][plot] != 0) { standing.zones.push_back(&way.plan->zones[zone]); }
        }
        all.push_back(std::move(standing));
    }
    return all;
}

Standing standing_at(const PlanOn& on, std::size_t plot) {
    const Assignment& drawn = on.drawn();
    Standing standing = standings_at(on, plot).front();
    if (standing.status_class == contested_land) {
        for (const Assignment& reading : on.contested) { standing.if_held.push_back(reading.class_at(plot)); }
    }
    for (const Assignment& other : on.moved) {
        standing.within_accuracy = standing.within_accuracy || other.class_at(plot) != standing.status_class;
        for (std::size_t zone = 0; zone < drawn.zones.size(); ++zone) {
            const bool differs = other.zones[zone][plot] != drawn.zones[zone][plot];
            standing.zones_within_accuracy = standing.zones_within_accuracy || differs;
        }
    }
    return standing;
}

Standing standing_of(const Plan& plan, const Land& land, const PointOnLand& point) {
    return standing_at(PlanOn{plan, land}, point.plot);
}

}  // namespace layers
