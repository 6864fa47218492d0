// SPDX-License-Identifier: MIT
#include "app/viewer/model/result.h"

#include "geo/setting.h"
#include "layers/language/language.h"
#include "layers/map/legend.h"
#include "layers/model/country.h"
#include "layers/model/cutting.h"
#include "layers/report/plan_warnings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace app::viewer {

namespace report = layers::report;

namespace {

layers::PlanOptions options_for(const std::string& name, const Settings& settings,
                                const std::optional<layers::Sides>& sides, const geo::ReadOptions& files) {
    layers::PlanOptions options;
    options.sides = sides;
    options.files = files;
    if (const auto found = settings.find(name); found != settings.end()) { options.set = found->second; }
    return options;
}

void check(layers::Plan& plan, const Request& request) {
    layers::require_units(plan, *request.units,
                          "choose another plan, or name the fields with " + geo::setting("unit-name") + " and " +
                              geo::setting("unit-code"));
    if (request.draft) { plan.readings.clear(); }  // the land of a draft is not cut by their areas
}

std::vector<layers::Plan> load(const Request& request) {
    std::vector<std::string> names{request.a};
    if (!request.b.empty()) { names.push_back(request.b); }
    std::vector<layers::PlanOptions> options;
    for (const std::string& name : names) {
        options.push_back(options_for(name, request.settings, request.sides, request.files));
    }
    std::vector<layers::Plan> plans = layers::load_plans(names, request.units->units, options);
    for (layers::Plan& plan : plans) { check(plan, request); }
    return plans;
}

std::optional<layers::Control> copy_of(const std::shared_ptr<const layers::Control>& control) {
    return control ? std::optional{*control} : std::nullopt;
}

std::string name_of_line(const layers::Plan& plan, const std::shared_ptr<const layers::Control>& given) {
    if (given) { return given->info.name; }
    return plan.line.empty() ? layers::builtin_line_names().front() : plan.line;
}

/// The line of A and that of B, where it has one of its own, as `demarc compare` lays two; the plans stand on them.
class TwoLines {
public:
    TwoLines(const std::vector<layers::Plan>& plans, const Request& request)
        : given_{request.control, *request.control_b},
          known_{name_of_line(plans.front(), given_[0]), name_of_line(plans.back(), given_[1])},
          names_{known_} {
        if (names_[0] != names_[1]) { return; }
        names_[0] += " (A)";
        names_[1] += " (B)";
    }

    std::vector<layers::Control> lines(const layers::Units& units) const {
        std::vector<layers::Control> lines;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            lines.push_back(given_[i] ? *given_[i] : layers::builtin_line(known_[i], units));
            lines.back().info.name = names_[i];
        }
        return lines;
    }

    void stand(std::vector<layers::Plan>& plans) const {
        const bool same_plan = plans.front().name == plans.back().name;
        for (std::size_t i = 0; i < names_.size(); ++i) {
            layers::stand_on(plans[i], names_[i]);
            if (same_plan) { plans[i].name += " on " + plans[i].line; }  // in tables that are saved
        }
    }

private:
    std::array<std::shared_ptr<const layers::Control>, 2> given_;
    std::array<std::string, 2> known_, names_;
};

layers::BaseOverlay& base_for(std::vector<layers::Plan>& plans, const Request& request, LastBaseOverlay& last) {
    LastBaseOverlay wanted{request.units, request.control, request.fit, {}, request.control_b, {}};
    for (layers::Plan& plan : plans) {
        wanted.lines.push_back(plan.line);
        for (const std::string& name : layers::lines_named(plan)) { wanted.lines.push_back(name); }
    }
    const bool same = last.base && last.units == wanted.units && last.control == wanted.control &&
                      last.fit == wanted.fit && last.lines == wanted.lines && last.control_b == wanted.control_b;
    const auto two = request.control_b ? std::optional{TwoLines{plans, request}} : std::nullopt;
    if (two) {
        two->stand(plans);
    } else if (same) {
        layers::stand_all(plans, request.control ? request.control->info.name : std::string{});
    }
    if (!same) {
        std::vector<layers::Control> lines =
            two ? two->lines(*request.units) : layers::lines_under(plans, copy_of(request.control), *request.units);
        layers::add_lines_named(plans, *request.units, lines);
        wanted.base = layers::lay_lines(*request.units, std::move(lines), request.fit);
        last = std::move(wanted);
    }
    return *last.base;
}

