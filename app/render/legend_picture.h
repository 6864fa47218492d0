// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <string>
#include <vector>

namespace app {

/// A legend of layers under a title, on white, at twice the size of a page's; the bytes of a PNG.
std::string legend_picture(const std::string& title, const std::vector<geo::LayerStyle>& styles);

}  // namespace app
