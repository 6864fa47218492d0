// SPDX-License-Identifier: MIT
#include "app/viewer/furniture.h"

#include "app/figures.h"
#include "app/viewer/labels.h"
#include "geo/units.h"

#include <fmt/format.h>
#include <imgui/imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace app::viewer {

namespace {

using layers::Part;
using layers::SceneLabel;

constexpr double margin_px = 10;

ImU32 im(layers::Colour colour) {
    return IM_COL32(colour.r, colour.g, colour.b, colour.a);
}

ImVec2 im(ScreenPoint point) {
    return {static_cast<float>(point.x), static_cast<float>(point.y)};
}

/// Sizes of a font are those of its density; the draw list wants logical ones.
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

// --- legend ----------------------------------------------------------------------------------------------------------

layers::SceneBox scene_box(const MapBox& box) {
    return {static_cast<float>(box.west), static_cast<float>(box.south), static_cast<float>(box.east),
            static_cast<float>(box.north)};
}

bool is_visible(const layers::SceneFill& fill, const Triangles& triangles, const MapBox& box) {
    const layers::SceneBox view = scene_box(box);
    for (const std::uint32_t piece : fill.pieces) {
        const auto first = static_cast<std::size_t>(triangles.first[piece]);
        const auto count = static_cast<std::size_t>(triangles.count[piece]);
        for (std::size_t i = first; i < first + count; i += 3) {
            layers::SceneBox triangle;
            for (std::size_t corner = i; corner < i + 3; ++corner) { triangle.add(triangles.corners[corner]); }
            if (triangle.overlaps(view)) { return true; }
        }
    }
    return false;
}

std::string with_unit(const layers::Figure& figure) {
    return figure_text(figure) + " km²";
}

bool is_visible(const layers::SceneStroke& stroke, const MapBox& box) {
    const layers::SceneBox view = scene_box(box);
    for (std::size_t i = 0; i + 1 < stroke.segments.size(); i += 2) {
        layers::SceneBox segment;
        segment.add(stroke.segments[i]);
        segment.add(stroke.segments[i + 1]);
        if (segment.overlaps(view)) { return true; }
    }
    return false;
}

/// The lines of the scene that are in sight, each once.
void add_line_entries(const layers::Scene& scene, const Sheet& sheet, const PaintOptions& paint, const MapBox& box,
                      std::vector<LegendEntry>& entries) {
    std::string last;
    for (const layers::SceneStroke& stroke : scene.strokes) {
        if (stroke.part != Part::line || stroke.key == last || !paint.shows(Part::line) || !is_visible(stroke, box)) {
            continue;
        }
        last = stroke.key;
        const layers::LineInfo& line = sheet.land.lines[sheet.land.line_index(stroke.key)].control.info;
        entries.push_back({layers::palette(sheet.ask.theme).line,
                           {},
                           layers::Hatch::none,
                           true,
                           line.kind + " " + line.name,
                           line.accuracy ? "accuracy " + geo::to_text(*line.accuracy) : "accuracy not stated"});
    }
}

layers::Colour seen(const layers::SceneFill& fill, const Sheet& sheet, const PaintOptions& paint) {
    return seen_on_land(fill.colour, layers::palette(sheet.ask.theme).land, paint);
}

ScreenPoint position(const Camera& camera, const Viewport& viewport, layers::ScenePoint point) {
    return to_screen(camera, viewport, {point.x_m, point.y_m});
}

}  // namespace

std::vector<LegendEntry> legend_of(const Laid& laid, const Sheet& sheet, const PaintOptions& paint, const MapBox& box) {
    std::vector<LegendEntry> entries;
    for (const layers::SceneFill& fill : laid.scene.fills) {
        if (!paint.shows(fill.part) || !is_visible(fill, sheet.triangles, box)) { continue; }
        if (fill.part == Part::status) {
            for (const layers::Label& label : laid.table.labels()) {
                if (layers::key_of(label) != fill.key) { continue; }
                entries.push_back({seen(fill, sheet, paint),
                                   {},
                                   layers::Hatch::none,
                                   false,
                                   fill.key,
                                   with_unit(laid.table.of(label))});
            }
        } else if (fill.part == Part::zone) {
            for (const layers::Zone& zone : laid.plan->zones) {
                if (zone.id != fill.key) { continue; }
                entries.push_back({fill.colour, fill.hatch_colour, fill.hatch, false,
                                   fmt::format("{}: {}", zone.kind, zone.title.empty() ? zone.id : zone.title),
                                   with_unit(laid.table.of_zone(zone.id))});
            }
        }
    }
    add_line_entries(laid.scene, sheet, paint, box, entries);
    for (const layers::SceneFill& fill : laid.scene.fills) {
        const bool shown = fill.part == Part::accuracy && paint.shows(fill.part);
        if (!shown || !is_visible(fill, sheet.triangles, box)) { continue; }
        entries.push_back({fill.colour, {}, layers::Hatch::none, false, "within the accuracy of the line", ""});
        break;
    }
    return entries;
}

