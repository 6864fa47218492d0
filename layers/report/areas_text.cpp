// SPDX-License-Identifier: MIT
#include "layers/language/language.h"
#include "layers/model/assignment.h"
#include "layers/model/country.h"
#include "layers/model/estimate_words.h"
#include "layers/model/line_words.h"
#include "layers/model/point.h"
#include "layers/model/sliver_words.h"
#include "layers/model/text_age.h"
#include "layers/report/areas_report.h"
#include "layers/report/areas_tables.h"
#include "layers/report/basis_words.h"
#include "layers/report/people.h"
#include "layers/report/table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace layers::report {

namespace {

using geo::SquareKilometres;

std::string after_comma(const std::string& words) {
    return words.empty() ? "" : ", " + words;
}

std::string short_name(const std::string& unit) {
    if (unit == "Dnipropetrovsk") { return tr("Dnipro."); }
    if (unit == "Zaporizhzhia") { return tr("Zaporiz."); }
    if (unit == "Sevastopol") { return tr("Sevast."); }
    return unit == "AR Crimea" ? tr("Crimea") : tr(unit);
}

/// Units that at least one of the plans touches, those with the most such land first.
std::vector<std::string> columns_for(const std::vector<PlanAreas>& reports) {
    std::vector<AreaTable::Row> all;
    for (const PlanAreas& report : reports) {
        all.insert(all.end(), report.table.rows.begin(), report.table.rows.end());
    }
    return units_touched(all);
}

std::vector<Entry> overview_row(const PlanAreas& report, const StatusClass& status_class,
                                const std::vector<std::string>& units) {
    const Estimate estimate = report.table.of(status_class);
    const Sides& sides = report.plan.sides;
    std::vector<Entry> entries{"  " + sides.in_words(status_class.status), sides.in_words(status_class.holder),
                               estimate, estimate, share_words(estimate.area, report.table.total())};
    for (const std::string& unit : units) { entries.emplace_back(report.table.of(status_class, unit)); }
    return entries;
}

std::vector<Entry> total_row(const Overlay& land, const std::vector<std::string>& units) {
    std::vector<Entry> entries{"  " + tr("all land"), "", Estimate{land.total(), {}, {}}, "",
                               share_words(land.total(), land.total())};
    std::map<std::string, SquareKilometres> sums;
    for (const Cell& cell : land.cells) { sums[land.reporting_unit(cell).name] += cell.area; }
    for (const std::string& name : units) { entries.emplace_back(Estimate{sums[name], {}, {}}); }
    return entries;
}

Table overview_table(const std::vector<PlanAreas>& reports, const Overlay& land,
                     const std::vector<std::string>& units) {
    std::vector<Column> columns{{&field::status, Shows::words, tr("plan, status")},
                                {&field::holder},
                                {&field::km2, Shows::area},
                                {&field::tolerance, Shows::tolerance},
                                {&field::share, Shows::number}};
    for (const std::string& unit : units) { columns.push_back({&field::km2, Shows::area, short_name(unit)}); }
    Table table{columns};
    for (const PlanAreas& report : reports) {
        const std::string& line = line_under(report.plan, land).name;
        const std::string on = line == land.control().info.name ? "" : ", " + tr("on the line of {}", line);
        table.add_title(fmt::format("{}  {}{}{}", report.plan.name, local_title(report.plan),
                                    after_comma(geo::to_text(report.plan.date)), on));
        for (const StatusClass& status_class : report.table.classes()) {
            table.add(overview_row(report, status_class, units));
        }
    }
    table.add_total(total_row(land, units));
    return table;
}

std::string unclear_text(const Plan& plan) {
    const std::vector<std::string> lines = unclear_lines(plan);
    return lines.empty() ? "" : fmt::format("\n{}\n  {}\n", tr("unclear or not drawn"), fmt::join(lines, "\n  "));
}

std::string sources_text(const Plan& plan) {
    std::string text;
    for (const auto& [key, source] : plan.sources) { text += fmt::format("  {}\n", words_of(source)); }
    return text.empty() ? "" : "\n" + tr("sources") + "\n" + text;
}

/// Of strips: what stands beside them, and what does not.
std::string strip_words(const AreaTable& table, const TextOutput& output) {
    bool some = false, lacking = false;
    const auto look = [&](const Estimate& estimate) {
        some = some || estimate.redrawn;
        lacking = lacking || (estimate.rests_on_strips && !estimate.line);
    };
    for (const AreaTable::Row& row : table.rows) { look(row.estimate); }
    for (const AreaTable::ZoneRow& row : table.zones) { look(row.estimate); }
    return (some ? redrawn_words() + "\n" : "") +
           (lacking ? fmt::format("{} ({})\n", tr(not_redrawn_words), output.setting("draws", "64")) : "");
}

/// What the figures with a range in them and those with a tolerance mean.
std::string legend(const PlanAreas& report, const Overlay& land, const TextOutput& output) {
    std::string text;
    const std::vector<std::size_t> lines = lines_of(report.plan, land);
    const FrontLine& front = land.lines[land.line_index(report.plan.line)];
    std::vector<const LineInfo*> infos;
    for (const std::size_t line : lines) { infos.push_back(&land.lines[line].control.info); }
    if (const std::string words = interval_words(infos, land.interval); !words.empty()) { text += words + "\n"; }
    text += strip_words(report.table, output);
    text += tr("the line is {} km long within the country", with_thousands(front.length().value())) + "\n";
    if (const std::string words = sliver_words(front); !words.empty()) { text += words + "\n"; }
    if (land.has_contested() && !speaks_of_contested(report.plan)) {
        const Sides& sides = report.plan.sides;
        text += tr("(a–b) with all contested land {}'s, and with all of it {}'s: the plan does not speak of it",
                   sides.in_words(Holder::ukraine), sides.in_words(Holder::russia)) +
                "\n";
    }
    const auto is_open_in_part = [](const AreaTable::Row& row) { return row.estimate.open.has_value(); };
    if (std::ranges::any_of(report.table.rows, is_open_in_part)) { text += unclear_words() + "\n"; }
    if (!report.plan.readings.empty()) {
        text += tr("(a–b) the text leaves it open; smallest reading: {}; largest: {}",
                   report.plan.readings[0].reading_title, report.plan.readings[1].reading_title) +
                "\n";
    }
    for (const Parameter& parameter : report.plan.parameters) {
        text += fmt::format("{} = {}: {} ({})\n", parameter.name, parameter.value, parameter.title,
                            output.setting("set", parameter.name + "=…"));
    }
    return "\n" + text + tr("every figure is rounded by itself: sums may differ from their parts by 1 km²") + "\n";
}

/// The towns of each zone, those with the most people first.
std::string zone_places_text(const Plan& plan, const Overlay& land) {
    if (plan.zones.empty() || !is_of_ukraine(land.units)) { return {}; }
    const Assignment drawn = assign(plan, land);
    const PointsOn points{land};
    geo::Bounds zones;
    for (std::size_t cell = 0; cell < land.cells.size(); ++cell) {
        const auto has = [cell](const CellSet& zone) { return zone[cell] != 0; };
        if (std::any_of(drawn.zones.begin(), drawn.zones.end(), has)) {
            zones.add(geo::bounds_of(land.cells[cell].face->shape.shell));
        }
    }
    constexpr double border = 0.1;  // in degrees: a place may lie beyond the generalised border of its own unit
    zones = {zones.west - border, zones.south - border, zones.east + border, zones.north + border};
    std::vector<std::vector<const Place*>> inside(plan.zones.size());
    for (const Place* place : all_places()) {
        if (place->kind != "settlement" || place->unit_code.empty() || !zones.contains(place->position)) { continue; }
        const std::optional<PointOnLand> point = points.at(*place);
        if (!point) { continue; }
        for (std::size_t zone = 0; zone < plan.zones.size(); ++zone) {
            if (drawn.zones[zone][point->cell] != 0) { inside[zone].push_back(place); }
        }
    }
    std::string text;
    for (std::size_t zone = 0; zone < plan.zones.size(); ++zone) {
        const std::string words = most_peopled(std::move(inside[zone]));
        if (!words.empty()) { text += fmt::format("  {}: {}\n", plan.zones[zone].id, words); }
    }
    return text.empty() ? "" : "\n" + tr("settlements, as far as they are known here") + "\n" + text;
}

std::string after_sentence(const std::string& words) {
    return words.empty() ? "" : words + ". ";
}

}  // namespace

