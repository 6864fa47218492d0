// SPDX-License-Identifier: MIT
#include "app/render/legend_picture.h"

#include "app/print/page/cairo_sheet.h"
#include "layers/map/sheet.h"

namespace app {

namespace {

layers::LegendEntry entry_of(const geo::StyleEntry& style) {
    layers::LegendEntry entry;
    entry.is_line = style.fill.empty();
    entry.colour = layers::colour_of(entry.is_line ? style.stroke : style.fill, entry.is_line ? 1 : style.fill_opacity);
    entry.hatch = style.hatch;
    entry.hatch_colour = layers::colour_of(style.stroke);
    entry.text = style.label;
    return entry;
}

}  // namespace

std::string legend_picture(const std::string& title, const std::vector<geo::LayerStyle>& styles) {
    std::vector<layers::LegendEntry> entries;
    for (const geo::LayerStyle& style : styles) {
        for (const geo::StyleEntry& entry : style.entries) {
            const bool is_seen = entry.point_px == 0 && (entry.fill_opacity > 0 || entry.hatch != layers::Hatch::none);
            if (is_seen) { entries.push_back(entry_of(entry)); }
        }
    }
    constexpr double scale = 2;
    const print::TextLayout layout;
    return print::png_of(print::to_pixels(layers::legend_sheet(title, entries, layout), layout, scale));
}

}  // namespace app
