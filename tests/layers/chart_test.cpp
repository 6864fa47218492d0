// SPDX-License-Identifier: MIT
#include "layers/chart/chart.h"

#include "geo/error.h"
#include "layers/chart/draw.h"
#include "support/plain_measure.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace {

using geo::SquareKilometres;
using layers::Chart;
using layers::ChartLayout;
using layers::Every;
using layers::Join;
using layers::PanelLayout;
using layers::PlacedWords;
using layers::ScreenBox;
using layers::Series;
using layers::Units;

const support::PlainMeasure measure;

geo::Date day(const std::string& text) {
    return *geo::parse_iso_date(text);
}

const Units& units() {
    static const Units builtin = layers::builtin_units();
    return builtin;
}

/// Days on which every unit holds its number in hundreds of km², and the first `growing` of them grow, each by as many
/// km² a day as its number has.
Series series_of(const std::vector<std::string>& days, std::size_t growing = 3, double contested = 0) {
    Series series;
    const std::size_t count = units().units.size();
    series.units.assign(count, SquareKilometres{10000});
    for (const std::string& text : days) {
        layers::DayAreas areas{day(text), text + ".geojson", {}, {}};
        const auto since = static_cast<double>((day(text) - day(days.front())).count());
        for (std::size_t unit = 0; unit < count; ++unit) {
            const double number = static_cast<double>(unit) + 1;
            areas.held.emplace_back(100 * number + (unit < growing ? number * since : 0));
            areas.contested.emplace_back(unit == 0 ? contested : 0);
        }
        series.days.push_back(std::move(areas));
    }
    return series;
}

std::vector<std::string> daily(int count, const std::set<int>& without = {}) {
    std::vector<std::string> days;
    for (int i = 0; i < count; ++i) {
        if (!without.contains(i)) {
            days.push_back(geo::to_text(std::optional{day("2024-07-08") + std::chrono::days{i}}));
        }
    }
    return days;
}

Chart chart_of(const Series& series, Every every = Every::day, bool by_unit = true) {
    return layers::chart_of(series, layers::listed_days(series, every), every, units(), {}, by_unit);
}

std::vector<Join> joins_of(const std::vector<std::string>& days, Every every = Every::day) {
    const Series series = series_of(days);
    return layers::joins_between(series, layers::listed_days(series, every), every);
}

std::vector<PlacedWords> all_words(const ChartLayout& layout) {
    std::vector<PlacedWords> words = layout.words;
    for (const PanelLayout& panel : layout.panels) {
        words.insert(words.end(), panel.words.begin(), panel.words.end());
    }
    return words;
}

TEST(Chart, DaysThatAreMissingAreGaps) {
    EXPECT_EQ(joins_of(daily(5, {2})), (std::vector{Join::following, Join::gap, Join::following}));
    EXPECT_EQ(joins_of({"2025-01-01", "2025-01-08", "2025-01-15", "2025-01-22", "2025-02-05"}),
              (std::vector{Join::following, Join::following, Join::following, Join::gap}))
        << "a day a week";
    EXPECT_EQ(joins_of({"2025-01-01", "2025-08-17", "2025-12-24"}), (std::vector{Join::unknown, Join::unknown}))
        << "no rhythm";
    EXPECT_EQ(joins_of({"2025-01-01", "2025-01-02"}), (std::vector{Join::following}));
    EXPECT_EQ(joins_of({"2025-01-01", "2025-06-01"}), (std::vector{Join::unknown})) << "one step is no rhythm";
    EXPECT_TRUE(joins_of({"2025-01-01"}).empty());
    EXPECT_EQ(joins_of({"2025-01-01", "2025-01-20", "2025-02-28", "2025-04-30"}, Every::month),
              (std::vector{Join::following, Join::following, Join::gap}))
        << "March has no day";
}

TEST(Chart, WhatIsMissingIsNamed) {
    const auto note_on_gaps = [](const Chart& chart) {
        for (const layers::ChartNote& note : chart.notes) {
            if (note.key == layers::ChartNote::Key::gap) { return note.text; }
        }
        return std::string{};
    };
    EXPECT_EQ(note_on_gaps(chart_of(series_of(daily(12, {2, 3, 7})))),
              "hatched: no data, and the line is broken: 3 of 12 days: 2024-07-10 to 2024-07-11, 2024-07-15");
    EXPECT_EQ(note_on_gaps(chart_of(series_of({"2024-11-30", "2025-02-28", "2025-03-31"}), Every::month)),
              "hatched: no data, and the line is broken: 2024-12, 2025-01");
    EXPECT_EQ(note_on_gaps(chart_of(series_of({"2025-01-05", "2025-01-06", "2025-01-20"}), Every::week)),
              "hatched: no data, and the line is broken: weeks from 2025-01-13");
    EXPECT_EQ(note_on_gaps(chart_of(series_of({"2022-05-01", "2024-05-01"}), Every::year)),
              "hatched: no data, and the line is broken: 2023");
    EXPECT_EQ(note_on_gaps(chart_of(series_of(daily(12)))), "");
    EXPECT_EQ(note_on_gaps(chart_of(series_of({"2025-01-01", "2025-01-08", "2025-01-15", "2025-01-22", "2025-02-05"}))),
              "hatched: no day of the source; the line is broken there");
}

