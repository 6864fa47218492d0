// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/document.h"

#include <string>
#include <vector>

namespace app::viewer {

/// The words for demarc that make a page, a report or a pack of what the document shows: its plans with their
/// parameters, the line under them, the language, the theme and, of a page, the land in sight. What has been drawn is
/// not in it. Throws geo::Error if the line was drawn in the window: no command can name it; or if
/// A and B stand on two lines, unless it is one plan in the wipe: pages have a map of it on each.
std::vector<std::string> page_command(const SaveRequest& request, const Document& document);

}  // namespace app::viewer
