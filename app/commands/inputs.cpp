// SPDX-License-Identifier: MIT
#include "app/commands/inputs.h"

#include "geo/error.h"
#include "layers/contact_line.h"
#include "layers/date.h"
#include "layers/plan_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>

namespace app {

namespace {

layers::LineDetails details_from(const Inputs& inputs) {
    layers::LineDetails details{inputs.date, inputs.source, {}};
    if (!inputs.date.empty() && !layers::is_date(inputs.date)) {
        throw geo::Error{fmt::format("--date: \"{}\" is not a date", inputs.date), "write it as 2025-12-24",
                         geo::Error::Kind::bad_usage};
    }
    if (!inputs.accuracy.empty()) { details.accuracy = geo::parse_length(inputs.accuracy); }
    return details;
}

bool is_builtin_line(const std::string& name) {
    const std::vector<std::string> names = layers::builtin_line_names();
    return std::find(names.begin(), names.end(), name) != names.end();
}

layers::Control control_from(const Inputs& inputs, const layers::Units& units, geo::Kilometres closing,
                             Console& console) {
    const geo::ReadOptions options{inputs.crs, inputs.layer};
    const layers::LineDetails details = details_from(inputs);
    const auto read = [&](const std::string& path) {
        geo::Dataset dataset = geo::read(path, options);
        for (const std::string& note : dataset.notes) { console.note(fmt::format("{}: {}", path, note)); }
        return dataset;
    };
    if (!inputs.control.empty()) { return layers::control_from_polygons(read(inputs.control), details); }
    const std::string name = inputs.line.empty() ? layers::builtin_line_names().front() : inputs.line;
    const bool is_file = name == "-" || name.starts_with("/vsi") || std::filesystem::exists(name);
    const geo::Region country = units.country();
    if (is_builtin_line(name) || !is_file) {
        if (!details.date.empty() || !details.source.empty() || details.accuracy) {
            throw geo::Error{"--date, --source and --accuracy describe a file; a built-in line has its own",
                             "leave them out, or give --line FILE", geo::Error::Kind::bad_usage};
        }
        return layers::builtin_line(name, country);
    }
    return layers::control_from_lines(read(name), country, closing, details);
}

void say_what_is_missing(const layers::LineInfo& line, Console& console) {
    if (line.date.empty()) { console.note("the line's file states no date; name it with --date 2025-12-24"); }
    if (!line.accuracy) { console.note("the line's accuracy is not stated; name it with --accuracy \"2 km\""); }
}

}  // namespace

void add_input_options(CLI::App& command, Inputs& inputs) {
    auto* line =
        command.add_option("--line", inputs.line, "line of contact: a built-in one by name, or a file of lines")
            ->type_name("NAME|FILE");
    auto* control = command.add_option("--control", inputs.control, "land that Russia holds: a file of polygons")
                        ->type_name("FILE")
                        ->excludes(line);
    command.add_option("--units", inputs.units, "first-level units: a file of polygons; built in if not given")
        ->type_name("FILE");
    command
        .add_option("--fit-outline", inputs.fit,
                    "with --control: give slivers along border and coast, up to so far from them, to the side beside "
                    "them; such as 5km")
        ->needs(control)
        ->type_name("LENGTH");
    command.add_option("--close", inputs.closing, "how far an open line may end from border or coast (default 15 km)")
        ->excludes(control)
        ->type_name("LENGTH");
    command.add_option("--input-layer", inputs.layer, "layer of the line's or polygons' file, where it has several")
        ->type_name("NAME");
    command.add_option("--crs", inputs.crs, "CRS of files that do not say it, such as EPSG:32637")->type_name("CRS");
    command.add_option("--date", inputs.date, "date of the line, where its file does not say it")->type_name("DATE");
    command.add_option("--source", inputs.source, "source of the line, where its file does not say it");
    command.add_option("--accuracy", inputs.accuracy, "accuracy of the line, where its file does not say it")
        ->type_name("LENGTH");
}

void add_format_options(CLI::App& command, Format& format) {
    auto* json = command.add_flag_callback(
        "--json", [&format] { format = Format::json; }, "JSON, numbers unrounded");
    command
        .add_flag_callback(
            "--csv", [&format] { format = Format::csv; }, "CSV, numbers unrounded")
        ->excludes(json);
}

layers::Units units_from(const Inputs& inputs) {
    if (inputs.units.empty()) { return layers::builtin_units(); }
    return layers::to_units(geo::read(inputs.units, {inputs.crs, ""}));
}

layers::Land land_from(const Inputs& inputs, layers::Units units, Console& console) {
    if (inputs.units == "-" && (inputs.control == "-" || inputs.line == "-")) {
        throw geo::Error{"standard input cannot be both units and line", "name a file for one of them",
                         geo::Error::Kind::bad_usage};
    }
    std::optional<geo::Kilometres> fit;
    if (!inputs.fit.empty()) { fit = geo::parse_length(inputs.fit); }
    const geo::Kilometres closing =
        inputs.closing.empty() ? layers::default_closing : geo::parse_length(inputs.closing);
    layers::Control control = control_from(inputs, units, closing, console);
    say_what_is_missing(control.info, console);
    layers::Land land = layers::cut(std::move(units), std::move(control), fit);
    for (const geo::Note& note : land.notes) { console.note(note); }
    return land;
}

layers::Plan plan_for(const std::string& name_or_path, const layers::Units& units, Console& console) {
    layers::Plan plan = layers::load_plan(name_or_path, units.units);
    const std::vector<std::string> missing = layers::units_missing(plan, units.units);
    if (layers::is_foreign(plan, units.units)) {
        throw geo::Error{
            fmt::format("plan {} names {}, and none of them is among the units", plan.name, fmt::join(missing, ", ")),
            "give units whose names or ISO 3166-2 codes the plan uses", geo::Error::Kind::bad_usage};
    }
    if (!missing.empty()) {
        console.note(fmt::format("plan {} names units that are missing here: {}", plan.name, fmt::join(missing, ", ")));
    }
    return plan;
}

std::string basis_words(const layers::Land& land) {
    const layers::LineInfo& line = land.control.info;
    return fmt::format("{} {}{}{}, accuracy {} · edges straight in longitude and latitude, WGS84", line.kind, line.name,
                       line.date.empty() || line.name.find(line.date) != std::string::npos ? "" : " of " + line.date,
                       line.source.empty() ? "" : " (" + line.source + ")",
                       line.accuracy ? geo::to_text(*line.accuracy) : "not stated");
}

}  // namespace app
