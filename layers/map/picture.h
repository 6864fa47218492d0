// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/camera.h"
#include "layers/map/palette.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace layers {

/// A box on the screen or the page, logical pixels.
struct ScreenBox {
    double left = 0, top = 0, right = 0, bottom = 0;
    double width() const { return right - left; }
    double height() const { return bottom - top; }
    bool overlaps(const ScreenBox& other) const;
    bool inside(const Viewport& viewport) const;
};

/// The fonts of a map: for its text, its names and legends' titles, its small print, and the title of a page.
enum class Font { text, bold, small, title };

struct TextSize {
    double width = 0, height = 0;
};

/// How much room words take. Whoever draws knows: a window by its font atlas, a page by its layout engine.
class TextMeasure {
public:
    TextMeasure() = default;
    TextMeasure(const TextMeasure&) = delete;
    TextMeasure& operator=(const TextMeasure&) = delete;
    virtual ~TextMeasure() = default;
    virtual TextSize size_of(Font font, const std::string& text) const = 0;
};

/// The text, or as much of its beginning as fits, and "…".
std::string fitting(const TextMeasure& measure, Font font, const std::string& text, double width);

/// Words in lines no wider than that; a word that is wider stands alone.
std::vector<std::string> wrapped(const TextMeasure& measure, Font font, const std::string& text, double width);

/// The same, and a word that is wider is broken, if it can be behind a hyphen: nothing is wider than that but a single
/// letter.
std::vector<std::string> broken(const TextMeasure& measure, Font font, const std::string& text, double width);

/// What stands over or beside a map, as data: the window, a PNG, an SVG and a PDF draw the same. Groups in order, items
/// in order; logical pixels, x to the right, y downwards.
struct Picture {
    static constexpr Colour none{0, 0, 0, 0};

    struct Box {
        ScreenBox at;
        Colour fill = none, edge = none;
        double rounding = 0;
    };
    struct Line {
        ScreenPoint from, to;
        Colour colour;
        double width = 1;
    };
    struct Disc {
        ScreenPoint at;
        double radius = 1;
        Colour fill = none, edge = none;
        double edge_width = 1;
    };
    struct Triangle {
        std::array<ScreenPoint, 3> corners;
        Colour fill;
    };
    struct Words {
        ScreenPoint at;  ///< upper left
        Font font = Font::text;
        Colour colour;
        std::string text;
        Colour halo = none;
    };
    struct Hatching {
        ScreenBox at;
        Hatch hatch = Hatch::none;
        Colour colour;
    };
    using Item = std::variant<Box, Line, Disc, Triangle, Words, Hatching>;

    struct Group {
        std::string id;  ///< "legend", "names"
        std::vector<Item> items;
        std::optional<ScreenBox> clip{};  ///< nothing is drawn beyond it
    };
    std::vector<Group> groups;
};

}  // namespace layers
