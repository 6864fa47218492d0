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
    std::vector<layers::Control> lines = layers::lines_under(sheet->plans, copy_of(ask.control), *ask.units);
    layers::add_lines_named(sheet->plans, *ask.units, lines);
    progress.step("cutting the land");
    sheet->land = layers::cut(*ask.units, std::move(lines), layers::cuts_for(sheet->plans, ask.draft));
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
                                        const std::vector<std::string>& more_plans, Progress& progress) {
    progress.step("reading all plans");
    auto atlas = std::make_shared<Atlas>();
    atlas->control = control;
    std::vector<std::string> names = layers::builtin_plan_names();
    names.insert(names.end(), more_plans.begin(), more_plans.end());
    for (const std::string& name : names) {
        layers::Plan plan = layers::load_plan(name, units->units);
        if (!layers::is_foreign(plan, units->units)) { atlas->plans.push_back(std::move(plan)); }
    }
    progress.step("cutting the land for all plans");
    std::vector<layers::Control> lines = layers::lines_under(atlas->plans, copy_of(control), *units);
    layers::add_lines_named(atlas->plans, *units, lines);
    atlas->land = layers::cut(*units, std::move(lines), layers::cuts_for(atlas->plans));
    for (const layers::Plan& plan : atlas->plans) {
        progress.step("reading " + plan.name);
        atlas->standings.emplace_back(plan, atlas->land);
    }
    return atlas;
}

}  // namespace app::viewer
