// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <functional>
#include <string>
#include <vector>

namespace app {

/// Draws a legend of layers under a title; the bytes of a PNG.
using LegendPicture = std::function<std::string(const std::string& title, const std::vector<geo::LayerStyle>& styles)>;

}  // namespace app