TEST(Chart, ChangesBeginAtZeroAndUnitsThatKeepTheirsAreNamed) {
    const Chart chart = chart_of(series_of(daily(11)));
    ASSERT_EQ(chart.main.size(), 2U);
    EXPECT_EQ(chart.main[0].lines.front().km2.front(), 100 * 27 * 28 / 2);
    EXPECT_EQ(chart.main[1].lines.front().km2.front(), 0);
    EXPECT_NEAR(chart.main[1].lines.front().km2.back(), 10 * (1 + 2 + 3), 1e-9);
    ASSERT_EQ(chart.units.size(), 3U);
    EXPECT_EQ(chart.units[0].title, units().units[2].name) << "the largest change first";
    EXPECT_NEAR(chart.units[0].lines.front().km2.back(), 30, 1e-9);
    EXPECT_EQ(chart.units[0].figures, "300 → 330 km²");
    const std::string& unchanged = chart.notes.front().text;
    EXPECT_NE(unchanged.find(units().units[3].name), std::string::npos) << unchanged;
    EXPECT_EQ(unchanged.find(units().units[0].name), std::string::npos) << unchanged;
    EXPECT_TRUE(chart_of(series_of(daily(11)), Every::day, false).units.empty());
}

TEST(Chart, ContestedLandHasALineOfItsOwn) {
    const Chart chart = chart_of(series_of(daily(4), 3, 12));
    ASSERT_EQ(chart.main[0].lines.size(), 2U);
    EXPECT_EQ(chart.main[0].lines[1].holder, layers::Holder::contested);
    EXPECT_EQ(chart.main[0].lines[1].km2, (std::vector<double>{12, 12, 12, 12}));
    EXPECT_EQ(chart_of(series_of(daily(4))).main[0].lines.size(), 1U);
}

TEST(ChartLayout, PointsStandWhereTheTicksSay) {
    const ChartLayout layout = layers::layout_of(chart_of(series_of(daily(21, {5, 6}), 3)), 1200, 900, measure);
    const PanelLayout& held = layout.panels[3];  // those of the units come first
    ASSERT_EQ(held.id, "held");
    EXPECT_EQ(held.zero, held.plot.bottom) << "what is held is drawn from 0";
    ASSERT_EQ(held.lines.front().runs.size(), 2U) << "broken where two days are missing";
    ASSERT_EQ(held.gaps.size(), 1U);
    EXPECT_NEAR(held.gaps.front().left, held.lines.front().runs[0].back().x, 1e-9);
    EXPECT_NEAR(held.gaps.front().right, held.lines.front().runs[1].front().x, 1e-9);
    EXPECT_NEAR(held.gaps.front().left, held.plot.left + held.plot.width() * 4 / 20, 1e-9);
    EXPECT_NEAR(held.lines.front().runs[1].back().x, held.plot.right, 1e-9);
    const double per_tick = held.levels[0] - held.levels[1], ticks = 37800 / 20000.0;  // 0, 20,000, 40,000
    ASSERT_EQ(held.levels.size(), 3U);
    EXPECT_NEAR(held.lines.front().runs[0].front().y, held.levels[0] - per_tick * ticks, 1e-6);
    const PanelLayout& change = layout.panels[4];
    EXPECT_EQ(change.plot.left, held.plot.left) << "one time axis";
    EXPECT_EQ(change.plot.right, held.plot.right);
    EXPECT_NEAR(change.lines.front().runs[0].front().y, change.zero, 1e-9);
    for (const std::size_t unit : {1U, 2U}) {
        EXPECT_EQ(layout.panels[unit].levels, layout.panels[0].levels) << "units have one scale";
    }
}

TEST(ChartLayout, DaysWithoutARhythmAreMarkedAndNotJoinedByALine) {
    const ChartLayout layout =
        layers::layout_of(chart_of(series_of({"2025-01-01", "2025-08-17", "2025-12-24"})), 1200, 900, measure);
    for (const PanelLayout& panel : layout.panels) {
        EXPECT_TRUE(panel.lines.front().runs.empty());
        EXPECT_TRUE(panel.lines.front().fills.empty());
        EXPECT_EQ(panel.lines.front().unknown.size(), 2U);
        EXPECT_EQ(panel.lines.front().marks.size(), 3U);
    }
    const ChartLayout one = layers::layout_of(chart_of(series_of({"2025-01-01"})), 800, 600, measure);
    ASSERT_EQ(one.panels.size(), 1U) << "of one day there is no change";
    EXPECT_EQ(one.panels.front().lines.front().marks.size(), 1U);
}

