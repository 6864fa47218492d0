// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/sheet.h"

#include <string>
#include <vector>

namespace layers::detail {

/// Writes into a group.
struct Pen {
    const TextMeasure& measure;
    const Palette& colours;
    Sheet::Group& group;

    double line_height(Font font) const { return measure.size_of(font, "Ху").height; }

    /// The lines from there downwards; where the next would stand.
    double write(const std::vector<std::string>& lines, Font font, Colour colour, double x, double y) const {
        for (const std::string& line : lines) {
            group.items.emplace_back(Picture::Item{Picture::Words{{x, y}, font, colour, line}});
            y += line_height(font);
        }
        return y;
    }
};

/// All of the box, in the middle of the map.
Camera camera_for(const SheetMap& map, const MapBox& shown, const Viewport& viewport);

/// The scene that the map shows.
const Scene& scene_of(const SheetMap& map);

/// Is it what the map is about: land that does not simply stay with the first side, a zone, or what changes?
bool is_of_interest(const SceneFill& fill, Mode mode);

/// The map with its names, scale bar, locator and frame, each a group of the sheet.
void add_map(const SheetMap& map, std::size_t number, const Viewport& viewport, const SheetStyle& style,
             const TextMeasure& measure, Sheet& sheet);

}  // namespace layers::detail
