// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/chart_options.h"
#include "app/commands/inputs.h"
#include "layers/model/sides.h"
#include "layers/model/unit.h"
#include "layers/time/series.h"

#include <string>
#include <vector>

namespace app {

/// --chart, and what goes with it alone; the former.
Option add_chart_options(Command command, ChartOptions& options);

/// What the credits of a chart name.
struct ChartBasis {
    std::vector<std::string> sources;  ///< files and folders as they were given
    std::string since, until;
    layers::Every every;
};

/// The chart of the series, with its sources, what was asked for, and credits among its notes.
layers::Chart chart_for(const layers::Series& series, const layers::Units& units, const layers::Sides& sides,
                        const Inputs& inputs, const ChartOptions& options, const ChartBasis& basis);

}  // namespace app
