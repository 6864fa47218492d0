// SPDX-License-Identifier: MIT
#include "app/viewer/model/paint_options.h"

#include <algorithm>
#include <cmath>

namespace app::viewer {

layers::Colour seen_on_land(layers::Colour colour, layers::Colour land, const PaintOptions& options) {
    if (colour.a != 255) {
        colour.a = static_cast<std::uint8_t>(std::lround(std::min(255.0, colour.a * options.opacity)));
    }
    return layers::blended(colour, land);
}

}  // namespace app::viewer
