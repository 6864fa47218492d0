// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/plan.h"

#include <string>

namespace layers {

/// Colours by holder and status, "#rrggbb". Blue for land with Ukraine, orange for land with Russia, lighter where
/// something is open: told apart by colour-blind readers (Okabe and Ito 2008).
struct Paint {
    std::string fill, stroke;
    double opacity = 0.55;
};

Paint paint_for(const StatusClass& status_class);
Paint paint_for_zone(ZoneKind kind);

inline constexpr const char* line_colour = "#1a1a1a";

}  // namespace layers
