// SPDX-License-Identifier: MIT
#include "geo/measure.h"
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "app/commands/measure_by_unit.h"
#include "app/commands/reading.h"
#include "app/receipt/receipt.h"
#include "geo/dataset.h"
#include "geo/overlaps.h"
#include "geo/repair.h"
#include "layers/language/messages.h"
#include "layers/report/record.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

namespace app {

namespace {

namespace field = layers::field;

struct Options {
    std::string file;
    FileReading reading;
    bool by_unit = false;
    std::string line, control;
    Format format = Format::table;
};

/// A feature's figures; area of what its polygons mean, length of its lines and perimeter of its polygons together.
struct Measured {
    int number;  ///< of the feature in its file
    std::string feature, geometry;
    std::optional<geo::SquareKilometres> area;
    std::optional<geo::Kilometres> length;
    std::vector<std::string> notes;
    geo::Region region{};  ///< as it was measured
};

std::string words(const geo::Note& note) {
    if (note.moved.value() == 0) { return note.text; }
    return fmt::format(layers::tr_later("{} ({} km² moved)"), note.text, with_thousands(note.moved.value(), 3));
}

void measure_region(const geo::Region& as_written, Measured& measured) {
    try {
        geo::Repaired repaired = geo::repair(as_written);
        measured.area = geo::area_of(repaired.region);
        measured.length = measured.length.value_or(geo::Kilometres{}) + geo::perimeter_of(repaired.region);
        for (const geo::Note& note : repaired.notes) { measured.notes.push_back(words(note)); }
        measured.region = std::move(repaired.region);
    } catch (const geo::Error& error) {  // one feature without an area does not hide the others
        measured.notes.push_back(option_words(
            error.remedy().empty() ? error.problem() : fmt::format("{}: {}", error.problem(), error.remedy())));
    }
}

Measured measure(const geo::Feature& feature) {
    Measured measured{feature.number, geo::name_of(feature), feature.shape.type, {}, {}, {}, {}};
    if (feature.shape.type.empty()) { measured.notes.emplace_back("no geometry"); }
    if (!feature.shape.paths.empty()) {
        geo::Kilometres total;
        for (const geo::Path& path : feature.shape.paths) { total += geo::length_of(path); }
        measured.length = total;
        if (std::any_of(feature.shape.paths.begin(), feature.shape.paths.end(), geo::is_closed)) {
            measured.notes.emplace_back("a closed line is no area; write it as a Polygon to have one");
        }
    }
    if (!feature.shape.region.empty()) { measure_region(feature.shape.region, measured); }
    return measured;
}

report::Table data_of(const std::vector<Measured>& rows) {
    report::Table table{{{&field::feature}, {&field::geometry}, {&field::km2}, {&field::km}, {&field::notes}}};
    for (const Measured& row : rows) {
        table.add({row.feature, report::entry_of(row.geometry), report::entry_of(row.area),
                   report::entry_of(row.length), report::List{row.notes}});
    }
    return table;
}

/// Five significant digits at least, and never fewer decimals than one.
std::string figure(double value) {
    if (value == 0 || value >= 1000) { return with_thousands(value, 1); }
    if (value >= 1) { return with_thousands(value, 3); }
    return fmt::format("{:.5g}", value);
}

/// By layer, of which a sum would count land twice.
std::map<std::string, std::vector<std::size_t>> rows_by_layer(const geo::Dataset& dataset,
                                                              const std::vector<Measured>& rows) {
    std::map<std::string, std::vector<std::size_t>> by_layer;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const geo::Feature& feature = dataset.features[i];
        by_layer[feature.layer + "/" + geo::text_of(feature.properties, "layer")].push_back(i);
    }
    return by_layer;
}

std::string words_for(const Measured& row) {
    const std::string number = fmt::format("{}", row.number);
    return row.feature == number ? "feature " + number : fmt::format("{} (feature {})", row.feature, number);
}

/// "x, y, z and 4 more"
std::string first_few(const std::vector<std::string>& words) {
    constexpr std::size_t named = 3;
    std::vector<std::string> first = words;
    first.resize(std::min(words.size(), named));
    return fmt::format("{}{}", fmt::join(first, ", "),
                       words.size() > named ? fmt::format(" and {} more", words.size() - named) : "");
}

/// What features of one layer cover together, with a note on each that overlaps another, and one on them all.
std::optional<geo::SquareKilometres> land_of(std::vector<Measured>& rows, const std::vector<std::size_t>& layer,
                                             Console& console) {
    std::vector<const geo::Region*> regions;
    geo::SquareKilometres sum;
    for (const std::size_t i : layer) {
        regions.push_back(&rows[i].region);
        sum += rows[i].area.value_or(geo::SquareKilometres{});
    }
    const geo::Overlaps overlaps = geo::overlaps_of(regions);
    if (overlaps.too_many) {
        console.note(fmt::format("whether the {} features overlap was not looked at: too many boxes do", layer.size()));
        return std::nullopt;
    }
    if (overlaps.pairs.empty()) { return sum; }
    std::vector<std::string> pairs;
    std::map<std::size_t, std::vector<std::string>> by_row;
    for (const geo::Overlap& overlap : overlaps.pairs) {
        const std::size_t first = layer[overlap.first], second = layer[overlap.second];
        const std::string km2 = figure(overlap.area.value()) + " km²";
        by_row[first].push_back(fmt::format("feature {} by {}", rows[second].number, km2));
        by_row[second].push_back(fmt::format("feature {} by {}", rows[first].number, km2));
        pairs.push_back(fmt::format("{} and {} by {}", words_for(rows[first]), words_for(rows[second]), km2));
    }
    for (const auto& [row, others] : by_row) { rows[row].notes.push_back("overlaps " + first_few(others)); }
    console.note(fmt::format("features overlap: {}; they sum to {} km² and cover {} km²", first_few(pairs),
                             figure(sum.value()), figure(overlaps.land.value())));
    return overlaps.land;
}

/// `land`: of all features, each place once; nothing where that is not known.
std::string as_table(const std::vector<Measured>& rows, std::optional<geo::SquareKilometres> land,
                     const Console& console) {
    report::Table table{{{&field::feature},
                         {&field::geometry},
                         {&field::km2, report::Shows::number},
                         {&field::km, report::Shows::number},
                         {&field::notes}}};
    geo::SquareKilometres sum;
    for (const Measured& row : rows) {
        report::List notes;
        for (const std::string& note : row.notes) { notes.words.push_back(layers::tr_message(note)); }
        table.add({row.feature, row.geometry.empty() ? "–" : row.geometry, row.area ? figure(row.area->value()) : "–",
                   row.length ? figure(row.length->value()) : "–", notes});
        sum += row.area.value_or(geo::SquareKilometres{});
    }
    if (rows.size() > 1 && land) {
        table.add_total({tr("all"), "", figure(land->value()), "", *land < sum ? tr("each place once") : ""});
    }
    return fmt::format(
        "{}\n{}\n", to_text(table, console.text_output()),
        tr("km²: edges straight in longitude and latitude, WGS84; km: geodesic, of lines and perimeters"));
}

void run(const Options& options, Console& console) {
    const geo::Dataset dataset = geo::read(options.file, options_from(options.reading));
    for (const std::string& note : dataset.notes) { console.note(note); }
    std::vector<Measured> rows;
    for (const geo::Feature& feature : dataset.features) { rows.push_back(measure(feature)); }
    if (options.by_unit) {
        std::vector<NamedRegion> features;
        for (const Measured& row : rows) {
            if (row.area) { features.push_back({row.feature, row.region}); }
        }
        if (features.empty()) { throw geo::Error{"no feature has land that could lie in units"}.at({options.file}); }
        return print_by_unit(options.file, features, options.line, options.control, options.format, console);
    }
    const auto layers = rows_by_layer(dataset, rows);
    std::optional<geo::SquareKilometres> land;
    for (const auto& [name, layer] : layers) { land = land_of(rows, layer, console); }
    if (layers.size() > 1) { land.reset(); }
    switch (options.format) {
        case Format::json:
            return console.print(
                to_json(with_receipt(records_of(data_of(rows)), receipt_of(console, {options.file, "", {}}, {}))));
        case Format::csv:
            return console.print(to_csv(data_of(rows)));
        case Format::table:
            return console.print(as_table(rows, land, console));
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
    command.add_flag("--by-unit", options->by_unit, "by unit of Ukraine and by who holds it on the line of contact");
    const Option line = command.add_option("--line", options->line, "with --by-unit: another line of contact")
                            .needs(command.option("--by-unit"))
                            .type_name("NAME|FILE");
    command.add_option("--control", options->control, "with --by-unit: land that Russia holds, a file of polygons")
        .needs(command.option("--by-unit"))
        .excludes(line)
        .type_name("FILE");
    add_reading_options(command, options->reading);
    add_format_options(command, options->format);
    command.footer(
        "examples: demarc measure zone.geojson\n"
        "          demarc measure zone.geojson --by-unit\n"
        "          demarc measure zones.gpkg --csv > zones.csv");
    command.callback([options, &console] { run(*options, console); });
}

}  // namespace app
