// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/inputs.h"
#include "app/commands/page_options.h"

#include <functional>
#include <string>
#include <vector>

namespace app {

/// What `demarc render` was asked for, as the words on the command line.
struct RenderOptions {
    std::vector<std::string> words;  ///< plans, then the output
    std::vector<std::string> lines, controls;
    Inputs inputs;
    std::string zoom = "plan";
    PageOptions page;
    bool difference = false, overwrite = false;
};

/// Draws the maps into a file. Throws geo::Error.
using Render = std::function<void(const RenderOptions&, Console&)>;

}  // namespace app
