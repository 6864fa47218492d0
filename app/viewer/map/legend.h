// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/map/labels.h"
#include "app/viewer/model/document.h"

#include <imgui/imgui.h>

#include <string>
#include <vector>

namespace app::viewer {

/// A line of the legend.
struct LegendEntry {
    layers::Colour colour, hatch_colour;
    layers::Hatch hatch = layers::Hatch::none;
    bool is_line = false;
    std::string text, estimate;  ///< "frozen (Russia)", "115,298 ±2,022 km²"
    bool is_note = false;        ///< words without a swatch: of what plan this is
};

/// What the map shows within the box, with the figures of the whole country; nothing that is off or out of sight.
std::vector<LegendEntry> legend_of(const PlanView& view, const Result& result, const PaintOptions& paint,
                                   const MapBox& box);
std::vector<LegendEntry> legend_of_difference(const Result& result, const PaintOptions& paint, const MapBox& box);

inline constexpr double margin_px = 10;  ///< of what stands over the map from its edges
inline constexpr double credit_px = 42;  ///< height of the scale bar with its credit, at the bottom

/// The legend, or those of both plans of a wipe; where they stand.
std::vector<LabelBox> draw_legends(const Document& document, const Viewport& viewport, const Fonts& fonts,
                                   ImDrawList& list);

}  // namespace app::viewer
