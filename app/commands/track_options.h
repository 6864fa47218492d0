// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/chart_options.h"
#include "app/commands/commands.h"
#include "app/commands/inputs.h"

#include <string>
#include <vector>

namespace app {

/// What `demarc track` was asked for, as the words on the command line.
struct TrackOptions {
    std::vector<std::string> sources;
    std::vector<std::string> plans;
    Inputs inputs;
    std::string since, until, every, moves, against, against_where, slice;
    ChartOptions chart;
    bool as_lines = false, leaves_out_bad = false, all_hands = false, in_all = false;
    Format format = Format::table;
};

/// Throws geo::Error (bad usage) for what does not go together, or would change nothing.
void refuse_idle(const TrackOptions& options);

}  // namespace app
