// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/picture.h"

#include <pango/pangocairo.h>

#include <memory>
#include <string>

namespace app::print {

/// Lays words out with Pango, as they are measured and drawn: Inter, or what fontconfig has instead.
class TextLayout : public layers::TextMeasure {
public:
    TextLayout();

    layers::TextSize size_of(layers::Font font, const std::string& text) const override;

    /// From the top of the words' box to their baseline.
    double baseline_of(layers::Font font, const std::string& text) const;

    /// On a surface, at the current point.
    void show(cairo_t* cairo, layers::Font font, const std::string& text) const;

    /// The outlines of the letters, as a path.
    void outline(cairo_t* cairo, layers::Font font, const std::string& text) const;

    /// What is told of the fonts: that there are no Cyrillic letters, or that another font stands in. Empty if nothing.
    std::string note() const;

    /// Sizes and weights, as an SVG has them.
    static double size_px(layers::Font font);
    static bool is_bold(layers::Font font);
    static const char* families();

private:
    struct Unref {
        void operator()(void* object) const { g_object_unref(object); }
    };
    void set(layers::Font font, const std::string& text) const;

    std::unique_ptr<PangoContext, Unref> context_;
    std::unique_ptr<PangoLayout, Unref> layout_;
};

}  // namespace app::print
