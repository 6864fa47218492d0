// SPDX-License-Identifier: MIT
#include "layers/report/areas_tables.h"

#include "layers/language/language.h"
#include "layers/model/estimate_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace layers::report {

namespace {

using geo::SquareKilometres;

void add_unclear(const Provenance& provenance, const std::string& subject, std::vector<std::string>& lines) {
    if (provenance.unclear.empty()) { return; }
    std::string line = fmt::format("? {}{}: {}", subject,
                                   provenance.clause.empty() ? "" : " (" + provenance.clause + ")", provenance.unclear);
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) { lines.push_back(std::move(line)); }
}

std::string whole_name(const Overlay& land) {
    const bool is_ukraine = find_unit(land.units.units, "Kyiv oblast") >= 0;
    return is_ukraine ? tr("Ukraine") : tr("all units");
}

}  // namespace

std::string share_words(SquareKilometres part, SquareKilometres whole) {
    return with_thousands(100 * (part / whole), 2) + " %";
}

Table unit_table(const PlanAreas& report, const Overlay& land) {
    const AreaTable& areas = report.table;
    const std::vector<StatusClass> classes = areas.classes();
    const Sides& sides = report.plan.sides;
    std::vector<Column> columns{{&field::unit, Shows::words, tr("km²")}};
    for (const StatusClass& status_class : classes) {
        columns.push_back({&field::km2, Shows::estimate, class_words(status_class, classes, sides)});
    }
    columns.push_back({&field::km2, Shows::area, tr("all")});
    Table table{columns};
    const auto add = [&](const std::string& unit) {
        SquareKilometres sum;
        std::vector<Entry> entries{tr(unit)};
        for (const StatusClass& status_class : classes) {
            entries.emplace_back(areas.of(status_class, unit));
            sum += areas.of(status_class, unit).area;
        }
        entries.emplace_back(Estimate{sum, {}, {}});
        table.add(std::move(entries));
    };
    const std::vector<std::string> touched = units_touched(areas.rows);
    for (const std::string& unit : touched) { add(unit); }
    const std::set<std::string> listed{touched.begin(), touched.end()};
    SquareKilometres others;
    for (const AreaTable::Row& row : areas.rows) {
        if (listed.count(row.unit) == 0) { others += row.estimate.area; }
    }
    std::vector<Entry> rest{tr("other units")}, sums{whole_name(land)}, shares{nothing};
    for (const StatusClass& status_class : classes) {
        rest.push_back(status_class == untouched ? Entry{Estimate{others, {}, {}}} : Entry{"–"});
        sums.emplace_back(areas.of(status_class));
        shares.emplace_back(share_words(areas.of(status_class).area, areas.total()));
    }
    const bool has_others = others.value() > 0;
    if (has_others) { rest.emplace_back(Estimate{others, {}, {}}); }
    sums.emplace_back(Estimate{areas.total(), {}, {}});
    shares.emplace_back(share_words(areas.total(), areas.total()));
    if (has_others) { table.add(rest); }
    table.add_total(sums);
    table.add_total(shares);
    return table;
}

Table meanings_table(const PlanAreas& report) {
    const std::vector<StatusClass> classes = report.table.classes();
    const Sides& sides = report.plan.sides;
    Table table{
        {{&field::status}, {&field::holder}, {&field::meaning}, {&field::status, Shows::words, tr("in files")}}};
    for (const StatusClass& status_class : classes) {
        table.add({sides.in_words(status_class.status), sides.in_words(status_class.holder),
                   sides.meaning(status_class.status), sides.status(status_class.status)});
    }
    return table;
}

Table zone_table(const PlanAreas& report) {
    Table table{{{&field::zone}, {&field::kind}, {&field::unit}, {&field::km2, Shows::estimate}}};
    const auto& rows = report.table.zones;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table.add({rows[i].id, in_words(rows[i].kind), tr(rows[i].unit), rows[i].estimate});
        const bool last = i + 1 == rows.size() || rows[i + 1].id != rows[i].id;
        const bool several = i > 0 && rows[i - 1].id == rows[i].id;
        if (last && several) {
            table.add_total({rows[i].id, in_words(rows[i].kind), tr("all"), report.table.of_zone(rows[i].id)});
        }
    }
    return table;
}

std::vector<std::string> unclear_lines(const Plan& plan) {
    std::vector<std::string> lines;
    for (const Rule& rule : plan.rules) {
        add_unclear(rule.provenance, plan.sides.in_words(rule.status_class.status), lines);
    }
    for (const Zone& zone : plan.zones) { add_unclear(zone.provenance, zone.id, lines); }
    for (const Plan& reading : plan.readings) {
        for (const Rule& rule : reading.rules) {
            add_unclear(rule.provenance, plan.sides.in_words(rule.status_class.status), lines);
        }
        for (const Zone& zone : reading.zones) { add_unclear(zone.provenance, zone.id, lines); }
    }
    for (const NotDrawn& entry : plan.not_drawn) {
        lines.push_back(fmt::format("– {}{}: {}; {}", tr("not drawn"),
                                    entry.provenance.clause.empty() ? "" : " (" + entry.provenance.clause + ")",
                                    entry.what, entry.why));
    }
    return lines;
}

}  // namespace layers::report
