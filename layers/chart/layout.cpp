// SPDX-License-Identifier: MIT
#include "layers/chart/layout.h"

#include "geo/error.h"
#include "layers/chart/detail/panel.h"
#include "layers/language/language.h"
#include "layers/map/sheet.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace layers {

namespace {

using detail::PanelFrame;

constexpr double edge_px = 24, gap_px = 16;

[[noreturn]] void refuse_size(double width, double height) {
    throw geo::Error{
        fmt::format("{:.0f}x{:.0f} pixels are too few for the chart with its title, axes and notes", width, height),
        "give a larger size", geo::Error::Kind::bad_usage};
}

/// Words in lines from there downwards; where the next would stand.
double add_lines(const std::string& text, Font font, Tone tone, ScreenPoint at, const PanelFrame& frame,
                 ChartLayout& layout) {
    for (std::string& line : wrapped(frame.measure, font, text, layout.width - edge_px - at.x)) {
        layout.words.push_back(frame.words(std::move(line), font, tone, at));
        at.y += frame.line_height(font);
    }
    return at.y;
}

double add_lines(const std::string& text, Font font, Tone tone, double y, const PanelFrame& frame,
                 ChartLayout& layout) {
    return add_lines(text, font, tone, ScreenPoint{edge_px, y}, frame, layout);
}

double add_note(const ChartNote& note, double y, const PanelFrame& frame, ChartLayout& layout) {
    constexpr double key_wide = 22, key_gap = 6;
    if (note.key == ChartNote::Key::none) { return add_lines(note.text, Font::small, Tone::faint, y, frame, layout); }
    const double tall = frame.line_height(Font::small);
    layout.keys.push_back({{edge_px, y + 2, edge_px + key_wide, y + tall - 2}, note.key});
    return add_lines(note.text, Font::small, Tone::faint, ScreenPoint{edge_px + key_wide + key_gap, y}, frame, layout);
}

/// At the foot; where they begin.
double add_notes(const std::vector<ChartNote>& notes, const PanelFrame& frame, ChartLayout& layout) {
    ChartLayout measured;
    measured.width = layout.width;
    double tall = 0;
    for (const ChartNote& note : notes) { tall = add_note(note, tall, frame, measured); }
    const double top = layout.height - edge_px + 8 - tall;
    double y = top;
    for (const ChartNote& note : notes) { y = add_note(note, y, frame, layout); }
    return top;
}

/// How the panels of the units stand.
struct Grid {
    std::size_t columns = 0, rows = 0;
    double tall = 0;  ///< of a panel
    std::size_t room() const { return columns * rows; }
};

/// How closely: the least height of a panel's plot, the share of the room that panels may take, and what they leave.
struct Density {
    double plot_tall, share, least_above;
};
constexpr Density usual{70, 0.55, 300}, dense{44, 0.62, 262};

Grid grid_for(std::size_t units, double width, double height, const Density& density, const PanelFrame& frame) {
    constexpr double least_wide = 210, most_tall = 230;
    const double share = density.share, least_tall = 3 * frame.line_height(Font::small) +
                                                     2 * frame.line_height(Font::bold) + density.plot_tall;
    Grid grid;
    if (units == 0) { return grid; }
    grid.columns =
        std::clamp<std::size_t>(static_cast<std::size_t>((width + gap_px) / (least_wide + gap_px)), 1, units);
    const std::size_t wanted = (units + grid.columns - 1) / grid.columns;
    const double room =
        std::max(std::min(height * share, height - density.least_above), std::min(least_tall, height / 2));
    grid.rows = std::min(wanted, static_cast<std::size_t>(std::max(0.0, (room + gap_px) / (least_tall + gap_px))));
    if (grid.rows == 0) { return grid; }
    grid.columns = std::min(grid.columns, (std::min(units, grid.room()) + grid.rows - 1) / grid.rows);
    grid.tall =
        std::min(most_tall, (room - gap_px * static_cast<double>(grid.rows - 1)) / static_cast<double>(grid.rows));
    return grid;
}

void add_panels(const std::vector<detail::PlacedPanel>& panels, const PanelFrame& frame, ChartLayout& layout) {
    for (PanelLayout& panel : detail::panel_layouts(panels, frame)) {
        if (panel.plot.width() < detail::least_plot_wide_px || panel.plot.height() < detail::least_plot_tall_px) {
            refuse_size(layout.width, layout.height);
        }
        layout.panels.push_back(std::move(panel));
    }
}

void add_units(const Chart& chart, const Grid& grid, double top, const PanelFrame& frame, ChartLayout& layout) {
    std::vector<const ChartPanel*> shown;
    for (const ChartPanel& unit : chart.units) {
        if (shown.size() < grid.room()) { shown.push_back(&unit); }
    }
    const double width = layout.width - 2 * edge_px, columns = static_cast<double>(grid.columns),
                 wide = (width - gap_px * (columns - 1)) / columns;
    const std::pair<double, double> range = detail::range_of(shown);
    std::vector<detail::PlacedPanel> panels;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const std::size_t row = i / grid.columns;
        const double x = edge_px + static_cast<double>(i % grid.columns) * (wide + gap_px),
                     y = top + static_cast<double>(row) * (grid.tall + gap_px);
        panels.push_back({shown[i], {x, y, x + wide, y + grid.tall}, range});
    }
    add_panels(panels, frame, layout);
}

}  // namespace

