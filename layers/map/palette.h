// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "layers/model/plan.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace layers {

/// Red, green, blue of sRGB and opacity, each 0 to 255.
struct Colour {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    friend bool operator==(const Colour&, const Colour&) = default;
};

/// "#rrggbb"; opacity 0 to 1.
Colour colour_of(std::string_view hex, double opacity = 1);

/// The colour that is seen where `over` lies on an opaque `under`.
Colour blended(Colour over, Colour under);

/// `grey`: for a printer without colours.
enum class Theme { light, dark, grey };

using geo::Hatch;

/// What is no status and no zone.
struct Palette {
    Colour sea, beyond;  ///< `beyond`: where the built-in map ends
    Colour land, neighbour, coast, border, grid;
    Colour line, line_halo, accuracy;  ///< of the contact line
    Colour contested;                  ///< hatch of contested land
    Colour ink, faint_ink, halo;       ///< of words
    Colour highlight;                  ///< of what is selected
    Colour road, railway, built_up;    ///< of a base map
    Colour unchanged;                  ///< land that two plans treat alike
};

const Palette& palette(Theme theme);

/// Of paint_for(), its opacity included.
Colour status_colour(const StatusClass& status_class, Theme theme);

/// Of paint_for_zone(): the hatch's lines, and the edge.
Colour zone_colour(ZoneKind kind, Theme theme);
Hatch zone_hatch(ZoneKind kind);

}  // namespace layers
