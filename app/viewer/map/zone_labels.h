// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/document.h"

#include <string>
#include <vector>

namespace app::viewer {

/// "12,345.6 km", "12 345,6 км".
std::string km_words(geo::Kilometres length, int decimals = 1);

/// The km² of a zone: of land in the units first, then, where it reaches beyond them, of all of it.
std::string area_words(geo::SquareKilometres inside, geo::SquareKilometres all);
/// The same of a shape; before there are units to lay it on, nothing.
std::string area_words(const DrawnShapes::Shape& shape);

/// Name and area of a drawn zone, and where they stand.
struct ZoneLabel {
    std::size_t shape;
    std::string words;
    ScreenBox box;
};

/// Above each zone that is large enough on the screen for them, so that what lies in it stays readable; where another
/// label stands already, inside or below.
std::vector<ZoneLabel> zone_labels(const Document& document, const layers::Sketch& sketch,
                                   const std::vector<DrawnShapes::Shape>& drawn, const Viewport& viewport,
                                   const Fonts& fonts);

}  // namespace app::viewer
