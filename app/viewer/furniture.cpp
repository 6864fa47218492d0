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
#include <limits>

namespace app::viewer {

namespace {

using layers::Part;
using layers::SceneLabel;

constexpr double margin_px = 10, credit_px = 42;

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

namespace {

std::vector<LegendEntry> about(const layers::Plan& plan, const std::string& before) {
    std::vector<LegendEntry> entries;
    const auto note = [&](const std::string& text) {
        entries.push_back({{}, {}, layers::Hatch::none, false, text, "", true});
    };
    if (!before.empty()) { note(before + plan.title); }
    note(fmt::format("{}{}{}", plan.text_status, plan.date.empty() ? "" : ", ", plan.date));
    if (const std::string settings = layers::settings_words(plan); !settings.empty()) { note("set here: " + settings); }
    return entries;
}

}  // namespace

std::vector<LegendEntry> legend_of(const Laid& laid, const Sheet& sheet, const PaintOptions& paint, const MapBox& box) {
    std::vector<LegendEntry> entries = about(*laid.plan, "");
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
    std::vector<LegendEntry> entries = about(*sheet.a->plan, "from  ");
    for (LegendEntry& entry : about(*sheet.b->plan, "to  ")) { entries.push_back(std::move(entry)); }
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
    bool states_accuracy = false;
    for (const layers::FrontLine& line : sheet.land.lines) {
        const layers::LineInfo& info = line.control.info;
        states_accuracy = states_accuracy || info.accuracy;
        words +=
            fmt::format("{}{} {}{}, accuracy {}", words.empty() ? "" : "; ", info.kind, info.name,
                        info.date.empty() || info.name.find(info.date) != std::string::npos ? "" : " of " + info.date,
                        info.accuracy ? geo::to_text(*info.accuracy) : "not stated");
    }
    words += " · km² of the whole country on WGS84";
    return words + (states_accuracy ? " · ± were the line off by its accuracy" : "") + " · ? the text is unclear";
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
    constexpr float spacing = 8;
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

/// Where a legend may stand.
enum class Corner { top_left, bottom_left, top_right, bottom_right };

LabelBox box_in(Corner corner, double width, double height, const Viewport& viewport) {
    const bool right = corner == Corner::top_right || corner == Corner::bottom_right;
    const bool low = corner == Corner::bottom_left || corner == Corner::bottom_right;
    const double left = right ? viewport.x + viewport.width - margin_px - width : viewport.x + margin_px;
    const double lowest = viewport.y + viewport.height - credit_px - margin_px - height;
    const double top = low ? std::max(viewport.y + margin_px, lowest) : viewport.y + margin_px;
    return {left, top, left + width, top + height};
}

/// How much land the box hides while the whole country is shown, by the boxes of its triangles; m².
double hidden_land(const LabelBox& box, const Sheet& sheet, const Camera& whole, const Viewport& viewport) {
    const geo::MapPoint low = to_map(whole, viewport, {box.left, box.bottom}),
                        high = to_map(whole, viewport, {box.right, box.top});
    double hidden = 0;
    for (std::size_t i = 0; i + 2 < sheet.triangles.corners.size(); i += 3) {
        layers::SceneBox triangle;
        for (std::size_t corner = i; corner < i + 3; ++corner) { triangle.add(sheet.triangles.corners[corner]); }
        const double wide = std::min<double>(triangle.east, high.x_m) - std::max<double>(triangle.west, low.x_m);
        const double tall = std::min<double>(triangle.north, high.y_m) - std::max<double>(triangle.south, low.y_m);
        hidden += wide > 0 && tall > 0 ? wide * tall / 2 : 0;
    }
    return hidden;
}

/// A legend that knows its size.
struct Legend {
    std::vector<LegendEntry> entries;
    std::string title;
    float width = 0, height = 0, figures = 0;
};

constexpr float legend_row = 19, legend_swatch = 26, legend_pad = 8, legend_gap = 14;

Legend sized(std::vector<LegendEntry> entries, const std::string& title, double most_px, const Fonts& fonts) {
    Legend legend{std::move(entries), title, extent(*fonts.bold, title).x, 0, 0};
    for (const LegendEntry& entry : legend.entries) {
        legend.figures = std::max(legend.figures, extent(*fonts.small, entry.figure).x);
    }
    for (const LegendEntry& entry : legend.entries) {
        const float before = entry.is_note ? 0 : legend_swatch + 6,
                    after = entry.figure.empty() ? 0 : legend_gap + legend.figures;
        legend.width = std::max(legend.width, before + extent(*fonts.small, entry.text).x + after);
    }
    legend.width = std::min(legend.width + 2 * legend_pad, static_cast<float>(most_px));
    legend.height = 2 * legend_pad + 20 + legend_row * static_cast<float>(legend.entries.size());
    return legend;
}

void draw_entry(const LegendEntry& entry, ImVec2 at, float right, float figures, const Fonts& fonts,
                const layers::Palette& colours, ImDrawList& list) {
    const ImVec2 low{at.x, at.y + 2}, high{at.x + legend_swatch, at.y + legend_row - 3};
    if (entry.is_line) {
        list.AddLine({low.x, (low.y + high.y) / 2}, {high.x, (low.y + high.y) / 2}, im(entry.colour), 2.6F);
    } else if (!entry.is_note) {
        list.AddRectFilled(low, high, im(layers::blended(entry.colour, colours.land)));
        draw_hatch(list, low, high, entry);
        list.AddRect(low, high, im(colours.border));
    }
    const float begin = entry.is_note ? low.x : high.x + 6;
    const float room = right - (entry.figure.empty() ? 0 : figures + legend_gap) - begin;
    draw_text(list, *fonts.small, {begin, at.y + 1}, entry.is_note ? colours.faint_ink : colours.ink,
              fitting(*fonts.small, entry.text, room));
    draw_text(list, *fonts.small, {right - extent(*fonts.small, entry.figure).x, at.y + 1}, colours.ink, entry.figure);
}

/// In that of the corners which hides least of the country when all of it is shown: so it does not jump about while
/// the map moves.
LabelBox draw_legend(const Legend& legend, const std::vector<Corner>& corners, const Sheet& sheet,
                     const Viewport& viewport, const Viewport& map, const Fonts& fonts, ImDrawList& list) {
    const layers::Palette& colours = layers::palette(sheet.ask.theme);
    const Camera whole = on_country(map);
    LabelBox box;
    double least = std::numeric_limits<double>::infinity();
    for (const Corner corner : corners) {
        const LabelBox there = box_in(corner, legend.width, legend.height, viewport);
        const double hidden = hidden_land(there, sheet, whole, map);
        if (hidden >= least) { continue; }
        least = hidden;
        box = there;
    }
    const ImVec2 low{static_cast<float>(box.left), static_cast<float>(box.top)},
        high{static_cast<float>(box.right), static_cast<float>(box.bottom)};
    layers::Colour ground = colours.land;
    ground.a = 235;
    list.AddRectFilled(low, high, im(ground), 4);
    list.AddRect(low, high, im(colours.coast), 4);
    list.PushClipRect({low.x + 2, low.y}, {high.x - 2, high.y}, true);
    draw_text(list, *fonts.bold, {low.x + legend_pad, low.y + legend_pad - 2}, colours.ink,
              fitting(*fonts.bold, legend.title, legend.width - 2 * legend_pad));
    float y = low.y + legend_pad + 20;
    for (const LegendEntry& entry : legend.entries) {
        draw_entry(entry, {low.x + legend_pad, y}, high.x - legend_pad, legend.figures, fonts, colours, list);
        y += legend_row;
    }
    list.PopClipRect();
    return box;
}

std::vector<LabelBox> draw_legends(const Desk& desk, const Viewport& viewport, const Fonts& fonts, ImDrawList& list) {
    const Sheet& sheet = *desk.sheet;
    const State& state = desk.state;
    if (!state.shows_legend) { return {}; }
    const MapBox box = shown_box(state.camera, viewport);
    const double whole_width = viewport.width - 2 * margin_px;
    const std::vector<Corner> any{Corner::bottom_left, Corner::top_left, Corner::bottom_right, Corner::top_right};
    if (state.mode == Mode::difference && sheet.difference) {
        const Legend legend = sized(legend_of_difference(sheet, state.paint, box), "What changes", whole_width, fonts);
        return {draw_legend(legend, any, sheet, viewport, viewport, fonts, list)};
    }
    if (state.mode != Mode::wipe || !sheet.b) {
        const Legend legend =
            sized(legend_of(*sheet.a, sheet, state.paint, box), sheet.a->plan->title, whole_width, fonts);
        return {draw_legend(legend, any, sheet, viewport, viewport, fonts, list)};
    }
    MapBox of_a = box, of_b = box;
    of_a.east = of_b.west =
        to_map(state.camera, viewport, {viewport.x + state.divider * viewport.width, viewport.y}).x_m;
    // At most half of the map for A; B may reach over the divider, but not over A.
    const Legend a = sized(legend_of(*sheet.a, sheet, state.paint, of_a), "A  " + sheet.a->plan->title,
                           viewport.width / 2 - margin_px, fonts);
    std::vector<LabelBox> boxes{
        draw_legend(a, {Corner::bottom_left, Corner::top_left}, sheet, viewport, viewport, fonts, list)};
    Viewport rest = viewport;
    rest.x = boxes.front().right;
    rest.width = viewport.x + viewport.width - rest.x;
    const Legend b = sized(legend_of(*sheet.b, sheet, state.paint, of_b), "B  " + sheet.b->plan->title,
                           rest.width - 2 * margin_px, fonts);
    boxes.push_back(draw_legend(b, {Corner::top_right, Corner::bottom_right}, sheet, rest, viewport, fonts, list));
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
    const LabelBox box{left - 5, low - credit_px, left + std::max(size.x, bar + 70) + 5, low - 4};
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

constexpr double behind_large_towns = 94999;  // the towns that are named on the whole country go first

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
            return {fonts.bold, colours.ink, 0, behind_large_towns + label.rank / 1e7, true};
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

/// From the nearest point of the words' box to what they name.
void draw_leader(ImDrawList& list, const LabelBox& box, ScreenPoint to, layers::Colour colour, layers::Colour halo) {
    const ImVec2 from{static_cast<float>(std::clamp(to.x, box.left, box.right)),
                      static_cast<float>(std::clamp(to.y, box.top, box.bottom))};
    list.AddLine(from, im(to), im(halo), 3.4F);
    list.AddLine(from, im(to), im(colour), 1.2F);
    list.AddCircleFilled(im(to), 2.2F, im(colour));
}

constexpr double least_room_px = 14;  // smaller changes are named as one comes nearer; the legend has them all

/// How wide the land is that a change is said of; of other names there is no end.
double room_of(const SceneLabel& label, const Camera& camera) {
    if (label.kind != SceneLabel::Kind::transfer) { return std::numeric_limits<double>::infinity(); }
    return std::sqrt(label.rank * 1e6) / camera.metres_per_px;
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
            const double room_px = room_of(label, desk.state.camera);
            if (room_px < least_room_px) { continue; }
            wishes.push_back({at, size.x + 2, size.y, style.dot_px, style.rank, size.x > room_px});
            styles.emplace_back(&label, style);
        }
    }
    const layers::Colour halo = layers::palette(desk.state.theme).halo;
    for (const PlacedLabel& placed : place_labels(wishes, viewport, taken)) {
        const auto& [label, style] = styles[placed.wish];
        if (placed.is_led) { draw_leader(list, placed.box, wishes[placed.wish].at, style.colour, halo); }
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
