// SPDX-License-Identifier: MIT
#include "geo/band.h"
#include "geo/split.h"
#include "layers/model/area_table.h"
#include "layers/model/comparison.h"
#include "layers/model/contact_line.h"
#include "layers/model/cutting.h"
#include "layers/plan_language/plan_file.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>
#include <vector>

namespace {

layers::Control line_with(const layers::Units& units, std::size_t per_leg) {
    layers::Control control = layers::builtin_line("2025-12-24", units);
    const auto refine = [per_leg](geo::Path& path) {
        geo::Path fine;
        for (std::size_t i = 0; i < path.size(); ++i) {
            for (std::size_t k = 0; i > 0 && k + 1 < per_leg; ++k) {
                const double t = static_cast<double>(k + 1) / static_cast<double>(per_leg);
                const double jag = (k % 2 == 0 ? 8e-3 : -8e-3) / static_cast<double>(per_leg);  // never across itself
                fine.push_back({path[i - 1].lon + t * (path[i].lon - path[i - 1].lon) + jag,
                                path[i - 1].lat + t * (path[i].lat - path[i - 1].lat) - jag});
            }
            fine.push_back(path[i]);
        }
        path = std::move(fine);
    };
    for (geo::Path& path : control.drawn) { refine(path); }
    geo::Closing closed = geo::close_onto_outline(control.drawn, units.country(), layers::default_closing);
    control.cuts = closed.paths;
    control.held = {geo::split(units.country(), control.cuts, layers::capital()).other};
    return control;
}

struct Evaluated {
    std::vector<layers::Plan> plans;
    layers::Overlay land;
};

Evaluated evaluate(std::size_t count, std::size_t per_leg) {
    Evaluated result;
    layers::Units units = layers::builtin_units();
    std::vector<layers::Control> lines;
    lines.push_back(per_leg > 1 ? line_with(units, per_leg) : layers::builtin_line("2025-12-24", units));
    std::vector<std::string> names = layers::builtin_plan_names();
    names.resize(std::min(count, names.size()));
    for (const std::string& name : names) {
        result.plans.push_back(layers::load_plan(name, units.units));
        layers::stand_on(result.plans.back(), "2025-12-24");
    }
    for (layers::Plan& plan : result.plans) { plan.readings.clear(); }
    const layers::Cuts cuts = layers::cuts_for(result.plans, true);
    for (const layers::Plan& plan : result.plans) {
        for (const std::string& line : layers::lines_named(plan)) {
            const auto same = [&line](const layers::Control& control) { return control.info.name == line; };
            if (std::none_of(lines.begin(), lines.end(), same)) { lines.push_back(layers::builtin_line(line, units)); }
        }
    }
    result.land = layers::cut(std::move(units), std::move(lines), cuts);
    return result;
}

/// Reading, cutting and comparing every pair: the whole job but for starting and printing.
void plans_pairwise(benchmark::State& state) {
    for (auto _ : state) {
        const Evaluated all =
            evaluate(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
        benchmark::DoNotOptimize(layers::differences(all.plans, all.land));
        state.counters["cells"] = static_cast<double>(all.land.cells.size());
        state.counters["pairs"] = static_cast<double>(all.plans.size() * (all.plans.size() - 1) / 2);
    }
}

/// One strip along the built-in line.
void strip(benchmark::State& state) {
    layers::Units units = layers::builtin_units();
    const layers::Overlay land = layers::cut(units, {line_with(units, static_cast<std::size_t>(state.range(1)))});
    std::size_t vertices = 0, corners = 0;
    for (const geo::Path& path : land.lines[0].front) { corners += path.size(); }
    for (auto _ : state) {
        vertices =
            geo::vertex_count(geo::within(land.lines[0].front, geo::Kilometres{static_cast<double>(state.range(0))}));
    }
    state.counters["line_vertices"] = static_cast<double>(corners);
    state.counters["strip_vertices"] = static_cast<double>(vertices);
}

BENCHMARK(plans_pairwise)
    ->ArgNames({"plans", "per_leg"})
    ->ArgsProduct({{4, 16, 63}, {1}})
    ->ArgsProduct({{63}, {8, 64}})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(strip)->ArgNames({"km", "per_leg"})->ArgsProduct({{2, 15, 70}, {1, 8, 64}})->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