std::vector<LegendEntry> legend_of_difference(const Sheet& sheet, const PaintOptions& paint, const MapBox& box) {
    std::vector<LegendEntry> entries;
    for (const layers::SceneFill& fill : sheet.difference->fills) {
        if (!paint.shows(Part::difference) || !is_visible(fill, sheet.triangles, box)) { continue; }
        if (fill.key == "unchanged") {
            entries.push_back({seen(fill, sheet, paint), {}, layers::Hatch::none, false, "the same under both", ""});
        }
        for (const layers::Label& from : sheet.comparison->labels_from()) {
            for (const layers::Label& to : sheet.comparison->labels_to()) {
                if (from == to || layers::key_of(from, to) != fill.key) { continue; }
                entries.push_back({seen(fill, sheet, paint), fill.hatch_colour, fill.hatch, false, fill.key,
                                   with_unit(sheet.comparison->of(from, to))});
            }
        }
    }
    add_line_entries(*sheet.difference, sheet, paint, box, entries);
    return entries;
}

geo::Kilometres bar_length(double metres_per_px, double most_px) {
    const double most_km = metres_per_px * most_px / 1000;
    const double power = std::pow(10, std::floor(std::log10(most_km)));
    for (const double digit : {5.0, 2.0}) {
        if (digit * power <= most_km) { return geo::Kilometres{digit * power}; }
    }
    return geo::Kilometres{power};
}

std::string credit_of(const Sheet& sheet) {
    std::string words;
    for (const layers::FrontLine& line : sheet.land.lines) {
        const layers::LineInfo& info = line.control.info;
        words +=
            fmt::format("{}{} {}{}, accuracy {}", words.empty() ? "" : "; ", info.kind, info.name,
                        info.date.empty() || info.name.find(info.date) != std::string::npos ? "" : " of " + info.date,
                        info.accuracy ? geo::to_text(*info.accuracy) : "not stated");
    }
    return words + " · km² of the whole country on WGS84 · ± were the line off by its accuracy";
}

