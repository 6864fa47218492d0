// SPDX-License-Identifier: MIT
#include "app/viewer/map/draw_picture.h"
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/time_axis.h"
#include "app/viewer/panels/time_graph.h"
#include "app/viewer/panels/widgets.h"
#include "geo/safe_text.h"
#include "layers/model/line_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace app::viewer {

namespace {

/// Do A and B stand on lines of their own?
bool are_two(const State& state) {
    return state.mode != Mode::one && !state.plan_b.empty() && state.control_b;
}

/// "2025-12-31 · control polygon · deepstatemap · accuracy not stated"; whole only where there is nothing else.
std::string line_words(const Document& document, int index, bool is_whole) {
    const auto line = document.control_at(index);
    if (!line) { return tr("the plan's own line"); }
    const layers::LineInfo& info = line->info;
    if (!is_whole) { return geo::plain_text(day_or_name(info)); }
    return geo::plain_text(layers::named_line(info) + " · " + layers::accuracy_words(info));
}

void line_of(Document& document, const std::string& letter, int index, double room) {
    const FontMeasure measure{document.fonts};
    ImGui::PushFont(document.fonts.bold);
    const std::string name = letter + line_words(document, index, false);
    const std::string bold = layers::fitting(measure, layers::Font::bold, name, room);
    ImGui::TextUnformatted(bold.c_str());
    ImGui::PopFont();
    note_item(document, "time/line " + letter);
    const auto line = document.control_at(index);
    if (!line) { return; }
    const std::string source = line->info.source.empty() ? tr("source not stated") : tr(line->info.source);
    const std::string whole = line_words(document, index, true);
    tooltip(whole + "\n" + source);
    const double left = room - measure.size_of(layers::Font::bold, bold).width - 12;
    constexpr double least = 120;
    if (left < least) { return; }
    ImGui::SameLine(0, 12);
    ImGui::TextUnformatted(layers::fitting(measure, layers::Font::text, whole, left).c_str());
    tooltip(whole + "\n" + source);
}

/// B stands where A does, or on a line that is chosen on an axis of its own.
void own_day_of_b(Document& document) {
    State& state = document.state;
    bool has_own = state.control_b.has_value();
    if (ImGui::Checkbox(tr_text("B on its own day"), &has_own)) {
        state.control_b = has_own ? std::optional{state.control} : std::nullopt;
    }
    note_item(document, "time B/own");
    tooltip(tr_text("wipe and difference then lie between two days, or lines; without it B follows A"));
}

std::string speed_words(int days) {
    return tr("{}/s", days);
}

void choose_speed(Document& document) {
    int& chosen = document.state.days_per_s;
    const std::string shown = speed_words(chosen);
    const float arrow = ImGui::GetFrameHeight(), around = 2 * ImGui::GetStyle().FramePadding.x + 6;
    ImGui::SetNextItemWidth(ImGui::CalcTextSize(speed_words(play_speeds.back()).c_str()).x + around + arrow);
    const bool is_open = ImGui::BeginCombo("##speed", shown.c_str());
    note_item(document, "speed");
    tooltip(tr_text("days a second, where they can be worked out so fast"));
    if (!is_open) { return; }
    for (const int speed : play_speeds) {
        if (ImGui::Selectable(speed_words(speed).c_str(), speed == chosen)) { chosen = speed; }
        note_item(document, fmt::format("speed/{}", speed));
    }
    ImGui::EndCombo();
}

void list_row(Document& document, int index, int& removed) {
    int& chosen = document.state.control;
    ImGui::PushID(index);
    if (ImGui::SmallButton("x")) { removed = index; }
    note_item(document, fmt::format("line/{}/remove", index));
    tooltip(tr_text("close this line; its file stays"));
    ImGui::SameLine();
    const layers::LineInfo& info = document.control_at(index)->info;
    if (ImGui::Selectable(label_of(layers::dated_name(info)).c_str(), index == chosen,
                          ImGuiSelectableFlags_DontClosePopups)) {
        chosen = index;
        document.state.playing = false;
    }
    note_item(document, fmt::format("line/{}", index));
    tooltip(info.source.empty() ? tr("source not stated") : tr(info.source));
    ImGui::PopID();
}

/// All loaded lines, to go to and to close.
void line_list(Document& document) {
    if (ImGui::Button(tr_text("Lines"))) { ImGui::OpenPopup("lines"); }
    note_item(document, "lines");
    tooltip(tr_text("a list of them, to go to or to close"));
    if (!ImGui::BeginPopup("lines")) { return; }
    constexpr int most_rows = 14;
    constexpr float wide = 420;
    const int count = static_cast<int>(document.controls.size());
    const float tall = ImGui::GetTextLineHeightWithSpacing() * static_cast<float>(std::min(count, most_rows)) + 8;
    ImGui::BeginChild("rows", {wide, tall});
    int removed = -1;
    ImGuiListClipper clipper;
    clipper.Begin(count);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) { list_row(document, i, removed); }
    }
    if (ImGui::IsWindowAppearing() && document.state.control >= 0) {
        const float row = ImGui::GetTextLineHeightWithSpacing();
        ImGui::SetScrollY(row * static_cast<float>(document.state.control) - tall / 2);
    }
    ImGui::EndChild();
    document.remove_control(removed);
    if (document.controls.empty()) { ImGui::CloseCurrentPopup(); }
    ImGui::EndPopup();
}

