// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/camera.h"
#include "layers/map/palette.h"

#include <imgui/imgui.h>

#include <string>

namespace app::viewer {

inline ImU32 im(layers::Colour colour) {
    return IM_COL32(colour.r, colour.g, colour.b, colour.a);
}

inline ImVec2 im(ScreenPoint point) {
    return {static_cast<float>(point.x), static_cast<float>(point.y)};
}

/// Sizes of a font are those of its density; a draw list wants logical ones.
float size_of(const ImFont& font);
ImVec2 extent(ImFont& font, const std::string& text);
void draw_text(ImDrawList& list, ImFont& font, ImVec2 at, layers::Colour colour, const std::string& text);
void draw_with_halo(ImDrawList& list, ImFont& font, ImVec2 at, layers::Colour colour, layers::Colour halo,
                    const std::string& text);

/// The text, or as much of its beginning as fits, and "…".
std::string fitting(ImFont& font, const std::string& text, float width);

}  // namespace app::viewer
