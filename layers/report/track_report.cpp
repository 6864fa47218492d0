// SPDX-License-Identifier: MIT
#include "layers/report/track_report.h"

#include "layers/language/language.h"
#include "layers/model/estimate_words.h"
#include "layers/model/field.h"
#include "layers/report/entry.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <optional>
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

/// As far off as the estimate is from its own middle; empty where it has no interval, or there is nothing to bound.
void add_bounds(SquareKilometres area, const Estimate& estimate, bool has_some, std::vector<Entry>& row) {
    if (!has_some || !estimate.line) {
        row.emplace_back();
        row.emplace_back();
        return;
    }
    row.emplace_back(area - (estimate.area - estimate.line->least));
    row.emplace_back(area + (estimate.line->most - estimate.area));
}

}  // namespace

Table track_data(const Series& series, const std::vector<std::size_t>& listed, const Units& units, const Sides& sides,
                 Part part, const EstimatedSteps* steps) {
    std::vector<Column> columns{{&field::date},   {&field::unit}, {&field::unit_code},
                                {&field::holder}, {&field::km2},  {&field::change_km2}};
    if (steps != nullptr) {
        for (const Field* bound : {&field::km2_min, &field::km2_max, &field::change_km2_min, &field::change_km2_max}) {
            columns.push_back({bound});
        }
    }
    Table table{std::move(columns)};
    const bool shows_contested = has_contested(series);
    for (std::size_t i = part.first; i < std::min(part.last, listed.size()); ++i) {
        const DayAreas& day = series.days[listed[i]];
        const DayAreas* before = i == 0 ? nullptr : &series.days[listed[i - 1]];
        for (std::size_t unit = 0; unit < units.units.size(); ++unit) {
            const auto add = [&](Holder holder, const std::string& words, const auto& of) {
                const SquareKilometres now = of(day);
                std::vector<Entry> row;  // entries in braces would be copied
                row.reserve(table.columns().size());
                row.emplace_back(day.date);
                row.emplace_back(units.units[unit].name);
                row.push_back(entry_of(units.units[unit].code));
                row.emplace_back(words);
                row.emplace_back(now);
                row.push_back(before == nullptr ? Entry{} : Entry{now - of(*before)});
                if (steps != nullptr) {
                    const HeldAndChange& may = steps->days[i].units[unit].at(holder);
                    add_bounds(now, may.held, true, row);
                    add_bounds(before == nullptr ? SquareKilometres{} : now - of(*before), may.change,
                               before != nullptr, row);
                }
                table.add(std::move(row));
            };
            add(Holder::russia, sides.second, [unit](const DayAreas& on) { return on.held[unit]; });
            if (shows_contested) {
                add(Holder::contested, "contested", [unit](const DayAreas& on) { return on.contested[unit]; });
            }
            add(Holder::ukraine, sides.first, [&](const DayAreas& on) {
                return std::max(SquareKilometres{}, series.units[unit] - on.held[unit] - on.contested[unit]);
            });
        }
    }
    return table;
}

std::string track_text(const Series& series, const std::vector<std::size_t>& listed, const Units& units,
                       const Sides& sides, const TextOutput& output, const EstimatedSteps* steps,
                       const std::string& basis) {
    std::vector<Column> columns{{&field::date},
                                {&field::km2, Shows::number, tr("km² held by {}", sides.in_words(Holder::russia))}};
    if (steps != nullptr) { columns.push_back({&field::tolerance, Shows::number, "±"}); }
    columns.push_back({&field::change_km2, Shows::number});
    if (steps != nullptr) { columns.push_back({&field::tolerance, Shows::number, "±"}); }
    columns.push_back({&field::unit, Shows::words, tr("most in")});
    Table table{std::move(columns)};
    const auto row_of = [&](const std::string& date, const DayAreas& day, const DayAreas* before,
                            const StepEstimates* step, bool is_total) {
        std::vector<Entry> row{date, is_total ? "" : with_thousands(std::round(day.held_in_all().value()))};
        const auto spread = [step](const auto& pick) {
            return step == nullptr ? std::string{} : tolerance(pick(step->all.at(Holder::russia)));
        };
        if (steps != nullptr) {
            row.emplace_back(is_total ? "" : spread([](const HeldAndChange& one) { return one.held; }));
        }
        row.emplace_back(before == nullptr ? "" : signed_km2((day.held_in_all() - before->held_in_all()).value()));
        if (steps != nullptr) {
            row.emplace_back(before == nullptr ? "" : spread([](const HeldAndChange& one) { return one.change; }));
        }
        row.emplace_back(before == nullptr ? "" : most_changed(*before, day, units));
        return row;
    };
    const DayAreas* before = nullptr;
    for (std::size_t i = 0; i < listed.size(); ++i) {
        const DayAreas& day = series.days[listed[i]];
        table.add(row_of(geo::to_text(std::optional{day.date}), day, before,
                         steps == nullptr ? nullptr : &steps->days[i], false));
        before = &day;
    }
    if (listed.size() > 2) {
        table.add_total(row_of(tr("in all"), series.days[listed.back()], &series.days[listed.front()],
                               steps == nullptr ? nullptr : &steps->whole, true));
    }
    return to_text(table, output) + "\n" + (basis.empty() ? "" : basis + "\n") +
           tr("land as drawn by the source, within the units: what it leaves uncovered along border and coast counts "
              "as not "
              "held; km² on WGS84, edges straight in longitude and latitude; figures are rounded one by one") +
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
