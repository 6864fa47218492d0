// SPDX-License-Identifier: MIT
#include "app/commands/inputs.h"

#include "app/commands/line_notes.h"
#include "app/commands/reading.h"
#include "geo/error.h"
#include "layers/model/assignment.h"
#include "layers/model/contact_line.h"
#include "layers/model/country.h"
#include "layers/model/cutting.h"
#include "layers/model/date.h"
#include "layers/model/front.h"
#include "layers/model/outline_fit.h"
#include "layers/model/strip_share.h"
#include "layers/model/subject.h"
#include "layers/model/text_age.h"
#include "layers/plan_language/plan_file.h"
#include "layers/report/plan_warnings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace app {

bool is_builtin_line(const std::string& name) {
    const std::vector<std::string> names = layers::builtin_line_names();
    return std::find(names.begin(), names.end(), name) != names.end();
}

namespace {

geo::LonLat position_for(const std::string& option, const std::string& text, const layers::Units& units) {
    try {
        return layers::subject_from(text, units).position;
    } catch (const geo::Error& error) {
        throw geo::Error{fmt::format("{}: {}", option, error.problem()), error.remedy(), geo::Error::Kind::bad_usage};
    }
}

layers::LineDetails details_from(const Inputs& inputs, const layers::Units& units) {
    layers::LineDetails details{layers::parse_date(inputs.date), inputs.source};
    if (!inputs.date.empty() && !details.date) {
        throw geo::Error{"--date: " + layers::why_no_date(inputs.date), "write it as 2025-12-24",
                         geo::Error::Kind::bad_usage};
    }
    details.choosing = {inputs.where, inputs.contested, !inputs.layers.empty()};
    if (!inputs.accuracy.empty()) { details.accuracy = geo::parse_length(inputs.accuracy); }
    if (!inputs.correlation.empty()) { details.correlation = geo::parse_length(inputs.correlation); }
    if (!inputs.held_at.empty()) { details.held_at = position_for("--held-at", inputs.held_at, units); }
    return details;
}

void refuse_details(const Inputs& inputs) {
    if (!inputs.held_at.empty()) {
        throw geo::Error{"--held-at says who holds which side of a line in a file; of a built-in line that is known",
                         "leave it out, or give --line FILE", geo::Error::Kind::bad_usage};
    }
    const bool names_layers = !inputs.layers.empty() && inputs.units.empty();  // else they may be those of the units
    if (!inputs.where.empty() || names_layers) {
        throw geo::Error{fmt::format("{} chooses of the line's file, and none is given: the line is built in",
                                     names_layers ? "--input-layer" : "--where"),
                         "leave it out, or give --control FILE or --line FILE", geo::Error::Kind::bad_usage};
    }
    if (inputs.date.empty() && inputs.source.empty()) { return; }
    throw geo::Error{"--date and --source describe a file; a built-in line has its own",
                     "leave them out, or give --line FILE", geo::Error::Kind::bad_usage};
}

layers::Control read_control(const Inputs& inputs, const layers::Units& units, geo::Kilometres closing,
                             Console& console) {
    geo::ReadOptions options = reading_from(inputs);
    const layers::LineDetails details = details_from(inputs, units);
    const auto read = [&](const std::string& path) {
        geo::Dataset dataset = geo::read(path, options);
        for (const std::string& note : dataset.notes) { console.note(fmt::format("{}: {}", path, note)); }
        return dataset;
    };
    if (!inputs.control.empty()) {
        options.where.clear();  // chooses classes: what it leaves aside is said
        return layers::renamed(layers::control_from_polygons(read(inputs.control), details), inputs.control);
    }
    const std::string name = inputs.line.empty() ? layers::builtin_line_names().front() : inputs.line;
    const bool is_file = geo::names_input(name);
    if (is_builtin_line(name) || !is_file) {
        refuse_details(inputs);
        return layers::builtin_line(name, units);
    }
    return layers::renamed(layers::control_from_lines(read(name), units.country(), closing, details), name);
}

/// A strip along a front of 1,000 km should not owe much of its area to a few fields: an editor will want to know. Of
/// many plans only the strip that owes the most is named, or nobody would read it.
void say_what_lies_round_small_pieces(const std::vector<layers::Plan>& plans, const layers::Overlay& land,
                                      Console& console) {
    std::vector<std::pair<const layers::Plan*, layers::StripShare>> shares;
    std::set<const layers::Plan*> concerned;
    for (const layers::Plan& plan : plans) {
        for (const layers::StripShare& share : layers::strip_shares(plan, land)) {
            shares.emplace_back(&plan, share);
            concerned.insert(&plan);
        }
    }
    constexpr std::size_t most_plans = 2;
    const bool is_gathered = concerned.size() > most_plans;
    if (is_gathered) {
        const auto less = [](const auto& a, const auto& b) {
            return a.second.round_small_pieces < b.second.round_small_pieces;
        };
        shares = {*std::max_element(shares.begin(), shares.end(), less)};
    }
    for (const auto& [plan, share] : shares) {
        if (is_gathered) {
            console.note(fmt::format("{} of the plans have strips that owe land to small pieces, most of all this one:",
                                     concerned.size()));
        }
        console.note(fmt::format(
            "plan {}, zone {}: {} of its {} km² lie only round pieces of land of under {:.0f} km² ({} of them)",
            plan->name, share.zone->id, with_thousands(share.round_small_pieces.value()),
            with_thousands(share.all.value()), layers::small_piece.value(), share.pieces));
    }
}

}  // namespace