/// The strips of the last cut stay with the base: those that a slider does not move are not drawn again.
layers::Overlay cut_keeping_strips(layers::BaseOverlay& base, const layers::Cuts& cuts) {
    layers::Overlay land = layers::cut(base, cuts);
    for (std::size_t i = 0; i < base.lines.size(); ++i) {
        base.lines[i].levels = land.lines[i].levels;
        base.lines[i].within = land.lines[i].within;
    }
    return land;
}

std::unique_ptr<const PlanView> view(const layers::Plan& plan, const Result& result,
                                     const geo::Projection& projection) {
    layers::PlanOn on{plan, result.land};
    layers::Scene scene = layers::plan_scene(on.drawn(), result.land, result.on_map, projection, result.request.theme);
    layers::AreaTable table{on, result.request.draft};
    return std::make_unique<const PlanView>(PlanView{&plan, std::move(on), std::move(table), std::move(scene)});
}

}  // namespace

layers::MapContent content_of(const Result& result, const layers::Scene& backdrop, const layers::MapFrame& frame) {
    return {&result.land, result.a.get(), result.b.get(),      result.comparison.get(), result.difference.get(),
            &backdrop,    &frame,         result.request.theme};
}

std::string title_in(const Result& result, const PlanView& view) {
    const PlanView* other = &view == result.a.get() ? result.b.get() : result.a.get();
    return layers::title_beside(other == nullptr ? nullptr : other->plan, *view.plan, result.land);
}

std::shared_ptr<const Result> lay(const Request& request, Progress& progress, LastBaseOverlay& last) {
    progress.step(layers::tr("reading the plans"));
    auto result = std::make_shared<Result>();
    result->request = request;
    result->plans = load(request);
    progress.step(layers::tr("laying the lines"));
    layers::BaseOverlay& base = base_for(result->plans, request, last);
    progress.step(layers::tr("cutting the land"));
    result->land = cut_keeping_strips(base, layers::cuts_for(result->plans, request.draft));
    progress.step(layers::tr("drawing"));
    const geo::Projection projection = geo::Projection::about(request.map_origin);
    result->on_map = layers::scene_land(result->land, projection);
    result->triangles = triangles_of(*result->on_map.pieces);
    progress.step(layers::tr("measuring"));
    result->a = view(result->plans.front(), *result, projection);
    if (!request.b.empty()) {
        result->b = view(result->plans.back(), *result, projection);
        result->comparison = std::make_unique<const layers::Comparison>(result->a->on, result->b->on);
        result->difference = std::make_unique<const layers::Scene>(layers::difference_scene(
            result->a->on.drawn(), result->b->on.drawn(), result->land, result->on_map, projection, request.theme));
    }
    result->snapper = std::make_unique<const Snapper>(result->land);
    for (const PlanView* view : {result->a.get(), result->b.get()}) {
        if (request.draft || view == nullptr || view->plan->is_builtin) { continue; }
        for (geo::Error& warning : report::warnings_on(view->on)) { result->warnings.push_back(std::move(warning)); }
    }
    return result;
}

std::shared_ptr<const PlanIndex> make_plan_index(const PlanIndexRequest& request, Progress& progress) {
    progress.step(layers::tr("reading all plans"));
    auto plan_index = std::make_shared<PlanIndex>();
    plan_index->request = request;
    std::vector<std::string> names = layers::builtin_plan_names();
    names.insert(names.end(), request.plan_files.begin(), request.plan_files.end());
    for (const std::string& name : names) {
        try {
            layers::Plan plan = layers::load_plan(
                name, request.units->units,
                options_for(name, request.settings,
                            request.sides.are_default() ? std::nullopt : std::optional{request.sides}, request.files));
            if (!plan.is_builtin || layers::speaks_of(plan, *request.units)) {
                plan_index->plans.push_back(std::move(plan));
            }
        } catch (const geo::Error& error) { plan_index->errors.push_back(error); }  // the others can be told
    }
    progress.step(layers::tr("laying the lines of all plans"));
    std::vector<layers::Control> lines =
        layers::lines_under(plan_index->plans, copy_of(request.control), *request.units);
    layers::add_lines_named(plan_index->plans, *request.units, lines);
    layers::BaseOverlay base = layers::lay_lines(*request.units, std::move(lines), request.fit);
    progress.step(layers::tr("drawing the outlines of all plans"));
    plan_index->probe = std::make_unique<const layers::Probe>(std::move(base), plan_index->plans);
    return plan_index;
}

}  // namespace app::viewer
