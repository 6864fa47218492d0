// SPDX-License-Identifier: MIT
#include "app/viewer/sheet.h"

#include "layers/cutting.h"

#include <algorithm>

namespace app::viewer {

namespace {

layers::Plan load(const std::string& name, const Ask& ask) {
    layers::PlanOptions options;
    if (const auto found = ask.settings.find(name); found != ask.settings.end()) { options.set = found->second; }
    return layers::load_plan(name, ask.units->units, options);
}

std::optional<layers::Control> copy_of(const std::shared_ptr<const layers::Control>& control) {
    return control ? std::optional{*control} : std::nullopt;
}

/// The ground of the last question, which a slider asks about again and again.
struct LastGround {
    std::shared_ptr<const layers::Units> units;
    std::shared_ptr<const layers::Control> control;
    std::optional<geo::Kilometres> fit;
    std::vector<std::string> lines;  ///< that the plans ask for
    std::shared_ptr<const layers::Ground> ground;
};

std::shared_ptr<const layers::Ground> ground_for(std::vector<layers::Plan>& plans, const Ask& ask) {
    thread_local LastGround last;
    LastGround wanted{ask.units, ask.control, ask.fit, {}, nullptr};
    for (layers::Plan& plan : plans) {
        wanted.lines.push_back(plan.line);
        for (const std::string& name : layers::lines_named(plan)) { wanted.lines.push_back(name); }
    }
    const bool same = last.ground && last.units == wanted.units && last.control == wanted.control &&
                      last.fit == wanted.fit && last.lines == wanted.lines;
    if (same) {
        layers::stand_all(plans, ask.control ? ask.control->info.name : std::string{});
        return last.ground;
    }
    std::vector<layers::Control> lines = layers::lines_under(plans, copy_of(ask.control), *ask.units);
    layers::add_lines_named(plans, *ask.units, lines);
    wanted.ground = std::make_shared<const layers::Ground>(layers::lay_lines(*ask.units, std::move(lines), ask.fit));
    last = wanted;
    return last.ground;
}

std::unique_ptr<const Laid> laid(const layers::Plan& plan, const Sheet& sheet, const geo::Projection& projection) {
    layers::Assignment assignment = layers::assign(plan, sheet.land);
    layers::Scene scene = layers::plan_scene(assignment, sheet.land, sheet.on_map, projection, sheet.ask.theme);
    return std::make_unique<const Laid>(
        Laid{&plan, std::move(assignment), layers::AreaTable{plan, sheet.land}, std::move(scene)});
}

}  // namespace

std::shared_ptr<const Sheet> lay(const Ask& ask, Progress& progress) {
    progress.step("reading the plans");
    auto sheet = std::make_shared<Sheet>();
    sheet->ask = ask;
    sheet->plans.push_back(load(ask.a, ask));
    if (!ask.b.empty()) { sheet->plans.push_back(load(ask.b, ask)); }
    progress.step("laying the lines");
    const std::shared_ptr<const layers::Ground> ground = ground_for(sheet->plans, ask);
    progress.step("cutting the land");
    sheet->land = layers::cut(*ground, layers::cuts_for(sheet->plans, ask.draft));
    progress.step("drawing");
    const geo::Projection projection = geo::Projection::ukraine();
    sheet->on_map = layers::scene_land(sheet->land, projection);
    sheet->triangles = triangles_of(*sheet->on_map.pieces);
    progress.step("measuring");
    sheet->a = laid(sheet->plans.front(), *sheet, projection);
    if (!ask.b.empty()) {
        sheet->b = laid(sheet->plans.back(), *sheet, projection);
        sheet->comparison = std::make_unique<const layers::Comparison>(*sheet->a->plan, *sheet->b->plan, sheet->land);
        sheet->difference = std::make_unique<const layers::Scene>(layers::difference_scene(
            sheet->a->assignment, sheet->b->assignment, sheet->land, sheet->on_map, projection, ask.theme));
    }
    sheet->snapper = std::make_unique<const layers::Snapper>(sheet->land);
    return sheet;
}

std::shared_ptr<const Atlas> make_atlas(const std::shared_ptr<const layers::Units>& units,
                                        const std::shared_ptr<const layers::Control>& control,
                                        std::optional<geo::Kilometres> fit, const std::vector<std::string>& more_plans,
                                        Progress& progress) {
    progress.step("reading all plans");
    auto atlas = std::make_shared<Atlas>();
    std::vector<std::string> names = layers::builtin_plan_names();
    names.insert(names.end(), more_plans.begin(), more_plans.end());
    for (const std::string& name : names) {
        layers::Plan plan = layers::load_plan(name, units->units);
        if (!layers::is_foreign(plan, units->units)) { atlas->plans.push_back(std::move(plan)); }
    }
    progress.step("laying the lines of all plans");
    std::vector<layers::Control> lines = layers::lines_under(atlas->plans, copy_of(control), *units);
    layers::add_lines_named(atlas->plans, *units, lines);
    layers::Ground ground = layers::lay_lines(*units, std::move(lines), fit);
    progress.step("drawing the outlines of all plans");
    atlas->probe = std::make_unique<const layers::Probe>(std::move(ground), atlas->plans);
    return atlas;
}

}  // namespace app::viewer
