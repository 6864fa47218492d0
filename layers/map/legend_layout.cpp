// SPDX-License-Identifier: MIT
#include "layers/language/language.h"
#include "layers/map/legend.h"
#include "layers/map/visible.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace layers {

namespace {

/// Where a legend may stand.
enum class Corner { top_left, bottom_left, top_right, bottom_right };

ScreenBox box_in(Corner corner, double width, double height, const Viewport& viewport, double credit) {
    const bool right = corner == Corner::top_right || corner == Corner::bottom_right;
    const bool low = corner == Corner::bottom_left || corner == Corner::bottom_right;
    const double left = right ? viewport.x + viewport.width - margin_px - width : viewport.x + margin_px;
    const double lowest = viewport.y + viewport.height - credit - margin_px - height;
    const double top = low ? std::max(viewport.y + margin_px, lowest) : viewport.y + margin_px;
    return {left, top, left + width, top + height};
}

/// How much land the box hides while the whole country is shown, in m²; land that does not simply stay with the first
/// side, which is what a map is made for, counts many times.
double hidden_land(const ScreenBox& box, const Scene& scene, const Camera& whole, const Viewport& viewport) {
    constexpr double weight = 8;
    const geo::MapPoint low = to_map(whole, viewport, {box.left, box.bottom}),
                        high = to_map(whole, viewport, {box.right, box.top});
    const MapBox on_map{low.x_m, low.y_m, high.x_m, high.y_m};
    std::vector<double> weights(scene.pieces->size(), 1);
    for (const SceneFill& fill : scene.fills) {
        if (fill.part != Part::status || fill.status_class == StatusClass{Holder::ukraine, Status::ua}) { continue; }
        for (const std::uint32_t piece : fill.pieces) { weights[piece] = weight; }
    }
    double hidden = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) { hidden += weights[i] * area_within((*scene.pieces)[i], on_map); }
    return hidden;
}

/// An entry in lines, none of which is cut.
struct Row {
    LegendEntry entry;
    std::vector<std::string> lines;
    bool has_own_line = false;  ///< the figure: no room for it behind the last of them
    double height = 0;
};

/// A legend that knows its size.
struct Legend {
    std::vector<std::string> title;
    std::vector<Row> rows;
    double width = 0, height = 0;
};

constexpr double row_px = 19, line_px = 14, swatch_px = 26, pad_px = 8, column_gap_px = 14, title_px = 20;

double height_of(std::size_t lines) {
    return row_px + line_px * static_cast<double>(lines - 1);
}

Row row_of(const LegendEntry& entry, double width, double figures, const TextMeasure& measure) {
    const double room = width - (entry.is_note ? 0 : swatch_px + 6);
    const auto wide = [&measure](const std::string& text) { return measure.size_of(Font::small, text).width; };
    Row row{entry, {entry.text}};
    const double beside = entry.estimate.empty() ? 0 : column_gap_px + figures;
    if (wide(entry.text) + beside > room) {
        row.lines = broken(measure, Font::small, entry.text, room);
        const double own = entry.estimate.empty() ? 0 : column_gap_px + wide(entry.estimate);
        row.has_own_line = wide(row.lines.back()) + own > room;
    }
    row.height = height_of(row.lines.size() + (row.has_own_line ? 1 : 0));
    return row;
}

Legend sized(const std::vector<LegendEntry>& entries, const std::string& title, double most_px,
             const TextMeasure& measure) {
    double figures = 0, widest = measure.size_of(Font::bold, title).width;
    for (const LegendEntry& entry : entries) {
        figures = std::max(figures, measure.size_of(Font::small, entry.estimate).width);
    }
    for (const LegendEntry& entry : entries) {
        const double before = entry.is_note ? 0 : swatch_px + 6,
                     after = entry.estimate.empty() ? 0 : column_gap_px + figures;
        widest = std::max(widest, before + measure.size_of(Font::small, entry.text).width + after);
    }
    Legend legend;
    legend.width = std::min(widest + 2 * pad_px + 1, std::max(most_px, 2 * pad_px + swatch_px + 60));
    const double room = legend.width - 2 * pad_px;
    legend.title = broken(measure, Font::bold, title, room);
    legend.height = 2 * pad_px + title_px * static_cast<double>(legend.title.size());
    for (const LegendEntry& entry : entries) {
        legend.rows.push_back(row_of(entry, room, figures, measure));
        legend.height += legend.rows.back().height;
    }
    return legend;
}

void add_row(const Row& row, ScreenPoint at, double right, const Palette& colours, const TextMeasure& measure,
             std::vector<Picture::Item>& items) {
    const LegendEntry& entry = row.entry;
    const ScreenBox swatch{at.x, at.y + 2, at.x + swatch_px, at.y + row_px - 3};
    const double middle = (swatch.top + swatch.bottom) / 2;
    if (entry.is_line) {
        items.push_back(Picture::Line{{swatch.left, middle}, {swatch.right, middle}, entry.colour, entry.line_px});
    } else if (!entry.is_note) {
        items.push_back(Picture::Box{swatch, blended(entry.colour, colours.land)});
        if (entry.hatch != Hatch::none) { items.push_back(Picture::Hatching{swatch, entry.hatch, entry.hatch_colour}); }
        items.push_back(Picture::Box{swatch, Picture::none, colours.border});
    }
    const double begin = entry.is_note ? swatch.left : swatch.right + 6;
    double y = at.y + 1;
    for (const std::string& line : row.lines) {
        items.push_back(Picture::Words{{begin, y}, Font::small, entry.is_note ? colours.faint_ink : colours.ink, line});
        y += line_px;
    }
    if (entry.estimate.empty()) { return; }
    const double width = measure.size_of(Font::small, entry.estimate).width;
    items.push_back(
        Picture::Words{{right - width, row.has_own_line ? y : y - line_px}, Font::small, colours.ink, entry.estimate});
}

