// SPDX-License-Identifier: MIT
#pragma once

#include "app/declared.h"

#include <cstdint>
#include <string>
#include <vector>

namespace app {

enum class Paths : std::uint8_t { none, any, plan_files };

/// What a shell may propose for an option's value; neither words nor paths if it is free.
struct Values {
    std::vector<std::string> words;
    Paths paths = Paths::none;
    friend auto operator<=>(const Values&, const Values&) = default;
};

/// By what --help calls the value, unless it is one of a few words.
Values values_of(const DeclaredOption& option);

}  // namespace app
