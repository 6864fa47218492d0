// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "geo/dataset.h"
#include "geo/error.h"
#include "layers/map/difference_layers.h"
#include "layers/model/properties.h"
#include "layers/plan_language/plan_file.h"
#include "layers/report/compare_report.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace app {

namespace {

struct Options {
    std::vector<std::string> plans, lines, controls;
    std::string map;
    bool overwrite = false, all = false;
    Inputs inputs;
    Format format = Format::table;
};

[[noreturn]] void refuse(const std::string& problem, const std::string& remedy) {
    throw geo::Error{problem, remedy, geo::Error::Kind::bad_usage};
}

/// Plans by name, and the same plan twice if it stands on two lines.
std::vector<std::string> names_from(const Options& options, bool two_lines) {
    std::vector<std::string> names = options.plans;
    if (two_lines && names.empty()) { names = {"as-held"}; }
    if (two_lines && names.size() == 1) { names.push_back(names.front()); }
    if (two_lines && names.size() > 2) { refuse("two lines go with two plans at most", "name one line for all plans"); }
    if (names.size() == 1) { refuse("a second plan is missing", "name another plan, or two lines"); }
    return names;
}

/// The first plan on the first line, the second on the second.
layers::Overlay on_two_lines(std::vector<layers::Plan>& plans, const Options& options, layers::Units units,
                             Console& console) {
    std::vector<layers::Control> controls;
    const auto add = [&](const std::string& line, const std::string& control) {
        Inputs one = options.inputs;
        one.line = line;
        one.control = control;
        if (is_builtin_line(line)) {
            one.date = one.source = one.accuracy = one.correlation = one.held_at = "";
        }  // they describe the other, a file
        controls.push_back(control_from(one, units, console));
        if (controls.size() == 2 && controls[0].info.name == controls[1].info.name) {
            controls[0].info.name += " (first)";
            controls[1].info.name += " (second)";
        }
    };
    for (const std::string& line : options.lines) { add(line, ""); }
    for (const std::string& control : options.controls) { add("", control); }
    for (std::size_t i = 0; i < 2; ++i) { layers::stand_on(plans[i], controls[i].info.name); }
    if (plans[0].name == plans[1].name) {
        for (layers::Plan& plan : plans) { plan.name += " on " + plan.line; }
    }
    return land_of(plans, std::move(controls), options.inputs, std::move(units), console);
}

/// The file of a plan, or what is set in it, whichever tells it from another version.
std::string version_of(const layers::Plan& plan, bool by_file) {
    if (by_file) { return std::filesystem::path{plan.file}.filename().string(); }
    std::string words;
    for (const layers::Parameter& parameter : plan.parameters) {
        if (parameter.value == parameter.written) { continue; }
        words += fmt::format("{}{}={}", words.empty() ? "" : ", ", parameter.name, parameter.value);
    }
    return words;
}

/// Two versions of one plan bear one name: then the file says which it is, or what is set.
void tell_versions_apart(std::vector<layers::Plan>& plans) {
    const std::vector<layers::Plan> named = plans;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        bool has_other = false, by_file = false;
        for (std::size_t k = 0; k < named.size(); ++k) {
            if (k == i || named[k].name != named[i].name) { continue; }
            has_other = true;
            by_file = by_file || named[k].file != named[i].file;
        }
        const std::string version = has_other ? version_of(named[i], by_file) : "";
        if (!version.empty()) { plans[i].name += " (" + version + ")"; }
    }
}

InputNames names_of(const Options& options, const layers::Overlay& land) {
    InputNames names = input_names(options.inputs, land);
    for (const auto* some : {&options.lines, &options.controls}) {
        names.lines.insert(names.lines.end(), some->begin(), some->end());
    }
    return names;
}

void write_map(const report::Compared& pair, const layers::Overlay& land, const Options& options, Console& console) {
    layers::PlanLayers made = layers::difference_layers(*pair.a, *pair.b, pair.comparison, land);
    if (made.dataset.features.empty()) {
        console.note("nothing changes between the two plans: no map is written");
        return;
    }
    made.dataset.receipt = json_of(receipt_of(console, names_of(options, land), {*pair.a, *pair.b}, options.map));
    geo::write(made.dataset, console.output(options.map), {"", options.overwrite, made.styles, layers::short_names()});
    console.say(fmt::format("wrote {}: {} feature{}, {} to {}", options.map, made.dataset.features.size(),
                            made.dataset.features.size() == 1 ? "" : "s", pair.a->name, pair.b->name));
}

void print_differences(const std::vector<layers::Plan>& plans, const layers::Overlay& land, Format format,
                       Console& console) {
    switch (format) {
        case Format::json:
            return console.print(report::differences_json(plans, land));
        case Format::csv:
            return console.print(report::differences_csv(plans, land));
        case Format::table:
            return console.print(report::differences_text(plans, land, console.text_output()));
    }
}

