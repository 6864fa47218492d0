// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/inputs.h"

#include <functional>
#include <string>
#include <vector>

namespace app {

/// What `demarc report` was asked for, as the words on the command line.
struct ReportOptions {
    std::vector<std::string> words;  ///< plans, then the output
    Inputs inputs;
    std::string title;
    bool overwrite = false;
};

/// Writes the page. Throws geo::Error.
using Report = std::function<void(const ReportOptions&, Console&)>;

}  // namespace app
