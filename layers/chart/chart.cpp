// SPDX-License-Identifier: MIT
#include "layers/chart/chart.h"

#include "layers/language/language.h"
#include "layers/model/slug.h"
#include "layers/model/words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace layers {

namespace {

using Areas = std::vector<geo::SquareKilometres> DayAreas::*;

/// Less does not show in whole km².
constexpr double least_change = 0.5;

std::string day_words(geo::Date day) {
    return geo::to_text(std::optional{day});
}

std::string signed_km2(double km2) {
    const double rounded = std::round(km2);
    return rounded == 0 ? "0" : (rounded > 0 ? "+" : "−") + with_thousands(std::abs(rounded));
}

/// Of one unit, or of all.
std::vector<double> values(const Series& series, const std::vector<std::size_t>& listed, Areas areas,
                           std::optional<std::size_t> unit) {
    std::vector<double> km2;
    for (const std::size_t i : listed) {
        const std::vector<geo::SquareKilometres>& of = series.days[i].*areas;
        geo::SquareKilometres sum;
        for (std::size_t k = 0; k < of.size(); ++k) {
            if (!unit || *unit == k) { sum += of[k]; }
        }
        km2.push_back(sum.value());
    }
    return km2;
}

bool is_any(const std::vector<double>& km2) {
    return std::ranges::any_of(km2, [](double area) { return area > 0; });
}

std::vector<ChartLine> lines_of(const Series& series, const std::vector<std::size_t>& listed, const Sides& sides,
                                std::optional<std::size_t> unit) {
    std::vector<ChartLine> lines{
        {sides.in_words(Holder::russia), Holder::russia, values(series, listed, &DayAreas::held, unit)}};
    ChartLine contested{tr("contested"), Holder::contested, values(series, listed, &DayAreas::contested, unit)};
    if (is_any(contested.km2)) { lines.push_back(std::move(contested)); }
    return lines;
}

std::vector<ChartLine> changes_of(std::vector<ChartLine> lines) {
    for (ChartLine& line : lines) {
        const double first = line.km2.front();
        for (double& km2 : line.km2) { km2 -= first; }
    }
    return lines;
}

/// How far apart its least and its greatest figure are.
double range_of(const std::vector<ChartLine>& lines) {
    double range = 0;
    for (const ChartLine& line : lines) {
        const auto [least, greatest] = std::ranges::minmax(line.km2);
        range = std::max(range, greatest - least);
    }
    return range;
}

void add_units(const Series& series, const std::vector<std::size_t>& listed, const Units& units, const Sides& sides,
               Chart& chart) {
    std::vector<std::pair<double, ChartPanel>> panels;
    std::vector<std::string> unchanged;
    for (std::size_t unit = 0; unit < units.units.size(); ++unit) {
        const std::string name = one_line(tr(units.units[unit].name));
        const std::vector<ChartLine> lines = lines_of(series, listed, sides, unit);
        const double range = range_of(lines);
        if (range < least_change) {
            unchanged.push_back(name);
            continue;
        }
        const std::vector<double>& held = lines.front().km2;
        std::string id = slug(units.units[unit].name);
        if (id.empty()) { id = fmt::format("{}", unit + 1); }
        panels.emplace_back(range, ChartPanel{"unit " + id, name,
                                              fmt::format("{} → {} {}", with_thousands(held.front()),
                                                          with_thousands(held.back()), tr("km²")),
                                              changes_of(lines), true, unit});
    }
    std::ranges::stable_sort(panels, [](const auto& a, const auto& b) { return a.first > b.first; });
    for (auto& [range, panel] : panels) { chart.units.push_back(std::move(panel)); }
    if (!chart.units.empty()) {
        chart.units_title = tr("By unit: change since {}, km², on one scale", day_words(chart.days.front()));
    }
    if (!unchanged.empty()) {
        chart.notes.push_back({tr("not drawn, since they change by less than 0.5 km²: {}",
                                  fmt::format("{}", fmt::join(unchanged, ", ")))});
    }
}

void add_notes_on_days(const Series& series, const std::vector<std::size_t>& listed, Every every, Chart& chart) {
    if (std::ranges::find(chart.joins, Join::unknown) != chart.joins.end()) {
        chart.notes.push_back({tr("dashed: the source has no day between those that are marked")});
    }
    if (std::ranges::find(chart.joins, Join::gap) == chart.joins.end()) { return; }
    const std::string missing = missing_words(series, listed, every);
    chart.notes.push_back({missing.empty() ? tr("hatched: no day of the source; the line is broken there")
                                           : tr("hatched: no data, and the line is broken: {}", missing),
                           ChartNote::Key::gap});
}

std::string days_in_words(const Chart& chart, Every every) {
    if (chart.days.size() == 1) { return day_words(chart.days.front()); }
    const std::string first = day_words(chart.days.front()), last = day_words(chart.days.back());
    switch (every) {
        case Every::week:
            return tr("the first day, and the last that there is of each week, from {} to {}", first, last);
        case Every::month:
            return tr("the first day, and the last that there is of each month, from {} to {}", first, last);
        case Every::year:
            return tr("the first day, and the last that there is of each year, from {} to {}", first, last);
        case Every::day:
            break;
    }
    return tr("{} days from {} to {}", chart.days.size(), first, last);
}

std::string description_of(const Chart& chart) {
    std::string words = chart.title;
    const auto add = [&words, &chart](const ChartPanel& panel) {
        for (const ChartLine& line : panel.lines) {
            words += fmt::format(". {}, {}: {}", panel.title, line.name,
                                 panel.is_change ? signed_km2(line.km2.back()) : with_thousands(line.km2.back()));
            if (!line.spread.empty()) { words += " " + spread_words(line.spread.back()); }
            if (chart.days.size() > 1 && !panel.is_change) {
                words += fmt::format(" ({}: {})", day_words(chart.days.front()), with_thousands(line.km2.front()));
            }
        }
    };
    for (const ChartPanel& panel : chart.main) { add(panel); }
    for (const ChartPanel& panel : chart.units) { add(panel); }
    return words;
}

}  // namespace

