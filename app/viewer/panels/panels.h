// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/document.h"

namespace app::viewer {

/// Where the panels of a window stand, in logical pixels.
struct Layout {
    Viewport menu, left, right, map, time, status;
};
Layout layout_of(double width, double height, const State& state, std::size_t lines);
double bars_height(const State& state, std::size_t lines);  ///< of what lies above and below the map, together

/// Each lays out one part of the window in the current ImGui frame.
void menu_bar(Document& document, const Layout& layout);
void left_panel(Document& document, const Layout& layout);   ///< search, plans, parameters, layers
void right_panel(Document& document, const Layout& layout);  ///< figures, card, drawing
void time_bar(Document& document, const Layout& layout);
bool has_time_graph(std::size_t lines);                         ///< of what they hold
double time_bar_height(const State& state, std::size_t lines);  ///< 0 without a line
void status_bar(Document& document, const Layout& layout);
void map_window(Document& document, const layers::Scene& backdrop, const Layout& layout);
void help_window(Document& document);
void messages_window(Document& document, const Layout& layout);
void recovery_window(Document& document);  ///< what a crash took away
void quit_window(Document& document);      ///< nobody loses a drawing by closing the window
void file_windows(Document& document);     ///< opening, saving, and what an opened file is; last in a frame

void search_box(Document& document);
void plan_list(Document& document);
void parameter_sliders(Document& document);
void layer_switches(Document& document);
void figures_panel(Document& document);
void point_card(Document& document);
void sketch_panel(Document& document);

/// Keys that work whatever the keyboard's layout, unless a text field has them.
void shortcuts(Document& document, const Layout& layout);

/// The list under F1.
struct Shortcut {
    const char *keys, *what;
};
const std::vector<Shortcut>& shortcut_list();

void open_file_window(Document& document, const char* which);  ///< "open" or "save"

void open_save(Document& document, SaveKind kind);

void play_or_stop(Document& document);  ///< from the first date on where the last is shown

void choose_tool(State& state, Tool tool);  ///< what is half drawn waits until its tool is chosen again

}  // namespace app::viewer