TEST(ChartLayout, TheIntervalIsABandThatIsBrokenToo) {
    Chart chart = chart_of(series_of(daily(21, {5, 6, 8}), 3), Every::day, false);
    std::vector<layers::DaySpread> spreads;
    for (std::size_t i = 0; i < chart.days.size(); ++i) {
        spreads.push_back({{5000, 7000}, {static_cast<double>(i), static_cast<double>(i)}});
    }
    layers::add_spread(spreads, "as likely as not", chart);
    EXPECT_EQ(chart.notes.front().text, "grey band: as likely as not");
    EXPECT_EQ(layers::spread_words({5000, 7000.2}), "±7,001") << "the larger, rounded up";
    const ChartLayout layout = layers::layout_of(chart, 1200, 900, measure);
    const PanelLayout& held = layout.panels.front();
    const layers::LineLayout& line = held.lines.front();
    ASSERT_EQ(line.bands.size(), 2U) << "before and after the days that are missing";
    ASSERT_EQ(line.bars.size(), 1U) << "a day alone between them";
    ASSERT_EQ(held.levels.size(), 6U) << "up to 50,000";
    const double per_km2 = (held.levels[0] - held.levels[1]) / 10000;
    ASSERT_EQ(line.bands[0].size(), 2 * line.runs[0].size());
    EXPECT_NEAR(line.runs[0].front().y - line.bands[0].front().y, 7000 * per_km2, 1e-6);
    EXPECT_NEAR(line.bands[0].back().y - line.runs[0].front().y, 5000 * per_km2, 1e-6);
    const layers::LineLayout& change = layout.panels[1].lines.front();
    EXPECT_NEAR(change.bands[0].front().y, change.bands[0].back().y, 1e-9)
        << "the first day does not differ from itself";
    EXPECT_TRUE(
        std::ranges::any_of(held.words, [](const PlacedWords& words) { return words.text == "37,920 ±7,000"; }));
}

/// Property: whatever the size and the days, no words lie over others or beyond the page, and none on another's plot.
TEST(ChartLayout, WordsStandApart) {
    const std::vector<std::vector<std::string>> all{
        daily(536, {41, 42, 177, 266, 267, 506}),  daily(60), daily(30), daily(9), daily(3), daily(2), daily(1),
        {"2014-03-01", "2022-02-24", "2025-12-24"}};
    for (const std::vector<std::string>& days : all) {
        for (const std::size_t growing : {1U, 7U, 27U}) {
            for (const double contested : {0.0, 40.0}) {
                const Chart chart = chart_of(series_of(days, growing, contested));
                for (const auto& [width, height] :
                     {std::pair{1600.0, 1000.0}, {794.0, 1123.0}, {1123.0, 794.0}, {1080.0, 1350.0}, {600.0, 900.0}}) {
                    const ChartLayout layout = layers::layout_of(chart, width, height, measure);
                    const std::vector<PlacedWords> words = all_words(layout);
                    for (std::size_t i = 0; i < words.size(); ++i) {
                        const ScreenBox box = words[i].box();
                        ASSERT_TRUE(box.inside({0, 0, width, height})) << words[i].text << " " << width;
                        for (std::size_t k = i + 1; k < words.size(); ++k) {
                            ASSERT_FALSE(box.overlaps(words[k].box()))
                                << words[i].text << " | " << words[k].text << " at " << width << "x" << height << ", "
                                << days.size() << " days";
                        }
                    }
                    std::size_t named = 0;
                    for (const PanelLayout& panel : layout.panels) { named += panel.id.starts_with("unit ") ? 1U : 0U; }
                    EXPECT_EQ(named + layout.without_room.size(), chart.units.size());
                }
            }
        }
    }
}

/// A tick below 0 for an interval of a pixel would flatten all that is drawn.
TEST(ChartLayout, AnIntervalThatBarelyReachesPastTheFiguresMakesNoTick) {
    const std::vector<layers::DaySpread> narrow(11, {{}, {}, {{0, {0.1, 0.1}}}}), wide(11, {{}, {}, {{0, {2, 2}}}});
    for (const auto& [spreads, has_below] : {std::pair{narrow, false}, {wide, true}}) {
        Chart chart = chart_of(series_of(daily(11), 1));
        layers::add_spread(spreads, "as likely as not", chart);
        const PanelLayout unit = layers::layout_of(chart, 1200, 900, measure).panels.front();
        EXPECT_EQ(unit.zero < unit.plot.bottom - 1, has_below);
    }
}

