// SPDX-License-Identifier: MIT
#include "app/render/drawn.h"

#include "geo/error.h"
#include "layers/map/base_map.h"
#include "layers/model/place.h"
#include "layers/model/subject.h"
#include "layers/model/suggest.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {

namespace {

layers::PlanView view_of(const layers::Plan& plan, const Drawn& drawn, const geo::Projection& projection,
                         layers::Theme theme) {
    layers::PlanOn on{plan, drawn.land};
    layers::Scene scene = layers::plan_scene(on.drawn(), drawn.land, drawn.on_map, projection, theme);
    layers::AreaTable table{on};
    return {&plan, std::move(on), std::move(table), std::move(scene)};
}

std::unique_ptr<const Drawn> draw(const RenderOptions& options, const std::vector<std::string>& names,
                                  const Inputs& inputs, const std::shared_ptr<const std::vector<BaseFile>>& known,
                                  layers::Theme theme, Console& console) {
    auto drawn = std::make_unique<Drawn>();
    if (!inputs.by.empty()) {
        throw geo::Error{"pages have no tables by reporting units", "demarc areas, compare, at and export take --by",
                         geo::Error::Kind::bad_usage};
    }
    layers::Units units = units_from(inputs);
    drawn->plans = plans_for(names, units, inputs);
    drawn->land = land_for(drawn->plans, inputs, std::move(units), console);
    if (auto pairs = redraw_strips(drawn->plans, inputs, drawn->land, console); !pairs.empty()) {
        drawn->redrawn = std::move(pairs.front());
    }
    drawn->frame = layers::frame_of(drawn->land.units);
    const geo::Projection projection = geo::Projection::about(drawn->frame.origin);
    drawn->on_map = layers::scene_land(drawn->land, projection);
    drawn->backdrop = layers::backdrop_scene(drawn->frame, theme);
    if (drawn->frame.has_ukraine) { drawn->waters = layers::water_scene(projection, theme); }
    drawn->bases =
        known ? known : std::make_shared<const std::vector<BaseFile>>(read_bases(inputs, drawn->frame, console));
    for (const BaseFile& base : *drawn->bases) {
        layers::add_base(base.features, projection, theme, drawn->frame.has_ukraine, drawn->waters);
    }
    for (const layers::Plan& plan : drawn->plans) { drawn->views.push_back(view_of(plan, *drawn, projection, theme)); }
    if (options.difference) {
        const layers::PlanOn &a = drawn->views[0].on, &b = drawn->views[1].on;
        drawn->comparison.emplace(a, b, drawn->redrawn);
        drawn->difference =
            layers::difference_scene(a.drawn(), b.drawn(), drawn->land, drawn->on_map, projection, theme);
    }
    return drawn;
}

layers::MapContent content_of(const Drawn& drawn, std::size_t plan, bool of_difference, layers::Theme theme) {
    return {&drawn.land,
            &drawn.views[plan],
            of_difference ? &drawn.views[1] : nullptr,
            drawn.comparison ? &*drawn.comparison : nullptr,
            drawn.difference ? &*drawn.difference : nullptr,
            &drawn.backdrop,
            &drawn.frame,
            theme};
}

std::string title_of(const layers::Plan& plan, const std::string& line) {
    const std::string title = plan.title.empty() ? plan.name : local_title(plan);
    return line.empty() ? title : title + ", " + line;
}

/// What tells several maps' lines apart: their days, or their names where two are of one day or one has none.
std::vector<std::string> line_titles(const std::vector<std::unique_ptr<const Drawn>>& drawn) {
    if (drawn.size() == 1) { return {std::string{}}; }
    std::vector<std::string> days, names;
    for (const auto& one : drawn) {
        const layers::LineInfo& line = one->land.control().info;
        days.push_back(geo::to_text(line.date));
        names.push_back(line.name);
    }
    std::set<std::string> distinct{days.begin(), days.end()};
    return distinct.size() == drawn.size() && !distinct.contains("") ? days : names;
}

layers::MapBox box_of_unit(const layers::Unit& unit, const layers::MapFrame& frame) {
    constexpr double margin = 0.04;
    const geo::Projection projection = geo::Projection::about(frame.origin);
    layers::MapBox box;
    for (const geo::Ring* ring : geo::rings_of(unit.region)) {
        for (const geo::LonLat& at : *ring) {
            const geo::MapPoint point = projection.forward(at);
            box.add({static_cast<float>(point.x_m), static_cast<float>(point.y_m)});
        }
    }
    const double wide = (box.east - box.west) * margin, tall = (box.north - box.south) * margin;
    return {box.west - wide, box.south - tall, box.east + wide, box.north + tall};
}

/// A place by its name, or "36.25,48.5".
geo::LonLat position_of(const std::string& name, const layers::Units& units) {
    if (const layers::Place* place = layers::find_place(name)) { return place->position; }
    if (name.find(',') != std::string::npos) { return layers::subject_from(name, units).position; }
    throw geo::Error{fmt::format("--zoom: no place is called \"{}\"", name),
                     layers::did_you_mean(name, layers::place_names()), geo::Error::Kind::bad_usage};
}

/// "Kupiansk,60km": so far across about the place.
layers::MapBox box_about(const std::string& zoom, std::size_t comma, const layers::MapContent& content) {
    const layers::MapFrame& frame = *content.frame;
    const geo::LonLat position = position_of(zoom.substr(0, comma), content.land->units);
    const double half = geo::parse_length(zoom.substr(comma + 1)).value() * 1000 / 2;
    const geo::MapPoint middle = geo::Projection::about(frame.origin).forward(position);
    if (half < 500 || half > 1e6) {
        throw geo::Error{fmt::format("--zoom: {} cannot be shown", zoom.substr(comma + 1)), "give 1 km to 2,000 km",
                         geo::Error::Kind::bad_usage};
    }
    return {middle.x_m - half, middle.y_m - half, middle.x_m + half, middle.y_m + half};
}

}  // namespace

