// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"

#include <string>
#include <vector>

namespace app {

/// Of what is drawn on a page: an SVG, a PDF or a PNG.
struct PageOptions {
    std::string size = "1600x1000", style = "light", title;
    double dpi = 96;
};

/// --size, --dpi and --style.
std::vector<Option> add_page_options(Command command, PageOptions& options);

}  // namespace app
