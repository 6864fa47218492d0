// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/view_options.h"

namespace app {

/// Parses the command line and runs the command it names, `view` by calling that. What goes wrong is told on standard
/// error. Returns the exit status: 0 fine, 1 bad data, 2 bad usage.
int run(int argc, char** argv, View view);

}  // namespace app
