// SPDX-License-Identifier: MIT
#pragma once

#include "layers/chart/chart.h"
#include "layers/map/picture.h"

#include <cstdint>
#include <string>
#include <vector>

namespace layers {

/// In what words are written.
enum class Tone : std::uint8_t { ink, faint };

struct PlacedWords {
    ScreenPoint at;  ///< upper left
    TextSize size;
    Font font = Font::small;
    Tone tone = Tone::ink;
    std::string text;

    ScreenBox box() const { return {at.x, at.y, at.x + size.width, at.y + size.height}; }
};

/// Beside a note, how what it is about is drawn.
struct PlacedKey {
    ScreenBox box;
    ChartNote::Key key;
};

using Polyline = std::vector<ScreenPoint>;

struct LineLayout {
    std::string name;
    Holder holder = Holder::russia;
    std::vector<Polyline> runs;      ///< day after day, broken at gaps
    std::vector<Polyline> unknown;   ///< from a day to the next where nobody knows how many days are between
    std::vector<Polyline> fills;     ///< rings between runs and 0
    std::vector<Polyline> bands;     ///< rings from the least to the greatest that the figures may be
    std::vector<Polyline> bars;      ///< the same of days that stand alone
    std::vector<ScreenPoint> marks;  ///< days without a neighbour, the last one, and all of them where there are few
};

struct PanelLayout {
    std::string id;
    ScreenBox plot;
    std::vector<double> levels;   ///< of the values' ticks, y
    double zero = 0;              ///< y
    std::vector<double> times;    ///< of the time's ticks, x
    std::vector<ScreenBox> gaps;  ///< from the last day before to the first after
    std::vector<LineLayout> lines;
    std::vector<PlacedWords> words;
};

struct ChartLayout {
    double width = 0, height = 0;
    std::string title;
    std::vector<PlacedWords> words;  ///< title, dates, heading of the units, notes
    std::vector<PlacedKey> keys;
    std::vector<PanelLayout> panels;
    std::vector<std::string> without_room;  ///< units that have no panel for want of room
};

/// All land above, units in rows of panels of one scale below, notes at the foot: every axis of values has 0 on it, and
/// no words lie over others. Throws geo::Error (bad usage) if there is no room for that.
ChartLayout layout_of(const Chart& chart, double width, double height, const TextMeasure& measure);

}  // namespace layers
