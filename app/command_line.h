// SPDX-License-Identifier: MIT
#pragma once

#include "app/console.h"

namespace app {

/// Parses the command line and runs the command it names. Returns the exit status: 0 fine, 2 bad usage. Throws
/// geo::Error for what goes wrong in a command.
int run(int argc, char** argv, Console& console);

}  // namespace app
