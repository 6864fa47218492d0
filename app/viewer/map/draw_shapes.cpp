// SPDX-License-Identifier: MIT
#include "app/viewer/map/draw_shapes.h"

#include "app/console.h"
#include "app/viewer/map/draw_picture.h"
#include "app/viewer/map/zone_labels.h"
#include "app/viewer/model/unfinished.h"
#include "geo/measure.h"
#include "geo/self_crossings.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace app::viewer {

namespace {

using layers::SketchShape;

constexpr std::uint8_t wash_opacity = 70;   // of drawn zones: the statuses below stay readable
constexpr std::uint8_t faint_opacity = 40;  // of one that is not finished

const layers::Overlay* land_of(const Document& document) {
    return document.result ? &document.result->land : nullptr;
}

std::vector<ImVec2> on_screen(const Document& document, const Viewport& viewport,
                              const std::vector<layers::ScenePoint>& way) {
    std::vector<ImVec2> points;
    points.reserve(way.size());
    for (const layers::ScenePoint& point : way) {
        points.push_back(im(to_screen(document.state.camera, viewport, {point.x_m, point.y_m})));
    }
    return points;
}

void draw_path(ImDrawList& list, const std::vector<ImVec2>& points, bool closed, ImU32 colour, float width) {
    if (points.size() < 2) { return; }
    list.AddPolyline(points.data(), static_cast<int>(points.size()), colour, closed ? ImDrawFlags_Closed : 0, width);
}

/// What of the way from a to b lies in the viewport, as shares of it; nothing if none does.
std::optional<std::pair<float, float>> seen(const ImVec2& a, const ImVec2& b, const Viewport& viewport) {
    float from = 0, to = 1;
    const auto cut = [&from, &to](float start, float along, double low, double high) {
        if (along == 0) { return start >= low && start <= high; }
        const float first = (static_cast<float>(low) - start) / along,
                    last = (static_cast<float>(high) - start) / along;
        from = std::max(from, std::min(first, last));
        to = std::min(to, std::max(first, last));
        return from < to;
    };
    const bool is_seen = cut(a.x, b.x - a.x, viewport.x, viewport.x + viewport.width) &&
                         cut(a.y, b.y - a.y, viewport.y, viewport.y + viewport.height);
    return is_seen ? std::optional{std::pair{from, to}} : std::nullopt;
}

/// Only in the viewport: the other end of a way may lie a million dashes away.
void draw_dashes(ImDrawList& list, const std::vector<ImVec2>& points, const Viewport& viewport, ImU32 colour,
                 float width) {
    constexpr float dash = 6, period = 11;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const ImVec2 &a = points[i - 1], &b = points[i];
        const auto part = seen(a, b, viewport);
        const float length = std::hypot(b.x - a.x, b.y - a.y);
        if (!part || length == 0) { continue; }
        const auto at = [&](float px) {
            return ImVec2{a.x + (b.x - a.x) * px / length, a.y + (b.y - a.y) * px / length};
        };
        const float end = part->second * length;
        for (float px = part->first * length; px < end; px += period) {
            list.AddLine(at(px), at(std::min(px + dash, end)), colour, width);
        }
    }
}

/// Translucent, so without ImGui's antialiased fringe: triangles that touch would show it.
void draw_triangles(ImDrawList& list, const std::vector<ImVec2>& corners, ImU32 colour) {
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
        list.PrimReserve(3, 3);
        for (std::size_t k = 0; k < 3; ++k) { list.PrimVtx(corners[i + k], white, colour); }
    }
}

layers::Colour wash_of(const Document& document, layers::ZoneKind kind, std::uint8_t opacity) {
    layers::Colour wash = layers::zone_colour(kind, document.state.theme);
    wash.a = opacity;
    return wash;
}

void draw_zone_label(const Document& document, const ZoneLabel& label, const Fonts& fonts, ImDrawList& list) {
    const layers::Palette& colours = layers::palette(document.state.theme);
    const ImVec2 low{static_cast<float>(label.box.left), static_cast<float>(label.box.top)},
        high{static_cast<float>(label.box.right), static_cast<float>(label.box.bottom)};
    list.AddRectFilled(low, high, im(colours.halo), 3);
    list.AddText(fonts.small, size_of(*fonts.small), {low.x + 3, low.y + 1}, im(colours.ink), label.words.c_str());
}

}  // namespace

std::vector<ScreenBox> draw_shapes(Document& document, const Viewport& viewport, const Fonts& fonts, bool with_corners,
                                   ImDrawList& list) {
    const State& state = document.state;
    const layers::Palette& colours = layers::palette(state.theme);
    const layers::Sketch& sketch = state.drag != Drag::none ? state.dragged : state.sketch.present();
    const std::vector<DrawnShapes::Shape>& drawn = document.drawn.of(sketch, document.frame.origin, land_of(document));
    for (std::size_t i = 0; i < sketch.shapes.size(); ++i) {
        const SketchShape& shape = sketch.shapes[i];
        const bool closed = shape.kind == SketchShape::Kind::polygon;
        const bool chosen = state.chosen_shape == static_cast<int>(i);
        draw_triangles(list, on_screen(document, viewport, drawn[i].triangles),
                       im(wash_of(document, shape.zone_kind, wash_opacity)));
        const auto draw_ring = [&](const std::vector<ImVec2>& ring) {
            draw_path(list, ring, closed, im(colours.line_halo), 4.5F);
            draw_path(list, ring, closed, im(colours.highlight), chosen ? 2.6F : 1.8F);
        };
        for (const auto& inner : drawn[i].inner_outlines) { draw_ring(on_screen(document, viewport, inner)); }
        draw_ring(on_screen(document, viewport, drawn[i].outline));
        if (state.tool != Tool::edit || !with_corners) { continue; }
        for (std::size_t k = 0; k < shape.vertices.size(); ++k) {
            const auto at = screen_of(state.camera, viewport, shape.vertices[k]);
            if (!at) { continue; }
            const bool is_chosen = chosen && state.chosen_vertex == static_cast<int>(k);
            list.AddCircleFilled(im(*at), 5, im(colours.line_halo));
            list.AddCircleFilled(im(*at), 3.6F, im(is_chosen ? colours.ink : colours.highlight));
        }
    }
    std::vector<ScreenBox> written;
    for (const ZoneLabel& label : zone_labels(document, sketch, drawn, viewport, fonts)) {
        draw_zone_label(document, label, fonts, list);
        written.push_back(label.box);
    }
    return written;
}

