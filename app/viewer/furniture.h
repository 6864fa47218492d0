// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/desk.h"

#include <string>
#include <vector>

struct ImDrawList;

namespace app::viewer {

/// A line of the legend.
struct LegendEntry {
    layers::Colour colour, hatch_colour;
    layers::Hatch hatch = layers::Hatch::none;
    bool is_line = false;
    std::string text, figure;  ///< "frozen (Russia)", "115,298 ±2,022 km²"
    bool is_note = false;      ///< words without a swatch: of what plan this is
};

/// What the map shows within the box, with the figures of the whole country; nothing that is off or out of sight.
std::vector<LegendEntry> legend_of(const Laid& laid, const Sheet& sheet, const PaintOptions& paint, const MapBox& box);
std::vector<LegendEntry> legend_of_difference(const Sheet& sheet, const PaintOptions& paint, const MapBox& box);

/// The longest round length (1, 2 or 5 and zeros) that is no wider than `most_px`.
geo::Kilometres bar_length(double metres_per_px, double most_px);

/// Names, legend, scale bar, divider, title and credits over the painted map, into the draw list of the ImGui context
/// that is current.
void draw_furniture(const Desk& desk, const layers::Scene& backdrop, const Viewport& viewport, const Fonts& fonts,
                    ImDrawList& list);

/// "line of contact 2025-12-24, accuracy 2 km": what a picture must say of its lines.
std::string credit_of(const Sheet& sheet);

}  // namespace app::viewer
