// SPDX-License-Identifier: MIT
#include "layers/map/picture.h"

#include <algorithm>
#include <utility>

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

std::vector<std::string> wrapped(const TextMeasure& measure, Font font, const std::string& text, double width) {
    std::vector<std::string> lines;
    std::string line;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t blank = std::min(text.find(' ', from), text.size());
        const std::string word = text.substr(from, blank - from);
        std::string longer = line;
        longer.append(line.empty() ? "" : " ").append(word);
        if (!line.empty() && measure.size_of(font, longer).width > width) {
            lines.push_back(std::move(line));
            line = word;
        } else {
            line = std::move(longer);
        }
        from = blank + 1;
    }
    lines.push_back(std::move(line));
    return lines;
}

std::vector<std::string> broken(const TextMeasure& measure, Font font, const std::string& text, double width) {
    std::vector<std::string> lines;
    for (std::string rest : wrapped(measure, font, text, width)) {
        while (measure.size_of(font, rest).width > width) {
            std::size_t fits = 0, hyphen = 0;
            for (std::size_t end = 1; end <= rest.size(); ++end) {
                const bool is_within = end < rest.size() && (static_cast<unsigned char>(rest[end]) & 0xC0) == 0x80;
                if (is_within) { continue; }  // a letter
                if (fits > 0 && measure.size_of(font, rest.substr(0, end)).width > width) { break; }
                fits = end;
                if (rest[end - 1] == '-') { hyphen = end; }
            }
            fits = hyphen > 0 ? hyphen : fits;
            if (fits == rest.size()) { break; }
            lines.push_back(rest.substr(0, fits));
            rest.erase(0, fits);
        }
        lines.push_back(std::move(rest));
    }
    return lines;
}

}  // namespace layers
