// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace app {

/// Keeps its keys in the order in which they are given.
using Json = nlohmann::ordered_json;

}  // namespace app
