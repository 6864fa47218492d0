// SPDX-License-Identifier: MIT
#include "app/commands/areas_report.h"
#include "app/commands/plan_json.h"
#include "app/json.h"
#include "app/table.h"

namespace app {

namespace {

Json line_json(const layers::LineInfo& line) {
    return {{"name", line.name},
            {"kind", line.kind},
            {"date", or_null(line.date)},
            {"source", or_null(line.source)},
            {"accuracy_km", or_null(line.accuracy)}};
}

Json unclear_json(const layers::Plan& plan) {
    Json list = Json::array();
    const auto add = [&list](const layers::Basis& basis) {
        if (!basis.unclear.empty()) { list.push_back({{"clause", basis.clause}, {"text", basis.unclear}}); }
    };
    for (const layers::Rule& rule : plan.rules) { add(rule.basis); }
    for (const layers::Zone& zone : plan.zones) { add(zone.basis); }
    return list;
}

Json notes_json(const layers::Land& land) {
    Json list = Json::array();
    for (const geo::Note& note : land.notes) {
        list.push_back({{"text", note.text}, {"moved_km2", note.moved.value()}});
    }
    return list;
}

Json report_json(const PlanAreas& report, const layers::Land& land) {
    Json rows = Json::array(), zones = Json::array();
    for (const layers::AreaTable::Row& row : report.table.rows) {
        rows.push_back({{"unit", row.unit},
                        {"unit_code", row.unit_code},
                        {"holder", row.label.holder},
                        {"status", row.label.status},
                        {"km2", row.area.value()},
                        {"unclear", row.unclear}});
    }
    for (const layers::AreaTable::ZoneRow& row : report.table.zones) {
        zones.push_back({{"id", row.id},
                         {"kind", row.kind},
                         {"unit", row.unit},
                         {"unit_code", row.unit_code},
                         {"km2", row.area.value()},
                         {"unclear", row.unclear}});
    }
    return {{"plan", report.plan.name},
            {"title", report.plan.title},
            {"text_date", or_null(report.plan.date)},
            {"text_status", report.plan.text_status},
            {"line", line_json(land.control.info)},
            {"units_source", land.units.source.source},
            {"edges", "lonlat"},
            {"ellipsoid", "WGS84"},
            {"rows", std::move(rows)},
            {"zones", std::move(zones)},
            {"total_km2", report.table.total().value()},
            {"unclear", unclear_json(report.plan)},
            {"not_drawn", not_drawn_json(report.plan)},
            {"sources", sources_json(report.plan)},
            {"notes", notes_json(land)}};
}

}  // namespace

std::string areas_json(const std::vector<PlanAreas>& reports, const layers::Land& land) {
    Json list = Json::array();
    for (const PlanAreas& report : reports) { list.push_back(report_json(report, land)); }
    return document(list);
}

std::string areas_csv(const std::vector<PlanAreas>& reports, const layers::Land& land) {
    const layers::LineInfo& line = land.control.info;
    const std::vector<std::string> basis{
        line.name, line.date, line.source, line.accuracy ? exact(line.accuracy->value()) : "", "lonlat", "WGS84"};
    std::string text =
        csv_line({"plan", "layer", "unit", "unit_code", "holder", "status", "zone", "kind", "km2", "unclear", "line",
                  "line_date", "line_source", "line_accuracy_km", "edges", "ellipsoid"});
    const auto add = [&](std::vector<std::string> fields) {
        fields.insert(fields.end(), basis.begin(), basis.end());
        text += csv_line(fields);
    };
    for (const PlanAreas& report : reports) {
        for (const layers::AreaTable::Row& row : report.table.rows) {
            add({report.plan.name, "status", row.unit, row.unit_code, row.label.holder, row.label.status, "", "",
                 exact(row.area.value()), row.unclear ? "true" : "false"});
        }
        for (const layers::AreaTable::ZoneRow& row : report.table.zones) {
            add({report.plan.name, "zone", row.unit, row.unit_code, "", "", row.id, row.kind, exact(row.area.value()),
                 row.unclear ? "true" : "false"});
        }
    }
    return text;
}

}  // namespace app
