// SPDX-License-Identifier: MIT
#pragma once

#include "geo/date.h"
#include "layers/model/sides.h"
#include "layers/model/unit.h"
#include "layers/time/series.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace layers {

/// What lies between a day that is drawn and the next.
enum class Join : std::uint8_t {
    following,  ///< it follows on in the rhythm of the series
    gap,        ///< days of that rhythm are missing
    unknown     ///< the series has no rhythm: nobody knows how many there could be
};

/// By how many km² a figure may be less and more than it is drawn.
struct ChartSpread {
    double below = 0, above = 0;
};

/// "±88": the larger of the two, rounded up.
std::string spread_words(const ChartSpread& spread);

/// A figure over the days of a chart.
struct ChartLine {
    std::string name;
    Holder holder = Holder::russia;
    std::vector<double> km2;            ///< by day; of a change, less the first
    std::vector<ChartSpread> spread{};  ///< by day; empty if nobody knows

    double least(std::size_t day) const { return km2[day] - (spread.empty() ? 0 : spread[day].below); }
    double greatest(std::size_t day) const { return km2[day] + (spread.empty() ? 0 : spread[day].above); }
};

/// Small print at the foot; one that says what a paint is has it beside it.
struct ChartNote {
    enum class Key : std::uint8_t { none, band, gap };
    std::string text;
    Key key = Key::none;
};

/// One frame with its own lines. Where it shows changes, their 0 is the first day.
struct ChartPanel {
    std::string id;       ///< "held", "change", "unit donetsk"
    std::string title;    ///< "Held by Russia, km²"; a unit's name
    std::string figures;  ///< of a unit: "18,120 → 21,357 km²"
    std::vector<ChartLine> lines;
    bool is_change = false;
    std::optional<std::size_t> unit{};  ///< index in Units; none of all land
};

/// A chart as figures and words: how it is laid out, and in which colours, others know.
struct Chart {
    std::string title, subtitle;
    std::vector<geo::Date> days;
    std::vector<Join> joins;       ///< from each day to the next
    std::vector<ChartPanel> main;  ///< all land: what is held, from 0, and what changed
    std::string units_title;
    std::vector<ChartPanel> units;  ///< the change of each unit whose figure changes, the largest first
    std::vector<ChartNote> notes;   ///< what is shown, and what is not
    std::string description;        ///< for who cannot see it
};

/// From each day to the next, by the period that is listed; of days, by the step that most of them keep.
std::vector<Join> joins_between(const std::vector<geo::Date>& days, Every every);
std::vector<Join> joins_between(const Series& series, const std::vector<std::size_t>& listed, Every every);

/// What the second side holds on the listed days, contested land beside it where there is any, in all and, if wanted,
/// by unit. Units that change by less than half a km² have no panel; the notes say which.
Chart chart_of(const Series& series, const std::vector<std::size_t>& listed, Every every, const Units& units,
               const Sides& sides, bool by_unit);

/// How far what the second side holds on a day, and what changed of it since the first, may be off; the latter also by
/// unit.
struct DaySpread {
    ChartSpread held, change;
    std::map<std::size_t, ChartSpread> unit_changes{};  ///< by index in Units
};

/// By day, into the figures of all land, and of those units that it has; `words` say what the interval is.
void add_spread(const std::vector<DaySpread>& by_day, const std::string& words, Chart& chart);

}  // namespace layers
