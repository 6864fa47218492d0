// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/inputs.h"

#include <functional>
#include <string>
#include <vector>

namespace app {

/// What `demarc view` was asked for, as the words on the command line.
struct ViewOptions {
    std::vector<std::string> plans, lines, controls;
    Inputs inputs;
    std::vector<std::string> given;  ///< its options on units, lines and files as they were given, for other commands
    std::string mode = "wipe", screenshot, size = "1600x1000", font, place, zoom, marks;
    std::string session;  ///< the file that says how all this is looked at
    double scale = 1, divider = 50;
    bool dark = false, ukrainian = false, map_only = false, overwrite = false;
};

/// Shows the map, in a window or as a PNG, and returns when the user has closed it. Throws geo::Error.
using View = std::function<void(const ViewOptions&, Console&)>;

}  // namespace app
