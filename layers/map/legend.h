// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/map_view.h"
#include "layers/map/picture.h"

#include <string>
#include <vector>

namespace layers {

/// A line of the legend.
struct LegendEntry {
    Colour colour, hatch_colour;
    Hatch hatch = Hatch::none;
    bool is_line = false;
    std::string text, estimate;  ///< "Ukraine withdraws, on the side of Russia", "5,244 ±30 km²"
    bool is_note = false;        ///< words without a swatch: of what plan this is
    std::string spoken{};        ///< the estimate for who hears it: see spoken_text()
    double line_px = 2.6;        ///< of a line: its width
};

/// What the map shows within the box, with the figures of the whole country; nothing that is off or out of sight.
std::vector<LegendEntry> legend_of(const PlanView& view, const MapContent& content, const PaintOptions& paint,
                                   const MapBox& box);
std::vector<LegendEntry> legend_of_difference(const MapContent& content, const PaintOptions& paint, const MapBox& box);

/// The plan's title; beside a plan that stands on another line, with the day of its own: "Land as held · 2025-12-24";
/// with its name where days do not tell them apart.
std::string title_beside(const Plan* other, const Plan& plan, const Overlay& land);

inline constexpr double margin_px = 10;  ///< of what stands over the map from its edges
inline constexpr double credit_px = 42;  ///< height of the scale bar with its credit on one line, at the bottom

/// The same where the credit may take more lines.
double credit_height(const MapContent& content, const Viewport& viewport, const TextMeasure& measure);

/// The legend, or those of both plans of a wipe, added to the picture; where they stand. Each stands in that corner in
/// which it hides least of the land while all of it is shown, above all of what the plan changes; so it does not jump
/// about while the map moves.
std::vector<ScreenBox> add_legends(const MapContent& content, const MapStyle& style, const Viewport& viewport,
                                   const TextMeasure& measure, Picture& picture);

}  // namespace layers
