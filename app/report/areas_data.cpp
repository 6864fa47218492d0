// SPDX-License-Identifier: MIT
#include "app/report/areas_report.h"
#include "app/report/estimates.h"
#include "app/report/json.h"
#include "app/report/plan_json.h"
#include "app/report/table.h"
#include "layers/model/assignment.h"

#include <fmt/format.h>

namespace app {

namespace {

Json other_lines_json(const layers::Plan& plan, const layers::Overlay& land) {
    Json list = Json::array();
    for (const std::size_t line : layers::lines_of(plan, land)) {
        const layers::LineInfo& info = land.lines[line].control.info;
        if (&info != &line_under(plan, land)) { list.push_back(line_json(info)); }
    }
    return list;
}

Json unclear_json(const layers::Plan& plan) {
    Json list = Json::array();
    const auto add = [&list](const layers::Provenance& provenance) {
        if (!provenance.unclear.empty()) {
            list.push_back({{"clause", provenance.clause}, {"text", provenance.unclear}});
        }
    };
    for (const layers::Rule& rule : plan.rules) { add(rule.provenance); }
    for (const layers::Zone& zone : plan.zones) { add(zone.provenance); }
    for (const layers::Plan& reading : plan.readings) {
        for (const layers::Rule& rule : reading.rules) { add(rule.provenance); }
        for (const layers::Zone& zone : reading.zones) { add(zone.provenance); }
    }
    return list;
}

Json notes_json(const layers::Overlay& land) {
    Json list = Json::array();
    for (const geo::Note& note : land.notes) {
        list.push_back({{"text", note.text}, {"moved_km2", note.moved.value()}});
    }
    return list;
}

/// In all units; their intervals are their own, not the sums of those of the units.
Json totals_json(const PlanAreas& report) {
    Json list = Json::array();
    for (const layers::StatusClass& status_class : report.table.classes()) {
        const layers::StatusWords words = report.plan.sides.words(status_class);
        Json made{{"holder", words.holder}, {"status", words.status}};
        add_estimate(made, report.table.of(status_class));
        list.push_back(std::move(made));
    }
    return list;
}

Json zone_totals_json(const PlanAreas& report) {
    Json list = Json::array();
    std::string last;
    for (const layers::AreaTable::ZoneRow& row : report.table.zones) {
        if (row.id == last) { continue; }
        last = row.id;
        Json made{{"id", row.id}, {"kind", id_of(row.kind)}};
        add_estimate(made, report.table.of_zone(row.id));
        list.push_back(std::move(made));
    }
    return list;
}

Json report_json(const PlanAreas& report, const layers::Overlay& land) {
    Json rows = Json::array(), zones = Json::array();
    for (const layers::AreaTable::Row& row : report.table.rows) {
        const layers::StatusWords words = report.plan.sides.words(row.status_class);
        Json made{{"unit", row.unit}, {"unit_code", row.unit_code}, {"holder", words.holder}, {"status", words.status}};
        add_estimate(made, row.estimate);
        made["unclear"] = row.estimate.unclear;
        rows.push_back(std::move(made));
    }
    for (const layers::AreaTable::ZoneRow& row : report.table.zones) {
        Json made{{"id", row.id}, {"kind", id_of(row.kind)}, {"unit", row.unit}, {"unit_code", row.unit_code}};
        add_estimate(made, row.estimate);
        made["unclear"] = row.estimate.unclear;
        zones.push_back(std::move(made));
    }
    return {{"plan", report.plan.name},
            {"title", report.plan.title},
            {"text_date", or_null(geo::to_text(report.plan.date))},
            {"text_status", report.plan.text_status},
            {"line", line_json(line_under(report.plan, land))},
            {"other_lines", other_lines_json(report.plan, land)},
            {"parameters", parameters_json(report.plan)},
            {"readings", readings_json(report.plan)},
            {"units_source", land.units.source.source},
            {"by", land.by ? Json(land.by->source.source) : Json(nullptr)},
            {"edges", "lonlat"},
            {"ellipsoid", "WGS84"},
            {"rows", std::move(rows)},
            {"zones", std::move(zones)},
            {"totals", totals_json(report)},
            {"zone_totals", zone_totals_json(report)},
            {"front_km", land.lines[land.line_index(report.plan.line)].length().value()},
            {"total_km2", report.table.total().value()},
            {"unclear", unclear_json(report.plan)},
            {"not_drawn", not_drawn_json(report.plan)},
            {"sources", sources_json(report.plan)},
            {"notes", notes_json(land)}};
}

/// "depth=15 km; width=2 km"
std::string parameters_text(const layers::Plan& plan) {
    std::string text;
    for (const layers::Parameter& parameter : plan.parameters) {
        text += fmt::format("{}{}={}", text.empty() ? "" : "; ", parameter.name, parameter.value);
    }
    return text;
}

}  // namespace

std::string areas_json(const std::vector<PlanAreas>& reports, const layers::Overlay& land) {
    Json list = Json::array();
    for (const PlanAreas& report : reports) { list.push_back(report_json(report, land)); }
    return printed(list);
}

std::string areas_csv(const std::vector<PlanAreas>& reports, const layers::Overlay& land) {
    std::vector<std::string> headings{"plan", "layer", "unit", "unit_code", "holder", "status", "zone", "kind"};
    for (std::string& name : estimate_headings(land.has_contested())) { headings.push_back(std::move(name)); }
    for (const char* name :
         {"unclear", "line", "line_date", "line_source", "line_accuracy_km", "edges", "ellipsoid", "parameters"}) {
        headings.emplace_back(name);
    }
    std::string text = csv_line(headings);
    for (const PlanAreas& report : reports) {
        const layers::LineInfo& line = line_under(report.plan, land);
        const auto add = [&](std::vector<std::string> fields, const layers::Estimate& estimate) {
            const std::vector<std::string> numbers = estimate_fields(estimate, land.has_contested());
            fields.insert(fields.end(), numbers.begin(), numbers.end());
            for (const std::string& word :
                 {std::string{estimate.unclear ? "true" : "false"}, line.name, geo::to_text(line.date), line.source,
                  line.accuracy ? exact(line.accuracy->value()) : "", std::string{"lonlat"}, std::string{"WGS84"},
                  parameters_text(report.plan)}) {
                fields.push_back(word);
            }
            text += csv_line(fields);
        };
        for (const layers::AreaTable::Row& row : report.table.rows) {
            const layers::StatusWords words = report.plan.sides.words(row.status_class);
            add({report.plan.name, "status", row.unit, row.unit_code, words.holder, words.status, "", ""},
                row.estimate);
        }
        for (const layers::AreaTable::ZoneRow& row : report.table.zones) {
            add({report.plan.name, "zone", row.unit, row.unit_code, "", "", row.id, id_of(row.kind)}, row.estimate);
        }
    }
    return text;
}

}  // namespace app
