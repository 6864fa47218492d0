// SPDX-License-Identifier: MIT
#pragma once

#include "app/declared.h"

#include <string>

namespace app {

/// What bash is to complete: functions that the script completion.bash asks.
std::string bash_declarations(const Declared& program);

/// The whole of what fish is to complete, and zsh.
std::string fish_completion(const Declared& program);
std::string zsh_completion(const Declared& program);

}  // namespace app
