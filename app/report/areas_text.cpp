// SPDX-License-Identifier: MIT
#include "app/report/areas_report.h"
#include "app/report/estimates.h"
#include "app/report/line_words.h"
#include "app/report/table.h"
#include "layers/model/assignment.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

namespace app {

namespace {

using geo::SquareKilometres;
using layers::AreaTable;
using layers::StatusClass;
using Align = Table::Align;

std::string after_comma(const std::string& words) {
    return words.empty() ? "" : ", " + words;
}

std::string share(SquareKilometres part, SquareKilometres whole) {
    return fmt::format("{:.2f} %", 100 * (part / whole));
}

std::string short_name(const std::string& unit) {
    if (unit == "Dnipropetrovsk") { return "Dnipro."; }
    if (unit == "Zaporizhzhia") { return "Zaporiz."; }
    if (unit == "Sevastopol") { return "Sevast."; }
    return unit == "AR Crimea" ? "Crimea" : unit;
}

/// Units that at least one of the plans touches, those with the most such land first.
std::vector<std::string> columns_for(const std::vector<PlanAreas>& reports) {
    std::vector<AreaTable::Row> all;
    for (const PlanAreas& report : reports) {
        all.insert(all.end(), report.table.rows.begin(), report.table.rows.end());
    }
    return layers::units_touched(all);
}

std::vector<std::string> overview_row(const PlanAreas& report, const StatusClass& status_class,
                                      const std::vector<std::string>& units) {
    const layers::Estimate estimate = report.table.of(status_class);
    const layers::StatusWords words = report.plan.sides.words(status_class);
    std::vector<std::string> cells{"  " + words.status, words.holder, area_text(estimate), tolerance(estimate),
                                   share(estimate.area, report.table.total())};
    for (const std::string& unit : units) { cells.push_back(area_text(report.table.of(status_class, unit))); }
    return cells;
}

std::vector<std::string> total_row(const layers::Overlay& land, const std::vector<std::string>& units) {
    std::vector<std::string> cells{"  all land", "", area_text({land.total(), {}, {}}), "", "100.00 %"};
    std::map<std::string, SquareKilometres> sums;
    for (const layers::Cell& cell : land.cells) { sums[land.reporting_unit(cell).name] += cell.area; }
    for (const std::string& name : units) { cells.push_back(area_text({sums[name], {}, {}})); }
    return cells;
}

Table overview_table(const std::vector<PlanAreas>& reports, const layers::Overlay& land,
                     const std::vector<std::string>& units) {
    std::vector<Table::Column> columns{
        {"plan, status"}, {"holder"}, {"km²", Align::right}, {"line ±", Align::right}, {"share", Align::right}};
    for (const std::string& unit : units) { columns.push_back({short_name(unit), Align::right}); }
    Table table{columns};
    for (const PlanAreas& report : reports) {
        const std::string& line = line_under(report.plan, land).name;
        const std::string on = line == land.control().info.name ? "" : ", on the line of " + line;
        table.add_title(fmt::format("{}  {}{}{}", report.plan.name, report.plan.title,
                                    after_comma(geo::to_text(report.plan.date)), on));
        for (const StatusClass& status_class : report.table.classes()) {
            table.add(overview_row(report, status_class, units));
        }
    }
    table.add_total(total_row(land, units));
    return table;
}

void add_unclear(const layers::Provenance& provenance, const std::string& subject, std::vector<std::string>& lines) {
    if (provenance.unclear.empty()) { return; }
    std::string line = fmt::format("  ? {}{}: {}", subject,
                                   provenance.clause.empty() ? "" : " (" + provenance.clause + ")", provenance.unclear);
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) { lines.push_back(std::move(line)); }
}

std::string unclear_text(const layers::Plan& plan) {
    std::vector<std::string> lines;
    for (const layers::Rule& rule : plan.rules) {
        add_unclear(rule.provenance, plan.sides.status(rule.status_class.status), lines);
    }
    for (const layers::Zone& zone : plan.zones) { add_unclear(zone.provenance, zone.id, lines); }
    for (const layers::Plan& reading : plan.readings) {
        for (const layers::Rule& rule : reading.rules) {
            add_unclear(rule.provenance, plan.sides.status(rule.status_class.status), lines);
        }
        for (const layers::Zone& zone : reading.zones) { add_unclear(zone.provenance, zone.id, lines); }
    }
    for (const layers::NotDrawn& entry : plan.not_drawn) {
        lines.push_back(fmt::format("  – not drawn{}: {}; {}",
                                    entry.provenance.clause.empty() ? "" : " (" + entry.provenance.clause + ")",
                                    entry.what, entry.why));
    }
    return lines.empty() ? "" : fmt::format("\nunclear or not drawn\n{}\n", fmt::join(lines, "\n"));
}

std::string sources_text(const layers::Plan& plan) {
    std::string text;
    for (const auto& [key, source] : plan.sources) { text += fmt::format("  {}\n", layers::words_of(source)); }
    return text.empty() ? "" : "\nsources\n" + text;
}

std::string whole_name(const layers::Overlay& land) {
    const bool is_ukraine = layers::find_unit(land.units.units, "Kyiv oblast") >= 0;
    return is_ukraine ? "Ukraine" : "all units";
}

Table unit_table(const AreaTable& areas, const std::vector<StatusClass>& classes, const layers::Sides& sides,
                 const std::string& whole) {
    std::vector<Table::Column> columns{{"km²"}};
    for (const StatusClass& status_class : classes) {
        columns.push_back({class_words(status_class, classes, sides), Align::right});
    }
    columns.push_back({"all", Align::right});
    Table table{columns};
    const auto add = [&](const std::string& unit) {
        SquareKilometres sum;
        std::vector<std::string> cells{unit};
        for (const StatusClass& status_class : classes) {
            cells.push_back(estimate_text(areas.of(status_class, unit)));
            sum += areas.of(status_class, unit).area;
        }
        cells.push_back(area_text({sum, {}, {}}));
        table.add(cells);
    };
    const std::vector<std::string> touched = layers::units_touched(areas.rows);
    for (const std::string& unit : touched) { add(unit); }
    const std::set<std::string> listed{touched.begin(), touched.end()};
    SquareKilometres others;
    for (const AreaTable::Row& row : areas.rows) {
        if (listed.count(row.unit) == 0) { others += row.estimate.area; }
    }
    std::vector<std::string> rest{"other units"}, sums{whole}, shares{""};
    for (const StatusClass& status_class : classes) {
        rest.push_back(status_class == layers::untouched ? area_text({others, {}, {}}) : "–");
        sums.push_back(estimate_text(areas.of(status_class)));
        shares.push_back(share(areas.of(status_class).area, areas.total()));
    }
    const bool has_others = others.value() > 0;
    if (has_others) { rest.push_back(area_text({others, {}, {}})); }
    sums.push_back(area_text({areas.total(), {}, {}}));
    shares.emplace_back("100.00 %");
    if (has_others) { table.add(rest); }
    table.add_total(sums);
    table.add(shares);
    return table;
}

Table meanings_table(const std::vector<StatusClass>& classes, const layers::Sides& sides) {
    Table table{{{"status"}, {"holder"}, {"meaning"}}};
    for (const StatusClass& status_class : classes) {
        const layers::StatusWords words = sides.words(status_class);
        table.add({words.status, words.holder, sides.meaning(status_class.status)});
    }
    return table;
}

Table zone_table(const PlanAreas& report) {
    Table table{{{"zone"}, {"kind"}, {"unit"}, {"km²", Align::right}}};
    const auto& rows = report.table.zones;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table.add({rows[i].id, id_of(rows[i].kind), rows[i].unit, estimate_text(rows[i].estimate)});
        const bool last = i + 1 == rows.size() || rows[i + 1].id != rows[i].id;
        const bool several = i > 0 && rows[i - 1].id == rows[i].id;
        if (last && several) {
            table.add_total({rows[i].id, id_of(rows[i].kind), "all", estimate_text(report.table.of_zone(rows[i].id))});
        }
    }
    return table;
}

