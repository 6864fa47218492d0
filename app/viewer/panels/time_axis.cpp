// SPDX-License-Identifier: MIT
#include "app/viewer/panels/time_axis.h"

#include "app/viewer/map/draw_picture.h"
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/time_graph.h"
#include "app/viewer/panels/widgets.h"
#include "geo/safe_text.h"
#include "layers/chart/axis.h"
#include "layers/model/line_words.h"

#include <algorithm>

namespace app::viewer {

namespace {

constexpr float strip_px = 14, words_px = 15, slim_px = 14;

ImU32 colour(ImGuiCol which) {
    return ImGui::GetColorU32(which);
}

}  // namespace

TimeAxis::TimeAxis(Document& document, float width) : document_{document}, width_{width}, own_words_{tr("own line")} {
    const FontMeasure measure{document.fonts};
    const double own = measure.size_of(layers::Font::small, own_words_).width + 14;
    places_ = time_places(document.controls, own, static_cast<double>(width));
    if (has_time_graph(document.controls.size())) { graph_ = held_graph(document); }
}

std::string TimeAxis::words_of(int index) const {
    const auto line = document_.control_at(index);
    if (!line) { return tr("the line that the plan itself stands on"); }
    const std::string name = geo::plain_text(layers::dated_name(line->info));
    const std::string held = graph_.km2.empty() ? "" : held_words(document_, graph_, index);
    return held.empty() ? name : name + "\n" + held;
}

/// An item of ImGui over the whole width; leaves the cursor below it.
int TimeAxis::choose(const std::string& mark, int& index, float tall) const {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::InvisibleButton(mark.c_str(), {width_, tall});
    note_item(document_, mark);
    if (!ImGui::IsMousePosValid()) { return -1; }
    const int under = places_.nearest(static_cast<double>(ImGui::GetIO().MousePos.x - at.x));
    if (ImGui::IsItemActive()) {
        document_.scrubs = true;
        document_.state.playing = false;
        index = under;
    }
    if (!ImGui::IsItemHovered() && !ImGui::IsItemActive()) { return -1; }
    ImGui::SetTooltip("%s", words_of(under).c_str());
    return under;
}

void TimeAxis::draw_lines(const Strip& strip) const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = strip.at;
    const auto x = [at](double of) { return at.x + static_cast<float>(of); };
    list.AddRectFilled(at, {at.x + width_, at.y + strip.tall}, colour(ImGuiCol_FrameBg), 3);
    list.AddRect(at, {at.x + width_, at.y + strip.tall}, colour(ImGuiCol_Border), 3);
    list.AddLine({x(places_.own_right), at.y}, {x(places_.own_right), at.y + strip.tall}, colour(ImGuiCol_Border));
    // days that follow one another are one bar
    for (std::size_t first = 0, end = 0; first < places_.x.size(); first = end) {
        end = first + 1;
        while (end < places_.x.size() && places_.x[end] - places_.x[end - 1] < 2 * places_.half + 0.01 &&
               end != places_.first_dated) {
            ++end;
        }
        const float left = x(places_.x[first] - places_.half), right = x(places_.x[end - 1] + places_.half);
        list.AddRectFilled({left, at.y + 3}, {std::max(right, left + 1), at.y + strip.tall - 3},
                           colour(ImGuiCol_TextDisabled));
    }
}

void TimeAxis::draw_ticks(ImVec2 at) const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const FontMeasure measure{document_.fonts};
    const float small = size_of(*document_.fonts.small);
    const float dates = at.x + static_cast<float>(places_.dates_left);
    for (const layers::AxisTick& tick : layers::axis_ticks(places_.dates, places_.dates_width, measure)) {
        const float x = dates + static_cast<float>(tick.x);
        list.AddLine({x, at.y}, {x, at.y + (tick.words.empty() ? 2.0F : 4.0F)}, colour(ImGuiCol_TextDisabled));
        list.AddText(document_.fonts.small, small, {dates + static_cast<float>(tick.left), at.y + 2},
                     colour(ImGuiCol_Text), tick.words.c_str());
    }
    list.AddText(document_.fonts.small, small, {at.x + 7, at.y + 2}, colour(ImGuiCol_Text), own_words_.c_str());
}

void TimeAxis::draw_chosen(const Strip& strip, int index, const std::string& letter) const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float x = strip.at.x + static_cast<float>(places_.x_of(index)), half = letter.empty() ? 3.0F : 7.0F;
    const ImU32 mark = im(layers::palette(document_.state.theme).highlight);
    list.AddRectFilled({x - half, strip.at.y}, {x + half, strip.at.y + strip.tall}, mark, 2);
    const float wide = ImGui::CalcTextSize(letter.c_str()).x * size_of(*document_.fonts.small) / ImGui::GetFontSize();
    list.AddText(document_.fonts.small, size_of(*document_.fonts.small), {x - wide / 2, strip.at.y - 0.5F},
                 IM_COL32_WHITE, letter.c_str());
}

void TimeAxis::show(const std::string& mark, int& index, const std::string& letter) const {
    ImVec2 at = ImGui::GetCursorScreenPos();
    const bool has_graph = !graph_.km2.empty();
    const int under = choose(mark, index, (has_graph ? time_graph_px : 0) + strip_px + words_px);
    const auto note_dates = [&](const char* name, float tall) {
        const double left = static_cast<double>(at.x) + places_.dates_left, top{at.y};
        document_.widgets.insert_or_assign(name, ScreenBox{left, top, left + places_.dates_width, top + double{tall}});
    };
    if (has_graph) {
        note_dates("time/graph", time_graph_px);
        draw_time_graph(document_, graph_, {at, width_, places_, index, under});
        at.y += time_graph_px;
    }
    note_dates("time/dates", strip_px);
    const Strip strip{at, strip_px};
    draw_lines(strip);
    draw_ticks({at.x, at.y + strip_px});
    draw_chosen(strip, index, letter);
}

void TimeAxis::show_slim(const std::string& mark, int& index, const std::string& letter) const {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    choose(mark, index, slim_px);
    const Strip strip{at, slim_px};
    draw_lines(strip);
    draw_chosen(strip, index, letter);
}

}  // namespace app::viewer
