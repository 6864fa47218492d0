// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "app/receipt/receipt.h"
#include "geo/error.h"
#include "layers/language/language.h"
#include "layers/model/assignment.h"
#include "layers/model/country.h"
#include "layers/model/line_words.h"
#include "layers/model/place.h"
#include "layers/model/point.h"
#include "layers/model/probe.h"
#include "layers/model/subject.h"
#include "layers/model/suggest.h"
#include "layers/plan_language/plan_file.h"
#include "layers/report/plan_records.h"
#include "layers/report/status_marks.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <memory>

namespace app {

namespace {

namespace field = layers::field;

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
report::Record& add_if_held(const Row& row, const layers::Field& named, std::size_t side, report::Record& record) {
    const auto& if_held = row.point_status.if_held;
    return if_held.empty() ? record.add(named, report::nothing)
                           : record.add(named, report::class_record(if_held[side], row.plan->sides));
}

report::List zone_list(const layers::PointStatus& point_status) {
    return {zone_ids(point_status), " "};
}

report::Records reading_records(const Row& row) {
    report::Records records;
    for (std::size_t i = 0; i < row.readings.size(); ++i) {
        records.push_back(report::Record{}
                              .add(field::id, id_of(row.plan->readings[i].reading))
                              .add_all(report::class_record(row.readings[i].status_class, row.plan->sides))
                              .add(field::zones, report::zone_records(row.readings[i].zones)));
    }
    return records;
}

report::Record record_of(const Row& row, const layers::Subject& subject, const layers::PointOnLand& point,
                         const layers::Overlay& land) {
    const layers::Rule* rule = row.point_status.rule;
    report::Record record;
    record.add(field::plan, row.plan->name)
        .add(field::parameters, report::parameter_records(*row.plan))
        .add(field::name, subject.name)
        .add(field::lon, subject.position.lon)
        .add(field::lat, subject.position.lat)
        .add(field::unit, subject.unit->name)
        .add(field::unit_code, subject.unit->code)
        .add_all(report::class_record(row.point_status.status_class, row.plan->sides))
        .add(field::zones, report::zone_records(row.point_status.zones))
        .add(field::clause, report::entry_of(row.clause()))
        .add(field::unclear, report::entry_of(rule == nullptr ? std::string{} : rule->provenance.unclear))
        .add(field::sources,
             rule == nullptr ? report::Records{} : report::source_records(*row.plan, rule->provenance.sources))
        .add(field::within_accuracy, row.point_status.within_accuracy)
        .add(field::zones_within_accuracy, row.point_status.zones_within_accuracy)
        .add(field::readings, reading_records(row))
        .add(field::line, report::line_record(line_under(*row.plan, land)))
        .add(field::distance_to_line_km, report::entry_of(point.to_line[land.line_index(row.plan->line)]))
        .add(field::off_land_km, point.off_land);
    if (land.has_contested()) {
        add_if_held(row, field::if_contested_not_held, 0, record);
        add_if_held(row, field::if_contested_held, 1, record);
    }
    if (subject.reporting != nullptr) {
        record.add(field::by_unit, subject.reporting->name).add(field::by_unit_code, subject.reporting->code);
    }
    return record;
}

report::Records records_of(const std::vector<Row>& rows, const layers::Subject& subject,
                           const layers::PointOnLand& point, const layers::Overlay& land) {
    report::Records records;
    for (const Row& row : rows) { records.push_back(record_of(row, subject, point, land)); }
    return records;
}

std::string as_csv(const std::vector<Row>& rows, const layers::Subject& subject, const layers::Overlay& land) {
    std::vector<report::Column> columns;
    for (const layers::Field* of_row :
         {&field::plan, &field::name, &field::lon, &field::lat, &field::unit, &field::unit_code, &field::holder,
          &field::status, &field::zones, &field::clause, &field::within_accuracy, &field::line, &field::line_date}) {
        columns.push_back({of_row});
    }
    if (subject.reporting != nullptr) { columns.insert(columns.end(), {{&field::by_unit}, {&field::by_unit_code}}); }
    report::Table table{columns};
    for (const Row& row : rows) {
        const layers::LineInfo& line = line_under(*row.plan, land);
        std::vector<report::Entry> entries{row.plan->name,
                                           subject.name,
                                           subject.position.lon,
                                           subject.position.lat,
                                           subject.unit->name,
                                           subject.unit->code,
                                           row.words().holder,
                                           row.words().status,
                                           zone_list(row.point_status),
                                           row.clause(),
                                           row.point_status.within_accuracy,
                                           line.name,
                                           report::entry_of(line.date)};
        if (subject.reporting != nullptr) {
            entries.insert(entries.end(), {subject.reporting->name, subject.reporting->code});
        }
        table.add(std::move(entries));
    }
    return to_csv(table);
}

/// "frozen", or where a reading says otherwise "undecided (largest: UA-regained)".
std::string status_words(const Row& row) {
    const layers::Sides& sides = row.plan->sides;
    std::string words = sides.in_words(row.point_status.status_class.status);
    if (const auto& if_held = row.point_status.if_held; !if_held.empty()) {
        words +=
            " " + tr("({}'s: {}; {}'s: {})", sides.in_words(layers::Holder::ukraine), sides.in_words(if_held[0].status),
                     sides.in_words(layers::Holder::russia), sides.in_words(if_held[1].status));
    }
    for (std::size_t i = 0; i < row.readings.size(); ++i) {
        if (row.readings[i].status_class == row.point_status.status_class) { continue; }
        words += fmt::format(" ({}: {})", tr(id_of(row.plan->readings[i].reading)),
                             sides.in_words(row.readings[i].status_class.status));
    }
    return words;
}

std::string zone_words(const Row& row) {
    std::vector<std::string> words;
    for (const layers::Zone* zone : row.point_status.zones) {
        words.push_back(fmt::format("{} ({})", zone->id, in_words(zone->kind)));
    }
    for (std::size_t i = 0; i < row.readings.size(); ++i) {
        for (const layers::Zone* zone : row.readings[i].zones) {
            const std::vector<std::string> known = zone_ids(row.point_status);
            if (std::find(known.begin(), known.end(), zone->id) == known.end()) {
                words.push_back(tr("{} ({} reading)", zone->id, tr(id_of(row.plan->readings[i].reading))));
            }
        }
    }
    return words.empty() ? "–" : fmt::format("{}", fmt::join(words, ", "));
}

std::string as_text(const std::vector<Row>& rows, const layers::Subject& subject, const layers::PointOnLand& point,
                    const layers::Overlay& land, const Console& console) {
    const std::string name =
        subject.place == nullptr ? subject.name : layers::local_name(subject.name, subject.place->name_uk);
    std::string text = fmt::format("{}: {}, {}", console.painted(name, "1"), geo::to_text(subject.position),
                                   tr(one_line(subject.unit->name)));
    if (subject.reporting != nullptr) { text += fmt::format(" ({})", one_line(subject.reporting->name)); }
    if (subject.place != nullptr && subject.place->population) {
        const std::string people = with_thousands(static_cast<double>(*subject.place->population));
        text += ", " + (subject.place->population_approximate ? tr("about {} people before the war", people)
                                                              : tr("{} people before the war", people));
    }
    text += "\n";
    if (subject.place != nullptr) {
        text += (subject.place->is_minor ? tr("position and people as GeoNames has them, people of about 2001 to 2020")
                                         : tr("{}; position good to about 2 km", tr(subject.place->role))) +
                "\n";
    }
    if (point.to_line.front()) {
        text += tr("{} km from the {}", with_thousands(point.to_line.front()->value(), 1),
                   layers::line_words(land.control().info)) +
                "\n";
    }
    if (point.off_land > geo::Kilometres{0}) {
        text += tr("it lies {} km off the land of the units: what is said is of the land nearest to it",
                   with_thousands(point.off_land.value(), 1)) +
                "\n";
    }
    if (land.cells[point.cell].side == layers::Side::contested) {
        text += tr("it lies in contested land: neither side is said to hold it") + "\n";
    }
    report::Table table{{{&field::plan},
                         {&field::holder},
                         {&field::status},
                         {&field::zones},
                         {&field::clause},
                         {&field::within_accuracy}}};
    report::StatusMarks marks;
    for (const Row& row : rows) {
        table.add({row.plan->name, row.plan->sides.in_words(row.point_status.status_class.holder), status_words(row),
                   zone_words(row), row.clause().empty() ? "–" : row.clause(), marks.of(row.point_status)});
    }
    text += "\n" + to_text(table, console.text_output());
    for (const Row& row : rows) {
        if (const std::string settings = layers::settings_words(*row.plan); !settings.empty()) {
            text += row.plan->name + ": " + tr("set here: {}", settings) + "\n";
        }
    }
    return text + marks.meaning();
}

void run(const Options& options, Console& console) {
    layers::Units units = units_from(options.inputs);
    layers::Subject subject = layers::subject_from(options.point, units);
    if (!subject.note.empty()) { console.note(subject.note); }
    const bool all = options.plans.empty();
    std::vector<layers::Plan> plans =
        plans_for(all ? names_for(options.inputs, units, true, console) : options.plans, units, options.inputs);
    const layers::Overlay land = bare_land_for(plans, options.inputs, std::move(units), console);
    const std::optional<layers::PointOnLand> point = layers::point_on(land, subject.position);
    const layers::Probe probe{layers::base_of(land), plans};
    const std::optional<layers::PointOnBase> spot = probe.spot(subject.position);
    if (!point || !spot) { refuse_position(subject, land); }
    std::vector<Row> rows;
    for (const layers::Plan& plan : plans) {
        rows.push_back({&plan, probe.point_status(plan, *spot), {}});
        for (const layers::Plan& reading : plan.readings) {
            rows.back().readings.push_back(probe.point_status(reading, *spot));
        }
    }
    subject.unit = &land.units.units[static_cast<std::size_t>(land.cells[point->cell].unit)];
    if (land.by) { subject.reporting = &land.reporting_unit(land.cells[point->cell]); }
    switch (options.format) {
        case Format::json:
            return console.print(to_json(with_receipt(records_of(rows, subject, *point, land),
                                                      receipt_of(console, input_names(options.inputs, land), plans))));
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
    command.add_option("point", options->point, "a built-in place, such as Kramatorsk, or LON,LAT, or 48°44'N 37°35'E")
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
