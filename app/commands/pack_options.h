// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/inputs.h"

#include <functional>
#include <string>
#include <vector>

namespace app {

/// What `demarc pack` was asked for.
struct PackOptions {
    std::vector<std::string> words;  ///< plans, then the folder
    Inputs inputs;
    std::vector<std::string> handed_on;  ///< options as they were given, for the commands that make the parts
    bool overwrite = false;
};

/// Writes the folder. Throws geo::Error.
using Pack = std::function<void(const PackOptions&, Console&)>;

}  // namespace app
