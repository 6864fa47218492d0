// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "geo/database.h"
#include "geo/dataset.h"
#include "layers/map/plan_layers.h"
#include "layers/model/country.h"
#include "layers/model/properties.h"
#include "layers/plan_language/plan_file.h"
#include "layers/report/balloons.h"
#include "layers/report/basis_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace app {

namespace {

struct Options {
    std::string plan, output, format;
    std::vector<std::string> layers;
    bool overwrite = false;
    Inputs inputs;
};

/// A Shapefile holds one kind of geometry.
std::vector<std::string> default_layers(const std::string& format) {
    if (format == "shp") { return {"status"}; }
    return {"status", "zone", "line"};
}

void run(const Options& options, const LegendPicture& legend, Console& console) {
    const std::string format = !options.format.empty() ? options.format
                               : options.output == "-" ? "geojson"
                                                       : geo::format_of(options.output);
    if (format == "xlsx") {
        throw geo::Error{"a workbook holds no map", "demarc areas --xlsx writes the figures of plans into one",
                         geo::Error::Kind::bad_usage};
    }
    if (format == "kmz") { legend({}, {}); }  // where another program draws it, that takes over before anything is said
    const std::vector<std::string> chosen = options.layers.empty() ? default_layers(format) : options.layers;
    layers::Units units = units_from(options.inputs);
    std::vector<layers::Plan> plans = plans_for({options.plan}, units, options.inputs);
    layers::Overlay land = land_for(plans, options.inputs, std::move(units), console);
    redraw_strips(plans, options.inputs, land, console);
    layers::PlanLayers made = layers::layers_of(plans.front(), land, chosen);
    made.dataset.receipt = json_of(
        receipt_of(console, input_names(options.inputs, land), plans, options.output == "-" ? "" : options.output));
    geo::WriteOptions write{format, options.overwrite, made.styles, layers::short_names(), {}, plans.front().name};
    if (format == "kml" || format == "kmz") { report::add_balloons(made.dataset); }
    if (format == "kmz") { write.legend_png = legend(local_title(plans.front()), made.styles); }
    geo::write(made.dataset, console.output(options.output), write);
    const bool wants_places = std::find(chosen.begin(), chosen.end(), "places") != chosen.end();
    if (wants_places && !layers::is_of_ukraine(land.units)) {
        console.note("the built-in places are in Ukraine: the layer places has none on these units");
    }
    if (options.output == "-") { return; }
    if (format == "shp" && options.layers.empty()) {
        console.note(
            "a Shapefile holds one kind of geometry: zone and line are left out; --layer zone or line writes them");
    }
    if (geo::names_database(options.output)) {
        console.note(fmt::format("its tables: {}",
                                 fmt::join(geo::tables_for(made.dataset, options.output, plans.front().name), ", ")));
    }
    console.say(fmt::format("wrote {}: {} feature{}, {}", options.output, made.dataset.features.size(),
                            made.dataset.features.size() == 1 ? "" : "s", report::basis_words(plans.front(), land)));
}

}  // namespace

void add_export(Command cli, Console& console, LegendPicture legend) {
    auto options = std::make_shared<Options>();
    const Command command = cli.add_subcommand(
        "export", "Write a plan as GeoJSON, GeoPackage, Shapefile, KML, FlatGeobuf, CSV or tables of PostGIS");
    command.add_option("plan", options->plan, "built-in plan or plan file").type_name("PLAN").required();
    command
        .add_option(
            "output", options->output,
            "file to write, its format by its ending; - for GeoJSON on standard output; \"PG:…\" for tables of PostGIS")
        .type_name("OUTPUT")
        .required();
    command
        .add_option("--layer", options->layers, "which of status, zone, line, units, places (default: the first three)")
        .delimiter(',')
        .type_name("LAYERS")
        .one_of(layers::exportable_layers());
    command.add_option("--format", options->format, "geojson, gpkg, shp, kml, kmz, fgb or csv, whatever the ending")
        .one_of({"geojson", "gpkg", "shp", "kml", "kmz", "fgb", "csv"});
    command.add_flag("--overwrite", options->overwrite, "replace the output if it exists");
    add_input_options(command, options->inputs);
    add_interval_option(command, options->inputs);
    add_draws_option(command, options->inputs);
    command.footer(
        "examples: demarc export us-28-point plan.geojson\n"
        "          demarc export freeze freeze.gpkg --layer status,places\n"
        "          demarc export freeze \"PG:host=db.example dbname=map user=writer\" --overwrite\n"
        "          demarc export my-plan.yaml - --line front.kml > mine.geojson");
    command.callback([options, legend = std::move(legend), &console] { run(*options, legend, console); });
}

}  // namespace app
