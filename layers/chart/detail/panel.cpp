// SPDX-License-Identifier: MIT
#include "layers/chart/detail/panel.h"
#include "layers/chart/scale.h"
#include "layers/model/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace layers::detail {

namespace {

constexpr double gap_px = 6, below_px = 8;  ///< below: from the plot to the words under it

/// Where days and values stand on the plot.
struct Scales {
    ScreenBox plot;
    geo::Date first;
    double days, least, greatest;

    double x(geo::Date day) const {
        const auto since = static_cast<double>((day - first).count());
        return days == 0 ? (plot.left + plot.right) / 2 : plot.left + plot.width() * since / days;
    }
    double y(double km2) const { return plot.bottom - plot.height() * (km2 - least) / (greatest - least); }
};

std::string value_words(double km2, bool is_change, int decimals) {
    const double scale = std::pow(10.0, decimals), rounded = std::round(km2 * scale) / scale;
    if (!is_change || rounded == 0) { return with_thousands(std::abs(rounded), rounded == 0 ? 0 : decimals); }
    return (rounded > 0 ? "+" : "−") + with_thousands(std::abs(rounded), decimals);
}

/// Beside its end: a line's last figure, and its name where there are several.
std::string end_words(const ChartPanel& panel, const ChartLine& line, int decimals) {
    std::string figure = value_words(line.km2.back(), panel.is_change, decimals);
    if (!line.spread.empty()) { figure += " " + spread_words(line.spread.back()); }
    return panel.lines.size() > 1 ? figure + " " + line.name : figure;  // what is cut short is not the figure
}

double widest(const std::vector<std::string>& words, Font font, const TextMeasure& measure) {
    double width = 0;
    for (const std::string& text : words) { width = std::max(width, measure.size_of(font, text).width); }
    return width;
}

void add_time_words(const Scales& scales, const PanelFrame& frame, const ScreenBox& box, PanelLayout& layout) {
    const geo::Date first = frame.days.front(), last = frame.days.back();
    const double month_wide = frame.measure.size_of(Font::small, "28 Ххххх").width;
    const auto most = static_cast<std::size_t>(std::max(2.0, std::floor(scales.plot.width() / (month_wide + gap_px))));
    const TimeStep step = time_step(first, last, most);
    double free = box.left, free_of_year = box.left;
    std::optional<int> year;
    const double y = scales.plot.bottom + below_px;
    for (const geo::Date day : time_ticks(first, last, step)) {
        const double x = scales.x(day);
        const auto add = [&](const std::string& text, double at_y, double& from) {
            const double width = frame.measure.size_of(Font::small, text).width,
                         left = std::clamp(x - width / 2, box.left, std::max(box.left, box.right - width));
            if (left < from) { return false; }
            layout.words.push_back(frame.words(text, Font::small, Tone::faint, {left, at_y}));
            from = left + width + gap_px;
            return true;
        };
        add(tick_words(day, step), y, free);
        const int of = static_cast<int>(std::chrono::year_month_day{day}.year());
        if (step.of == TimeStep::Of::year || year == of) { continue; }
        if (add(fmt::format("{}", of), y + frame.line_height(Font::small), free_of_year)) { year = of; }
    }
    constexpr double least_month_px = 3;
    TimeStep marked = step;
    const double months = std::max(1.0, static_cast<double>((last - first).count()) / 30.4);
    if (step.of == TimeStep::Of::month && scales.plot.width() / months >= least_month_px) { marked.count = 1; }
    for (const geo::Date day : time_ticks(first, last, marked)) { layout.times.push_back(scales.x(day)); }
}

void add_line(const ChartLine& line, const PanelFrame& frame, const Scales& scales, bool is_filled,
              PanelLayout& layout) {
    constexpr std::size_t few = 8;
    LineLayout made{line.name, line.holder, {}, {}, {}, {}, {}, {}};
    Polyline run, lower, upper;
    const auto end_run = [&] {
        if (!line.spread.empty() && run.size() == 1) { made.bars.push_back({lower.front(), upper.front()}); }
        if (!line.spread.empty() && run.size() > 1) {
            Polyline ring = upper;
            ring.insert(ring.end(), lower.rbegin(), lower.rend());
            made.bands.push_back(std::move(ring));
        }
        lower.clear();
        upper.clear();
        if (run.size() == 1) { made.marks.push_back(run.front()); }
        if (run.size() > 1) { made.runs.push_back(run); }
        if (run.size() > 1 && is_filled) {
            Polyline ring = run;
            ring.push_back({run.back().x, layout.zero});
            ring.push_back({run.front().x, layout.zero});
            made.fills.push_back(std::move(ring));
        }
        run.clear();
    };
    for (std::size_t i = 0; i < line.km2.size(); ++i) {
        const double x = scales.x(frame.days[i]);
        run.push_back({x, scales.y(line.km2[i])});
        lower.push_back({x, scales.y(line.least(i))});
        upper.push_back({x, scales.y(line.greatest(i))});
        if (i + 1 == line.km2.size() || frame.joins[i] == Join::following) { continue; }
        const ScreenPoint here = run.back();
        end_run();
        if (frame.joins[i] == Join::unknown) {
            made.unknown.push_back({here, {scales.x(frame.days[i + 1]), scales.y(line.km2[i + 1])}});
        }
    }
    const ScreenPoint last = run.back();
    const bool is_marked = run.size() > 1;
    end_run();
    if (is_marked) { made.marks.push_back(last); }
    if (line.km2.size() <= few) {
        made.marks.clear();
        for (std::size_t i = 0; i < line.km2.size(); ++i) {
            made.marks.push_back({scales.x(frame.days[i]), scales.y(line.km2[i])});
        }
    }
    layout.lines.push_back(std::move(made));
}

/// Beside the ends of the lines; of what is held also its first figure, in the plot.
void add_end_words(const ChartPanel& panel, const PanelFrame& frame, const Scales& scales, int decimals, double left,
                   double right, PanelLayout& layout) {
    const double tall = frame.line_height(Font::bold);
    std::vector<double> wanted;
    for (const ChartLine& line : panel.lines) { wanted.push_back(scales.y(line.km2.back()) - tall / 2); }
    const std::vector<double> placed = spread(wanted, tall, layout.plot.top - tall / 2, layout.plot.bottom + tall / 2);
    for (std::size_t i = 0; i < panel.lines.size(); ++i) {
        const std::string text =
            fitting(frame.measure, Font::bold, end_words(panel, panel.lines[i], decimals), right - left);
        layout.words.push_back(frame.words(text, Font::bold, Tone::ink, {left, placed[i]}));
    }
    if (panel.is_change || frame.days.size() < 2 || panel.lines.empty()) { return; }
    const std::string text = value_words(panel.lines.front().km2.front(), false, decimals);
    const double above = scales.y(panel.lines.front().km2.front()) - tall - 2;
    const double y = above >= layout.plot.top ? above : above + tall + 6;
    if (y + tall > layout.plot.bottom || frame.measure.size_of(Font::bold, text).width * 3 > layout.plot.width()) {
        return;
    }
    layout.words.push_back(frame.words(text, Font::bold, Tone::ink, {layout.plot.left + 3, y}));
}

struct Margins {
    double left = 0, right = 0;
};

/// `least`: what is beside the plot is as wide as that at least.
PanelLayout panel_layout(const ChartPanel& panel, const ScreenBox& box, std::pair<double, double> range,
                         const Margins& least, const PanelFrame& frame) {
    PanelLayout layout;
    layout.id = panel.id;
    const double small = frame.line_height(Font::small), bold = frame.line_height(Font::bold);
    double top = box.top;
    layout.words.push_back(frame.words(fitting(frame.measure, Font::bold, panel.title, box.width()), Font::bold,
                                       Tone::ink, {box.left, top}));
    top += bold;
    if (!panel.figures.empty()) {
        layout.words.push_back(frame.words(fitting(frame.measure, Font::small, panel.figures, box.width()), Font::small,
                                           Tone::faint, {box.left, top}));
        top += small;
    }
    top += gap_px + std::max(small, bold) / 2;  // half of the words beside the highest tick
    const double bottom = box.bottom - below_px - 2 * small;
    const auto most = static_cast<std::size_t>(std::clamp((bottom - top) / (small * 2), 2.0, 6.0));
    const std::vector<double> ticks = ticks_with_zero(range.first, range.second, most);
    const int decimals = decimals_for(ticks[1] - ticks[0]);
    std::vector<std::string> level_words, ends;
    for (const double tick : ticks) { level_words.push_back(value_words(tick, panel.is_change, decimals)); }
    for (const ChartLine& line : panel.lines) { ends.push_back(end_words(panel, line, decimals)); }
    const double most_beside = box.width() * 0.4,
                 left = box.left + std::max(least.left, widest(level_words, Font::small, frame.measure) + gap_px),
                 beside =
                     std::max(least.right, std::min(widest(ends, Font::bold, frame.measure) + gap_px + 2, most_beside));
    layout.plot = {left, top, box.right - beside, bottom};
    const Scales scales{layout.plot, frame.days.front(),
                        static_cast<double>((frame.days.back() - frame.days.front()).count()), ticks.front(),
                        ticks.back()};
    layout.zero = scales.y(0);
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        layout.levels.push_back(scales.y(ticks[i]));
        PlacedWords words = frame.words(level_words[i], Font::small, Tone::faint, {});
        words.at = {left - gap_px - words.size.width, layout.levels.back() - words.size.height / 2};
        layout.words.push_back(std::move(words));
    }
    for (std::size_t i = 0; i < frame.joins.size(); ++i) {
        if (frame.joins[i] != Join::gap) { continue; }
        layout.gaps.push_back(
            {scales.x(frame.days[i]), layout.plot.top, scales.x(frame.days[i + 1]), layout.plot.bottom});
    }
    for (const ChartLine& line : panel.lines) { add_line(line, frame, scales, &line == &panel.lines.front(), layout); }
    const double end = frame.days.size() == 1 ? scales.x(frame.days.front()) : layout.plot.right;
    add_end_words(panel, frame, scales, decimals, end + gap_px + 2, box.right, layout);
    add_time_words(scales, frame, {box.left, 0, box.right, 0}, layout);
    return layout;
}

}  // namespace

