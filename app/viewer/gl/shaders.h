// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace app::viewer {

/// The text of a file of shaders/, as it lies inside the program: "fill.vert". Throws geo::Error if there is none.
std::string_view shader_source(std::string_view name);

}  // namespace app::viewer