ChartLayout layout_of(const Chart& chart, double width, double height, const TextMeasure& measure) {
    ChartLayout layout{width, height, chart.title, {}, {}, {}, {}};
    const PanelFrame frame{chart.days, chart.joins, measure};
    double top = add_lines(chart.title, Font::title, Tone::ink, edge_px - 6, frame, layout);
    top = add_lines(chart.subtitle, Font::text, Tone::faint, top, frame, layout) + gap_px / 2;

    // What has no room is among the notes, which take room themselves: a line more for it.
    std::vector<ChartNote> notes = chart.notes;
    const double heading = chart.units.empty() ? 0 : frame.line_height(Font::text) + gap_px;
    ChartLayout measured = layout;
    double bottom = add_notes(notes, frame, measured) - gap_px;
    const auto grid_of = [&](const Density& density) {
        return grid_for(chart.units.size(), width - 2 * edge_px, bottom - top - heading, density, frame);
    };
    Grid grid = grid_of(usual);
    if (grid.room() < chart.units.size()) { grid = grid_of(dense); }
    if (grid.room() < chart.units.size()) {
        for (int pass = 0; pass < 2; ++pass) {  // the second with the room that the first leaves
            layout.without_room.clear();
            for (std::size_t i = grid.room(); i < chart.units.size(); ++i) {
                layout.without_room.push_back(chart.units[i].title);
            }
            notes = chart.notes;
            notes.insert(notes.begin(), {tr("no room for units that change less: {}",
                                            fmt::format("{}", fmt::join(layout.without_room, ", ")))});
            measured = layout;
            bottom = add_notes(notes, frame, measured) - gap_px;
            if (pass == 0) { grid = grid_of(dense); }
        }
    }
    bottom = add_notes(notes, frame, layout) - gap_px;
    if (bottom <= top) { refuse_size(width, height); }
    if (!chart.units.empty() && grid.room() == 0) { refuse_size(width, height); }
    if (grid.rows > 0) {
        const double units_tall =
            static_cast<double>(grid.rows) * grid.tall + gap_px * static_cast<double>(grid.rows - 1);
        double y = bottom - units_tall;
        layout.words.push_back(frame.words(fitting(measure, Font::text, chart.units_title, width - 2 * edge_px),
                                           Font::text, Tone::faint, {edge_px, y - heading + gap_px / 2}));
        add_units(chart, grid, y, frame, layout);
        bottom = y - heading - gap_px / 2;
    }
    constexpr double share_of_held = 0.42;
    const double room = bottom - top;
    double y = top;
    std::vector<detail::PlacedPanel> panels;
    for (const ChartPanel& panel : chart.main) {
        const bool is_alone = chart.main.size() == 1;
        const double tall = is_alone          ? room
                            : panel.is_change ? room * (1 - share_of_held) - gap_px
                                              : room * share_of_held;
        panels.push_back({&panel, {edge_px, y, width - edge_px, y + tall}, detail::range_of({&panel})});
        y += tall + gap_px;
    }
    add_panels(panels, frame, layout);
    return layout;
}

}  // namespace layers
