// SPDX-License-Identifier: MIT
#include "app/viewer/map/legend.h"

#include "app/viewer/map/text.h"
#include "geo/units.h"
#include "layers/report/estimate_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace app::viewer {

namespace report = layers::report;

namespace {

using layers::Part;

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

std::string with_unit(const layers::Estimate& estimate) {
    return report::estimate_text(estimate) + " km²";
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
void add_line_entries(const layers::Scene& scene, const Result& result, const PaintOptions& paint, const MapBox& box,
                      std::vector<LegendEntry>& entries) {
    std::string last;
    for (const layers::SceneStroke& stroke : scene.strokes) {
        if (stroke.part != Part::line || stroke.key == last || !paint.shows(Part::line) || !is_visible(stroke, box)) {
            continue;
        }
        last = stroke.key;
        const layers::LineInfo& line = result.land.lines[result.land.line_index(stroke.key)].control.info;
        entries.push_back({layers::palette(result.request.theme).line,
                           {},
                           layers::Hatch::none,
                           true,
                           words_of(line.kind) + " " + line.name,
                           line.accuracy ? "accuracy " + geo::to_text(*line.accuracy) : "accuracy not stated"});
    }
}

/// Contested land on the plan's line, whatever the plan makes of it.
void add_contested_entry(const layers::Scene& scene, const layers::Plan& plan, const Result& result,
                         const PaintOptions& paint, const MapBox& box, std::vector<LegendEntry>& entries) {
    for (const layers::SceneFill& fill : scene.fills) {
        if (fill.part != Part::contested || !paint.shows(fill.part) || !is_visible(fill, result.triangles, box)) {
            continue;
        }
        const layers::CellSet set = layers::contested_on(result.land, result.land.line_index(plan.line));
        layers::Estimate estimate;
        for (std::size_t i = 0; i < set.size(); ++i) {
            if (set[i] != 0) { estimate.area += result.land.cells[i].area; }
        }
        entries.push_back({fill.colour, fill.hatch_colour, fill.hatch, false, "contested land", with_unit(estimate)});
    }
}

layers::Colour seen(const layers::SceneFill& fill, const Result& result, const PaintOptions& paint) {
    return seen_on_land(fill.colour, layers::palette(result.request.theme).land, paint);
}

std::vector<LegendEntry> about(const layers::Plan& plan, const std::string& before) {
    std::vector<LegendEntry> entries;
    const auto note = [&](const std::string& text) {
        entries.push_back({{}, {}, layers::Hatch::none, false, text, "", true});
    };
    if (!before.empty()) { note(before + plan.title); }
    note(fmt::format("{}{}{}", plan.text_status, plan.date ? ", " : "", geo::to_text(plan.date)));
    if (const std::string settings = layers::settings_words(plan); !settings.empty()) { note("set here: " + settings); }
    return entries;
}

}  // namespace

std::vector<LegendEntry> legend_of(const PlanView& view, const Result& result, const PaintOptions& paint,
                                   const MapBox& box) {
    std::vector<LegendEntry> entries = about(*view.plan, "");
    for (const layers::SceneFill& fill : view.scene.fills) {
        if (!paint.shows(fill.part) || !is_visible(fill, result.triangles, box)) { continue; }
        if (fill.part == Part::status) {
            for (const layers::StatusClass& label : view.table.classes()) {
                if (layers::key_of(label, view.plan->sides) != fill.key) { continue; }
                entries.push_back({seen(fill, result, paint),
                                   {},
                                   layers::Hatch::none,
                                   false,
                                   fill.key,
                                   with_unit(view.table.of(label))});
            }
        } else if (fill.part == Part::zone) {
            for (const layers::Zone& zone : view.plan->zones) {
                if (zone.id != fill.key) { continue; }
                entries.push_back({fill.colour, fill.hatch_colour, fill.hatch, false,
                                   fmt::format("{}: {}", id_of(zone.kind), zone.title.empty() ? zone.id : zone.title),
                                   with_unit(view.table.of_zone(zone.id))});
            }
        }
    }
    add_contested_entry(view.scene, *view.plan, result, paint, box, entries);
    add_line_entries(view.scene, result, paint, box, entries);
    for (const layers::SceneFill& fill : view.scene.fills) {
        const bool shown = fill.part == Part::accuracy && paint.shows(fill.part);
        if (!shown || !is_visible(fill, result.triangles, box)) { continue; }
        entries.push_back({fill.colour, {}, layers::Hatch::none, false, "within the accuracy of the line", ""});
        break;
    }
    return entries;
}

std::vector<LegendEntry> legend_of_difference(const Result& result, const PaintOptions& paint, const MapBox& box) {
    std::vector<LegendEntry> entries = about(*result.a->plan, "from  ");
    for (LegendEntry& entry : about(*result.b->plan, "to  ")) { entries.push_back(std::move(entry)); }
    for (const layers::SceneFill& fill : result.difference->fills) {
        if (!paint.shows(Part::difference) || !is_visible(fill, result.triangles, box)) { continue; }
        if (fill.key == "unchanged") {
            entries.push_back({seen(fill, result, paint), {}, layers::Hatch::none, false, "the same under both", ""});
        }
        for (const layers::StatusClass& from : result.comparison->classes_from()) {
            for (const layers::StatusClass& to : result.comparison->classes_to()) {
                if (from == to || layers::key_of(from, to, result.a->plan->sides) != fill.key) { continue; }
                entries.push_back({seen(fill, result, paint), fill.hatch_colour, fill.hatch, false, fill.key,
                                   with_unit(result.comparison->of(from, to))});
            }
        }
    }
    add_contested_entry(*result.difference, *result.b->plan, result, paint, box, entries);
    add_line_entries(*result.difference, result, paint, box, entries);
    return entries;
}

namespace {

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
    if (entry.hatch == layers::Hatch::upright) {
        for (float x = low.x + 3; x < high.x; x += spacing) { list.AddLine({x, low.y}, {x, high.y}, colour, 1.4F); }
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
double hidden_land(const LabelBox& box, const Result& result, const Camera& whole, const Viewport& viewport) {
    const geo::MapPoint low = to_map(whole, viewport, {box.left, box.bottom}),
                        high = to_map(whole, viewport, {box.right, box.top});
    double hidden = 0;
    for (std::size_t i = 0; i + 2 < result.triangles.corners.size(); i += 3) {
        layers::SceneBox triangle;
        for (std::size_t corner = i; corner < i + 3; ++corner) { triangle.add(result.triangles.corners[corner]); }
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
        legend.figures = std::max(legend.figures, extent(*fonts.small, entry.estimate).x);
    }
    for (const LegendEntry& entry : legend.entries) {
        const float before = entry.is_note ? 0 : legend_swatch + 6,
                    after = entry.estimate.empty() ? 0 : legend_gap + legend.figures;
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
    const float room = right - (entry.estimate.empty() ? 0 : figures + legend_gap) - begin;
    draw_text(list, *fonts.small, {begin, at.y + 1}, entry.is_note ? colours.faint_ink : colours.ink,
              fitting(*fonts.small, entry.text, room));
    draw_text(list, *fonts.small, {right - extent(*fonts.small, entry.estimate).x, at.y + 1}, colours.ink,
              entry.estimate);
}

/// In that of the corners which hides least of the country when all of it is shown: so it does not jump about while
/// the map moves.
LabelBox draw_legend(const Legend& legend, const std::vector<Corner>& corners, const Result& result,
                     const Camera& whole, const Viewport& viewport, const Viewport& map, const Fonts& fonts,
                     ImDrawList& list) {
    const layers::Palette& colours = layers::palette(result.request.theme);
    LabelBox box;
    double least = std::numeric_limits<double>::infinity();
    for (const Corner corner : corners) {
        const LabelBox there = box_in(corner, legend.width, legend.height, viewport);
        const double hidden = hidden_land(there, result, whole, map);
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

}  // namespace

std::vector<LabelBox> draw_legends(const Document& document, const Viewport& viewport, const Fonts& fonts,
                                   ImDrawList& list) {
    const Result& result = *document.result;
    const State& state = document.state;
    if (!state.shows_legend) { return {}; }
    const MapBox box = shown_box(state.camera, viewport);
    const Camera whole = on_whole(document.frame, viewport);
    const double whole_width = viewport.width - 2 * margin_px;
    const std::vector<Corner> any{Corner::bottom_left, Corner::top_left, Corner::bottom_right, Corner::top_right};
    if (state.mode == Mode::difference && result.difference) {
        const Legend legend = sized(legend_of_difference(result, state.paint, box), "What changes", whole_width, fonts);
        return {draw_legend(legend, any, result, whole, viewport, viewport, fonts, list)};
    }
    if (state.mode != Mode::wipe || !result.b) {
        const Legend legend =
            sized(legend_of(*result.a, result, state.paint, box), result.a->plan->title, whole_width, fonts);
        return {draw_legend(legend, any, result, whole, viewport, viewport, fonts, list)};
    }
    MapBox of_a = box, of_b = box;
    of_a.east = of_b.west =
        to_map(state.camera, viewport, {viewport.x + state.divider * viewport.width, viewport.y}).x_m;
    // At most half of the map for A; B may reach over the divider, but not over A.
    const Legend a = sized(legend_of(*result.a, result, state.paint, of_a), "A  " + result.a->plan->title,
                           viewport.width / 2 - margin_px, fonts);
    std::vector<LabelBox> boxes{
        draw_legend(a, {Corner::bottom_left, Corner::top_left}, result, whole, viewport, viewport, fonts, list)};
    Viewport rest = viewport;
    rest.x = boxes.front().right;
    rest.width = viewport.x + viewport.width - rest.x;
    const Legend b = sized(legend_of(*result.b, result, state.paint, of_b), "B  " + result.b->plan->title,
                           rest.width - 2 * margin_px, fonts);
    boxes.push_back(
        draw_legend(b, {Corner::top_right, Corner::bottom_right}, result, whole, rest, viewport, fonts, list));
    return boxes;
}

}  // namespace app::viewer
