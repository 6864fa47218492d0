// SPDX-License-Identifier: MIT
#include "layers/map/picture.h"

namespace layers {

bool ScreenBox::overlaps(const ScreenBox& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
}

bool ScreenBox::inside(const Viewport& viewport) const {
    return left >= viewport.x && right <= viewport.x + viewport.width && top >= viewport.y &&
           bottom <= viewport.y + viewport.height;
}

std::string fitting(const TextMeasure& measure, Font font, const std::string& text, double width) {
    if (measure.size_of(font, text).width <= width) { return text; }
    std::string cut = text;
    while (!cut.empty() && measure.size_of(font, cut + "…").width > width) {
        while (cut.size() > 1 && (static_cast<unsigned char>(cut.back()) & 0xC0) == 0x80) { cut.pop_back(); }
        cut.pop_back();
    }
    return cut + "…";
}

}  // namespace layers