/// What all legends of one map are laid out by.
struct Setting {
    const MapContent& content;
    const Camera& whole;  ///< that shows all of the land
    const Viewport& map;
    const TextMeasure& measure;
    double credit;  ///< height
};

/// Where a legend may stand, and what it hides there.
struct Spot {
    ScreenBox box;
    double hidden = std::numeric_limits<double>::infinity();
};

/// Where it hides least of the scene's land, but not where it would lie on `kept`; infinitely much if it always would.
Spot spot_of(const Legend& legend, const std::vector<Corner>& corners, const Scene& scene, const Setting& setting,
             const Viewport& viewport, const std::optional<ScreenBox>& kept = {}) {
    Spot best;
    for (const Corner corner : corners) {
        const ScreenBox there = box_in(corner, legend.width, legend.height, viewport, setting.credit);
        if (kept && kept->overlaps(there)) { continue; }
        const double hidden = hidden_land(there, scene, setting.whole, setting.map);
        if (hidden < best.hidden) { best = {there, hidden}; }
    }
    return best;
}

ScreenBox add_legend(const Legend& legend, const ScreenBox& box, const Setting& setting, Picture& picture) {
    const Palette& colours = palette(setting.content.theme);
    Colour under = colours.land;
    under.a = 235;
    picture.groups.push_back({"legend", {Picture::Box{box, under, colours.coast, 4}}});
    Picture::Group inside{"legend", {}, ScreenBox{box.left + 2, box.top, box.right - 2, box.bottom}};
    double y = box.top + pad_px;
    for (const std::string& line : legend.title) {
        inside.items.push_back(Picture::Words{{box.left + pad_px, y - 2}, Font::bold, colours.ink, line});
        y += title_px;
    }
    for (const Row& row : legend.rows) {
        add_row(row, {box.left + pad_px, y}, box.right - pad_px, colours, setting.measure, inside.items);
        y += row.height;
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
    const Setting setting{content, whole, viewport, measure, credit_height(content, viewport, measure)};
    const double whole_width = viewport.width - 2 * margin_px;
    const std::vector<Corner> any{Corner::bottom_left, Corner::top_left, Corner::bottom_right, Corner::top_right};
    if (style.mode == Mode::difference && content.difference != nullptr) {
        const Legend legend =
            sized(legend_of_difference(content, style.paint, box), tr("What changes"), whole_width, measure);
        return {add_legend(legend, spot_of(legend, any, content.a->scene, setting, viewport).box, setting, picture)};
    }
    if (style.mode != Mode::wipe || content.b == nullptr) {
        const Legend legend = sized(legend_of(*content.a, content, style.paint, box), local_title(*content.a->plan),
                                    whole_width, measure);
        return {add_legend(legend, spot_of(legend, any, content.a->scene, setting, viewport).box, setting, picture)};
    }
    MapBox of_a = box, of_b = box;
    of_a.east = of_b.west =
        to_map(style.camera, viewport, {viewport.x + style.divider * viewport.width, viewport.y}).x_m;
    // At most half of the map for A; B may reach over the divider, but not over A.
    const Plan &plan_a = *content.a->plan, &plan_b = *content.b->plan;
    const Legend a =
        sized(legend_of(*content.a, content, style.paint, of_a), "A  " + title_beside(&plan_b, plan_a, *content.land),
              viewport.width / 2 - margin_px, measure);
    const std::vector<LegendEntry> entries = legend_of(*content.b, content, style.paint, of_b);
    const std::string title = "B  " + title_beside(&plan_a, plan_b, *content.land);
    const Legend wide = sized(entries, title, whole_width, measure);
    Viewport rest = viewport;
    rest.x = viewport.x + margin_px + a.width;
    rest.width = viewport.x + viewport.width - rest.x;
    const Legend narrow = sized(entries, title, rest.width - 2 * margin_px, measure);
    const std::vector<Corner> right{Corner::top_right, Corner::bottom_right};
    const Scene& scene = content.b->scene;
    std::vector<ScreenBox> boxes;
    const Legend* b = nullptr;
    double least = std::numeric_limits<double>::infinity();
    for (const Corner corner : {Corner::bottom_left, Corner::top_left}) {
        const Spot of_left = spot_of(a, {corner}, content.a->scene, setting, viewport),
                   over = spot_of(wide, right, scene, setting, viewport, of_left.box),
                   beside = spot_of(narrow, right, scene, setting, rest);
        const bool is_wide = over.hidden <= beside.hidden;
        const Spot& of_right = is_wide ? over : beside;
        if (!boxes.empty() && of_left.hidden + of_right.hidden >= least) { continue; }
        least = of_left.hidden + of_right.hidden;
        boxes = {of_left.box, of_right.box};
        b = is_wide ? &wide : &narrow;
    }
    return {add_legend(a, boxes[0], setting, picture), add_legend(*b, boxes[1], setting, picture)};
}

}  // namespace layers
