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
#include <map>
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
    constexpr std::size_t most = 4;
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
    if (changes.size() > most) {
        double rest = 0;
        for (std::size_t i = most; i < changes.size(); ++i) { rest += changes[i].first; }
        words.push_back(fmt::format("{} {}", tr("{} more", changes.size() - most), signed_km2(rest)));
    }
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

struct Area {
    SquareKilometres all, fitted;
};
using HolderAreas = std::map<Holder, Area>;

/// A unit, or all of them: those from the first to the last.
struct LandOf {
    std::string name, code;
    std::size_t first, last;

    HolderAreas on(const DayAreas& day, const Series& series) const {
        HolderAreas made{{Holder::russia, {}}, {Holder::contested, {}}, {Holder::ukraine, {}}};
        for (std::size_t unit = first; unit < last; ++unit) {
            made[Holder::russia].all += day.held[unit];
            made[Holder::contested].all += day.contested[unit];
            made[Holder::ukraine].all +=
                std::max(SquareKilometres{}, series.units[unit] - day.held[unit] - day.contested[unit]);
            if (!day.fit) { continue; }
            const SquareKilometres held = day.fit->held_by_unit[unit], contested = day.fit->contested_by_unit[unit];
            made[Holder::russia].fitted += held;
            made[Holder::contested].fitted += contested;
            made[Holder::ukraine].fitted -= held + contested;
        }
        return made;
    }
};

const std::string& words_in_files(Holder holder, const Sides& sides) {
    static const std::string contested = "contested";
    return holder == Holder::russia ? sides.second : holder == Holder::ukraine ? sides.first : contested;
}

/// What an edge that is drawn with one corner more or less leaves is no change.
SquareKilometres changed(SquareKilometres before, SquareKilometres now) {
    constexpr SquareKilometres nothing{1e-7};
    const SquareKilometres change = now - before;
    return change < nothing && change > SquareKilometres{} - nothing ? SquareKilometres{} : change;
}

}  // namespace

Table track_data(const Series& series, const std::vector<std::size_t>& listed, const Units& units, const Sides& sides,
                 Part part, const EstimatedSteps* steps, Rows rows) {
    std::vector<Column> columns{{&field::date},   {&field::unit}, {&field::unit_code},
                                {&field::holder}, {&field::km2},  {&field::change_km2}};
    if (steps != nullptr) {
        for (const Field* bound : {&field::km2_min, &field::km2_max, &field::change_km2_min, &field::change_km2_max}) {
            columns.push_back({bound});
        }
    }
    columns.push_back({&field::fitted_km2});
    Table table{std::move(columns)};
    const bool shows_contested = has_contested(series);
    std::vector<LandOf> lands;
    for (std::size_t unit = 0; unit < units.units.size() && rows == Rows::by_unit; ++unit) {
        lands.push_back({units.units[unit].name, units.units[unit].code, unit, unit + 1});
    }
    if (rows == Rows::in_all) { lands.push_back({"all units", "", 0, units.units.size()}); }
    for (std::size_t i = part.first; i < std::min(part.last, listed.size()); ++i) {
        const DayAreas& day = series.days[listed[i]];
        const DayAreas* before = i == 0 ? nullptr : &series.days[listed[i - 1]];
        for (const LandOf& land : lands) {
            const HolderAreas now = land.on(day, series),
                              earlier = before == nullptr ? HolderAreas{} : land.on(*before, series);
            for (const Holder holder : {Holder::russia, Holder::contested, Holder::ukraine}) {
                if (holder == Holder::contested && !shows_contested) { continue; }
                const Area area = now.at(holder);
                const SquareKilometres change =
                    before == nullptr ? SquareKilometres{} : changed(earlier.at(holder).all, area.all);
                std::vector<Entry> row;  // entries in braces would be copied
                row.reserve(table.columns().size());
                row.emplace_back(day.date);
                row.emplace_back(land.name);
                row.push_back(entry_of(land.code));
                row.emplace_back(words_in_files(holder, sides));
                row.emplace_back(area.all);
                row.push_back(before == nullptr ? Entry{} : Entry{change});
                if (steps != nullptr) {
                    const StepEstimates& step = steps->days[i];
                    const HeldAndChange& may =
                        rows == Rows::in_all ? step.all.at(holder) : step.units[land.first].at(holder);
                    add_bounds(area.all, may.held, true, row);
                    add_bounds(change, may.change, before != nullptr, row);
                }
                row.emplace_back(area.fitted);
                table.add(std::move(row));
            }
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
    return to_text(table, output) + "\n" + (basis.empty() ? "" : basis + "\n") + fit_words(series, listed) + "; " +
           earth_words() + "\n";
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
    return to_text(table, output) + "\n" + fit_words(series, listed) + "; " +
           tr("the other source: {}", fit_words(other, listed)) + "; " + earth_words() + "\n" +
           tr("difference: the other source less the first; of two sources of one day it is itself what is not known, "
              "and "
              "has no ±; figures are rounded one by one") +
           "\n";
}

}  // namespace layers::report
