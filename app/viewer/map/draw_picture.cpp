// SPDX-License-Identifier: MIT
#include "app/viewer/map/draw_picture.h"

#include "layers/map/hatch.h"

#include <array>

namespace app::viewer {

namespace {

using layers::Picture;

ImFont& font_of(layers::Font font, const Fonts& fonts) {
    switch (font) {
        case layers::Font::bold:
        case layers::Font::title:
            return *fonts.bold;
        case layers::Font::small:
            return *fonts.small;
        case layers::Font::text:
            break;
    }
    return *fonts.text;
}

ImVec2 low_of(const layers::ScreenBox& box) {
    return {static_cast<float>(box.left), static_cast<float>(box.top)};
}

ImVec2 high_of(const layers::ScreenBox& box) {
    return {static_cast<float>(box.right), static_cast<float>(box.bottom)};
}

struct Drawer {
    const Fonts& fonts;
    ImDrawList& list;

    void operator()(const Picture::Box& box) const {
        const auto rounding = static_cast<float>(box.rounding);
        if (box.fill.a > 0) { list.AddRectFilled(low_of(box.at), high_of(box.at), im(box.fill), rounding); }
        if (box.edge.a > 0) { list.AddRect(low_of(box.at), high_of(box.at), im(box.edge), rounding); }
    }
    void operator()(const Picture::Line& line) const {
        list.AddLine(im(line.from), im(line.to), im(line.colour), static_cast<float>(line.width));
    }
    void operator()(const Picture::Disc& disc) const {
        const auto radius = static_cast<float>(disc.radius);
        if (disc.fill.a > 0) { list.AddCircleFilled(im(disc.at), radius, im(disc.fill)); }
        if (disc.edge.a > 0) {
            list.AddCircle(im(disc.at), radius, im(disc.edge), 0, static_cast<float>(disc.edge_width));
        }
    }
    void operator()(const Picture::Triangle& triangle) const {
        list.AddTriangleFilled(im(triangle.corners[0]), im(triangle.corners[1]), im(triangle.corners[2]),
                               im(triangle.fill));
    }
    void operator()(const Picture::Words& words) const {
        ImFont& font = font_of(words.font, fonts);
        const ImVec2 at = im(words.at);
        const auto draw = [&](float x, float y, layers::Colour colour) {
            list.AddText(&font, size_of(font), {at.x + x, at.y + y}, im(colour), words.text.c_str());
        };
        if (words.halo.a > 0) {
            constexpr std::array<std::array<float, 2>, 8> around{
                {{-1.4F, 0}, {1.4F, 0}, {0, -1.4F}, {0, 1.4F}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}}};
            for (const auto& off : around) { draw(off[0], off[1], words.halo); }
        }
        draw(0, 0, words.colour);
    }
    void operator()(const Picture::Hatching& hatching) const {
        const auto width = static_cast<float>(layers::hatch_width_px);
        const layers::HatchMarks marks = layers::hatch_marks(hatching.at, hatching.hatch);
        list.PushClipRect(low_of(hatching.at), high_of(hatching.at), true);
        for (const auto& [from, to] : marks.lines) { list.AddLine(im(from), im(to), im(hatching.colour), width); }
        for (const layers::ScreenPoint& dot : marks.dots) { list.AddCircleFilled(im(dot), width, im(hatching.colour)); }
        list.PopClipRect();
    }
};

}  // namespace

float size_of(const ImFont& font) {
    return font.FontSize * ImGui::GetIO().FontGlobalScale;
}

layers::TextSize FontMeasure::size_of(layers::Font font, const std::string& text) const {
    ImFont& found = font_of(font, fonts_);
    const ImVec2 size = found.CalcTextSizeA(viewer::size_of(found), 1e6F, 0, text.c_str());
    return {size.x, size.y};
}

void draw(const Picture& picture, const Fonts& fonts, ImDrawList& list) {
    for (const Picture::Group& group : picture.groups) {
        if (group.clip) { list.PushClipRect(low_of(*group.clip), high_of(*group.clip), true); }
        for (const Picture::Item& item : group.items) { std::visit(Drawer{fonts, list}, item); }
        if (group.clip) { list.PopClipRect(); }
    }
}

}  // namespace app::viewer
