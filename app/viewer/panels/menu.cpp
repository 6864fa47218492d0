// SPDX-License-Identifier: MIT
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"

#include <utility>

namespace app::viewer {

namespace {

void file_menu(Document& document) {
    if (!ImGui::BeginMenu("File")) { return; }
    if (ImGui::MenuItem("Open …", "Ctrl+O")) { open_file_window(document, "open"); }
    note_item(document, "menu/open");
    if (ImGui::MenuItem("Save …", "Ctrl+S")) { open_file_window(document, "save"); }
    note_item(document, "menu/save");
    if (!document.recent.empty() && ImGui::BeginMenu("Recent files")) {
        for (const std::string& path : std::vector<std::string>{document.recent}) {
            if (ImGui::MenuItem(label_of(path).c_str())) { document.open(path); }
        }
        ImGui::EndMenu();
    }
    ImGui::Separator();
    if (ImGui::MenuItem("Quit", "Ctrl+Q")) { document.wants_to_quit = true; }
    note_item(document, "menu/quit");
    ImGui::EndMenu();
}

void view_menu(Document& document) {
    if (!ImGui::BeginMenu("View")) { return; }
    State& state = document.state;
    bool dark = state.theme == layers::Theme::dark;
    if (ImGui::MenuItem("Dark", "D", &dark)) { state.theme = dark ? layers::Theme::dark : layers::Theme::light; }
    note_item(document, "menu/dark");
    ImGui::MenuItem("Ukrainian names", "U", &state.ukrainian);
    note_item(document, "menu/ukrainian");
    ImGui::MenuItem("Panels", "F2", &state.shows_panels);
    ImGui::MenuItem("Legend", "L", &state.shows_legend);
    ImGui::MenuItem("Messages", "F4", &state.shows_messages);
    bool fits = state.fit.has_value();
    if (ImGui::MenuItem("Fit held land to the border", nullptr, &fits, !document.controls.empty())) {
        state.fit = fits ? std::optional{layers::sliver_reach} : std::nullopt;
    }
    note_item(document, "menu/fit");
    tooltip(
        "two sources never draw the same coast: gives slivers within 5 km of border and coast to the side beside them");
    if (ImGui::MenuItem("Whole country", "Home")) { state.fitted = false; }
    ImGui::EndMenu();
}

void mode_buttons(Document& document) {
    State& state = document.state;
    const auto button = [&](const char* words, Mode mode, const char* mark, const char* help) {
        ImGui::BeginDisabled(mode != Mode::one && state.plan_b.empty());
        if (ImGui::RadioButton(words, state.mode == mode)) {
            state.mode = mode;
            state.selection = {};
        }
        ImGui::EndDisabled();
        note_item(document, mark);
        tooltip(help);
    };
    button("Plan A", Mode::one, "mode/one", "one plan (1)");
    button("Wipe A | B", Mode::wipe, "mode/wipe", "plan A left of a divider, plan B right of it (2)");
    button("Difference", Mode::difference, "mode/difference", "the land that has another holder or status under B (3)");
}

void tool_buttons(Document& document) {
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
        const bool is_on = document.state.tool == tools[i].second;
        if (is_on) { ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_ButtonActive)); }
        if (ImGui::SmallButton(tools[i].first)) { choose_tool(document.state, tools[i].second); }
        if (is_on) { ImGui::PopStyleColor(); }
        note_item(document, std::string{"tool/"} + tools[i].first);
        tooltip(help[i]);
    }
}

}  // namespace

void menu_bar(Document& document, const Layout&) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2{6, 5});
    const bool open = ImGui::BeginMainMenuBar();
    ImGui::PopStyleVar();
    if (!open) { return; }
    file_menu(document);
    note_item(document, "menu/File");
    view_menu(document);
    note_item(document, "menu/View");
    if (ImGui::MenuItem("Help", "F1")) { document.state.shows_help = !document.state.shows_help; }
    note_item(document, "menu/help");
    ImGui::TextDisabled("|");
    mode_buttons(document);
    tool_buttons(document);
    ImGui::EndMainMenuBar();
}

}  // namespace app::viewer