std::string spread_words(const ChartSpread& spread) {
    return "±" + with_thousands(std::ceil(std::max(spread.below, spread.above) - 1e-9));
}

std::vector<Join> joins_between(const Series& series, const std::vector<std::size_t>& listed, Every every) {
    std::vector<geo::Date> days;
    for (const std::size_t i : listed) { days.push_back(series.days[i].date); }
    return joins_between(days, every);
}

std::vector<Join> joins_between(const std::vector<geo::Date>& days, Every every) {
    std::vector<std::int64_t> steps;
    std::map<std::int64_t, std::size_t> counts;
    for (std::size_t i = 1; i < days.size(); ++i) {
        steps.push_back(period_of(days[i], every) - period_of(days[i - 1], every));
        ++counts[steps.back()];
    }
    std::optional<std::int64_t> rhythm;
    if (every != Every::day) { rhythm = 1; }
    constexpr std::size_t least_steps = 3;
    for (const auto& [step, count] : counts) {
        const bool is_usual = count * 2 > steps.size() && (step == 1 || count >= least_steps);
        if (every == Every::day && is_usual) { rhythm = step; }
    }
    std::vector<Join> joins;
    for (const std::int64_t step : steps) {
        joins.push_back(!rhythm ? Join::unknown : step <= *rhythm ? Join::following : Join::gap);
    }
    return joins;
}

Chart chart_of(const Series& series, const std::vector<std::size_t>& listed, Every every, const Units& units,
               const Sides& sides, bool by_unit) {
    Chart chart;
    for (const std::size_t i : listed) { chart.days.push_back(series.days[i].date); }
    chart.joins = joins_between(series, listed, every);
    const std::string first = day_words(chart.days.front()), holder = sides.in_words(Holder::russia);
    chart.title = tr("Land held by {}", holder);
    chart.subtitle = days_in_words(chart, every);
    const std::vector<ChartLine> lines = lines_of(series, listed, sides, std::nullopt);
    chart.main.push_back({"held", tr("km² held by {}", holder), "", lines, false});
    if (chart.days.size() > 1) {
        chart.main.push_back({"change", tr("Change since {}, km²", first), "", changes_of(lines), true});
    }
    if (by_unit && chart.days.size() > 1) { add_units(series, listed, units, sides, chart); }
    add_notes_on_days(series, listed, every, chart);
    geo::SquareKilometres country;
    for (const geo::SquareKilometres unit : series.units) { country += unit; }
    chart.notes.push_back({tr("not shown: what {} holds, the rest of {} km²", sides.in_words(Holder::ukraine),
                              with_thousands(country.value()))});
    chart.notes.push_back({fit_words(series, listed) + "; " + earth_words()});
    chart.description = description_of(chart);
    return chart;
}

void add_spread(const std::vector<DaySpread>& by_day, const std::string& words, Chart& chart) {
    for (ChartPanel& panel : chart.main) {
        for (const DaySpread& day : by_day) {
            panel.lines.front().spread.push_back(panel.is_change ? day.change : day.held);
        }
    }
    for (ChartPanel& panel : chart.units) {
        for (const DaySpread& day : by_day) {
            const auto found = day.unit_changes.find(panel.unit.value());
            panel.lines.front().spread.push_back(found == day.unit_changes.end() ? ChartSpread{} : found->second);
        }
    }
    chart.notes.insert(chart.notes.begin(), {tr("grey band: {}", words), ChartNote::Key::band});
    chart.description = description_of(chart);
}

}  // namespace layers
