// SPDX-License-Identifier: MIT
#pragma once

#include "geo/error.h"

#include <string>
#include <string_view>

namespace app::viewer {

/// A message with its settings (geo/setting.h) as this window has them: fields of the window that opens a file, else
/// the command that starts the window with them.
std::string window_words(std::string_view message);

/// Problem and remedy, a line each, in the language that is spoken.
std::string problem_words(const geo::Error& error);

}  // namespace app::viewer
