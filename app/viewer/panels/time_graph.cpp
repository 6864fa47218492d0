// SPDX-License-Identifier: MIT
#include "app/viewer/panels/time_graph.h"

#include "app/viewer/map/draw_picture.h"
#include "app/viewer/panels/widgets.h"
#include "layers/model/words.h"

#include <algorithm>

namespace app::viewer {

namespace {

constexpr float margin_px = 5;

/// A frame with figures in it.
class Graph {
public:
    Graph(const Document& document, const HeldGraph& graph, const TimeGraphFrame& frame)
        : document_{document},
          graph_{graph},
          frame_{frame},
          list_{*ImGui::GetWindowDrawList()},
          ink_{ImGui::GetColorU32(ImGuiCol_Text)},
          faint_{ImGui::GetColorU32(ImGuiCol_TextDisabled)} {}

    void draw() const {
        const ImVec2 low = frame_.at, high{frame_.at.x + frame_.width, frame_.at.y + time_graph_px};
        list_.AddRectFilled(low, high, ImGui::GetColorU32(ImGuiCol_FrameBg), 3);
        for (std::size_t i = 0; i < graph_.km2.size(); ++i) { draw_line(i); }
        draw_day(frame_.under, faint_);
        draw_day(frame_.chosen, im(layers::palette(document_.state.theme).highlight));
        draw_words();
    }

private:
    ImVec2 point(std::size_t line) const {
        const double span = graph_.greatest - graph_.least;
        const double share = span < 1e-9 ? 0.5 : (*graph_.km2[line] - graph_.least) / span;
        const double tall = time_graph_px - 2 * margin_px;
        return {frame_.at.x + static_cast<float>(frame_.places.x[line]),
                frame_.at.y + margin_px + static_cast<float>(tall * (1 - share))};
    }

    /// From a line to the next; alone it is a dot.
    void draw_line(std::size_t i) const {
        if (!graph_.km2[i]) { return; }
        const auto follows = [this](std::size_t from) {
            return from + 1 < graph_.km2.size() && graph_.km2[from] && graph_.km2[from + 1] &&
                   graph_.joins[from] == layers::Join::following;
        };
        if (follows(i)) {
            list_.AddLine(point(i), point(i + 1), ink_, 1.6F);
        } else if (i == 0 || !follows(i - 1)) {
            list_.AddCircleFilled(point(i), 2.4F, ink_);
        }
        const bool is_unknown =
            i + 1 < graph_.km2.size() && graph_.km2[i + 1] && graph_.joins[i] == layers::Join::unknown;
        if (is_unknown) { list_.AddLine(point(i), point(i + 1), faint_, 1); }
    }

    void draw_day(int line, ImU32 colour) const {
        if (line < 0) { return; }
        const float x = frame_.at.x + static_cast<float>(frame_.places.x_of(line));
        list_.AddLine({x, frame_.at.y}, {x, frame_.at.y + time_graph_px}, colour, 1);
        if (graph_.km2[static_cast<std::size_t>(line)]) {
            list_.AddCircleFilled(point(static_cast<std::size_t>(line)), 3, colour);
        }
    }

    /// The ends of the scale at the left, beside what is shown; what that is where no figure stands.
    void draw_words() const {
        const FontMeasure measure{document_.fonts};
        const float small = size_of(*document_.fonts.small);
        const auto write = [&](float x, float y, const std::string& words) {
            list_.AddText(document_.fonts.small, small, {x, y}, ink_, words.c_str());
        };
        const auto wide = [&](const std::string& words) {
            return static_cast<float>(measure.size_of(layers::Font::small, words).width);
        };
        const bool is_measured = std::ranges::any_of(graph_.km2, [](const auto& km2) { return km2.has_value(); });
        const float right = frame_.at.x + static_cast<float>(frame_.places.own_right) - 5;
        const int decimals = graph_.greatest - graph_.least < 10 ? 1 : 0;
        const std::string least = layers::with_thousands(graph_.least, decimals),
                          greatest = layers::with_thousands(graph_.greatest, decimals);
        if (is_measured) {
            write(right - wide(greatest), frame_.at.y + 1, greatest);
            if (least != greatest) { write(right - wide(least), frame_.at.y + time_graph_px - small - 3, least); }
        }
        const std::string held = tr("km² held by {}", document_.shown_sides().in_words(layers::Holder::russia));
        const std::string title = graph_.land.empty() ? held : graph_.land + ": " + held;
        const float left = frame_.at.x + static_cast<float>(frame_.places.dates_left) + 8;
        write(left, frame_.at.y + (is_low(left, left + wide(title)) ? 1 : time_graph_px - small - 3), title);
    }

    /// Does the graph run below its middle between them?
    bool is_low(float left, float right) const {
        double below = 0, all = 0;
        for (std::size_t i = 0; i < graph_.km2.size(); ++i) {
            if (!graph_.km2[i]) { continue; }
            const ImVec2 at = point(i);
            if (at.x < left || at.x > right) { continue; }
            ++all;
            if (at.y > frame_.at.y + time_graph_px / 2) { ++below; }
        }
        return below * 2 >= all;
    }

    const Document& document_;
    const HeldGraph& graph_;
    const TimeGraphFrame& frame_;
    ImDrawList& list_;
    ImU32 ink_, faint_;
};

}  // namespace

void draw_time_graph(const Document& document, const HeldGraph& graph, const TimeGraphFrame& frame) {
    Graph{document, graph, frame}.draw();
}

}  // namespace app::viewer
