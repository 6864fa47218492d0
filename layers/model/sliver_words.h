// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/base_overlay.h"

#include <cstddef>
#include <string>

namespace layers {

/// "AR Crimea 291, Luhansk 227 and 7 more": the largest, as many as asked for.
std::string by_unit(const Slivers& slivers, std::size_t most);

/// How many km² between held land and the border or coast the line's source left uncovered, in which units, and as
/// whose they count; empty where that is less than 0.5 km².
std::string sliver_words(const FrontLine& line);

}  // namespace layers
