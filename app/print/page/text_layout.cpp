// SPDX-License-Identifier: MIT
#include "app/print/page/text_layout.h"

#include <fmt/format.h>

namespace app::print {

namespace {

constexpr const char* wanted_family = "Inter";

struct FreeDescription {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};
using Description = std::unique_ptr<PangoFontDescription, FreeDescription>;

Description description_of(layers::Font font) {
    Description description{pango_font_description_new()};
    pango_font_description_set_family(description.get(), TextLayout::families());
    pango_font_description_set_absolute_size(description.get(), TextLayout::size_px(font) * PANGO_SCALE);
    pango_font_description_set_weight(description.get(),
                                      TextLayout::is_bold(font) ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    return description;
}

}  // namespace

double TextLayout::size_px(layers::Font font) {
    switch (font) {
        case layers::Font::title:
            return 21;
        case layers::Font::bold:
            return 13;
        case layers::Font::small:
            return 11.5;
        case layers::Font::text:
            break;
    }
    return 13;
}

bool TextLayout::is_bold(layers::Font font) {
    return font == layers::Font::bold || font == layers::Font::title;
}

const char* TextLayout::families() {
    return "Inter,DejaVu Sans,sans-serif";
}

TextLayout::TextLayout() {
    context_.reset(pango_font_map_create_context(pango_cairo_font_map_get_default()));
    // The same letters in the same places whatever the surface: no hinting, no rounding to its pixels.
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context_.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context_.get(), 0);
    layout_.reset(pango_layout_new(context_.get()));
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum"));  // figures of one width
    pango_layout_set_attributes(layout_.get(), attributes);
    pango_attr_list_unref(attributes);
}

void TextLayout::set(layers::Font font, const std::string& text) const {
    pango_layout_set_font_description(layout_.get(), description_of(font).get());
    pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
}

layers::TextSize TextLayout::size_of(layers::Font font, const std::string& text) const {
    set(font, text);
    int width = 0, height = 0;
    pango_layout_get_size(layout_.get(), &width, &height);
    return {static_cast<double>(width) / PANGO_SCALE, static_cast<double>(height) / PANGO_SCALE};
}

double TextLayout::baseline_of(layers::Font font, const std::string& text) const {
    set(font, text);
    return static_cast<double>(pango_layout_get_baseline(layout_.get())) / PANGO_SCALE;
}

void TextLayout::show(cairo_t* cairo, layers::Font font, const std::string& text) const {
    set(font, text);
    pango_cairo_show_layout(cairo, layout_.get());
}

void TextLayout::outline(cairo_t* cairo, layers::Font font, const std::string& text) const {
    set(font, text);
    pango_cairo_layout_path(cairo, layout_.get());
}

std::string TextLayout::note() const {
    set(layers::Font::text, "Хіїєґ");
    if (pango_layout_get_unknown_glyphs_count(layout_.get()) > 0) {
        return "no font here has Cyrillic letters: install fonts-inter or fonts-dejavu-core";
    }
    const std::unique_ptr<PangoFont, Unref> font{
        pango_context_load_font(context_.get(), description_of(layers::Font::text).get())};
    if (!font) { return {}; }
    const Description found{pango_font_describe(font.get())};
    const std::string family = pango_font_description_get_family(found.get());
    return family == wanted_family ? std::string{}
                                   : fmt::format("the font {} is not installed: {} stands in (Debian's fonts-inter)",
                                                 wanted_family, family);
}

}  // namespace app::print
