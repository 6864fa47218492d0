// SPDX-License-Identifier: MIT
#include "app/commands/inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <system_error>

namespace app {

void add_interval_option(Command command, Inputs& inputs) {
    command
        .add_option("--interval", inputs.interval,
                    "what ± means: 90%, nine times in ten (default), or worst, the line everywhere off by its accuracy")
        .type_name("90%|worst")
        .one_of({"90%", "worst"});
}

void add_draws_option(Command command, Inputs& inputs) {
    command
        .add_option("--draws", inputs.draws,
                    "draw strips anew along so many lines displaced at random, 16 to 10000; built-in plans have 64")
        .type_name("COUNT");
}

void add_base_option(Command command, Inputs& inputs) {
    command
        .add_option("--base", inputs.bases,
                    "a base map: roads, railways, waters, built-up land, places of a GeoPackage, Shapefile, GeoJSON, "
                    "MBTiles or OpenStreetMap extract (.osm.pbf); may be repeated")
        .type_name("FILE");
}

layers::IntervalKind interval_from(const Inputs& inputs) {
    if (inputs.interval.empty() || inputs.interval == "90%") { return layers::IntervalKind::probable; }
    if (inputs.interval == "worst") { return layers::IntervalKind::worst; }
    throw geo::Error{fmt::format("--interval: there is no interval \"{}\"", inputs.interval), "90% or worst",
                     geo::Error::Kind::bad_usage};
}

std::vector<layers::RedrawnPair> redraw_strips(const std::vector<layers::Plan>& plans, const Inputs& inputs,
                                               layers::Overlay& land, Console& console) {
    if (inputs.draws.empty()) { return {}; }
    constexpr int fewest = 16, most = 10000;
    int draws = 0;
    const char* const end = inputs.draws.data() + inputs.draws.size();
    const auto [after, status] = std::from_chars(inputs.draws.data(), end, draws);
    if (status != std::errc{} || after != end || draws < fewest || draws > most) {
        throw geo::Error{fmt::format("--draws: \"{}\" is no number from {} to {}", inputs.draws, fewest, most),
                         "64 are enough for a ± good to a tenth", geo::Error::Kind::bad_usage};
    }
    layers::RedrawnPlans redrawn = layers::redraw(plans, land, draws);
    const auto has_none = [](const layers::Redrawn& of_plan) { return of_plan.figures.empty(); };
    if (std::all_of(redrawn.plans.begin(), redrawn.plans.end(), has_none)) {
        console.note("none of the plans has a strip along the line: --draws draws nothing anew");
    }
    for (std::size_t i = 0; i < plans.size(); ++i) { land.redrawn[plans[i].name] = std::move(redrawn.plans[i]); }
    return std::move(redrawn.pairs);
}

}  // namespace app
