// SPDX-License-Identifier: MIT
#pragma once

#include "layers/chart/layout.h"

#include <string>
#include <utility>
#include <vector>

namespace layers::detail {

/// What all panels of a chart share.
struct PanelFrame {
    const std::vector<geo::Date>& days;
    const std::vector<Join>& joins;
    const TextMeasure& measure;

    PlacedWords words(std::string text, Font font, Tone tone, ScreenPoint at) const;
    double line_height(Font font) const { return measure.size_of(font, "Ху").height; }
};

/// The least and the greatest of the panels' figures.
std::pair<double, double> range_of(const std::vector<const ChartPanel*>& panels);

/// Where a panel stands, its title and the words of its ticks included.
struct PlacedPanel {
    const ChartPanel* panel;
    ScreenBox box;
    std::pair<double, double> range;  ///< of its axis of values, at least
};

/// Their plots begin and end as far from the edges of their boxes, so that those of one column have one time axis.
std::vector<PanelLayout> panel_layouts(const std::vector<PlacedPanel>& panels, const PanelFrame& frame);

/// The least size of a plot.
inline constexpr double least_plot_wide_px = 80, least_plot_tall_px = 36;

}  // namespace layers::detail
