// SPDX-License-Identifier: MIT
#include "layers/model/assignment.h"
#include "layers/report/areas_report.h"
#include "layers/report/plan_records.h"

#include <fmt/format.h>

namespace layers::report {

namespace {

// --- rows, as CSV and JSON have them ---------------------------------------------------------------------------------

std::vector<Column> estimate_columns(const Overlay& land) {
    std::vector<Column> columns{{&field::km2, Shows::interval}, {&field::km2, Shows::readings}};
    if (land.has_contested()) { columns.push_back({&field::km2, Shows::contested}); }
    return columns;
}

/// The estimate under each of estimate_columns().
void add_estimate(const Estimate& estimate, const Overlay& land, std::vector<Entry>& entries) {
    entries.insert(entries.end(), land.has_contested() ? 3 : 2, Entry{estimate});
}

/// Columns of one list of a document: its own, the estimate's, and whether that is unclear.
Table rows_of(std::vector<Column> columns, const Overlay& land) {
    for (Column& column : estimate_columns(land)) { columns.push_back(std::move(column)); }
    columns.push_back({&field::unclear});
    return Table{std::move(columns)};
}

void add_row(std::vector<Entry> entries, const Estimate& estimate, const Overlay& land, Table& table) {
    add_estimate(estimate, land, entries);
    entries.emplace_back(estimate.unclear);
    table.add(std::move(entries));
}

Table status_rows(const PlanAreas& report, const Overlay& land) {
    Table table = rows_of({{&field::unit}, {&field::unit_code}, {&field::holder}, {&field::status}}, land);
    for (const AreaTable::Row& row : report.table.rows) {
        const StatusWords words = report.plan.sides.words(row.status_class);
        add_row({row.unit, row.unit_code, words.holder, words.status}, row.estimate, land, table);
    }
    return table;
}

/// Of a zone, which may be one of a reading alone.
std::string title_of(const Plan& plan, const std::string& id) {
    for (const Zone& zone : plan.zones) {
        if (zone.id == id) { return zone.title; }
    }
    for (const Plan& reading : plan.readings) {
        if (std::string title = title_of(reading, id); !title.empty()) { return title; }
    }
    return {};
}

Table zone_rows(const PlanAreas& report, const Overlay& land) {
    Table table = rows_of({{&field::id}, {&field::kind}, {&field::title}, {&field::unit}, {&field::unit_code}}, land);
    for (const AreaTable::ZoneRow& row : report.table.zones) {
        const std::string title = title_of(report.plan, row.id);
        add_row({row.id, id_of(row.kind), title, row.unit, row.unit_code}, row.estimate, land, table);
    }
    return table;
}

// --- JSON ------------------------------------------------------------------------------------------------------------

Records other_lines(const Plan& plan, const Overlay& land) {
    Records records;
    for (const std::size_t line : lines_of(plan, land)) {
        const LineInfo& info = land.lines[line].control.info;
        if (&info != &line_under(plan, land)) { records.push_back(line_record(info)); }
    }
    return records;
}

Records note_records(const Overlay& land) {
    Records records;
    for (const geo::Note& note : land.notes) {
        records.push_back(Record{}.add(field::text, note.text).add(field::moved_km2, note.moved));
    }
    return records;
}

/// In all units; their intervals are their own, not the sums of those of the units.
Records totals(const PlanAreas& report) {
    Records records;
    for (const StatusClass& status_class : report.table.classes()) {
        records.push_back(class_record(status_class, report.plan.sides).add_estimate(report.table.of(status_class)));
    }
    return records;
}

Records zone_totals(const PlanAreas& report) {
    Records records;
    std::string last;
    for (const AreaTable::ZoneRow& row : report.table.zones) {
        if (row.id == last) { continue; }
        last = row.id;
        records.push_back(Record{}
                              .add(field::id, row.id)
                              .add(field::kind, id_of(row.kind))
                              .add(field::title, title_of(report.plan, row.id))
                              .add_estimate(report.table.of_zone(row.id)));
    }
    return records;
}

Record report_record(const PlanAreas& report, const Overlay& land) {
    return Record{}
        .add(field::plan, report.plan.name)
        .add(field::title, report.plan.title)
        .add(field::text_date, entry_of(report.plan.date))
        .add(field::text_status, report.plan.text_status)
        .add(field::line, line_record(line_under(report.plan, land)))
        .add(field::other_lines, other_lines(report.plan, land))
        .add(field::parameters, parameter_records(report.plan))
        .add(field::readings, reading_records(report.plan))
        .add(field::units_source, land.units.source.source)
        .add(field::interval, interval_record(line_under(report.plan, land), land))
        .add(field::by, land.by ? Entry{land.by->source.source} : Entry{})
        .add(field::edges, "lonlat")
        .add(field::ellipsoid, "WGS84")
        .add(field::rows, records_of(status_rows(report, land)))
        .add(field::zones, records_of(zone_rows(report, land)))
        .add(field::totals, totals(report))
        .add(field::zone_totals, zone_totals(report))
        .add(field::front_km, land.lines[land.line_index(report.plan.line)].length())
        .add(field::total_km2, report.table.total())
        .add(field::unclear, unclear_records(report.plan))
        .add(field::not_drawn, not_drawn_records(report.plan))
        .add(field::sources, source_records(report.plan))
        .add(field::notes, note_records(land));
}

/// "depth=15 km; width=2 km"
List settings_of(const Plan& plan) {
    List list;
    for (const Parameter& parameter : plan.parameters) {
        list.words.push_back(fmt::format("{}={}", parameter.name, parameter.value));
    }
    return list;
}

}  // namespace

std::string areas_json(const std::vector<PlanAreas>& reports, const Overlay& land, const Record& receipt) {
    Records list;
    for (const PlanAreas& report : reports) {
        list.push_back(report_record(report, land).add(field::receipt, receipt));
    }
    return to_json(list);
}

Table areas_rows(const std::vector<PlanAreas>& reports, const Overlay& land) {
    std::vector<Column> columns;
    for (const Field* of_row : {&field::plan, &field::layer, &field::unit, &field::unit_code, &field::holder,
                                &field::status, &field::zone, &field::kind}) {
        columns.push_back({of_row});
    }
    for (Column& column : estimate_columns(land)) { columns.push_back(std::move(column)); }
    for (const Field* basis : {&field::unclear, &field::line, &field::line_date, &field::line_source,
                               &field::line_accuracy_km, &field::line_correlation_km, &field::line_fit_km,
                               &field::interval, &field::edges, &field::ellipsoid, &field::parameters}) {
        columns.push_back({basis});
    }
    Table table{columns};
    for (const PlanAreas& report : reports) {
        const LineInfo& line = line_under(report.plan, land);
        const auto add = [&](std::vector<Entry> entries, const Estimate& estimate) {
            add_estimate(estimate, land, entries);
            for (Entry& basis : std::vector<Entry>{
                     estimate.unclear, line.name, entry_of(line.date), line.source, entry_of(line.accuracy),
                     line.accuracy ? Entry{correlation_of(line)} : Entry{}, entry_of(line.fit), interval_of(line, land),
                     "lonlat", "WGS84", settings_of(report.plan)}) {
                entries.push_back(std::move(basis));
            }
            table.add(std::move(entries));
        };
        const std::string& plan = report.plan.name;
        for (const AreaTable::Row& row : report.table.rows) {
            const StatusWords words = report.plan.sides.words(row.status_class);
            add({plan, "status", row.unit, row.unit_code, words.holder, words.status, nothing, nothing}, row.estimate);
        }
        for (const AreaTable::ZoneRow& row : report.table.zones) {
            add({plan, "zone", row.unit, row.unit_code, nothing, nothing, row.id, id_of(row.kind)}, row.estimate);
        }
    }
    return table;
}

std::string areas_csv(const std::vector<PlanAreas>& reports, const Overlay& land) {
    return to_csv(areas_rows(reports, land));
}

}  // namespace layers::report