namespace {

/// The text, or as much of its beginning as fits, and "…".
std::string fitting(ImFont& font, const std::string& text, float width) {
    if (extent(font, text).x <= width) { return text; }
    std::string cut = text;
    while (!cut.empty() && extent(font, cut + "…").x > width) {
        while (cut.size() > 1 && (static_cast<unsigned char>(cut.back()) & 0xC0) == 0x80) { cut.pop_back(); }
        cut.pop_back();
    }
    return cut + "…";
}

void draw_hatch(ImDrawList& list, ImVec2 low, ImVec2 high, const LegendEntry& entry) {
    constexpr float spacing = 6;
    const ImU32 colour = im(entry.hatch_colour);
    const float height = high.y - low.y;
    list.PushClipRect(low, high, true);
    for (float x = low.x - height; x < high.x; x += spacing) {
        const bool crossed = entry.hatch == layers::Hatch::crossed;
        if (crossed || entry.hatch == layers::Hatch::rising) {
            list.AddLine({x, high.y}, {x + height, low.y}, colour, 1.4F);
        }
        if (crossed || entry.hatch == layers::Hatch::falling) {
            list.AddLine({x, low.y}, {x + height, high.y}, colour, 1.4F);
        }
    }
    if (entry.hatch == layers::Hatch::level) {
        for (float y = low.y + 3; y < high.y; y += spacing) { list.AddLine({low.x, y}, {high.x, y}, colour, 1.4F); }
    }
    if (entry.hatch == layers::Hatch::dots) {
        for (float x = low.x + 4; x < high.x; x += spacing) {
            list.AddCircleFilled({x, (low.y + high.y) / 2}, 1.6F, colour);
        }
    }
    list.PopClipRect();
}

LabelBox draw_legend(const std::vector<LegendEntry>& entries, const std::string& title, bool at_right,
                     const Viewport& viewport, const Fonts& fonts, layers::Theme theme, ImDrawList& list) {
    constexpr float row = 19, swatch = 26, pad = 8, gap = 14;
    const layers::Palette& colours = layers::palette(theme);
    float words = 0, figures = 0;
    for (const LegendEntry& entry : entries) {
        words = std::max(words, extent(*fonts.small, entry.text).x);
        figures = std::max(figures, extent(*fonts.small, entry.figure).x);
    }
    const float inner = std::max(swatch + 6 + words + gap + figures, extent(*fonts.bold, title).x);
    const float width = std::min(inner + 2 * pad, static_cast<float>(viewport.width - 2 * margin_px));
    const float height = 2 * pad + 20 + row * static_cast<float>(entries.size());
    const auto left =
        static_cast<float>(at_right ? viewport.x + viewport.width - margin_px - width : viewport.x + margin_px);
    const auto top = static_cast<float>(viewport.y + margin_px);
    layers::Colour ground = colours.land;
    ground.a = 235;
    list.AddRectFilled({left, top}, {left + width, top + height}, im(ground), 4);
    list.AddRect({left, top}, {left + width, top + height}, im(colours.coast), 4);
    list.PushClipRect({left + 2, top}, {left + width - 2, top + height}, true);
    draw_text(list, *fonts.bold, {left + pad, top + pad - 2}, colours.ink,
              fitting(*fonts.bold, title, width - 2 * pad));
    float y = top + pad + 20;
    for (const LegendEntry& entry : entries) {
        const ImVec2 low{left + pad, y + 2}, high{left + pad + swatch, y + row - 3};
        if (entry.is_line) {
            list.AddLine({low.x, (low.y + high.y) / 2}, {high.x, (low.y + high.y) / 2}, im(entry.colour), 2.6F);
        } else {
            list.AddRectFilled(low, high, im(layers::blended(entry.colour, colours.land)));
            draw_hatch(list, low, high, entry);
            list.AddRect(low, high, im(colours.border));
        }
        const float room = left + width - pad - figures - gap - (high.x + 6);
        draw_text(list, *fonts.small, {high.x + 6, y + 1}, colours.ink, fitting(*fonts.small, entry.text, room));
        draw_text(list, *fonts.small, {left + width - pad - extent(*fonts.small, entry.figure).x, y + 1}, colours.ink,
                  entry.figure);
        y += row;
    }
    list.PopClipRect();
    return {left, top, left + width, top + height};
}

std::vector<LabelBox> draw_legends(const Desk& desk, const Viewport& viewport, const Fonts& fonts, ImDrawList& list) {
    const Sheet& sheet = *desk.sheet;
    const State& state = desk.state;
    if (!state.shows_legend) { return {}; }
    const MapBox box = shown_box(state.camera, viewport);
    const auto draw = [&](const std::vector<LegendEntry>& entries, const std::string& title, bool at_right) {
        return draw_legend(entries, title, at_right, viewport, fonts, sheet.ask.theme, list);
    };
    if (state.mode == Mode::difference && sheet.difference) {
        return {draw(legend_of_difference(sheet, state.paint, box),
                     fmt::format("{} → {}", sheet.a->plan->name, sheet.b->plan->name), false)};
    }
    if (state.mode != Mode::wipe || !sheet.b) {
        return {draw(legend_of(*sheet.a, sheet, state.paint, box), sheet.a->plan->title, false)};
    }
    const double at = viewport.x + state.divider * viewport.width;
    const MapBox left = shown_box(state.camera, viewport);
    MapBox of_a = left, of_b = left;
    of_a.east = of_b.west = to_map(state.camera, viewport, {at, viewport.y}).x_m;
    std::vector<LabelBox> boxes;
    Viewport first = viewport;  // at most half of the map for each
    first.width = (viewport.width + margin_px) / 2;
    boxes.push_back(draw_legend(legend_of(*sheet.a, sheet, state.paint, of_a), "A  " + sheet.a->plan->title, false,
                                first, fonts, sheet.ask.theme, list));
    Viewport rest = viewport;  // the second one may reach over the divider, but not over the first
    rest.x = boxes.front().right;
    rest.width = viewport.x + viewport.width - rest.x;
    boxes.push_back(draw_legend(legend_of(*sheet.b, sheet, state.paint, of_b), "B  " + sheet.b->plan->title, true, rest,
                                fonts, sheet.ask.theme, list));
    return boxes;
}

// --- scale bar, divider, credits ----------------------------------------------------------------------------------

/// Under words that must be read whatever lies below.
void draw_ground(ImDrawList& list, const LabelBox& box, const layers::Palette& colours) {
    list.AddRectFilled({static_cast<float>(box.left), static_cast<float>(box.top)},
                       {static_cast<float>(box.right), static_cast<float>(box.bottom)}, im(colours.halo), 3);
}

/// A bar of a round length, and under it what the picture rests on.
LabelBox draw_scale_and_credit(const Desk& desk, const Viewport& viewport, const Fonts& fonts, ImDrawList& list) {
    constexpr double most_px = 160;
    const layers::Palette& colours = layers::palette(desk.state.theme);
    const geo::Kilometres length = bar_length(desk.state.camera.metres_per_px, most_px);
    const auto bar = static_cast<float>(length.value() * 1000 / desk.state.camera.metres_per_px);
    const auto left = static_cast<float>(viewport.x + margin_px),
               low = static_cast<float>(viewport.y + viewport.height);
    const std::string credit =
        fitting(*fonts.small, credit_of(*desk.sheet), static_cast<float>(viewport.width - 2 * margin_px));
    const ImVec2 size = extent(*fonts.small, credit);
    const LabelBox box{left - 5, low - 42, left + std::max(size.x, bar + 70) + 5, low - 4};
    draw_ground(list, box, colours);
    const float y = low - 26;
    const auto stroke = [&](float x, float from, float to_x, float to) {
        list.AddLine({x, from}, {to_x, to}, im(colours.ink), 1.6F);
    };
    stroke(left, y, left + bar, y);
    stroke(left, y - 5, left, y + 0.5F);
    stroke(left + bar, y - 5, left + bar, y + 0.5F);
    draw_text(list, *fonts.small, {left + bar + 6, y - 11}, colours.ink, geo::to_text(length));
    draw_text(list, *fonts.small, {left, low - 21}, colours.faint_ink, credit);
    return box;
}

void draw_divider(const Desk& desk, const Viewport& viewport, ImDrawList& list) {
    const auto x = static_cast<float>(viewport.x + desk.state.divider * viewport.width);
    const auto top = static_cast<float>(viewport.y), bottom = static_cast<float>(viewport.y + viewport.height);
    const float middle = (top + bottom) / 2;
    list.AddLine({x, top}, {x, bottom}, IM_COL32(255, 255, 255, 255), 4);
    list.AddLine({x, top}, {x, bottom}, IM_COL32(30, 30, 30, 255), 2);
    list.AddCircleFilled({x, middle}, 13, IM_COL32(255, 255, 255, 255));
    list.AddCircle({x, middle}, 13, IM_COL32(30, 30, 30, 255), 0, 2);
    list.AddTriangleFilled({x - 8, middle}, {x - 3, middle - 5}, {x - 3, middle + 5}, IM_COL32(30, 30, 30, 255));
    list.AddTriangleFilled({x + 8, middle}, {x + 3, middle - 5}, {x + 3, middle + 5}, IM_COL32(30, 30, 30, 255));
}

// --- names -----------------------------------------------------------------------------------------------------------

/// More places as one comes nearer: those of so many people at least.
double least_people(double metres_per_px) {
    return metres_per_px < 120 ? 0 : metres_per_px < 300 ? 3000 : metres_per_px < 600 ? 30000 : 95000;
}

struct NameStyle {
    ImFont* font;
    layers::Colour colour;
    double dot_px, rank;
    bool shown = true;
};

NameStyle style_of(const SceneLabel& label, const Desk& desk, const Fonts& fonts) {
    const layers::Palette& colours = layers::palette(desk.state.theme);
    const double metres = desk.state.camera.metres_per_px;
    switch (label.kind) {
        case SceneLabel::Kind::capital:
            return {fonts.bold, colours.ink, 4.5, 1e9};
        case SceneLabel::Kind::place:
            return {fonts.small, colours.ink, label.rank > 200000 ? 3.2 : 2.4, label.rank,
                    label.rank >= least_people(metres)};
        case SceneLabel::Kind::facility:
            return {fonts.small, colours.ink, 3.0, label.rank, metres < 600};
        case SceneLabel::Kind::unit:
            return {fonts.small, colours.faint_ink, 0, label.rank / 1e6, metres < 1800};
        case SceneLabel::Kind::neighbour:
        case SceneLabel::Kind::sea:
            return {fonts.text, colours.faint_ink, 0, label.rank / 1e3};
        case SceneLabel::Kind::transfer:
            return {fonts.bold, colours.ink, 0, 2e9 + label.rank, true};
    }
    return {fonts.small, colours.ink, 0, 0, false};
}

void draw_dot(ImDrawList& list, const SceneLabel& label, const NameStyle& style, ScreenPoint at, layers::Colour halo) {
    const ImVec2 point = im(at);
    const auto radius = static_cast<float>(style.dot_px);
    if (label.kind == SceneLabel::Kind::facility) {
        list.AddRectFilled({point.x - radius - 1, point.y - radius - 1}, {point.x + radius + 1, point.y + radius + 1},
                           im(halo));
        list.AddRectFilled({point.x - radius, point.y - radius}, {point.x + radius, point.y + radius},
                           im(style.colour));
        return;
    }
    list.AddCircleFilled(point, radius + 1.2F, im(halo));
    list.AddCircleFilled(point, radius, im(style.colour));
}

void draw_names(const Desk& desk, const std::vector<const layers::Scene*>& scenes, const Viewport& viewport,
                std::vector<LabelBox> taken, const Fonts& fonts, ImDrawList& list) {
    std::vector<LabelWish> wishes;
    std::vector<std::pair<const SceneLabel*, NameStyle>> styles;
    for (const layers::Scene* scene : scenes) {
        for (const SceneLabel& label : scene->labels) {
            if (!desk.state.paint.shows(label.part)) { continue; }
            const ScreenPoint at = position(desk.state.camera, viewport, label.at);
            const NameStyle style = style_of(label, desk, fonts);
            if (!style.shown || !viewport.contains(at)) { continue; }
            const ImVec2 size = extent(*style.font, desk.state.ukrainian ? label.text_uk : label.text);
            wishes.push_back({at, size.x + 2, size.y, style.dot_px, style.rank});
            styles.emplace_back(&label, style);
        }
    }
    const layers::Colour halo = layers::palette(desk.state.theme).halo;
    for (const PlacedLabel& placed : place_labels(wishes, viewport, taken)) {
        const auto& [label, style] = styles[placed.wish];
        if (style.dot_px > 0) { draw_dot(list, *label, style, wishes[placed.wish].at, halo); }
        draw_with_halo(list, *style.font, {static_cast<float>(placed.box.left + 1), static_cast<float>(placed.box.top)},
                       style.colour, halo, desk.state.ukrainian ? label->text_uk : label->text);
    }
}

}  // namespace

void draw_furniture(const Desk& desk, const layers::Scene& backdrop, const Viewport& viewport, const Fonts& fonts,
                    ImDrawList& list) {
    if (!desk.sheet) { return; }
    std::vector<LabelBox> taken;
    {
        // Legends are drawn last, above names, but their room is taken first: so draw them into a channel above.
        list.ChannelsSplit(2);
        list.ChannelsSetCurrent(1);
        const bool divided = desk.state.mode == Mode::wipe && desk.has_b();
        if (divided) { draw_divider(desk, viewport, list); }
        taken = draw_legends(desk, viewport, fonts, list);
        taken.push_back(draw_scale_and_credit(desk, viewport, fonts, list));
        if (divided) {
            const double x = viewport.x + desk.state.divider * viewport.width;
            taken.push_back({x - 4, viewport.y, x + 4, viewport.y + viewport.height});
        }
        list.ChannelsSetCurrent(0);
    }
    const bool differs = desk.state.mode == Mode::difference && desk.sheet->difference;
    const layers::Scene& scene = differs ? *desk.sheet->difference : desk.sheet->a->scene;
    draw_names(desk, {&scene, &backdrop}, viewport, taken, fonts, list);
    list.ChannelsMerge();
}

}  // namespace app::viewer
