// SPDX-License-Identifier: MIT
#include "app/viewer/input/imgui_input.h"
#include "app/viewer/map/draw_furniture.h"
#include "app/viewer/map/draw_picture.h"
#include "app/viewer/map/draw_shapes.h"
#include "app/viewer/map/grips.h"
#include "app/viewer/map/map_input.h"
#include "app/viewer/model/unfinished.h"
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"

#include <algorithm>
#include <cmath>

namespace app::viewer {

namespace {

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
    pointer.snaps = !io.KeyCtrl;
    const bool keys_are_free = !io.WantTextInput && !ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId);
    if (keys_are_free && viewport.width > 1) {
        pointer.ends = pressed(GLFW_KEY_ENTER);
        pointer.takes_back = pressed(GLFW_KEY_BACKSPACE);
    }
    return pointer;
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
        return;
    }
    const bool moves = state.drag == Drag::shape ||
                       (state.tool == Tool::edit && !on_divider && is_on_chosen(document, viewport, pointer.at));
    if (moves) { ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll); }
    if (aim && !aim->words.empty()) {
        if (const auto at = screen_of(state.camera, viewport, aim->position)) {
            list.AddCircle(im(*at), 8, im(layers::palette(state.theme).highlight), 0, 2);
        }
        const History<geo::Path>* corners = corners_of(state, state.tool);
        const bool has_label = corners != nullptr && !corners->present().empty();  // and that says it, see there
        if (!has_label) { ImGui::SetTooltip("%s", aim->words.c_str()); }
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
        const State& state = document.state;
        const bool aims = pointer.hovers && state.tool != Tool::look && state.drag != Drag::shape;
        const std::optional<Aim> aim = aims ? aim_at(document, map, pointer.at, pointer.snaps) : std::nullopt;
        document.aim = aim ? std::optional{aim->position} : std::nullopt;
        // their wash tints no name and no legend
        const std::vector<ScreenBox> written = draw_shapes(document, map, document.fonts, true, list);
        wash_unfinished(document, map, list);
        draw_furniture(document, backdrop, map, document.fonts, written, list);
        draw_unfinished(document, map, aim, list);
        draw_pin(document, map, list);
        hover(document, map, pointer, aim, list);
    }
    ImGui::End();
}

}  // namespace app::viewer
