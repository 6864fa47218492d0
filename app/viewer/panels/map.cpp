// SPDX-License-Identifier: MIT
#include "app/console.h"
#include "app/viewer/input/imgui_input.h"
#include "app/viewer/map/draw_furniture.h"
#include "app/viewer/map/draw_picture.h"
#include "app/viewer/map/map_input.h"
#include "app/viewer/map/zone_labels.h"
#include "app/viewer/model/unfinished.h"
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"
#include "geo/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace app::viewer {

namespace {

using layers::SketchShape;

constexpr std::uint8_t wash_opacity = 70;  // of drawn zones: the statuses below stay readable

Pointer pointer_of(const Viewport& viewport) {
    const ImGuiIO& io = ImGui::GetIO();
    Pointer pointer;
    pointer.at = {io.MousePos.x, io.MousePos.y};
    pointer.before = {io.MousePos.x - io.MouseDelta.x, io.MousePos.y - io.MouseDelta.y};
    pointer.hovers = ImGui::IsItemHovered();
    pointer.pressed = pointer.hovers && ImGui::IsMouseClicked(ImGuiMouseButton_Left);
    const bool active = ImGui::IsItemActive();
    pointer.held = active && ImGui::IsMouseDown(ImGuiMouseButton_Left);
    pointer.released = ImGui::IsItemDeactivated() && ImGui::IsMouseReleased(ImGuiMouseButton_Left) &&
                       ImGui::IsMousePosValid();  // not so if it has left the window
    pointer.double_clicked = io.MouseDownDuration[0] < 0 && io.MouseClickedLastCount[0] > 1;
    const ImVec2 since{io.MousePos.x - io.MouseClickedPos[0].x, io.MousePos.y - io.MouseClickedPos[0].y};
    const float last = pointer.released ? since.x * since.x + since.y * since.y : 0;  // ImGui leaves that frame out
    pointer.moved_far = std::max(io.MouseDragMaxDistanceSqr[0], last) > io.MouseDragThreshold * io.MouseDragThreshold;
    const auto pans_by = [active](ImGuiMouseButton button) {
        return (active && ImGui::IsMouseDown(button)) || (ImGui::IsItemDeactivated() && ImGui::IsMouseReleased(button));
    };
    pointer.pans = pans_by(ImGuiMouseButton_Right) || pans_by(ImGuiMouseButton_Middle);
    pointer.wheel = pointer.hovers ? io.MouseWheel : 0;
    pointer.snaps = !io.KeyAlt;
    const bool keys_are_free = !io.WantTextInput && !ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId);
    if (keys_are_free && viewport.width > 1) {
        pointer.ends = pressed(GLFW_KEY_ENTER);
        pointer.takes_back = pressed(GLFW_KEY_BACKSPACE);
    }
    return pointer;
}

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