PlacedWords PanelFrame::words(std::string text, Font font, Tone tone, ScreenPoint at) const {
    const TextSize size = measure.size_of(font, text);
    return {at, size, font, tone, std::move(text)};
}

std::pair<double, double> range_of(const std::vector<const ChartPanel*>& panels) {
    const auto widened = [&panels](std::pair<double, double> range, double least_more, const auto& least,
                                   const auto& greatest) {
        const std::pair<double, double> given = range;
        for (const ChartPanel* panel : panels) {
            for (const ChartLine& line : panel->lines) {
                for (std::size_t day = 0; day < line.km2.size(); ++day) {
                    if (least(line, day) < given.first - least_more) {
                        range.first = std::min(range.first, least(line, day));
                    }
                    if (greatest(line, day) > given.second + least_more) {
                        range.second = std::max(range.second, greatest(line, day));
                    }
                }
            }
        }
        return range;
    };
    const auto drawn = [](const ChartLine& line, std::size_t day) { return line.km2[day]; };
    const std::pair<double, double> figures = widened({0, 0}, 0, drawn, drawn);
    constexpr double barely = 0.03;  // an interval that reaches so little past the figures makes no new tick
    return widened(
        figures, barely * (figures.second - figures.first),
        [](const ChartLine& line, std::size_t day) { return line.least(day); },
        [](const ChartLine& line, std::size_t day) { return line.greatest(day); });
}

std::vector<PanelLayout> panel_layouts(const std::vector<PlacedPanel>& panels, const PanelFrame& frame) {
    std::vector<PanelLayout> layouts;
    Margins margins;
    for (const bool is_measured : {false, true}) {
        layouts.clear();
        for (const PlacedPanel& at : panels) {
            layouts.push_back(panel_layout(*at.panel, at.box, at.range, margins, frame));
        }
        for (std::size_t i = 0; !is_measured && i < panels.size(); ++i) {
            margins.left = std::max(margins.left, layouts[i].plot.left - panels[i].box.left);
            margins.right = std::max(margins.right, panels[i].box.right - layouts[i].plot.right);
        }
    }
    return layouts;
}

}  // namespace layers::detail
