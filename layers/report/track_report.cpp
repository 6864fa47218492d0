// SPDX-License-Identifier: MIT
#include "layers/report/track_report.h"

#include "layers/language/language.h"
#include "layers/model/field.h"
#include "layers/report/entry.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace layers::report {

namespace {

using geo::SquareKilometres;

std::string signed_km2(double km2) {
    const double rounded = std::round(km2);
    return rounded == 0 ? "0" : (rounded > 0 ? "+" : "−") + with_thousands(std::abs(rounded));
}

/// "Donetsk +123, Kharkiv −4": the units that changed most, as far as a whole km² shows it.
std::string most_changed(const DayAreas& before, const DayAreas& now, const Units& units) {
    constexpr std::size_t most = 3;
    constexpr double least = 0.5;
    std::vector<std::pair<double, std::size_t>> changes;
    for (std::size_t unit = 0; unit < units.units.size(); ++unit) {
        const double change = (now.held[unit] - before.held[unit]).value();
        if (std::abs(change) >= least) { changes.emplace_back(change, unit); }
    }
    std::sort(changes.begin(), changes.end(),
              [](const auto& a, const auto& b) { return std::abs(a.first) > std::abs(b.first); });
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(most, changes.size()); ++i) {
        words.push_back(fmt::format("{} {}", tr(units.units[changes[i].second].name), signed_km2(changes[i].first)));
    }
    if (changes.size() > most) { words.push_back(tr("{} more", changes.size() - most)); }
    return fmt::format("{}", fmt::join(words, ", "));
}

}  // namespace

Table track_data(const Series& series, const std::vector<std::size_t>& listed, const Units& units, const Sides& sides,
                 Part part) {
    Table table{
        {{&field::date}, {&field::unit}, {&field::unit_code}, {&field::holder}, {&field::km2}, {&field::change_km2}}};
    const bool has_contested = std::any_of(series.days.begin(), series.days.end(), [](const DayAreas& day) {
        return std::any_of(day.contested.begin(), day.contested.end(),
                           [](SquareKilometres area) { return area > SquareKilometres{}; });
    });
    for (std::size_t i = part.first; i < std::min(part.last, listed.size()); ++i) {
        const DayAreas& day = series.days[listed[i]];
        const DayAreas* before = i == 0 ? nullptr : &series.days[listed[i - 1]];
        for (std::size_t unit = 0; unit < units.units.size(); ++unit) {
            const auto add = [&](const std::string& holder, const auto& of) {
                const SquareKilometres now = of(day);
                std::vector<Entry> row;  // entries in braces would be copied
                row.reserve(table.columns().size());
                row.emplace_back(day.date);
                row.emplace_back(units.units[unit].name);
                row.push_back(entry_of(units.units[unit].code));
                row.emplace_back(holder);
                row.emplace_back(now);
                row.push_back(before == nullptr ? Entry{} : Entry{now - of(*before)});
                table.add(std::move(row));
            };
            add(sides.second, [unit](const DayAreas& on) { return on.held[unit]; });
            if (has_contested) {
                add("contested", [unit](const DayAreas& on) { return on.contested[unit]; });
            }
            add(sides.first, [&](const DayAreas& on) {
                return std::max(SquareKilometres{}, series.units[unit] - on.held[unit] - on.contested[unit]);
            });
        }
    }
    return table;
}

std::string track_text(const Series& series, const std::vector<std::size_t>& listed, const Units& units,
                       const Sides& sides, const TextOutput& output) {
    Table table{{{&field::date},
                 {&field::km2, Shows::number, tr("km² held by {}", sides.in_words(Holder::russia))},
                 {&field::change_km2, Shows::number},
                 {&field::unit, Shows::words, tr("most in")}}};
    const DayAreas* before = nullptr;
    for (const std::size_t i : listed) {
        const DayAreas& day = series.days[i];
        table.add({day.date, with_thousands(std::round(day.held_in_all().value())),
                   before == nullptr ? "" : signed_km2((day.held_in_all() - before->held_in_all()).value()),
                   before == nullptr ? "" : most_changed(*before, day, units)});
        before = &day;
    }
    if (listed.size() > 2) {
        const DayAreas &first = series.days[listed.front()], &last = series.days[listed.back()];
        table.add_total({tr("in all"), "", signed_km2((last.held_in_all() - first.held_in_all()).value()),
                         most_changed(first, last, units)});
    }
    return to_text(table, output) + "\n" +
           tr("land as drawn by the source, within the units; km² on WGS84, edges straight in longitude and latitude; "
              "figures are rounded one by one") +
           "\n";
}

Table against_data(const Series& series, const Series& other, const std::vector<std::size_t>& listed,
                   const Units& units, const Sides& sides) {
    Table table{{{&field::date},
                 {&field::unit},
                 {&field::unit_code},
                 {&field::holder},
                 {&field::km2},
                 {&field::km2_against},
                 {&field::difference_km2}}};
    for (const std::size_t i : listed) {
        const DayAreas &here = series.days[i], &there = other.days[i];
        for (std::size_t unit = 0; unit < units.units.size(); ++unit) {
            table.add({here.date, units.units[unit].name, entry_of(units.units[unit].code), sides.second,
                       here.held[unit], there.held[unit], there.held[unit] - here.held[unit]});
        }
    }
    return table;
}

std::string against_text(const Series& series, const Series& other, const std::vector<std::size_t>& listed,
                         const Units& units, const Sides& sides, const TextOutput& output) {
    Table table{{{&field::date},
                 {&field::km2, Shows::number, tr("km² held by {}", sides.in_words(Holder::russia))},
                 {&field::km2_against, Shows::number},
                 {&field::difference_km2, Shows::number},
                 {&field::unit, Shows::words, tr("most in")}}};
    for (const std::size_t i : listed) {
        const DayAreas &here = series.days[i], &there = other.days[i];
        table.add({here.date, with_thousands(std::round(here.held_in_all().value())),
                   with_thousands(std::round(there.held_in_all().value())),
                   signed_km2((there.held_in_all() - here.held_in_all()).value()), most_changed(here, there, units)});
    }
    return to_text(table, output) + "\n" +
           tr("difference: the other source less the first; of two sources of one day it is itself what is not known, "
              "and "
              "has no ±; figures are rounded one by one") +
           "\n";
}

}  // namespace layers::report