/// Translucent, so without ImGui's antialiased fringe: triangles that touch would show it.
void draw_triangles(ImDrawList& list, const std::vector<ImVec2>& corners, ImU32 colour) {
    const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
    for (std::size_t i = 0; i + 2 < corners.size(); i += 3) {
        list.PrimReserve(3, 3);
        for (std::size_t k = 0; k < 3; ++k) { list.PrimVtx(corners[i + k], white, colour); }
    }
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
    const layers::Sketch& sketch = state.drags_vertex ? state.dragged : state.sketch.present();
    const std::vector<DrawnShapes::Shape>& drawn = document.drawn.of(sketch, document.frame.origin, land_of(document));
    for (std::size_t i = 0; i < sketch.shapes.size(); ++i) {
        const SketchShape& shape = sketch.shapes[i];
        const bool closed = shape.kind == SketchShape::Kind::polygon;
        const bool chosen = state.chosen_shape == static_cast<int>(i);
        layers::Colour wash = layers::zone_colour(shape.zone_kind, state.theme);
        wash.a = wash_opacity;
        draw_triangles(list, on_screen(document, viewport, drawn[i].triangles), im(wash));
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

namespace {

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

/// Of a way its length; of a zone that encloses something its area.
std::string words_of(Document& document, Tool tool, const geo::Path& path) {
    if (tool == Tool::polygon && path.size() > 2) {
        SketchShape zone;
        zone.vertices = path;
        const auto& drawn = document.drawn_so_far.of({{zone}}, document.frame.origin, land_of(document));
        if (std::string area = area_words(drawn.front()); !area.empty()) { return area; }
    }
    const geo::Kilometres length = geo::length_of(path);
    return length > geo::Kilometres{0} ? km_words(length) : std::string{};
}

/// What the tool has begun. `aim` is where it would set the next corner, if it is the one at work.
void draw_corners(Document& document, const Viewport& viewport, Tool tool, const std::optional<Aim>& aim,
                  ImDrawList& list) {
    const State& state = document.state;
    const layers::Palette& colours = layers::palette(state.theme);
    geo::Path path = corners_of(state, tool)->present();
    for (const geo::LonLat& corner : path) {
        if (const auto at = screen_of(state.camera, viewport, corner)) {
            list.AddCircleFilled(im(*at), 4, im(colours.highlight));
        }
    }
    if (aim && !path.empty()) { path.push_back(aim->position); }
    const bool closed = tool == Tool::polygon && path.size() > 2;
    const std::vector<ImVec2> points = on_screen(document, viewport, way_on_map(path, closed, document.frame.origin));
    draw_path(list, points, closed, im(colours.line_halo), 4);
    draw_path(list, points, closed, im(colours.highlight), 2);
    if (points.empty()) { return; }
    const std::string words =
        tool == state.tool || tool == Tool::measure ? words_of(document, tool, path) : tr("not finished");
    const auto last = screen_of(state.camera, viewport, path.back());
    if (!words.empty() && last) { draw_label(document, viewport, im(*last), words, list); }
}

void draw_unfinished(Document& document, const Viewport& viewport, const std::optional<Aim>& aim, ImDrawList& list) {
    const Tool tool = document.state.tool;
    for (const Tool other : drawing_tools) {
        if (other != tool) { draw_corners(document, viewport, other, std::nullopt, list); }
    }
    if (tool != Tool::measure) { draw_corners(document, viewport, Tool::measure, std::nullopt, list); }
    if (corners_of(document.state, tool) != nullptr) { draw_corners(document, viewport, tool, aim, list); }
}

void draw_pin(const Document& document, const Viewport& viewport, ImDrawList& list) {
    if (!document.state.pinned) { return; }
    const auto at = screen_of(document.state.camera, viewport, *document.state.pinned);
    if (!at) { return; }
    const layers::Palette& colours = layers::palette(document.state.theme);
    list.AddCircle(im(*at), 7, im(colours.line_halo), 0, 4);
    list.AddCircle(im(*at), 7, im(colours.highlight), 0, 2);
    list.AddCircleFilled(im(*at), 2, im(colours.highlight));
}

void hover(Document& document, const Viewport& viewport, const Pointer& pointer, const std::optional<Aim>& aim,
           ImDrawList& list) {
    document.hover_words.clear();
    document.hover_unit.reset();
    if (!pointer.hovers) { return; }
    document.hover_words = words_at(document, viewport, pointer.at);
    const State& state = document.state;
    const bool on_divider = state.mode == Mode::wipe && document.has_b() &&
                            std::abs(pointer.at.x - (viewport.x + state.divider * viewport.width)) < 12;
    if (on_divider || state.drags_divider) { ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW); }
    if (state.tool == Tool::look) {
        const auto position = position_at(state.camera, viewport, pointer.at);
        const auto cell =
            document.result && position ? layers::cell_at(document.result->land, *position) : std::nullopt;
        if (cell) { document.hover_unit = static_cast<std::size_t>(document.result->land.cells[*cell].unit); }
        if (cell && !pointer.held && !on_divider) {
            std::string lines = document.hover_words;
            for (std::size_t at = 0; (at = lines.find(" · ", at)) != std::string::npos;) { lines.replace(at, 4, "\n"); }
            ImGui::PushFont(document.fonts.small);
            ImGui::SetTooltip("%s", lines.c_str());
            ImGui::PopFont();
        }
    } else if (aim && !aim->words.empty()) {
        if (const auto at = screen_of(state.camera, viewport, aim->position)) {
            list.AddCircle(im(*at), 8, im(layers::palette(state.theme).highlight), 0, 2);
        }
        ImGui::SetTooltip("%s", aim->words.c_str());
    }
}

}  // namespace

void map_window(Document& document, const layers::Scene& backdrop, const Layout& layout) {
    const Viewport& map = layout.map;
    place_window(map);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    const bool open = ImGui::Begin(
        "map", nullptr,
        fixed_window | ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav);
    ImGui::PopStyleVar(2);
    if (open) {
        ImGui::InvisibleButton(
            "map", {static_cast<float>(map.width), static_cast<float>(map.height)},
            ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonRight | ImGuiButtonFlags_MouseButtonMiddle);
        note_item(document, "map");
        const Pointer pointer = pointer_of(map);
        handle(document, map, pointer);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        // their wash tints no name and no legend
        const std::vector<ScreenBox> written = draw_shapes(document, map, document.fonts, true, list);
        draw_furniture(document, backdrop, map, document.fonts, written, list);
        const bool aims = pointer.hovers && document.state.tool != Tool::look;
        const std::optional<Aim> aim = aims ? aim_at(document, map, pointer.at, pointer.snaps) : std::nullopt;
        document.aim = aim ? std::optional{aim->position} : std::nullopt;
        draw_unfinished(document, map, aim, list);
        draw_pin(document, map, list);
        hover(document, map, pointer, aim, list);
    }
    ImGui::End();
}

}  // namespace app::viewer
