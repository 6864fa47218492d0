// SPDX-License-Identifier: MIT
#include "layers/map/paint_options.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace layers {

Colour seen_on_land(Colour colour, Colour land, const PaintOptions& options) {
    if (colour.a != 255) {
        colour.a = static_cast<std::uint8_t>(std::lround(std::min(255.0, colour.a * options.opacity)));
    }
    return blended(colour, land);
}

}  // namespace layers
