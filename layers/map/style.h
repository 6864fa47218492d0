// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/plan.h"

#include <string>

namespace layers {

/// Colours by holder and status, "#rrggbb". Blue for land with Ukraine, orange and brown for land with Russia, the
/// darker the farther the text goes. What lies side by side under a built-in plan is told apart by colour-blind readers
/// and in greyscale.
struct Paint {
    std::string fill, stroke;
    double opacity = 0.55;
};

Paint paint_for(const StatusClass& status_class);
Paint paint_for_zone(ZoneKind kind);

inline constexpr const char* line_colour = "#1a1a1a";

}  // namespace layers