RenderOptions like_inputs(const Inputs& inputs) {
    RenderOptions like;
    like.inputs = inputs;
    if (!inputs.line.empty()) { like.lines.push_back(inputs.line); }
    if (!inputs.control.empty()) { like.controls.push_back(inputs.control); }
    return like;
}

std::vector<std::unique_ptr<const Drawn>> draw_plans(const RenderOptions& options,
                                                     const std::vector<std::string>& names, layers::Theme theme,
                                                     Console& console) {
    std::vector<std::unique_ptr<const Drawn>> all;
    const auto add = [&](const std::string& line, const std::string& control) {
        Inputs inputs = options.inputs;
        inputs.line = line;
        inputs.control = control;
        all.push_back(draw(options, names, inputs, all.empty() ? nullptr : all.front()->bases, theme, console));
    };
    for (const std::string& line : options.lines) { add(line, ""); }
    for (const std::string& control : options.controls) { add("", control); }
    if (all.empty()) { add("", ""); }
    return all;
}

std::vector<layers::SheetMap> maps_of(const std::vector<std::unique_ptr<const Drawn>>& drawn, bool of_difference,
                                      layers::Theme theme) {
    std::vector<layers::SheetMap> maps;
    const std::vector<std::string> lines = line_titles(drawn);
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const auto& one = drawn[i];
        for (std::size_t plan = 0; plan < (of_difference ? 1 : one->plans.size()); ++plan) {
            maps.push_back({content_of(*one, plan, of_difference, theme),
                            of_difference ? layers::Mode::difference : layers::Mode::one, &one->on_map,
                            one->waters.pieces ? &one->waters : nullptr, title_of(one->plans[plan], lines[i])});
        }
    }
    return maps;
}

layers::MapBox box_for(const std::string& zoom, const std::vector<layers::SheetMap>& maps) {
    const layers::MapFrame& frame = *maps.front().content.frame;
    if (zoom == "all") { return frame.whole; }
    if (zoom == "plan") {
        layers::MapBox box;
        for (const layers::SheetMap& map : maps) {
            const layers::MapBox there = layers::box_of_interest(map);
            box = {std::min(box.west, there.west), std::min(box.south, there.south), std::max(box.east, there.east),
                   std::max(box.north, there.north)};
        }
        return box;
    }
    if (const std::size_t comma = zoom.rfind(','); comma != std::string::npos) {
        return box_about(zoom, comma, maps.front().content);
    }
    const std::vector<layers::Unit>& units = maps.front().content.land->units.units;
    const int unit = layers::find_unit(units, zoom);
    if (unit >= 0) { return box_of_unit(units[static_cast<std::size_t>(unit)], frame); }
    std::vector<std::string> known{"plan", "all"};
    for (const layers::Unit& other : units) { known.push_back(other.name); }
    throw geo::Error{fmt::format("--zoom: \"{}\" is no unit", zoom),
                     layers::did_you_mean(zoom, known) + "; of a place say how far across: Kupiansk,60km",
                     geo::Error::Kind::bad_usage};
}

}  // namespace app
