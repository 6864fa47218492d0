// SPDX-License-Identifier: MIT
#include "layers/report/plans_by_day.h"

#include "layers/language/language.h"
#include "layers/model/estimate_words.h"

#include <algorithm>

namespace layers::report {

Table plans_by_day(const std::vector<PlanOnDay>& days, bool series_has_contested) {
    std::vector<Column> columns{{&field::date},
                                {&field::plan},
                                {&field::unit},
                                {&field::unit_code},
                                {&field::holder},
                                {&field::status},
                                {&field::km2, Shows::interval},
                                {&field::km2, Shows::readings}};
    if (series_has_contested) { columns.push_back({&field::km2, Shows::contested}); }
    for (const Field* field :
         {&field::unclear, &field::line, &field::line_source, &field::line_accuracy_km, &field::line_correlation_km,
          &field::line_fit_km, &field::interval, &field::edges, &field::ellipsoid}) {
        columns.push_back({field});
    }
    Table table{std::move(columns)};
    for (const PlanOnDay& on : days) {
        for (const AreaTable::Row& row : on.rows) {
            const StatusWords words = on.sides.words(row.status_class);
            std::vector<Entry> entries{on.date, on.plan, row.unit, row.unit_code, words.holder, words.status};
            entries.insert(entries.end(), series_has_contested ? 3 : 2, Entry{row.estimate});
            const bool has_interval = on.line.accuracy.has_value();
            entries.insert(entries.end(),
                           {row.estimate.unclear, on.line.name, entry_of(on.line.source), entry_of(on.line.accuracy),
                            has_interval ? Entry{correlation_of(on.line)} : Entry{}, entry_of(on.line.fit),
                            has_interval ? Entry{id_of(on.interval)} : Entry{}, "lonlat", "WGS84"});
            table.add(std::move(entries));
        }
    }
    return table;
}

namespace {

/// What the marks in these figures mean, of those that stand there.
std::string marks_in_words(const std::vector<PlanOnDay>& days) {
    bool has_range = false, has_contested = false, has_strips = false, is_unclear = false;
    std::vector<const LineInfo*> lines;
    for (const PlanOnDay& on : days) {
        lines.push_back(&on.line);
        for (const auto& [status, estimate] : on.totals) {
            if (status == untouched) { continue; }
            has_range = has_range || estimate.readings;
            has_contested = has_contested || estimate.contested;
            has_strips = has_strips || (estimate.rests_on_strips && !estimate.line);
            is_unclear = is_unclear || estimate.unclear;
        }
    }
    std::string words = days.empty() ? "" : interval_words(lines, days.back().interval);
    const auto add = [&words](const std::string& more) { words += (words.empty() ? "" : "\n") + more; };
    if (has_strips) { add(tr(not_redrawn_words)); }
    if (has_contested) {
        add(tr("(a–b) smallest and largest reading, also with all contested land on the one and on the other side"));
    } else if (has_range) {
        add(tr("(a–b) smallest and largest reading"));
    }
    if (is_unclear) { add(unclear_words()); }
    if (!days.empty() && days.back().line.fitted.value() >= 0.5) {
        add(
            tr("land within the units: on the last day {} km² along border and coast, which the source leaves "
               "uncovered, count with the land beside them",
               with_thousands(days.back().line.fitted.value())));
    }
    return words.empty() ? words : words + "\n";
}

}  // namespace

std::string plans_by_day_text(const std::vector<PlanOnDay>& days, const TextOutput& output) {
    std::vector<StatusClass> classes;
    for (const PlanOnDay& on : days) {
        for (const auto& [status, estimate] : on.totals) {
            if (status != untouched && std::ranges::find(classes, status) == classes.end()) {
                classes.push_back(status);
            }
        }
    }
    std::ranges::sort(classes);
    std::vector<Column> columns{{&field::date}, {&field::plan}};
    for (const StatusClass& status : classes) {
        const std::string words = class_words(status, classes, days.front().sides);
        columns.push_back({&field::km2, Shows::estimate, words + ", " + tr("km²")});
    }
    Table table{std::move(columns)};
    for (const PlanOnDay& on : days) {
        std::vector<Entry> entries{on.date, on.plan};
        for (const StatusClass& status : classes) {
            const auto found = std::ranges::find(on.totals, status, &std::pair<StatusClass, Estimate>::first);
            entries.push_back(found == on.totals.end() ? Entry{} : Entry{found->second});
        }
        table.add(std::move(entries));
    }
    return to_text(table, output) + "\n" + marks_in_words(days) +
           tr("each plan on the line of that day; km² on WGS84, edges straight in longitude and latitude; figures are "
              "rounded one by one") +
           "\n";
}

}  // namespace layers::report
