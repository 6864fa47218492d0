// SPDX-License-Identifier: MIT
#pragma once

#include "app/declared.h"

#include <string>

namespace app {

/// The manual page of the program, in man(7), in the language that is spoken; the date as 2025-12-24.
std::string manual_of(const Declared& program, const std::string& date);

/// The one of a command: demarc-areas(1).
std::string manual_of(const Declared& program, const Declared& command, const std::string& date);

}  // namespace app
