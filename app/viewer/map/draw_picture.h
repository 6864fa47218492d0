// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/fonts.h"
#include "layers/map/picture.h"

#include <imgui/imgui.h>

#include <string>

namespace app::viewer {

inline ImU32 im(layers::Colour colour) {
    return IM_COL32(colour.r, colour.g, colour.b, colour.a);
}

inline ImVec2 im(layers::ScreenPoint point) {
    return {static_cast<float>(point.x), static_cast<float>(point.y)};
}

/// Sizes of a font are those of its density; a draw list wants logical ones.
float size_of(const ImFont& font);

/// By the fonts of the ImGui context that is current.
class FontMeasure : public layers::TextMeasure {
public:
    explicit FontMeasure(const Fonts& fonts) : fonts_{fonts} {}
    layers::TextSize size_of(layers::Font font, const std::string& text) const override;

private:
    const Fonts& fonts_;
};

/// Into the draw list of the ImGui context that is current.
void draw(const layers::Picture& picture, const Fonts& fonts, ImDrawList& list);

}  // namespace app::viewer
