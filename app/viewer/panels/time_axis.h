// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/document.h"
#include "app/viewer/model/held_graph.h"
#include "app/viewer/model/time_places.h"

#include <imgui/imgui.h>

#include <string>

namespace app::viewer {

/// The loaded lines from left to right, each where its date is: a click or a drag goes to the nearest one. Lives for a
/// frame.
class TimeAxis {
public:
    TimeAxis(Document& document, float width);

    /// With ticks and their words below, and a graph above where there are several lines; `index` is that of the chosen
    /// line, and `mark` names the whole for tests.
    void show(const std::string& mark, int& index, const std::string& letter) const;

    /// The lines alone, under another axis.
    void show_slim(const std::string& mark, int& index, const std::string& letter) const;

private:
    struct Strip {
        ImVec2 at;
        float tall;
    };
    /// The line under the pointer; -1 where it is elsewhere.
    int choose(const std::string& mark, int& index, float tall) const;
    void draw_lines(const Strip& strip) const;
    void draw_ticks(ImVec2 at) const;
    void draw_chosen(const Strip& strip, int index, const std::string& letter) const;
    std::string words_of(int index) const;

    Document& document_;
    float width_;
    std::string own_words_;
    TimePlaces places_;
    HeldGraph graph_;  ///< of several lines
};

/// "2025-12-31", else the line's name.
std::string day_or_name(const layers::LineInfo& line);

}  // namespace app::viewer
