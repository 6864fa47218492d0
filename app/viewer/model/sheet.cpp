// SPDX-License-Identifier: MIT
#include "app/viewer/model/sheet.h"

#include "app/report/plan_warnings.h"
#include "layers/model/country.h"
#include "layers/model/cutting.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace app::viewer {

namespace {

layers::PlanOptions options_for(const std::string& name, const Settings& settings,
                                const std::optional<layers::Sides>& sides, const geo::ReadOptions& files) {
    layers::PlanOptions options;
    options.sides = sides;
    options.files = files;
    if (const auto found = settings.find(name); found != settings.end()) { options.set = found->second; }
    return options;
}

void check(layers::Plan& plan, const Ask& ask) {
    layers::require_units(plan, *ask.units, "choose another plan, or name the fields with --unit-name and --unit-code");
    if (ask.draft) { plan.readings.clear(); }  // the land of a draft is not cut by their areas
}

std::vector<layers::Plan> load(const Ask& ask) {
    std::vector<std::string> names{ask.a};
    if (!ask.b.empty()) { names.push_back(ask.b); }
    std::vector<layers::PlanOptions> options;
    for (const std::string& name : names) { options.push_back(options_for(name, ask.settings, ask.sides, ask.files)); }
    std::vector<layers::Plan> plans = layers::load_plans(names, ask.units->units, options);
    for (layers::Plan& plan : plans) { check(plan, ask); }
    return plans;
}

std::optional<layers::Control> copy_of(const std::shared_ptr<const layers::Control>& control) {
    return control ? std::optional{*control} : std::nullopt;
}

layers::Ground& ground_for(std::vector<layers::Plan>& plans, const Ask& ask, LastGround& last) {
    LastGround wanted{ask.units, ask.control, ask.fit, {}, {}};
    for (layers::Plan& plan : plans) {
        wanted.lines.push_back(plan.line);
        for (const std::string& name : layers::lines_named(plan)) { wanted.lines.push_back(name); }
    }
    const bool same = last.ground && last.units == wanted.units && last.control == wanted.control &&
                      last.fit == wanted.fit && last.lines == wanted.lines;
    if (same) {
        layers::stand_all(plans, ask.control ? ask.control->info.name : std::string{});
    } else {
        std::vector<layers::Control> lines = layers::lines_under(plans, copy_of(ask.control), *ask.units);
        layers::add_lines_named(plans, *ask.units, lines);
        wanted.ground = layers::lay_lines(*ask.units, std::move(lines), ask.fit);
        last = std::move(wanted);
    }
    return *last.ground;
}

/// The strips of the last cut stay with the ground: those that a slider does not move are not drawn again.
layers::Land cut_keeping_strips(layers::Ground& ground, const layers::Cuts& cuts) {
    layers::Land land = layers::cut(ground, cuts);
    for (std::size_t i = 0; i < land.lines.size(); ++i) {
        ground.lines[i].levels = land.lines[i].levels;
        ground.lines[i].within = land.lines[i].within;
    }
    return land;
}

std::unique_ptr<const Laid> laid(const layers::Plan& plan, const Sheet& sheet, const geo::Projection& projection) {
    layers::PlanOn on{plan, sheet.land};
    layers::Scene scene = layers::plan_scene(on.drawn(), sheet.land, sheet.on_map, projection, sheet.ask.theme);
    layers::AreaTable table{on, sheet.ask.draft};
    return std::make_unique<const Laid>(Laid{&plan, std::move(on), std::move(table), std::move(scene)});
}

}  // namespace

std::shared_ptr<const Sheet> lay(const Ask& ask, Progress& progress, LastGround& last) {
    progress.step("reading the plans");
    auto sheet = std::make_shared<Sheet>();
    sheet->ask = ask;
    sheet->plans = load(ask);
    progress.step("laying the lines");
    layers::Ground& ground = ground_for(sheet->plans, ask, last);
    progress.step("cutting the land");
    sheet->land = cut_keeping_strips(ground, layers::cuts_for(sheet->plans, ask.draft));
    progress.step("drawing");
    const geo::Projection projection = geo::Projection::about(ask.map_origin);
    sheet->on_map = layers::scene_land(sheet->land, projection);
    sheet->triangles = triangles_of(*sheet->on_map.pieces);
    progress.step("measuring");
    sheet->a = laid(sheet->plans.front(), *sheet, projection);
    if (!ask.b.empty()) {
        sheet->b = laid(sheet->plans.back(), *sheet, projection);
        sheet->comparison = std::make_unique<const layers::Comparison>(sheet->a->on, sheet->b->on);
        sheet->difference = std::make_unique<const layers::Scene>(layers::difference_scene(
            sheet->a->on.drawn(), sheet->b->on.drawn(), sheet->land, sheet->on_map, projection, ask.theme));
    }
    sheet->snapper = std::make_unique<const Snapper>(sheet->land);
    for (const layers::Plan& plan : sheet->plans) {
        if (ask.draft) { continue; }
        for (geo::Error& warning : warnings_on(plan, sheet->land)) { sheet->warnings.push_back(std::move(warning)); }
    }
    return sheet;
}

std::shared_ptr<const Atlas> make_atlas(const AtlasAsk& ask, Progress& progress) {
    progress.step("reading all plans");
    auto atlas = std::make_shared<Atlas>();
    atlas->ask = ask;
    std::vector<std::string> names = layers::builtin_plan_names();
    names.insert(names.end(), ask.plan_files.begin(), ask.plan_files.end());
    for (const std::string& name : names) {
        try {
            layers::Plan plan = layers::load_plan(
                name, ask.units->units,
                options_for(name, ask.settings, ask.sides.are_default() ? std::nullopt : std::optional{ask.sides},
                            ask.files));
            if (!plan.is_builtin || layers::speaks_of(plan, *ask.units)) { atlas->plans.push_back(std::move(plan)); }
        } catch (const geo::Error& error) { atlas->errors.push_back(error); }  // the others can be told
    }
    progress.step("laying the lines of all plans");
    std::vector<layers::Control> lines = layers::lines_under(atlas->plans, copy_of(ask.control), *ask.units);
    layers::add_lines_named(atlas->plans, *ask.units, lines);
    layers::Ground ground = layers::lay_lines(*ask.units, std::move(lines), ask.fit);
    progress.step("drawing the outlines of all plans");
    atlas->probe = std::make_unique<const layers::Probe>(std::move(ground), atlas->plans);
    return atlas;
}

}  // namespace app::viewer
