// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/scene.h"

#include <array>
#include <cstddef>

namespace app::viewer {

/// What of a scene is painted, and how.
struct PaintOptions {
    std::array<bool, 11> shown{true, true, true, true, true, true, true, true, true, true, true};  ///< by layers::Part
    double opacity = 1;  ///< of statuses and differences
    bool shows(layers::Part part) const { return shown[static_cast<std::size_t>(part)]; }
    friend bool operator==(const PaintOptions&, const PaintOptions&) = default;
};

/// A colour of a status or a difference as it is seen: translucent ones are as strong as the options say.
layers::Colour seen_on_land(layers::Colour colour, layers::Colour land, const PaintOptions& options);

}  // namespace app::viewer
