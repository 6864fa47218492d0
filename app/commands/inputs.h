// SPDX-License-Identifier: MIT
#pragma once

#include "app/console.h"
#include "layers/land.h"
#include "layers/plan.h"

#include <string>

namespace CLI {
class App;
}

namespace app {

/// The options that say which land is cut by which line, shared by the commands that measure plans.
struct Inputs {
    std::string line, control, units, crs, layer, fit, closing;
    std::string date, source, accuracy;
};

void add_input_options(CLI::App& command, Inputs& inputs);

/// --json and --csv.
void add_format_options(CLI::App& command, Format& format);

/// Reads the line and cuts the land; notes on them go to standard error.
layers::Land land_from(const Inputs& inputs, layers::Units units, Console& console);

/// Units as --units says, or the built-in ones.
layers::Units units_from(const Inputs& inputs);

/// The plan, for these units. Units that it names and that are missing are noted; throws geo::Error (bad usage) if all
/// are, since the plan would say nothing about this land.
layers::Plan plan_for(const std::string& name_or_path, const layers::Units& units, Console& console);

/// "line of contact 2025-12-24, digitised …, accuracy 2 km · edges straight in longitude and latitude · WGS84"
std::string basis_words(const layers::Land& land);

}  // namespace app
