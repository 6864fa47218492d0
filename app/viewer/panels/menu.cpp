// SPDX-License-Identifier: MIT
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"

#include <utility>

namespace app::viewer {

namespace {

void file_menu(Document& document) {
    if (!ImGui::BeginMenu(tr_text("File"))) { return; }
    if (ImGui::MenuItem(tr_text("Open …"), "Ctrl+O")) { open_file_window(document, "open"); }
    note_item(document, "menu/open");
    if (ImGui::MenuItem(tr_text("Save …"), "Ctrl+S")) { open_file_window(document, "save"); }
    note_item(document, "menu/save");
    if (!document.recent.empty() && ImGui::BeginMenu(tr_text("Recent files"))) {
        for (const std::string& path : std::vector<std::string>{document.recent}) {
            if (ImGui::MenuItem(label_of(path).c_str())) { document.open(path); }
        }
        ImGui::EndMenu();
    }
    ImGui::Separator();
    if (ImGui::MenuItem(tr_text("Quit"), "Ctrl+Q")) { document.wants_to_quit = true; }
    note_item(document, "menu/quit");
    ImGui::EndMenu();
}

void view_menu(Document& document) {
    if (!ImGui::BeginMenu(tr_text("View"))) { return; }
    State& state = document.state;
    bool dark = state.theme == layers::Theme::dark;
    if (ImGui::MenuItem(tr_text("Dark"), "D", &dark)) {
        state.theme = dark ? layers::Theme::dark : layers::Theme::light;
    }
    note_item(document, "menu/dark");
    ImGui::MenuItem(tr_text("Ukrainian names"), "U", &state.ukrainian);
    note_item(document, "menu/ukrainian");
    ImGui::MenuItem(tr_text("Panels"), "F2", &state.shows_panels);
    ImGui::MenuItem(tr_text("Legend"), "L", &state.shows_legend);
    ImGui::MenuItem(tr_text("Messages"), "F4", &state.shows_messages);
    bool fits = state.fit.has_value();
    if (ImGui::MenuItem(tr_text("Fit held land to the border"), nullptr, &fits, !document.controls.empty())) {
        state.fit = fits ? std::optional{layers::sliver_reach} : std::nullopt;
    }
    note_item(document, "menu/fit");
    tooltip(
        tr_text("two sources never draw the same coast: gives slivers within 5 km of border and coast to the side "
                "beside them"));
    if (ImGui::MenuItem(tr_text("Whole country"), "Home")) { state.fitted = false; }
    if (ImGui::MenuItem(tr_text("What the plans are about"), "End")) { state.frames_interest = true; }
    note_item(document, "menu/interest");
    tooltip(tr_text("zones, and land that a plan does not leave as it is; of the difference, the land that differs"));
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
    button(tr_text("Plan A"), Mode::one, "mode/one", tr_text("one plan (1)"));
    button(tr_text("Wipe A | B"), Mode::wipe, "mode/wipe", tr_text("plan A left of a divider, plan B right of it (2)"));
    button(tr_text("Difference"), Mode::difference, "mode/difference",
           tr_text("the land that has another holder or status under B (3)"));
}

void tool_buttons(Document& document) {
    constexpr std::pair<const char*, Tool> tools[]{{tr_later("Look"), Tool::look},
                                                   {tr_later("Distance"), Tool::measure},
                                                   {tr_later("Zone"), Tool::polygon},
                                                   {tr_later("Line"), Tool::line},
                                                   {tr_later("Edit"), Tool::edit}};
    constexpr const char* help[]{
        tr_later("drag to move, click for a card of the point (V)"),
        tr_later("click along a way: geodesic distance in km; with Ctrl held down nothing snaps (M)"),
        tr_later("click the corners of a zone, Enter ends it; with Ctrl held down they do not snap (P)"),
        tr_later("click the corners of a line, Enter ends it; with Ctrl held down they do not snap (N)"),
        tr_later("drag corners, an edge for a new one, or the chosen shape from inside it; Delete takes away; with "
                 "Ctrl held down corners do not snap (E)")};
    ImGui::TextDisabled("|");
    for (std::size_t i = 0; i < std::size(tools); ++i) {
        const bool is_on = document.state.tool == tools[i].second;
        if (is_on) { ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_ButtonActive)); }
        if (ImGui::SmallButton(tr_text(tools[i].first))) { choose_tool(document.state, tools[i].second); }
        if (is_on) { ImGui::PopStyleColor(); }
        note_item(document, std::string{"tool/"} + tools[i].first);
        tooltip(tr(help[i]));
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
    if (ImGui::MenuItem(tr_text("Help"), "F1")) { document.state.shows_help = !document.state.shows_help; }
    note_item(document, "menu/help");
    ImGui::TextDisabled("|");
    mode_buttons(document);
    tool_buttons(document);
    ImGui::EndMainMenuBar();
}

}  // namespace app::viewer
