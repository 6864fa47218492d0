// SPDX-License-Identifier: MIT
#include "app/viewer/map/zone_labels.h"

#include "app/console.h"
#include "app/viewer/map/draw_picture.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace app::viewer {

std::string km_words(geo::Kilometres length, int decimals) {
    return with_thousands(length.value(), decimals) + " " + tr("km");
}

std::string area_words(geo::SquareKilometres inside, geo::SquareKilometres all) {
    constexpr geo::SquareKilometres least{0.05};
    std::string words = tr("{} km²", with_thousands(inside.value(), 1));
    if (all - inside > least) {
        words += "\n" + tr("with sea and land beyond: {} km²", with_thousands(all.value(), 1));
    }
    return words;
}

std::string area_words(const DrawnShapes::Shape& shape) {
    return shape.area && shape.inside ? area_words(*shape.inside, *shape.area) : std::string{};
}

std::vector<ZoneLabel> zone_labels(const Document& document, const layers::Sketch& sketch,
                                   const std::vector<DrawnShapes::Shape>& drawn, const Viewport& viewport,
                                   const Fonts& fonts) {
    constexpr double gap = 6, inset = 3;
    const FontMeasure measure{fonts};
    std::vector<ZoneLabel> labels;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        const DrawnShapes::Shape& shape = drawn[i];
        if (!shape.area) { continue; }
        const std::string area = area_words(shape);
        const std::string words = sketch.shapes[i].name + (area.empty() ? "" : "\n" + area);
        const layers::TextSize size = measure.size_of(layers::Font::small, words);
        const double wide = size.width + 2 * inset, tall = size.height + 2;
        const double room_px = std::sqrt(shape.area->value() * 1e6) / document.state.camera.metres_per_px;
        if (room_px < measure.size_of(layers::Font::small, sketch.shapes[i].name).width / 2) { continue; }
        const ScreenPoint top = to_screen(document.state.camera, viewport, {shape.top.x_m, shape.top.y_m});
        const auto box_at = [&](double y) { return ScreenBox{top.x - wide / 2, y, top.x + wide / 2, y + tall}; };
        const double above = top.y - gap - tall;
        const std::array spots{box_at(above), box_at(top.y + gap), box_at(above - tall - 2),
                               box_at(top.y + gap + tall + 2)};
        const auto is_free = [&labels](const ScreenBox& box) {
            return std::none_of(labels.begin(), labels.end(),
                                [&box](const ZoneLabel& other) { return other.box.overlaps(box); });
        };
        const auto* spot = std::find_if(spots.begin(), spots.end(), is_free);
        labels.push_back({i, words, spot == spots.end() ? spots.front() : *spot});
    }
    return labels;
}

}  // namespace app::viewer
