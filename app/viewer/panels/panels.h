// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/desk.h"

struct ImDrawList;

namespace app::viewer {

/// Where the panels of a window stand, in logical pixels.
struct Layout {
    Viewport menu, left, right, map, time, status;
};
Layout layout_of(double width, double height, const State& state, bool has_time);
double bars_height(const State& state, bool has_time);  ///< of what lies above and below the map, together

/// Each lays out one part of the window in the current ImGui frame.
void menu_bar(Desk& desk, const Layout& layout);
void left_panel(Desk& desk, const Layout& layout);   ///< search, plans, parameters, layers
void right_panel(Desk& desk, const Layout& layout);  ///< figures, card, drawing
void time_bar(Desk& desk, const Layout& layout);
void status_bar(Desk& desk, const Layout& layout);
void map_window(Desk& desk, const layers::Scene& backdrop, const Layout& layout);
/// What the user drew, zones with name and area; its corners too while they can be moved.
void draw_shapes(Desk& desk, const Viewport& viewport, const Fonts& fonts, bool with_corners, ImDrawList& list);
void help_window(Desk& desk);
void messages_window(Desk& desk, const Layout& layout);
void file_windows(Desk& desk);  ///< opening, saving, and what an opened file is; last in a frame

void search_box(Desk& desk);
void plan_list(Desk& desk);
void parameter_sliders(Desk& desk);
void layer_switches(Desk& desk);
void figures_panel(Desk& desk);
void point_card(Desk& desk);
void sketch_panel(Desk& desk);

/// Keys that work whatever the keyboard's layout, unless a text field has them.
void shortcuts(Desk& desk, const Layout& layout);

/// The list under F1.
struct Shortcut {
    const char *keys, *what;
};
const std::vector<Shortcut>& shortcut_list();

void open_file_window(Desk& desk, const char* which);  ///< "open" or "save"

void open_save(Desk& desk, SaveKind kind);

void play_or_stop(Desk& desk);  ///< from the first date on where the last is shown

void choose_tool(State& state, Tool tool);  ///< what was half drawn is dropped

}  // namespace app::viewer
