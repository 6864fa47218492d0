// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "app/report/json.h"
#include "app/report/line_words.h"
#include "app/report/plan_json.h"
#include "app/report/table.h"
#include "geo/error.h"
#include "layers/model/assignment.h"
#include "layers/model/country.h"
#include "layers/model/place.h"
#include "layers/model/point.h"
#include "layers/model/subject.h"
#include "layers/model/suggest.h"
#include "layers/plan_language/plan_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <memory>

namespace app {

namespace {

struct Options {
    std::string point;
    std::vector<std::string> plans;
    Inputs inputs;
    Format format = Format::table;
};

[[noreturn]] void refuse_position(const layers::Subject& subject, const layers::Overlay& land) {
    const bool swapped =
        layers::point_on(land, {subject.position.lat, subject.position.lon}).has_value() && subject.place == nullptr;
    throw geo::Error{
        fmt::format("{} lies on no land of the units", subject.name),
        swapped ? "its latitude seems to stand first: write longitude, then latitude" : "demarc units lists them"};
}

struct Row {
    const layers::Plan* plan;
    layers::PointStatus point_status;
    std::vector<layers::PointStatus> readings;
    layers::StatusWords words() const { return plan->sides.words(point_status.status_class); }
    std::string clause() const { return point_status.rule == nullptr ? "" : point_status.rule->provenance.clause; }
};

std::vector<std::string> zone_ids(const layers::PointStatus& point_status) {
    std::vector<std::string> ids;
    for (const layers::Zone* zone : point_status.zones) { ids.push_back(zone->id); }
    return ids;
}

/// Of contested land: what the plan makes of it were it the first side's (0) or the second's (1).
Json label_or_null(const Row& row, std::size_t side) {
    if (row.point_status.if_held.empty()) { return nullptr; }
    const layers::StatusWords words = row.plan->sides.words(row.point_status.if_held[side]);
    return {{"holder", words.holder}, {"status", words.status}};
}

std::string as_json(const std::vector<Row>& rows, const layers::Subject& subject, const layers::PointOnLand& point,
                    const layers::Overlay& land) {
    Json list = Json::array();
    for (const Row& row : rows) {
        Json readings = Json::array();
        for (std::size_t i = 0; i < row.readings.size(); ++i) {
            const layers::StatusWords words = row.plan->sides.words(row.readings[i].status_class);
            readings.push_back({{"id", id_of(row.plan->readings[i].reading)},
                                {"holder", words.holder},
                                {"status", words.status},
                                {"zones", zone_ids(row.readings[i])}});
        }
        const layers::Rule* rule = row.point_status.rule;
        list.push_back({{"plan", row.plan->name},
                        {"name", subject.name},
                        {"lon", subject.position.lon},
                        {"lat", subject.position.lat},
                        {"unit", subject.unit->name},
                        {"unit_code", subject.unit->code},
                        {"holder", row.words().holder},
                        {"status", row.words().status},
                        {"zones", zone_ids(row.point_status)},
                        {"clause", or_null(row.clause())},
                        {"unclear", or_null(rule == nullptr ? "" : rule->provenance.unclear)},
                        {"sources", rule == nullptr ? std::vector<std::string>{} : rule->provenance.sources},
                        {"within_accuracy", row.point_status.within_accuracy},
                        {"zones_within_accuracy", row.point_status.zones_within_accuracy},
                        {"readings", std::move(readings)},
                        {"line", line_json(line_under(*row.plan, land))},
                        {"distance_to_line_km", or_null(point.to_line[land.line_index(row.plan->line)])},
                        {"off_land_km", point.off_land.value()}});
        if (land.has_contested()) {
            list.back()["if_contested_not_held"] = label_or_null(row, 0);
            list.back()["if_contested_held"] = label_or_null(row, 1);
        }
        if (subject.reporting == nullptr) { continue; }
        list.back()["by_unit"] = subject.reporting->name;
        list.back()["by_unit_code"] = subject.reporting->code;
    }
    return printed(list);
}

std::string as_csv(const std::vector<Row>& rows, const layers::Subject& subject, const layers::Overlay& land) {
    std::vector<std::string> headings{
        "plan", "name",     "lon", "lat", "unit", "unit_code", "holder", "status", "zones", "clause", "within_accuracy",
        "line", "line_date"};
    if (subject.reporting != nullptr) { headings.insert(headings.end(), {"by_unit", "by_unit_code"}); }
    std::string text = csv_line(headings);
    for (const Row& row : rows) {
        std::vector<std::string> fields{row.plan->name,
                                        subject.name,
                                        exact(subject.position.lon),
                                        exact(subject.position.lat),
                                        subject.unit->name,
                                        subject.unit->code,
                                        row.words().holder,
                                        row.words().status,
                                        fmt::format("{}", fmt::join(zone_ids(row.point_status), " ")),
                                        row.clause(),
                                        row.point_status.within_accuracy ? "true" : "false",
                                        line_under(*row.plan, land).name,
                                        geo::to_text(line_under(*row.plan, land).date)};
        if (subject.reporting != nullptr) {
            fields.insert(fields.end(), {subject.reporting->name, subject.reporting->code});
        }
        text += csv_line(fields);
    }
    return text;
}

/// "frozen", or where a reading says otherwise "undecided (largest: UA-regained)".
std::string status_words(const Row& row) {
    std::string words = row.words().status;
    if (const auto& if_held = row.point_status.if_held; !if_held.empty()) {
        const layers::Sides& sides = row.plan->sides;
        words += fmt::format(" ({}'s: {}; {}'s: {})", sides.first, sides.status(if_held[0].status), sides.second,
                             sides.status(if_held[1].status));
    }
    for (std::size_t i = 0; i < row.readings.size(); ++i) {
        if (row.readings[i].status_class == row.point_status.status_class) { continue; }
        words += fmt::format(" ({}: {})", id_of(row.plan->readings[i].reading),
                             row.plan->sides.status(row.readings[i].status_class.status));
    }
    return words;
}

std::string zone_words(const Row& row) {
    std::vector<std::string> words;
    for (const layers::Zone* zone : row.point_status.zones) {
        words.push_back(fmt::format("{} ({})", zone->id, id_of(zone->kind)));
    }
    for (std::size_t i = 0; i < row.readings.size(); ++i) {
        for (const layers::Zone* zone : row.readings[i].zones) {
            const std::vector<std::string> known = zone_ids(row.point_status);
            if (std::find(known.begin(), known.end(), zone->id) == known.end()) {
                words.push_back(fmt::format("{} ({} reading)", zone->id, id_of(row.plan->readings[i].reading)));
            }
        }
    }
    return words.empty() ? "–" : fmt::format("{}", fmt::join(words, ", "));
}

std::string as_text(const std::vector<Row>& rows, const layers::Subject& subject, const layers::PointOnLand& point,
                    const layers::Overlay& land, const Console& console) {
    std::string text = fmt::format("{}: {}, {}", console.painted(subject.name, "1"), geo::to_text(subject.position),
                                   one_line(subject.unit->name));
    if (subject.reporting != nullptr) { text += fmt::format(" ({})", one_line(subject.reporting->name)); }
    if (subject.place != nullptr && subject.place->population) {
        text += fmt::format(", {}{} people before the war", subject.place->population_approximate ? "about " : "",
                            with_thousands(static_cast<double>(*subject.place->population)));
    }
    text += "\n";
    if (subject.place != nullptr) { text += fmt::format("{}; position good to about 2 km\n", subject.place->role); }
    if (point.to_line.front()) {
        text += fmt::format("{:.1f} km from the {}\n", point.to_line.front()->value(), line_words(land.control().info));
    }
    if (point.off_land > geo::Kilometres{0}) {
        text += fmt::format("it lies {:.1f} km off the land of the units: what is said is of the land nearest to it\n",
                            point.off_land.value());
    }
    if (land.cells[point.cell].side == layers::Side::contested) {
        text += "it lies in contested land: neither side is said to hold it\n";
    }
    Table table{{{"plan"}, {"holder"}, {"status"}, {"zones"}, {"clause"}, {""}}};
    bool near = false, zones_near = false, unclear = false;
    for (const Row& row : rows) {
        std::string marks;
        if (row.point_status.within_accuracy) { marks += "±"; }
        if (row.point_status.zones_within_accuracy) { marks += "±z"; }
        if (row.point_status.rule != nullptr && !row.point_status.rule->provenance.unclear.empty()) { marks += "?"; }
        near = near || row.point_status.within_accuracy;
        zones_near = zones_near || row.point_status.zones_within_accuracy;
        unclear = unclear || marks.ends_with('?');
        table.add({row.plan->name, row.words().holder, status_words(row), zone_words(row),
                   row.clause().empty() ? "–" : row.clause(), marks});
    }
    text += "\n" + table.text(console);
    if (near) { text += "± within the accuracy of the line: it may as well lie on its other side\n"; }
    if (zones_near) { text += "±z within the accuracy of the line of a zone's edge: it may lie in the zone or not\n"; }
    if (unclear) { text += "? the text is unclear: see demarc plans PLAN\n"; }
    return text;
}

void run(const Options& options, Console& console) {
    layers::Units units = units_from(options.inputs);
    layers::Subject subject = layers::subject_from(options.point, units);
    const bool all = options.plans.empty();
    std::vector<layers::Plan> plans =
        plans_for(all ? names_for(options.inputs, units, true, console) : options.plans, units, options.inputs);
    const layers::Overlay land = land_for(plans, options.inputs, std::move(units), console);
    const std::optional<layers::PointOnLand> point = layers::point_on(land, subject.position);
    if (!point) { refuse_position(subject, land); }
    std::vector<Row> rows;
    for (const layers::Plan& plan : plans) {
        rows.push_back({&plan, layers::point_status_of(plan, land, *point), {}});
        for (const layers::Plan& reading : plan.readings) {
            rows.back().readings.push_back(layers::point_status_of(reading, land, *point));
        }
    }
    subject.unit = &land.units.units[static_cast<std::size_t>(land.cells[point->cell].unit)];
    if (land.by) { subject.reporting = &land.reporting_unit(land.cells[point->cell]); }
    switch (options.format) {
        case Format::json:
            return console.print(as_json(rows, subject, *point, land));
        case Format::csv:
            return console.print(as_csv(rows, subject, land));
        case Format::table:
            return console.print(as_text(rows, subject, *point, land, console));
    }
}

}  // namespace

void add_at(Command cli, Console& console) {
    auto options = std::make_shared<Options>();
    const Command command = cli.add_subcommand("at", "One place or position under every plan, with the clause");
    command.add_option("point", options->point, "a built-in place, such as Kramatorsk, or LON,LAT")
        .type_name("PLACE|LON,LAT")
        .required();
    command.add_option("plan", options->plans, "built-in plans or plan files; all built-in plans if none is given")
        .type_name("PLAN");
    add_input_options(command, options->inputs);
    add_format_options(command, options->format);
    command.footer(
        "examples: demarc at Kramatorsk\n"
        "          demarc at 37.58,48.74 us-28-point my-plan.yaml --json\n"
        "          demarc export as-held places.csv --layer places     lists the built-in places");
    command.callback([options, &console] { run(*options, console); });
}

}  // namespace app
