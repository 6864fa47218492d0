// SPDX-License-Identifier: MIT
#include "geo/measure.h"
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "app/json.h"
#include "app/table.h"
#include "geo/dataset.h"
#include "geo/repair.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <memory>
#include <optional>
#include <set>

namespace app {

namespace {

struct Options {
    std::string file;
    geo::ReadOptions reading;
    Format format = Format::table;
};

/// A feature's figures; area of what its polygons mean, length of its lines and perimeter of its polygons together.
struct Measured {
    std::string feature, geometry;
    std::optional<geo::SquareKilometres> area;
    std::optional<geo::Kilometres> length;
    std::vector<std::string> notes;
};

std::string words(const geo::Note& note) {
    if (note.moved.value() == 0) { return note.text; }
    return fmt::format("{} ({} km² moved)", note.text, with_thousands(note.moved.value(), 3));
}

void measure_region(const geo::Region& as_written, Measured& measured) {
    try {
        const geo::Repaired repaired = geo::repair(as_written);
        measured.area = geo::area_of(repaired.region);
        measured.length = measured.length.value_or(geo::Kilometres{}) + geo::perimeter_of(repaired.region);
        for (const geo::Note& note : repaired.notes) { measured.notes.push_back(words(note)); }
    } catch (const geo::Error& error) {  // one feature without an area does not hide the others
        measured.notes.push_back(error.problem());
    }
}

Measured measure(const geo::Feature& feature) {
    Measured measured{geo::name_of(feature), feature.shape.type, {}, {}, {}};
    if (feature.shape.type.empty()) { measured.notes.emplace_back("no geometry"); }
    if (!feature.shape.paths.empty()) {
        geo::Kilometres total;
        for (const geo::Path& path : feature.shape.paths) { total += geo::length_of(path); }
        measured.length = total;
    }
    if (!feature.shape.region.empty()) { measure_region(feature.shape.region, measured); }
    return measured;
}

std::string as_json(const std::vector<Measured>& rows) {
    Json list = Json::array();
    for (const Measured& row : rows) {
        list.push_back({{"feature", row.feature},
                        {"geometry", or_null(row.geometry)},
                        {"km2", or_null(row.area)},
                        {"km", or_null(row.length)},
                        {"notes", row.notes}});
    }
    return document(list);
}

std::string as_csv(const std::vector<Measured>& rows) {
    std::string text = csv_line({"feature", "geometry", "km2", "km", "notes"});
    for (const Measured& row : rows) {
        text += csv_line({row.feature, row.geometry, row.area ? exact(row.area->value()) : "",
                          row.length ? exact(row.length->value()) : "", fmt::format("{}", fmt::join(row.notes, "; "))});
    }
    return text;
}

/// Five significant digits at least, and never fewer decimals than one.
std::string figure(double value) {
    if (value == 0 || value >= 1000) { return with_thousands(value, 1); }
    if (value >= 1) { return with_thousands(value, 3); }
    return fmt::format("{:.5g}", value);
}

/// Of several layers, which may lie over one another, a sum would count land twice.
bool is_one_layer(const geo::Dataset& dataset) {
    std::set<std::string> layers;
    for (const geo::Feature& feature : dataset.features) {
        layers.insert(feature.layer + "/" + geo::text_of(feature.properties, "layer"));
    }
    return layers.size() < 2;
}

std::string as_table(const std::vector<Measured>& rows, bool one_layer, const Console& console) {
    Table table{{{"feature"}, {"geometry"}, {"km²", Table::Align::right}, {"km", Table::Align::right}, {"notes"}}};
    geo::SquareKilometres area;
    for (const Measured& row : rows) {
        table.add({row.feature, row.geometry.empty() ? "–" : row.geometry, row.area ? figure(row.area->value()) : "–",
                   row.length ? figure(row.length->value()) : "–", fmt::format("{}", fmt::join(row.notes, "; "))});
        area += row.area.value_or(geo::SquareKilometres{});
    }
    if (rows.size() > 1 && one_layer) { table.add_total({"all", "", figure(area.value()), "", ""}); }
    return table.text(console) +
           "\nkm²: edges straight in longitude and latitude, WGS84; km: geodesic, of lines and "
           "perimeters\n";
}

void run(const Options& options, Console& console) {
    const geo::Dataset dataset = geo::read(options.file, options.reading);
    for (const std::string& note : dataset.notes) { console.note(note); }
    std::vector<Measured> rows;
    for (const geo::Feature& feature : dataset.features) { rows.push_back(measure(feature)); }
    switch (options.format) {
        case Format::json:
            return console.print(as_json(rows));
        case Format::csv:
            return console.print(as_csv(rows));
        case Format::table:
            return console.print(as_table(rows, is_one_layer(dataset), console));
    }
}

}  // namespace

void add_measure(Command cli, Console& console) {
    auto options = std::make_shared<Options>();
    const Command command =
        cli.add_subcommand("measure", "Area, perimeter or length of each feature of any file, anywhere on earth");
    command
        .add_option("file", options->file,
                    "GeoJSON, GeoPackage, Shapefile, KML, FlatGeobuf, CSV with WKT, …; - reads "
                    "standard input")
        .type_name("FILE")
        .required();
    command.add_option("--crs", options->reading.crs, "CRS of a file that does not say it, such as EPSG:32637")
        .type_name("CRS");
    command.add_option("--layer", options->reading.layers, "layers of a file that has several")
        .delimiter(',')
        .type_name("NAMES");
    add_format_options(command, options->format);
    command.footer(
        "examples: demarc measure zone.geojson\n"
        "          demarc measure zones.gpkg --csv > zones.csv");
    command.callback([options, &console] { run(*options, console); });
}

}  // namespace app
