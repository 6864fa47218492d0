// SPDX-License-Identifier: MIT
#include "app/commands/track_options.h"

#include "geo/dataset.h"
#include "geo/error.h"
#include "layers/model/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace app {

namespace {

[[noreturn]] void refuse(const std::string& problem, const std::string& remedy) {
    throw geo::Error{problem, remedy, geo::Error::Kind::bad_usage};
}

}  // namespace

void refuse_idle(const TrackOptions& options) {
    const Inputs& inputs = options.inputs;
    if (options.as_lines && options.format != Format::table) {
        refuse("--jsonl goes without --json and --csv", "leave one");
    }
    if (!options.chart.output.empty() && (!options.against.empty() || !options.plans.empty())) {
        refuse("--chart is of one source's days, and goes without --against and --plan", "leave one");
    }
    const bool reads_twice = !options.moves.empty() || !options.plans.empty() || !inputs.accuracy.empty();
    if (!options.against.empty() && reads_twice) {
        refuse("--against goes without --moves, --plan and --accuracy",
               "demarc compare --control FILE --control FILE --map OUTPUT draws what two files of a day differ by");
    }
    if (reads_twice && std::ranges::find(options.sources, "-") != options.sources.end()) {
        refuse("--moves, --plan and --accuracy read the days twice, and standard input can be read once", "give files");
    }
    if (!options.slice.empty() && (options.format != Format::csv && !options.as_lines)) {
        refuse("--slice makes a part of a table in a file", "give --csv or --jsonl as well");
    }
    if (!options.slice.empty() &&
        (!options.moves.empty() || !options.chart.output.empty() || !options.against.empty())) {
        refuse("--slice goes without --moves, --chart and --against, which are of all days", "leave it out for these");
    }
    if (options.in_all && ((options.format == Format::table && !options.as_lines) || !options.against.empty() ||
                           !options.plans.empty())) {
        refuse("--in-all is for --csv, --json and --jsonl of what is held", "leave it out");
    }
    if (options.moves == "-") { refuse("--moves: standard output has the table already", "name a file"); }
    if (!options.moves.empty()) {
        try {
            geo::format_of(options.moves);
        } catch (const geo::Error& error) {
            refuse("--moves: " + error.problem(), "end its name in .geojson, .gpkg, .shp, .kml, .kmz, .fgb or .csv");
        }
    }
    if (options.chart.overwrite && options.moves.empty() && options.chart.output.empty()) {
        refuse("--overwrite is for what --moves and --chart write", "leave it out");
    }
    if (options.chart.by != "total" && !options.chart.is_by_unit()) {
        refuse(fmt::format("--chart-by: \"{}\" is neither total nor unit", options.chart.by),
               layers::did_you_mean(options.chart.by, {"total", "unit"}));
    }
    fit_from(inputs);
    if (!options.plans.empty()) {  // before many days are read
        interval_from(inputs);
        layers::Control none;
        set_min_piece(inputs, none);
        return;
    }
    if (!inputs.source.empty() && options.chart.output.empty() && inputs.accuracy.empty()) {
        refuse("--source is said on charts, and of plans and ±", "draw with --chart, or give --plan or --accuracy");
    }
    if (inputs.accuracy.empty() && (!inputs.correlation.empty() || !inputs.interval.empty())) {
        refuse("--correlation and --interval say more of an --accuracy", "give that too");
    }
    interval_from(inputs);
    for (const auto& [option, is_given] :
         {std::pair{"--min-piece", !inputs.min_piece.empty()}, {"--set", !inputs.settings.empty()}}) {
        if (is_given) { refuse(fmt::format("{} is for plans on each day's line", option), "name one with --plan"); }
    }
}

}  // namespace app