geo::ReadOptions reading_from(const Inputs& inputs) {
    geo::ReadOptions options{
        .crs = inputs.crs, .layers = inputs.layers, .where = inputs.where, .partial = inputs.partial};
    if (!inputs.max_size.empty()) { options.max_bytes = bytes_from(inputs.max_size); }
    return options;
}

geo::ReadOptions plan_files_from(const Inputs& inputs) {
    geo::ReadOptions options = reading_from(inputs);
    options.layers.clear();
    options.where.clear();
    return options;
}

std::optional<geo::Kilometres> fit_from(const Inputs& inputs) {
    try {
        return layers::parse_outline_fit(inputs.fit);
    } catch (const geo::Error& error) {
        throw geo::Error{"--fit-outline: " + error.problem(), error.remedy(), error.kind()};
    }
}

std::optional<layers::Sides> sides_from(const Inputs& inputs) {
    if (inputs.sides.empty()) { return std::nullopt; }
    try {
        return layers::parse_sides(inputs.sides);
    } catch (const geo::Error& error) {
        throw geo::Error{"--sides: " + error.problem(), error.remedy(), geo::Error::Kind::bad_usage};
    }
}

void set_min_piece(const Inputs& inputs, layers::Control& control) {
    if (inputs.min_piece.empty()) { return; }
    try {
        control.min_piece = geo::parse_area(inputs.min_piece);
    } catch (const geo::Error& error) {
        throw geo::Error{"--min-piece: " + error.problem(), error.remedy(), error.kind()};
    }
}

layers::Control control_from(const Inputs& inputs, const layers::Units& units, Console& console) {
    if (inputs.units == "-" && (inputs.control == "-" || inputs.line == "-")) {
        throw geo::Error{"standard input cannot be both units and line", "name a file for one of them",
                         geo::Error::Kind::bad_usage};
    }
    const geo::Kilometres closing =
        inputs.closing.empty() ? layers::default_closing : geo::parse_length(inputs.closing);
    layers::Control control = read_control(inputs, units, closing, console);
    set_min_piece(inputs, control);
    say_what_is_missing(control.info, console);
    return control;
}

namespace {

using Set = std::map<std::string, std::string>;

/// What --set sets in the plan of that index: "depth=10km" in all of them, "B:depth=10km" in the second.
Set settings_for(std::size_t plan, std::size_t plans, const Inputs& inputs) {
    Set all, own;
    for (const std::string& setting : inputs.settings) {
        const bool names_plan = setting.size() > 2 && setting[1] == ':' && setting[0] >= 'A' && setting[0] <= 'Z';
        const std::string rest = names_plan ? setting.substr(2) : setting;
        const std::size_t equals = rest.find('='), of = names_plan ? static_cast<std::size_t>(setting[0] - 'A') : plan;
        if (equals == std::string::npos || equals == 0) {
            throw geo::Error{fmt::format("--set: \"{}\" sets nothing", setting), "write it as depth=10km",
                             geo::Error::Kind::bad_usage};
        }
        if (of >= plans) {
            throw geo::Error{fmt::format("--set: \"{}\" is for a plan {}, and {} {} named", setting, setting[0], plans,
                                         plans == 1 ? "is" : "are"),
                             "A is the first plan, B the second", geo::Error::Kind::bad_usage};
        }
        if (of == plan) { (names_plan ? own : all)[rest.substr(0, equals)] = rest.substr(equals + 1); }
    }
    own.insert(all.begin(), all.end());
    return own;
}

/// The lines to cut the land by, the first of them the one that figures are about; written into the plans.
std::vector<layers::Control> controls_for(std::vector<layers::Plan>& plans, const Inputs& inputs,
                                          const layers::Units& units, Console& console) {
    std::optional<layers::Control> given;
    if (inputs.names_a_line()) {
        given = control_from(inputs, units, console);
    } else {
        refuse_details(inputs);
        if (!inputs.closing.empty()) { geo::parse_length(inputs.closing); }  // of no use, but no nonsense either
    }
    const bool is_default = !given && !plans.empty() && plans.front().line.empty();
    std::vector<layers::Control> lines = layers::lines_under(plans, std::move(given), units);
    // Whoever names a built-in line by its day knows it; of a default or a file that is not sure.
    const bool is_known = !inputs.date.empty() || is_builtin_line(inputs.line);
    const layers::LineInfo& line = lines.front().info;
    const bool is_new_enough = std::ranges::any_of(
        plans, [&line](const layers::Plan& plan) { return layers::is_as_new_as_the_text(plan, line); });
    if (!is_new_enough && (is_default || (inputs.names_a_line() && !is_known))) { say_that_it_is_old(line, console); }
    return lines;
}

}  // namespace

