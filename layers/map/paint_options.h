// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/scene.h"

#include <array>
#include <cstddef>

namespace layers {

/// What of a scene is painted, and how.
struct PaintOptions {
    std::array<bool, 13> shown{true, true, true, true, true, true, true,
                               true, true, true, true, true, true};  ///< by Part
    double opacity = 1;                                              ///< of statuses and differences
    bool shows(Part part) const { return shown[static_cast<std::size_t>(part)]; }
    friend bool operator==(const PaintOptions&, const PaintOptions&) = default;
};

/// A colour of a status or a difference as it is seen: translucent ones are as strong as the options say.
Colour seen_on_land(Colour colour, Colour land, const PaintOptions& options);

}  // namespace layers
