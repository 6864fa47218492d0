// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace app {

/// What --version prints: the program's version, those of the libraries, and of what day its data are.
std::string version_words();

}  // namespace app
