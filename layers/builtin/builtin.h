// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// A file of layers/builtin as it lies inside the program, by its name there: "units.geojson",
/// "plans/freeze.yaml". Throws geo::Error if there is none.
std::string_view builtin_file(std::string_view name);

/// Names of the built-in files that begin and end so.
std::vector<std::string> builtin_files(std::string_view prefix, std::string_view suffix);

}  // namespace layers