void first_row(Document& document, double width) {
    State& state = document.state;
    ImGui::AlignTextToFramePadding();
    if (ImGui::Button(state.playing ? tr_text("Stop") : tr_text("Play"))) { play_or_stop(document); }
    note_item(document, "play");
    tooltip(tr_text("run through the dates (Space)"));
    ImGui::SameLine(0, 4);
    choose_speed(document);
    ImGui::SameLine(0, 4);
    line_list(document);
    ImGui::SameLine(0, 12);
    const double at = ImGui::GetCursorPosX();
    if (state.mode == Mode::one || state.plan_b.empty()) { return line_of(document, "", state.control, width - at); }
    const FontMeasure measure{document.fonts};
    const double box = measure.size_of(layers::Font::text, tr("B on its own day")).width + 40;
    const double half = (width - at - box) / 2;
    if (!are_two(state)) {
        line_of(document, "", state.control, width - at - box);
        ImGui::SameLine(static_cast<float>(width - box + 8));
        return own_day_of_b(document);
    }
    line_of(document, "A  ", state.control, half - 12);
    ImGui::SameLine(static_cast<float>(at + half));
    own_day_of_b(document);
    if (!are_two(state)) { return; }  // no longer
    ImGui::SameLine(static_cast<float>(at + half + box));
    line_of(document, "B  ", *state.control_b, half - 12);
}

}  // namespace

std::string day_or_name(const layers::LineInfo& line) {
    return line.date ? geo::to_text(line.date) : line.name;
}

bool has_time_graph(std::size_t lines) {
    return lines > 1;
}

double time_bar_height(const State& state, std::size_t lines) {
    constexpr double rows = 74, axis_of_b = 18;
    if (lines == 0) { return 0; }
    return rows + (has_time_graph(lines) ? double{time_graph_px} : 0) + (are_two(state) ? axis_of_b : 0);
}

void time_bar(Document& document, const Layout& layout) {
    State& state = document.state;
    place_window(layout.time);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{8, 5});
    if (ImGui::Begin("time", nullptr, fixed_window | ImGuiWindowFlags_NoScrollbar)) {
        document.scrubs = false;
        first_row(document, ImGui::GetWindowContentRegionMax().x);
        const TimeAxis axis{document, ImGui::GetContentRegionAvail().x};
        axis.show("time", state.control, are_two(state) ? "A" : "");
        if (are_two(state)) { axis.show_slim("time B", *state.control_b, "B"); }
    }
    ImGui::End();
    ImGui::PopStyleVar();
}

}  // namespace app::viewer
