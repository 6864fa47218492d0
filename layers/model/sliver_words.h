// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/base_overlay.h"

#include <string>

namespace layers {

/// How many km² between held land and the border or coast the line's source left uncovered, in which units, and as
/// whose they count; empty where that is less than 0.5 km².
std::string sliver_words(const FrontLine& line);

}  // namespace layers