// --- what is not finished --------------------------------------------------------------------------------------------

namespace {

/// With the corner that a click would add, if the tool is at work and the pointer over the map.
geo::Path path_so_far(const Document& document, Tool tool) {
    geo::Path path = corners_of(document.state, tool)->present();
    if (tool == document.state.tool && document.aim && !path.empty()) { path.push_back(*document.aim); }
    return path;
}

/// As a zone on the map plane; null for anything but a zone that encloses something.
const DrawnShapes::Shape* enclosed(Document& document, Tool tool, const geo::Path& path) {
    if (tool != Tool::polygon || path.size() < 3) { return nullptr; }
    SketchShape zone;
    zone.vertices = path;
    const auto& drawn = document.drawn_so_far.of({{zone}}, document.frame.origin, land_of(document));
    return drawn.front().area ? &drawn.front() : nullptr;
}

/// Within the map, whatever it stands beside.
void draw_label(const Document& document, const Viewport& viewport, const ImVec2& beside, const std::string& words,
                ImDrawList& list) {
    const layers::Palette& colours = layers::palette(document.state.theme);
    constexpr float edge = 6;
    const ImVec2 size = ImGui::CalcTextSize(words.c_str());
    const auto right = static_cast<float>(viewport.x + viewport.width) - size.x - edge,
               low = static_cast<float>(viewport.y + viewport.height) - size.y - edge;
    const ImVec2 at{std::min(beside.x + 12, right), std::min(beside.y + 8, low)};
    list.AddRectFilled({at.x - 3, at.y - 1}, {at.x + size.x + 3, at.y + size.y + 1}, im(colours.halo), 3);
    list.AddText(at, im(colours.ink), words.c_str());
}

bool crosses_itself(geo::Path outline) {
    outline.push_back(outline.front());
    return !geo::self_crossings(outline).empty();
}

/// Of a way its length; of a zone that encloses something its area.
std::string words_of(Document& document, Tool tool, const geo::Path& path) {
    if (const DrawnShapes::Shape* zone = enclosed(document, tool, path)) {
        const std::string area = area_words(*zone);
        if (!area.empty()) {
            return area + (crosses_itself(path) ? "\n" + tr("crosses itself: what is tinted counts") : std::string{});
        }
    }
    const geo::Kilometres length = geo::length_of(path);
    return length > geo::Kilometres{0} ? km_words(length) : std::string{};
}

/// What the tool has begun. `aim` is of the one that is at work.
void draw_corners(Document& document, const Viewport& viewport, Tool tool, const std::optional<Aim>& aim,
                  ImDrawList& list) {
    const State& state = document.state;
    const layers::Palette& colours = layers::palette(state.theme);
    for (const geo::LonLat& corner : corners_of(state, tool)->present()) {
        if (const auto at = screen_of(state.camera, viewport, corner)) {
            list.AddCircleFilled(im(*at), 4, im(colours.highlight));
        }
    }
    const geo::Path path = path_so_far(document, tool);
    const auto way = [&](const geo::Path& along) {
        return on_screen(document, viewport, way_on_map(along, false, document.frame.origin));
    };
    if (tool == Tool::polygon && path.size() > 2) {
        const std::vector<ImVec2> closing = way({path.back(), path.front()});
        draw_dashes(list, closing, viewport, im(colours.line_halo), 4);
        draw_dashes(list, closing, viewport, im(colours.highlight), 2);
    }
    const std::vector<ImVec2> points = way(path);
    draw_path(list, points, false, im(colours.line_halo), 4);
    draw_path(list, points, false, im(colours.highlight), 2);
    if (points.empty()) { return; }
    std::string words =
        tool == state.tool || tool == Tool::measure ? words_of(document, tool, path) : tr("not finished");
    if (aim && !aim->words.empty()) { words += (words.empty() ? "" : "\n") + aim->words; }
    const auto last = screen_of(state.camera, viewport, path.back());
    if (!words.empty() && last) { draw_label(document, viewport, im(*last), words, list); }
}

}  // namespace

void wash_unfinished(Document& document, const Viewport& viewport, ImDrawList& list) {
    if (document.state.tool != Tool::polygon) { return; }
    const geo::Path path = path_so_far(document, Tool::polygon);
    if (const DrawnShapes::Shape* zone = enclosed(document, Tool::polygon, path)) {
        draw_triangles(list, on_screen(document, viewport, zone->triangles),
                       im(wash_of(document, SketchShape{}.zone_kind, faint_opacity)));
    }
}

void draw_unfinished(Document& document, const Viewport& viewport, const std::optional<Aim>& aim, ImDrawList& list) {
    const Tool tool = document.state.tool;
    for (const Tool other : drawing_tools) {
        if (other != tool) { draw_corners(document, viewport, other, std::nullopt, list); }
    }
    if (tool != Tool::measure) { draw_corners(document, viewport, Tool::measure, std::nullopt, list); }
    if (corners_of(document.state, tool) != nullptr) { draw_corners(document, viewport, tool, aim, list); }
}

}  // namespace app::viewer
