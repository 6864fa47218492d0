// SPDX-License-Identifier: MIT
#include "app/viewer/input/imgui_input.h"
#include "app/viewer/model/unfinished.h"
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"

namespace app::viewer {

namespace {

void step_days(Document& document, Document::Step step) {
    if (pressed(GLFW_KEY_COMMA, true)) { document.step_line(step, false); }
    if (pressed(GLFW_KEY_PERIOD, true)) { document.step_line(step, true); }
}

void with_control(Document& document) {
    const bool shift = ImGui::GetIO().KeyShift;
    if (pressed(GLFW_KEY_O)) { open_file_window(document, "open"); }
    if (pressed(GLFW_KEY_S)) { open_file_window(document, "save"); }
    if (pressed(GLFW_KEY_F)) {
        document.state.shows_panels = true;
        document.focus_search = true;
    }
    if (pressed(GLFW_KEY_Q)) { document.wants_to_quit = true; }
    step_days(document, Document::Step::month);
    if (document.state.drag != Drag::none) { return; }  // what is dragged is not in the history yet
    if (pressed(GLFW_KEY_Z) && !shift) { undo(document.state); }
    if ((pressed(GLFW_KEY_Z) && shift) || pressed(GLFW_KEY_Y)) { redo(document.state); }
}

void move_map(State& state, const Layout& layout) {
    constexpr double step_px = 60;
    const ScreenPoint middle = layout.map.middle();
    const auto pan = [&](int key, double dx, double dy) {
        if (pressed(key, true)) { state.camera = panned(state.camera, {0, 0}, {dx, dy}); }
    };
    pan(GLFW_KEY_LEFT, step_px, 0);
    pan(GLFW_KEY_RIGHT, -step_px, 0);
    pan(GLFW_KEY_UP, 0, step_px);
    pan(GLFW_KEY_DOWN, 0, -step_px);
    const auto zoom = [&](double factor) { state.camera = zoomed(state.camera, layout.map, middle, factor); };
    if (pressed(GLFW_KEY_EQUAL, true) || pressed(GLFW_KEY_KP_ADD, true)) { zoom(1.25); }
    if (pressed(GLFW_KEY_MINUS, true) || pressed(GLFW_KEY_KP_SUBTRACT, true)) { zoom(1 / 1.25); }
    if (pressed(GLFW_KEY_HOME)) { state.fitted = false; }
    if (pressed(GLFW_KEY_END)) { state.frames_interest = true; }
}

/// Where no window asks anything: the innermost of what is open, then the last thing that was begun.
void escape(Document& document) {
    State& state = document.state;
    History<geo::Path>* corners = corners_of(state, state.tool);
    if (state.shows_help) {
        state.shows_help = false;
    } else if (!document.search.empty()) {
        document.search.clear();
    } else if (state.shows_messages) {
        state.shows_messages = false;
    } else if (corners != nullptr && !corners->present().empty()) {
        corners->set({});  // a step to undo
    } else if (state.tool != Tool::look) {
        choose_tool(state, Tool::look);
    } else if (!state.selection.empty()) {
        state.selection = {};
    } else if (state.pinned) {
        state.pinned.reset();
    } else if (!state.measured.present().empty()) {
        state.measured.set({});
    }
}

void choose_mode(State& state, Mode mode) {
    if (mode != Mode::one && state.plan_b.empty()) { return; }
    state.mode = mode;
    state.selection = {};
}

void delete_shape(State& state) {
    layers::Sketch sketch = state.sketch.present();
    const auto chosen = static_cast<std::size_t>(state.chosen_shape);
    if (state.tool != Tool::edit || state.drag != Drag::none || chosen >= sketch.shapes.size()) { return; }
    auto& vertices = sketch.shapes[chosen].vertices;
    const std::size_t fewest = sketch.shapes[chosen].kind == layers::SketchShape::Kind::polygon ? 3 : 2;
    const bool has_vertex = state.chosen_vertex >= 0 && static_cast<std::size_t>(state.chosen_vertex) < vertices.size();
    if (has_vertex && vertices.size() > fewest) {
        vertices.erase(vertices.begin() + state.chosen_vertex);
    } else {
        sketch.shapes.erase(sketch.shapes.begin() + state.chosen_shape);
        state.chosen_shape = -1;
    }
    state.chosen_vertex = -1;
    state.sketch.set(std::move(sketch));
}

}  // namespace

const std::vector<Shortcut>& shortcut_list() {
    static const std::vector<Shortcut> list{
        {tr_later("drag, arrows"), tr_later("move the map")},
        {tr_later("wheel, + and −"), tr_later("zoom at the pointer, in the middle")},
        {"Home", tr_later("the whole country")},
        {"End", tr_later("what the plans are about; of the difference, what differs")},
        {"1, 2, 3", tr_later("plan A, wipe A | B, difference")},
        {tr_later("click"), tr_later("a card of the point; its row in the figures")},
        {"V, M, P, N, E", tr_later("look, distance, zone, line, edit")},
        {"Enter, Backspace", tr_later("end the shape, take its last corner back")},
        {"Ctrl", tr_later("held down: corners do not snap")},
        {"Delete", tr_later("the chosen corner, else the chosen shape")},
        {tr_later("Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y"), tr_later("undo, redo")},
        {"Esc", tr_later("close what is open, give up what was begun, the selection, the pin")},
        {"Ctrl+F", tr_later("find a town or unit")},
        {"Ctrl+O, Ctrl+S, Ctrl+Q", tr_later("open, save, quit")},
        {tr_later("click or drag on the axis of days"), tr_later("the nearest day")},
        {tr_later("Space"), tr_later("play through the dates")},
        {", .", tr_later("a day back, on; with Shift a week, with Ctrl a month")},
        {"L, D, U", tr_later("legend, dark, Ukrainian names")},
        {"F1, F2, F4", tr_later("this list, panels, messages")},
    };
    return list;
}

void play_or_stop(Document& document) {
    State& state = document.state;
    state.playing = !state.playing;
    if (state.playing && state.control + 1 == static_cast<int>(document.controls.size())) { state.control = 0; }
}

void choose_tool(State& state, Tool tool) {
    state.drag = Drag::none;
    state.tool = tool;
    state.chosen_vertex = -1;
}

void shortcuts(Document& document, const Layout& layout) {
    const ImGuiIO& io = ImGui::GetIO();
    State& state = document.state;
    if (pressed(GLFW_KEY_F1)) { state.shows_help = !state.shows_help; }
    if (io.WantTextInput) { return; }
    if (ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId)) {
        if (pressed(GLFW_KEY_ESCAPE)) { close_innermost_popup(); }
        return;
    }
    if (io.KeyCtrl) { return with_control(document); }
    if (pressed(GLFW_KEY_F2)) { state.shows_panels = !state.shows_panels; }
    if (pressed(GLFW_KEY_F4)) { state.shows_messages = !state.shows_messages; }
    if (pressed(GLFW_KEY_1)) { choose_mode(state, Mode::one); }
    if (pressed(GLFW_KEY_2)) { choose_mode(state, Mode::wipe); }
    if (pressed(GLFW_KEY_3)) { choose_mode(state, Mode::difference); }
    if (pressed(GLFW_KEY_V)) { choose_tool(state, Tool::look); }
    if (pressed(GLFW_KEY_M)) { choose_tool(state, Tool::measure); }
    if (pressed(GLFW_KEY_P)) { choose_tool(state, Tool::polygon); }
    if (pressed(GLFW_KEY_N)) { choose_tool(state, Tool::line); }
    if (pressed(GLFW_KEY_E)) { choose_tool(state, Tool::edit); }
    if (pressed(GLFW_KEY_L)) { state.shows_legend = !state.shows_legend; }
    if (pressed(GLFW_KEY_U)) { state.ukrainian = !state.ukrainian; }
    if (pressed(GLFW_KEY_D)) {
        state.theme = state.theme == layers::Theme::dark ? layers::Theme::light : layers::Theme::dark;
    }
    step_days(document, io.KeyShift ? Document::Step::week : Document::Step::line);
    if (pressed(GLFW_KEY_SPACE) && !document.controls.empty()) { play_or_stop(document); }
    if (pressed(GLFW_KEY_DELETE)) { delete_shape(state); }
    if (pressed(GLFW_KEY_ESCAPE)) { escape(document); }
    move_map(state, layout);
}

}  // namespace app::viewer
