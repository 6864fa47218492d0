// SPDX-License-Identifier: MIT
#pragma once

#include "layers/sources/source_list.h"

#include <string>
#include <vector>

namespace app {

/// The sources of a file of the user's own, if one is named, then the built-in ones.
std::vector<layers::NamedSource> sources_from(const std::string& file);

}  // namespace app
