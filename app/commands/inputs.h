// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "app/console.h"
#include "app/receipt/receipt.h"
#include "geo/dataset.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// The options that say which land is cut by which line, shared by the commands that measure plans.
struct Inputs {
    std::string line, control, units, crs, fit, closing;
    std::vector<std::string> layers, units_layers;
    std::string where, contested;      ///< attribute filters: of land that counts as held, and of contested land
    std::string unit_name, unit_code;  ///< fields of the units' file
    std::string by;                    ///< reporting units: a file of polygons
    std::string sides, held_at, min_piece, max_size;
    bool partial = false;
    std::string date, source, accuracy, correlation, interval;
    std::string draws;
    std::vector<std::string> bases;     ///< files that a map shows beneath its lines
    std::vector<std::string> settings;  ///< NAME=VALUE of plans' parameters
    bool zones_as_drawn = false;        ///< zones' figures need no interval: the land is cut much faster
    bool names_a_line() const { return !line.empty() || !control.empty(); }
};

void add_input_options(Command command, Inputs& inputs);

/// The same without --line and --control, for a command that has added its own --control already.
void add_shared_options(Command command, Inputs& inputs);

/// --units and how its file is read.
void add_unit_options(Command command, Inputs& inputs);

/// --accuracy, --correlation and --set, of commands that lay plans on a line; among the shared ones.
void add_laying_options(Command command, Inputs& inputs);

/// --interval, of commands that print figures.
void add_interval_option(Command command, Inputs& inputs);

/// --draws, of those that print the figures of one plan after another: see redraw_strips().
void add_draws_option(Command command, Inputs& inputs);

/// --base, of those that draw.
void add_base_option(Command command, Inputs& inputs);

/// --json and --csv.
void add_format_options(Command command, Format& format);

/// How --crs, --input-layer, --where, --partial and --max-size have the line's or polygons' file read.
geo::ReadOptions reading_from(const Inputs& inputs);

/// How far from border and coast land that a control polygon left uncovered goes with the land beside it; nothing: as
/// drawn. Throws geo::Error (bad usage) as layers::parse_outline_fit() does.
std::optional<geo::Kilometres> fit_from(const Inputs& inputs);

/// --fit-outline, of all commands that read control polygons.
Option add_fit_option(Command command, Inputs& inputs);

/// What --sides calls the two sides; nothing if it is not given.
std::optional<layers::Sides> sides_from(const Inputs& inputs);

/// How files of polygons that plans name are read: the plan's own keys choose layers and features.
geo::ReadOptions plan_files_from(const Inputs& inputs);

/// Units as --units says, or the built-in ones.
layers::Units units_from(const Inputs& inputs);

/// Those of --by, if it is given.
std::optional<layers::Units> reporting_units_from(const Inputs& inputs);

/// Built-in plans all of whose units are there: of the first group of the catalogue, or of all. The others are noted.
std::vector<std::string> names_for(const Inputs& inputs, const layers::Units& units, bool all, Console& console);

/// Throws geo::Error if the plan names units that are not there: its figures would be those of another plan.
void require_units(const layers::Plan& plan, const layers::Units& units);

bool is_builtin_line(const std::string& name);

/// The line of the options; the newest built-in one if they name none. Notes on its file go to standard error.
layers::Control control_from(const Inputs& inputs, const layers::Units& units, Console& console);

/// What --min-piece says, into the line.
void set_min_piece(const Inputs& inputs, layers::Control& control);

/// The plans, for these units, with --set applied to those that have the parameter. Throws geo::Error as
/// require_units() does, and for a setting that no plan knows.
std::vector<layers::Plan> plans_for(const std::vector<std::string>& names, const layers::Units& units,
                                    const Inputs& inputs);

/// The units and the land that is held, by the plans' lines, not cut by what the plans say: for questions about a
/// point.
layers::Overlay bare_land_for(std::vector<layers::Plan>& plans, const Inputs& inputs, layers::Units units,
                              Console& console);

/// Cuts the land for the plans, and says on which line each of them stands: the one that the options name, else its
/// own, else the newest built-in one. Notes, and warnings of rules that can decide nothing, go to standard error.
layers::Overlay land_for(std::vector<layers::Plan>& plans, const Inputs& inputs, layers::Units units, Console& console);

/// The files that were read for a land, as a receipt names them: those of the options, and built-in lines.
InputNames input_names(const Inputs& inputs, const layers::Overlay& land);

/// As --interval has it; throws geo::Error (bad usage) for another.
layers::IntervalKind interval_from(const Inputs& inputs);

/// What --draws asks for, into the land: the plans laid on lines displaced at random.
/// --accuracy and --correlation, which a built-in line has its own of, and these replace.
void set_accuracy(const Inputs& inputs, layers::LineInfo& line);

std::vector<layers::RedrawnPair> redraw_strips(const std::vector<layers::Plan>& plans, const Inputs& inputs,
                                               layers::Overlay& land, Console& console);

/// The same for plans that know their lines already; the first of the controls is the one that figures are about.
layers::Overlay land_of(const std::vector<layers::Plan>& plans, std::vector<layers::Control> controls,
                        const Inputs& inputs, layers::Units units, Console& console);

}  // namespace app
