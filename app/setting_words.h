// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace app {

/// A message with its settings (geo/setting.h) as options of the command line, ready to be copied into a shell:
/// "--where "status = 'RU'"".
std::string option_words(std::string_view message);

}  // namespace app