TEST(ChartLayout, UnitsStandCloserBeforeOneIsLeftOut) {
    Chart chart = chart_of(series_of(daily(18), 7));
    chart.notes.resize(7);
    for (const auto& [width, height] : {std::pair{794.0, 1123.0}, {1123.0, 794.0}, {1600.0, 1000.0}}) {
        const ChartLayout layout = layers::layout_of(chart, width, height, measure);
        EXPECT_TRUE(layout.without_room.empty())
            << width << "x" << height << " has no room for " << layout.without_room.size();
    }
}

TEST(ChartLayout, WithoutRoomItIsRefused) {
    EXPECT_THROW(layers::layout_of(chart_of(series_of(daily(30), 27)), 300, 300, measure), geo::Error);
}

/// What is not known and what is not there are drawn in two ways, whatever colours a reader tells apart, and both
/// beside their notes.
TEST(ChartSheet, TheBandIsFilledAndGapsAreHatched) {
    Chart chart = chart_of(series_of(daily(21, {5, 6}), 1));
    std::vector<layers::DaySpread> spreads(chart.days.size(), {{5000, 7000}, {3, 4}, {{0, {1, 2}}}});
    layers::add_spread(spreads, "as likely as not", chart);
    const ChartLayout layout = layers::layout_of(chart, 1200, 900, measure);
    ASSERT_EQ(layout.keys.size(), 2U);
    for (const layers::PlacedKey& key : layout.keys) {
        for (const PlacedWords& words : layout.words) { EXPECT_FALSE(key.box.overlaps(words.box())) << words.text; }
    }
    for (const layers::Theme theme : {layers::Theme::light, layers::Theme::dark, layers::Theme::grey}) {
        const layers::Sheet sheet = layers::sheet_of(layout, theme);
        std::size_t hatched = 0, bands = 0;
        for (const layers::Sheet::Group& group : sheet.groups) {
            for (const layers::Sheet::Item& item : group.items) {
                const auto* area = std::get_if<layers::Sheet::Area>(&item);
                if (area != nullptr && area->fill == layers::palette(theme).accuracy) { ++bands; }
                const auto* drawn = std::get_if<layers::Picture::Item>(&item);
                if (drawn != nullptr && std::holds_alternative<layers::Picture::Hatching>(*drawn)) { ++hatched; }
            }
        }
        EXPECT_EQ(hatched, layout.panels.size() + 1) << "a gap in each panel, and the key";
        EXPECT_EQ(bands, layout.panels.size());
    }
}

TEST(ChartLayout, UnitsHaveTheirOwnInterval) {
    Chart chart = chart_of(series_of(daily(11), 2));
    ASSERT_EQ(chart.units.size(), 2U);
    EXPECT_EQ(chart.units[0].unit, 1U);
    std::vector<layers::DaySpread> spreads(chart.days.size(), {{}, {3, 4}, {{0, {1, 2}}, {1, {5, 5}}}});
    layers::add_spread(spreads, "as likely as not", chart);
    EXPECT_NE(chart.description.find("+20 ±5"), std::string::npos) << chart.description;
    const ChartLayout layout = layers::layout_of(chart, 1200, 900, measure);
    for (const auto& [panel, figure] : {std::pair{0U, "+20 ±5"}, {1U, "+10 ±2"}}) {
        EXPECT_TRUE(std::ranges::any_of(layout.panels[panel].words, [&wanted = figure](const PlacedWords& words) {
            return words.text == wanted;
        })) << figure;
        EXPECT_EQ(layout.panels[panel].lines.front().bands.size(), 1U);
    }
}

TEST(ChartSheet, PanelsAreGroupsInTheColoursOfTheMaps) {
    const ChartLayout layout = layers::layout_of(chart_of(series_of(daily(30))), 1200, 900, measure);
    for (const layers::Theme theme : {layers::Theme::light, layers::Theme::dark, layers::Theme::grey}) {
        const layers::Sheet sheet = layers::sheet_of(layout, theme);
        const layers::Colour on_map = blended(status_colour({layers::Holder::russia, layers::Status::ru_held}, theme),
                                              layers::palette(theme).land);
        std::set<std::string> ids;
        std::size_t areas = 0;
        for (const layers::Sheet::Group& group : sheet.groups) {
            ids.insert(group.id);
            for (const layers::Sheet::Item& item : group.items) {
                const auto* area = std::get_if<layers::Sheet::Area>(&item);
                if (area == nullptr) { continue; }
                EXPECT_EQ(area->fill, on_map);
                ++areas;
            }
        }
        EXPECT_TRUE(ids.contains("held") && ids.contains("change") && ids.contains("title and notes"));
        EXPECT_EQ(ids.size(), sheet.groups.size());
        EXPECT_EQ(areas, layout.panels.size());
    }
}

}  // namespace
