// SPDX-License-Identifier: MIT
#include "app/viewer/map/text.h"

#include <array>

namespace app::viewer {

float size_of(const ImFont& font) {
    return font.FontSize * ImGui::GetIO().FontGlobalScale;
}

ImVec2 extent(ImFont& font, const std::string& text) {
    return font.CalcTextSizeA(size_of(font), 1e6F, 0, text.c_str());
}

void draw_text(ImDrawList& list, ImFont& font, ImVec2 at, layers::Colour colour, const std::string& text) {
    list.AddText(&font, size_of(font), at, im(colour), text.c_str());
}

void draw_with_halo(ImDrawList& list, ImFont& font, ImVec2 at, layers::Colour colour, layers::Colour halo,
                    const std::string& text) {
    constexpr std::array<std::array<float, 2>, 8> around{
        {{-1.4F, 0}, {1.4F, 0}, {0, -1.4F}, {0, 1.4F}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}}};
    for (const auto& off : around) { draw_text(list, font, {at.x + off[0], at.y + off[1]}, halo, text); }
    draw_text(list, font, at, colour, text);
}

std::string fitting(ImFont& font, const std::string& text, float width) {
    if (extent(font, text).x <= width) { return text; }
    std::string cut = text;
    while (!cut.empty() && extent(font, cut + "…").x > width) {
        while (cut.size() > 1 && (static_cast<unsigned char>(cut.back()) & 0xC0) == 0x80) { cut.pop_back(); }
        cut.pop_back();
    }
    return cut + "…";
}

}  // namespace app::viewer
