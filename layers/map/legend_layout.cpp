// SPDX-License-Identifier: MIT
#include "layers/language/language.h"
#include "layers/map/legend.h"
#include "layers/map/visible.h"

#include <algorithm>
#include <limits>

namespace layers {

namespace {

/// Where a legend may stand.
enum class Corner { top_left, bottom_left, top_right, bottom_right };

ScreenBox box_in(Corner corner, double width, double height, const Viewport& viewport) {
    const bool right = corner == Corner::top_right || corner == Corner::bottom_right;
    const bool low = corner == Corner::bottom_left || corner == Corner::bottom_right;
    const double left = right ? viewport.x + viewport.width - margin_px - width : viewport.x + margin_px;
    const double lowest = viewport.y + viewport.height - credit_px - margin_px - height;
    const double top = low ? std::max(viewport.y + margin_px, lowest) : viewport.y + margin_px;
    return {left, top, left + width, top + height};
}

/// How much land the box hides while the whole country is shown; m².
double hidden_land(const ScreenBox& box, const MapContent& content, const Camera& whole, const Viewport& viewport) {
    const geo::MapPoint low = to_map(whole, viewport, {box.left, box.bottom}),
                        high = to_map(whole, viewport, {box.right, box.top});
    const MapBox on_map{low.x_m, low.y_m, high.x_m, high.y_m};
    double hidden = 0;
    for (const ScenePiece& piece : *content.a->scene.pieces) { hidden += area_within(piece, on_map); }
    return hidden;
}

/// A legend that knows its size.
struct Legend {
    std::vector<LegendEntry> entries;
    std::string title;
    double width = 0, height = 0, figures = 0;
};

constexpr double row_px = 19, swatch_px = 26, pad_px = 8, column_gap_px = 14, title_px = 20;

Legend sized(std::vector<LegendEntry> entries, const std::string& title, double most_px, const TextMeasure& measure) {
    Legend legend{std::move(entries), title, measure.size_of(Font::bold, title).width, 0, 0};
    for (const LegendEntry& entry : legend.entries) {
        legend.figures = std::max(legend.figures, measure.size_of(Font::small, entry.estimate).width);
    }
    for (const LegendEntry& entry : legend.entries) {
        const double before = entry.is_note ? 0 : swatch_px + 6,
                     after = entry.estimate.empty() ? 0 : column_gap_px + legend.figures;
        legend.width = std::max(legend.width, before + measure.size_of(Font::small, entry.text).width + after);
    }
    legend.width = std::min(legend.width + 2 * pad_px, most_px);
    legend.height = 2 * pad_px + title_px + row_px * static_cast<double>(legend.entries.size());
    return legend;
}

void add_entry(const LegendEntry& entry, ScreenPoint at, double right, double figures, const Palette& colours,
               const TextMeasure& measure, std::vector<Picture::Item>& items) {
    const ScreenBox swatch{at.x, at.y + 2, at.x + swatch_px, at.y + row_px - 3};
    const double middle = (swatch.top + swatch.bottom) / 2;
    if (entry.is_line) {
        items.push_back(Picture::Line{{swatch.left, middle}, {swatch.right, middle}, entry.colour, 2.6});
    } else if (!entry.is_note) {
        items.push_back(Picture::Box{swatch, blended(entry.colour, colours.land)});
        if (entry.hatch != Hatch::none) { items.push_back(Picture::Hatching{swatch, entry.hatch, entry.hatch_colour}); }
        items.push_back(Picture::Box{swatch, Picture::none, colours.border});
    }
    const double begin = entry.is_note ? swatch.left : swatch.right + 6;
    const double room = right - (entry.estimate.empty() ? 0 : figures + column_gap_px) - begin;
    items.push_back(Picture::Words{{begin, at.y + 1},
                                   Font::small,
                                   entry.is_note ? colours.faint_ink : colours.ink,
                                   fitting(measure, Font::small, entry.text, room)});
    if (entry.estimate.empty()) { return; }
    const double width = measure.size_of(Font::small, entry.estimate).width;
    items.push_back(Picture::Words{{right - width, at.y + 1}, Font::small, colours.ink, entry.estimate});
}

/// What all legends of one map are laid out by.
struct Setting {
    const MapContent& content;
    const Camera& whole;  ///< that shows all of the land
    const Viewport& map;
    const TextMeasure& measure;
};

ScreenBox add_legend(const Legend& legend, const std::vector<Corner>& corners, const Setting& setting,
                     const Viewport& viewport, Picture& picture) {
    const Palette& colours = palette(setting.content.theme);
    ScreenBox box;
    double least = std::numeric_limits<double>::infinity();
    for (const Corner corner : corners) {
        const ScreenBox there = box_in(corner, legend.width, legend.height, viewport);
        const double hidden = hidden_land(there, setting.content, setting.whole, setting.map);
        if (hidden >= least) { continue; }
        least = hidden;
        box = there;
    }
    Colour under = colours.land;
    under.a = 235;
    picture.groups.push_back({"legend", {Picture::Box{box, under, colours.coast, 4}}});
    Picture::Group inside{"legend", {}, ScreenBox{box.left + 2, box.top, box.right - 2, box.bottom}};
    inside.items.push_back(
        Picture::Words{{box.left + pad_px, box.top + pad_px - 2},
                       Font::bold,
                       colours.ink,
                       fitting(setting.measure, Font::bold, legend.title, legend.width - 2 * pad_px)});
    double y = box.top + pad_px + title_px;
    for (const LegendEntry& entry : legend.entries) {
        add_entry(entry, {box.left + pad_px, y}, box.right - pad_px, legend.figures, colours, setting.measure,
                  inside.items);
        y += row_px;
    }
    picture.groups.push_back(std::move(inside));
    return box;
}

}  // namespace

std::vector<ScreenBox> add_legends(const MapContent& content, const MapStyle& style, const Viewport& viewport,
                                   const TextMeasure& measure, Picture& picture) {
    if (!style.shows_legend) { return {}; }
    const MapBox box = shown_box(style.camera, viewport);
    const Camera whole = on_whole(*content.frame, viewport);
    const Setting setting{content, whole, viewport, measure};
    const double whole_width = viewport.width - 2 * margin_px;
    const std::vector<Corner> any{Corner::bottom_left, Corner::top_left, Corner::bottom_right, Corner::top_right};
    if (style.mode == Mode::difference && content.difference != nullptr) {
        const Legend legend =
            sized(legend_of_difference(content, style.paint, box), tr("What changes"), whole_width, measure);
        return {add_legend(legend, any, setting, viewport, picture)};
    }
    if (style.mode != Mode::wipe || content.b == nullptr) {
        const Legend legend = sized(legend_of(*content.a, content, style.paint, box), local_title(*content.a->plan),
                                    whole_width, measure);
        return {add_legend(legend, any, setting, viewport, picture)};
    }
    MapBox of_a = box, of_b = box;
    of_a.east = of_b.west =
        to_map(style.camera, viewport, {viewport.x + style.divider * viewport.width, viewport.y}).x_m;
    // At most half of the map for A; B may reach over the divider, but not over A.
    const Legend a = sized(legend_of(*content.a, content, style.paint, of_a), "A  " + local_title(*content.a->plan),
                           viewport.width / 2 - margin_px, measure);
    std::vector<ScreenBox> boxes{add_legend(a, {Corner::bottom_left, Corner::top_left}, setting, viewport, picture)};
    Viewport rest = viewport;
    rest.x = boxes.front().right;
    rest.width = viewport.x + viewport.width - rest.x;
    const Legend b = sized(legend_of(*content.b, content, style.paint, of_b), "B  " + local_title(*content.b->plan),
                           rest.width - 2 * margin_px, measure);
    boxes.push_back(add_legend(b, {Corner::top_right, Corner::bottom_right}, setting, rest, picture));
    return boxes;
}

}  // namespace layers