/// What the figures with a range in them and those with a tolerance mean.
std::string legend(const PlanAreas& report, const layers::Overlay& land) {
    std::string text;
    const std::vector<std::size_t> lines = layers::lines_of(report.plan, land);
    const layers::FrontLine& front = land.lines[land.line_index(report.plan.line)];
    const auto& accuracy = land.lines[lines.front()].control.info.accuracy;
    if (lines.size() > 1 && accuracy) {
        text += "± were each of the lines off by its accuracy, to the one or the other side\n";
    } else if (accuracy) {
        text += fmt::format("± were the line everywhere {} to the one or the other side\n", geo::to_text(*accuracy));
    }
    text += fmt::format("the line is {} km long within the country\n", with_thousands(front.length().value()));
    if (land.has_contested() && !layers::speaks_of_contested(report.plan)) {
        const layers::Sides& sides = report.plan.sides;
        text +=
            fmt::format("(a–b) with all contested land {}'s, and with all of it {}'s: the plan does not speak of it\n",
                        sides.first, sides.second);
    }
    if (!report.plan.readings.empty()) {
        text += fmt::format("(a–b) the text leaves it open; smallest reading: {}; largest: {}\n",
                            report.plan.readings[0].reading_title, report.plan.readings[1].reading_title);
    }
    for (const layers::Parameter& parameter : report.plan.parameters) {
        text +=
            fmt::format("{} = {}: {} (--set {}=…)\n", parameter.name, parameter.value, parameter.title, parameter.name);
    }
    return text.empty() ? "" : "\n" + text;
}

}  // namespace