void print_pairs(const std::vector<report::Compared>& pairs, const std::vector<layers::Plan>& plans,
                 const layers::Overlay& land, const Options& options, Console& console) {
    switch (options.format) {
        case Format::json:
            return console.print(
                report::compare_json(pairs, land, record_of(receipt_of(console, names_of(options, land), plans))));
        case Format::csv:
            return console.print(report::compare_csv(pairs, land));
        case Format::table:
            break;
    }
    for (const report::Compared& pair : pairs) {
        if (&pair != &pairs.front()) { console.print("\n"); }
        console.print(report::compare_text(pair, land, console.text_output()));
    }
}

/// Whether two lines are off alike makes most of the interval of what changes between them.
void say_of_sources(const layers::Overlay& land, Console& console) {
    const auto is_open = [](const layers::FrontLine& line) {
        return line.control.info.source.empty() && line.control.info.accuracy;
    };
    if (land.lines.size() != 2 || !std::all_of(land.lines.begin(), land.lines.end(), is_open)) { return; }
    console.note(
        "neither line states its source, so that their errors count as independent and ± is wide; if both are of one "
        "tracker, name it with --source: they are off alike where the line did not move");
}

void run(Options options, Console& console) {
    const bool two_lines = options.lines.size() + options.controls.size() == 2;
    if (options.lines.size() + options.controls.size() > 2) {
        refuse("two lines can be compared at a time", "name two");
    }
    layers::Units units = units_from(options.inputs);
    const bool every_pair = options.all || (options.plans.empty() && !two_lines);
    options.inputs.zones_as_drawn = every_pair;
    if (every_pair && two_lines) { refuse("every pair is compared on one line", "name one line, or two plans"); }
    if (options.all && !options.plans.empty()) {
        refuse("--all takes all built-in plans", "leave out the names, or --all");
    }
    if (every_pair && !options.map.empty()) { refuse("a map shows the difference of two plans", "name two plans"); }
    std::vector<layers::Plan> plans =
        plans_for(every_pair ? names_for(options.inputs, units, true, console) : names_from(options, two_lines), units,
                  options.inputs);
    if (!every_pair && !two_lines) { tell_versions_apart(plans); }
    for (layers::Plan& plan : plans) {
        if (every_pair) { plan.readings.clear(); }  // each as it is drawn without one
    }
    if (!two_lines) {
        if (!options.lines.empty()) { options.inputs.line = options.lines.front(); }
        if (!options.controls.empty()) { options.inputs.control = options.controls.front(); }
    }
    layers::Overlay land = two_lines ? on_two_lines(plans, options, std::move(units), console)
                                     : land_for(plans, options.inputs, std::move(units), console);
    if (two_lines) { say_of_sources(land, console); }
    if (every_pair && !options.inputs.draws.empty()) {
        refuse("--draws: strips are drawn anew for plans that are named", "name two plans, or leave out --draws");
    }
    if (every_pair) { return print_differences(plans, land, options.format, console); }
    std::vector<report::Compared> pairs;
    std::vector<layers::RedrawnPair> redrawn = redraw_strips(plans, options.inputs, land, console);
    redrawn.resize(plans.size() - 1);  // where none is asked for, there is none
    for (std::size_t i = 1; i < plans.size(); ++i) {
        pairs.emplace_back(plans[0], plans[i], land, std::move(redrawn[i - 1]));
    }
    if (!options.map.empty()) {
        if (pairs.size() > 1) { refuse("a map shows the difference of two plans", "name two"); }
        write_map(pairs.front(), land, options, console);
    }
    print_pairs(pairs, plans, land, options, console);
}

}  // namespace

void add_compare(Command cli, Console& console) {
    auto options = std::make_shared<Options>();
    const Command command = cli.add_subcommand("compare", "What changes hands between plans, or between lines");
    command
        .add_option("plan", options->plans,
                    "two plans; of more, the first with each of the others; every pair of the built-in ones if none")
        .type_name("PLAN");
    command
        .add_option(
            "--line", options->lines,
            "line of contact; given twice: the first plan's, the second plan's; beside --control the first plan's")
        .type_name("NAME|FILE");
    command
        .add_option("--control", options->controls,
                    "land that Russia holds; given twice: the first plan's, the second plan's")
        .type_name("FILE");
    command
        .add_option("--map", options->map, "write what changes as polygons, labelled from → to; format by its ending")
        .type_name("OUTPUT");
    command.add_flag("--overwrite", options->overwrite, "replace the map if it exists");
    command.add_flag("--all", options->all, "every pair of the built-in plans: km² that differ");
    add_shared_options(command, options->inputs);
    add_interval_option(command, options->inputs);
    add_draws_option(command, options->inputs);
    add_format_options(command, options->format);
    command.footer(
        "examples: demarc compare us-28-point ua-us-20-point\n"
        "          demarc compare freeze us-28-point --map difference.geojson\n"
        "          demarc compare --control monday.geojson --control tuesday.geojson\n"
        "          demarc compare --line 2022-02-23 --line 2025-12-24\n"
        "          demarc compare us-28-point@smallest us-28-point@largest");
    command.callback([options, &console] { run(*options, console); });
}

}  // namespace app
