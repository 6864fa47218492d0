// SPDX-License-Identifier: MIT
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"

#include <utility>

namespace app::viewer {

namespace {

void file_menu(Desk& desk) {
    if (!ImGui::BeginMenu("File")) { return; }
    if (ImGui::MenuItem("Open …", "Ctrl+O")) { open_file_window(desk, "open"); }
    desk.marks.add("menu/open");
    if (ImGui::MenuItem("Save …", "Ctrl+S")) { open_file_window(desk, "save"); }
    desk.marks.add("menu/save");
    if (!desk.recent.empty() && ImGui::BeginMenu("Recent files")) {
        for (const std::string& path : std::vector<std::string>{desk.recent}) {
            if (ImGui::MenuItem(label_of(path).c_str())) { desk.open(path); }
        }
        ImGui::EndMenu();
    }
    ImGui::Separator();
    if (ImGui::MenuItem("Quit", "Ctrl+Q")) { desk.wants_to_quit = true; }
    desk.marks.add("menu/quit");
    ImGui::EndMenu();
}

void view_menu(Desk& desk) {
    if (!ImGui::BeginMenu("View")) { return; }
    State& state = desk.state;
    bool dark = state.theme == layers::Theme::dark;
    if (ImGui::MenuItem("Dark", "D", &dark)) { state.theme = dark ? layers::Theme::dark : layers::Theme::light; }
    desk.marks.add("menu/dark");
    ImGui::MenuItem("Ukrainian names", "U", &state.ukrainian);
    desk.marks.add("menu/ukrainian");
    ImGui::MenuItem("Panels", "F2", &state.shows_panels);
    ImGui::MenuItem("Legend", "L", &state.shows_legend);
    ImGui::MenuItem("Messages", "F4", &state.shows_messages);
    bool fits = state.fit.has_value();
    if (ImGui::MenuItem("Fit held land to the border", nullptr, &fits, !desk.controls.empty())) {
        state.fit = fits ? std::optional{layers::sliver_reach} : std::nullopt;
    }
    desk.marks.add("menu/fit");
    tooltip(
        "two sources never draw the same coast: gives slivers within 5 km of border and coast to the side beside them");
    if (ImGui::MenuItem("Whole country", "Home")) { state.fitted = false; }
    ImGui::EndMenu();
}

void mode_buttons(Desk& desk) {
    State& state = desk.state;
    const auto button = [&](const char* words, Mode mode, const char* mark, const char* help) {
        ImGui::BeginDisabled(mode != Mode::one && state.plan_b.empty());
        if (ImGui::RadioButton(words, state.mode == mode)) {
            state.mode = mode;
            state.selection = {};
        }
        ImGui::EndDisabled();
        desk.marks.add(mark);
        tooltip(help);
    };
    button("Plan A", Mode::one, "mode/one", "one plan (1)");
    button("Wipe A | B", Mode::wipe, "mode/wipe", "plan A left of a divider, plan B right of it (2)");
    button("Difference", Mode::difference, "mode/difference", "the land that has another holder or status under B (3)");
}

void tool_buttons(Desk& desk) {
    constexpr std::pair<const char*, Tool> tools[]{{"Look", Tool::look},
                                                   {"Distance", Tool::measure},
                                                   {"Zone", Tool::polygon},
                                                   {"Line", Tool::line},
                                                   {"Edit", Tool::edit}};
    constexpr const char* help[]{
        "drag to move, click for a card of the point (V)", "click along a way: geodesic distance in km (M)",
        "click the corners of a zone, Enter ends it (P)", "click the corners of a line, Enter ends it (N)",
        "drag corners, click an edge for a new one, Delete takes one away (E)"};
    ImGui::TextDisabled("|");
    for (std::size_t i = 0; i < std::size(tools); ++i) {
        const bool is_on = desk.state.tool == tools[i].second;
        if (is_on) { ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_ButtonActive)); }
        if (ImGui::SmallButton(tools[i].first)) { choose_tool(desk.state, tools[i].second); }
        if (is_on) { ImGui::PopStyleColor(); }
        desk.marks.add(std::string{"tool/"} + tools[i].first);
        tooltip(help[i]);
    }
}

}  // namespace

void menu_bar(Desk& desk, const Layout&) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2{6, 5});
    const bool open = ImGui::BeginMainMenuBar();
    ImGui::PopStyleVar();
    if (!open) { return; }
    file_menu(desk);
    desk.marks.add("menu/File");
    view_menu(desk);
    desk.marks.add("menu/View");
    if (ImGui::MenuItem("Help", "F1")) { desk.state.shows_help = !desk.state.shows_help; }
    desk.marks.add("menu/help");
    ImGui::TextDisabled("|");
    mode_buttons(desk);
    tool_buttons(desk);
    ImGui::EndMainMenuBar();
}

}  // namespace app::viewer