std::vector<layers::Plan> plans_for(const std::vector<std::string>& names, const layers::Units& units,
                                    const Inputs& inputs) {
    layers::PlanOptions common;
    common.sides = sides_from(inputs);
    common.files = plan_files_from(inputs);
    std::set<std::string> unused;
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (const auto& [name, value] : settings_for(i, names.size(), inputs)) { unused.insert(name); }
    }
    std::vector<layers::PlanOptions> chosen;
    for (std::size_t i = 0; i < names.size(); ++i) {  // a setting goes to the plans that have the parameter
        const Set settings = settings_for(i, names.size(), inputs);
        chosen.push_back(common);
        if (settings.empty()) { continue; }
        for (const layers::Parameter& parameter : layers::load_plan(names[i], units.units, common).parameters) {
            const auto setting = settings.find(parameter.name);
            if (setting == settings.end()) { continue; }
            chosen.back().set.insert(*setting);
            unused.erase(parameter.name);
        }
        if (names.size() == 1 && !unused.empty()) { chosen.back().set = settings; }  // for the error that it gives
    }
    std::vector<layers::Plan> plans = layers::load_plans(names, units.units, chosen);
    for (const layers::Plan& plan : plans) { require_units(plan, units); }
    if (!unused.empty()) {
        throw geo::Error{fmt::format("none of the plans has a parameter \"{}\"", *unused.begin()),
                         "demarc plans PLAN lists a plan's parameters", geo::Error::Kind::bad_usage};
    }
    return plans;
}

layers::Overlay bare_land_for(std::vector<layers::Plan>& plans, const Inputs& inputs, layers::Units units,
                              Console& console) {
    std::vector<layers::Control> controls = controls_for(plans, inputs, units, console);
    layers::add_lines_named(plans, units, controls);
    std::vector<layers::Plan> own;  // their authors are warned, for which the land has to be cut by them
    std::copy_if(plans.begin(), plans.end(), std::back_inserter(own),
                 [](const layers::Plan& plan) { return !plan.is_builtin; });
    return land_of(own, std::move(controls), inputs, std::move(units), console);
}

layers::Overlay land_for(std::vector<layers::Plan>& plans, const Inputs& inputs, layers::Units units,
                         Console& console) {
    std::vector<layers::Control> controls = controls_for(plans, inputs, units, console);
    set_accuracy(inputs, controls.front().info);
    return land_of(plans, std::move(controls), inputs, std::move(units), console);
}

InputNames input_names(const Inputs& inputs, const layers::Overlay& land) {
    InputNames names{inputs.units, inputs.by, {}};
    for (const std::string& line : {inputs.line, inputs.control}) {
        if (!line.empty()) { names.lines.push_back(line); }
    }
    names.lines.insert(names.lines.end(), inputs.bases.begin(), inputs.bases.end());
    for (const layers::FrontLine& line : land.lines) {
        const std::string& name = line.control.info.name;
        if (is_builtin_line(name) && name != inputs.line) { names.lines.push_back(name); }
    }
    return names;
}

layers::Overlay land_of(const std::vector<layers::Plan>& plans, std::vector<layers::Control> controls,
                        const Inputs& inputs, layers::Units units, Console& console) {
    layers::Cuts cuts = layers::cuts_for(plans, inputs.zones_as_drawn);
    layers::add_lines_named(plans, units, controls);
    for (layers::Control& control : controls) { set_min_piece(inputs, control); }
    cuts.fit = fit_from(inputs);
    cuts.by = reporting_units_from(inputs);
    cuts.interval = interval_from(inputs);
    layers::Overlay land = layers::cut(std::move(units), std::move(controls), cuts);
    for (geo::Note& note : land.notes) {
        note.text = option_words(note.text);
        console.note(note);
    }
    for (const layers::Plan& plan : plans) {
        if (plan.is_builtin) { continue; }
        for (const geo::Error& warning : report::warnings_on({plan, land})) { console.warn(warning); }
    }
    say_what_lies_round_small_pieces(plans, land, console);
    return land;
}

}  // namespace app
