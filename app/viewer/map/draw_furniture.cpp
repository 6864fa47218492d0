// SPDX-License-Identifier: MIT
#include "app/viewer/map/draw_furniture.h"

#include "app/viewer/map/draw_picture.h"
#include "layers/map/furniture.h"
#include "layers/map/legend.h"

namespace app::viewer {

namespace {

layers::MapStyle style_of(const State& state) {
    return {state.theme, state.ukrainian, state.mode, state.divider, state.shows_legend, state.paint, state.camera};
}

}  // namespace

void draw_furniture(const Document& document, const layers::Scene& backdrop, const Viewport& viewport,
                    const Fonts& fonts, const std::vector<ScreenBox>& written, ImDrawList& list) {
    if (!document.result) { return; }
    const layers::MapContent content = content_of(*document.result, backdrop, document.frame);
    draw(layers::furniture_of(content, style_of(document.state), viewport, FontMeasure{fonts}, written), fonts, list);
}

std::optional<ScreenBox> legend_box(const Document& document, const layers::Scene& backdrop, const Viewport& viewport,
                                    const Fonts& fonts) {
    if (!document.result) { return std::nullopt; }
    const layers::MapContent content = content_of(*document.result, backdrop, document.frame);
    layers::Picture unused;
    const std::vector<ScreenBox> boxes =
        layers::add_legends(content, style_of(document.state), viewport, FontMeasure{fonts}, unused);
    return boxes.size() == 1 ? std::optional{boxes.front()} : std::nullopt;
}

}  // namespace app::viewer