std::string areas_overview(const std::vector<PlanAreas>& reports, const layers::Overlay& land, const Console& console) {
    std::vector<std::string> units = columns_for(reports);
    const std::size_t all = units.size();
    constexpr std::size_t most = 40;  // Ukraine has 27; a table of a thousand columns is none
    units.resize(std::min(all, most));
    while (!units.empty() && overview_table(reports, land, units).width() > console.width()) { units.pop_back(); }
    const std::string left_out = units.size() < all
                                     ? fmt::format("{} more units do not fit {}: --csv has them.\n", all - units.size(),
                                                   units.size() < most ? "this terminal" : "a table")
                                     : "";
    return fmt::format(
        "{} · edges straight in longitude and latitude, WGS84\n\n{}\n{}± were the line everywhere off by its accuracy. "
        "(a–b) smallest and largest reading{}. ? the text is unclear: see demarc areas PLAN.\n",
        line_words(land.control().info), overview_table(reports, land, units).text(console), left_out,
        land.has_contested() ? ", also with all contested land on the one and on the other side" : "");
}

std::string areas_of_plan(const PlanAreas& report, const layers::Overlay& land, const Console& console) {
    const layers::Plan& plan = report.plan;
    const std::vector<StatusClass> classes = report.table.classes();
    std::string text =
        fmt::format("{}{}\n{}{}\n{}\n\n", console.painted(plan.name, "1"), plan.title.empty() ? "" : ": " + plan.title,
                    plan.text_status, after_comma(geo::to_text(plan.date)), basis_words(plan, land));
    text += unit_table(report.table, classes, plan.sides, whole_name(land)).text(console) + "\n" +
            meanings_table(classes, plan.sides).text(console);
    if (!report.table.zones.empty()) { text += "\n" + zone_table(report).text(console); }
    return text + legend(report, land) + unclear_text(plan) + sources_text(plan) + "\n";
}

}  // namespace app
