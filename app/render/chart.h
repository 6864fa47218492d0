// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/chart_options.h"
#include "app/console.h"

namespace app {

/// What draws the chart of `demarc track`, once it is known that it can be drawn and written. Throws geo::Error (bad
/// usage) for an unknown format, size or style, and for an output that exists or whose folder takes no files.
DrawChart chart_drawer(const ChartOptions& options, Console& console);

}  // namespace app