std::string areas_overview(const std::vector<PlanAreas>& reports, const Overlay& land, const TextOutput& output) {
    std::vector<std::string> units = columns_for(reports);
    const std::size_t all = units.size();
    constexpr std::size_t most = 40;  // Ukraine has 27; a table of a thousand columns is none
    units.resize(std::min(all, most));
    const std::string left_out =
        units.size() < all
            ? tr("{} more units do not fit a table: {} has them.", all - units.size(), output.setting("csv", "")) + "\n"
            : "";
    std::vector<const Plan*> plans;
    for (const PlanAreas& one : reports) { plans.push_back(&one.plan); }
    std::string of_line;
    for (const std::string& words : {text_age_words(plans, land), sliver_words(land.lines.front())}) {
        if (!words.empty()) { of_line += words + "\n"; }
    }
    return fmt::format(
        "{} · {}\n\n{}\n{}{}{}{}. {}\n{}\n", line_words(land.control().info), edges_words(),
        to_text(overview_table(reports, land, units), output), left_out, of_line,
        after_sentence(interval_words({&land.control().info}, land.interval)),
        land.has_contested()
            ? tr("(a–b) smallest and largest reading, also with all contested land on the one and on the other side")
            : tr("(a–b) smallest and largest reading"),
        unclear_words() + " (demarc areas PLAN)",
        tr("every figure is rounded by itself: sums may differ from their parts by 1 km²"));
}

std::string areas_of_plan(const PlanAreas& report, const Overlay& land, const TextOutput& output) {
    const Plan& plan = report.plan;
    const std::vector<StatusClass> classes = report.table.classes();
    std::string text = fmt::format("{}{}\n{}{}\n{}\n\n", output.painted(plan.name, "1"),
                                   plan.title.empty() ? "" : ": " + local_title(plan), plan.text_status,
                                   after_comma(geo::to_text(plan.date)), basis_and_age(plan, land));
    text += to_text(unit_table(report, land), output) + "\n" + to_text(meanings_table(report), output);
    if (!report.table.zones.empty()) { text += "\n" + to_text(zone_table(report), output); }
    text += zone_places_text(plan, land);
    return text + legend(report, land, output) + unclear_text(plan) + sources_text(plan) + "\n";
}

}  // namespace layers::report
