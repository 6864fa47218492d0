// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/chart_options.h"
#include "app/commands/fetch_options.h"
#include "app/commands/legend_picture.h"
#include "app/commands/pack_options.h"
#include "app/commands/render_options.h"
#include "app/commands/report_options.h"
#include "app/commands/view_options.h"

namespace app {

/// What draws or goes to the network: each is of a program of its own, whose libraries take as long to load as the work
/// on a small file takes.
struct OwnPrograms {
    View view{};
    Render render{};
    Report report{};
    Pack pack{};
    LegendPicture legend{};
    Charts charts{};
    Fetch fetch{};
};

/// Parses the command line and runs the command it names, those of programs of their own by calling these. What goes
/// wrong is told on standard error. Returns the exit status: 0 fine, 1 bad data, 2 bad usage.
int run(int argc, char** argv, OwnPrograms programs);

}  // namespace app
