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
#include "layers/model/suggest.h"
#include "layers/model/text_age.h"
#include "layers/report/people.h"
#include "layers/report/plan_records.h"
#include "layers/report/status_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace app {

namespace {

namespace field = layers::field;

struct Options {
    std::string plan, in, status, holder, near;
    double least_people = 0;
    Inputs inputs;
    Format format = Format::table;
};

struct Row {
    const layers::Place* place;
    const layers::Unit* unit;
    layers::PointStatus point_status;
    std::optional<geo::Kilometres> to_line;
    std::string unclear() const { return point_status.rule == nullptr ? "" : point_status.rule->provenance.unclear; }
};

/// What is asked for; nothing where it does not matter.
struct Wish {
    std::string zone;
    std::optional<layers::Status> status;
    std::optional<layers::Holder> holder;
    std::optional<geo::Kilometres> near;
    double least_people = 0;

    bool takes(const Row& row) const {
        const auto& zones = row.point_status.zones;
        const bool in_zone =
            std::any_of(zones.begin(), zones.end(), [this](const layers::Zone* other) { return other->id == zone; });
        return (zone.empty() || in_zone) && (!status || row.point_status.status_class.status == *status) &&
               (!holder || row.point_status.status_class.holder == *holder) &&
               (!near || (row.to_line && *row.to_line <= *near)) &&
               static_cast<double>(row.place->population.value_or(0)) >= least_people;
    }
};

/// "us-28-point:donetsk-buffer" names plan and zone.
std::string plan_name(const Options& options) {
    const std::size_t colon = options.in.rfind(':');
    if (colon == std::string::npos) { return options.plan.empty() ? "as-held" : options.plan; }
    std::string named = options.in.substr(0, colon);
    if (!options.plan.empty() && options.plan != named) {
        throw geo::Error{fmt::format("--in: the zone is one of {}, and the plan is {}", named, options.plan),
                         "name one plan", geo::Error::Kind::bad_usage};
    }
    return named;
}

/// The value of a term whose word, as the plan has it, is that.
template <class Terms, class Value, class Words>
std::optional<Value> value_of(const std::string& option, const std::string& word, const Terms& terms,
                              Value (*value)(const typename Terms::value_type&), const Words& words) {
    if (word.empty()) { return std::nullopt; }
    std::vector<std::string> known;
    for (const auto& term : terms) {
        known.push_back(words(value(term)));
        if (known.back() == word) { return value(term); }
    }
    throw geo::Error{fmt::format("{}: there is no \"{}\"", option, word), layers::did_you_mean(word, known),
                     geo::Error::Kind::bad_usage};
}

Wish wish_of(const Options& options, const layers::Plan& plan) {
    Wish wish;
    const std::size_t colon = options.in.rfind(':');
    wish.zone = colon == std::string::npos ? options.in : options.in.substr(colon + 1);
    std::vector<std::string> zones;
    for (const layers::Zone& zone : plan.zones) { zones.push_back(zone.id); }
    if (!wish.zone.empty() && std::find(zones.begin(), zones.end(), wish.zone) == zones.end()) {
        throw geo::Error{fmt::format("--in: {} has no zone \"{}\"", plan.name, wish.zone),
                         zones.empty() ? "it has none; PLAN:ZONE names both" : layers::did_you_mean(wish.zone, zones),
                         geo::Error::Kind::bad_usage};
    }
    wish.status = value_of<std::vector<layers::StatusTerm>, layers::Status>(
        "--status", options.status, layers::statuses(), [](const layers::StatusTerm& term) { return term.status; },
        [&plan](layers::Status status) { return plan.sides.status(status); });
    wish.holder = value_of<std::vector<layers::HolderTerm>, layers::Holder>(
        "--holder", options.holder, layers::holders(), [](const layers::HolderTerm& term) { return term.holder; },
        [&plan](layers::Holder holder) { return plan.sides.holder(holder); });
    wish.least_people = options.least_people;
    if (!options.near.empty()) { wish.near = geo::parse_length(options.near); }
    return wish;
}

std::vector<std::string> zone_ids(const layers::PointStatus& point_status) {
    std::vector<std::string> ids;
    for (const layers::Zone* zone : point_status.zones) { ids.push_back(zone->id); }
    return ids;
}

report::Records records_of(const std::vector<Row>& rows, const layers::Plan& plan, const layers::Overlay& land) {
    report::Records records;
    for (const Row& row : rows) {
        records.push_back(report::Record{}
                              .add(field::name, row.place->name)
                              .add(field::name_uk, row.place->name_uk)
                              .add(field::kind, row.place->kind)
                              .add(field::unit, row.unit->name)
                              .add(field::unit_code, row.unit->code)
                              .add(field::lon, row.place->position.lon)
                              .add(field::lat, row.place->position.lat)
                              .add(field::population, report::entry_of(row.place->population))
                              .add(field::population_approximate, row.place->population_approximate)
                              .add(field::plan, plan.name)
                              .add(field::parameters, report::parameter_records(plan))
                              .add_all(report::class_record(row.point_status.status_class, plan.sides))
                              .add(field::zones, report::zone_records(row.point_status.zones))
                              .add(field::unclear, report::entry_of(row.unclear()))
                              .add(field::within_accuracy, row.point_status.within_accuracy)
                              .add(field::zones_within_accuracy, row.point_status.zones_within_accuracy)
                              .add(field::distance_to_line_km, report::entry_of(row.to_line))
                              .add(field::line, report::line_record(line_under(plan, land))));
    }
    return records;
}

std::string as_csv(const std::vector<Row>& rows, const layers::Plan& plan, const layers::Overlay& land) {
    std::vector<report::Column> columns;
    for (const layers::Field* of_row :
         {&field::name, &field::name_uk, &field::kind, &field::unit, &field::unit_code, &field::lon, &field::lat,
          &field::population, &field::population_approximate, &field::plan, &field::holder, &field::status,
          &field::zones, &field::unclear, &field::within_accuracy, &field::zones_within_accuracy,
          &field::distance_to_line_km, &field::line, &field::line_date}) {
        columns.push_back({of_row});
    }
    report::Table table{columns};
    const layers::LineInfo& line = line_under(plan, land);
    for (const Row& row : rows) {
        const layers::StatusWords words = plan.sides.words(row.point_status.status_class);
        table.add({row.place->name, row.place->name_uk, row.place->kind, row.unit->name, row.unit->code,
                   row.place->position.lon, row.place->position.lat, report::entry_of(row.place->population),
                   row.place->population_approximate, plan.name, words.holder, words.status,
                   report::List{zone_ids(row.point_status), " "}, row.unclear(), row.point_status.within_accuracy,
                   row.point_status.zones_within_accuracy, report::entry_of(row.to_line), line.name,
                   report::entry_of(line.date)});
    }
    return to_csv(table);
}

std::string as_text(const std::vector<Row>& rows, const layers::Plan& plan, const layers::Overlay& land,
                    const Console& console) {
    std::string text =
        fmt::format("{}{}\n{}\n\n", console.painted(plan.name, "1"), plan.title.empty() ? "" : ": " + local_title(plan),
                    layers::line_words(line_under(plan, land)));
    if (rows.empty()) { return text + tr("none of the built-in places") + "\n"; }
    const std::string age = layers::text_age_words({&plan}, line_under(plan, land));
    report::Table table{{{&field::place},
                         {&field::kind},
                         {&field::unit},
                         {&field::population, report::Shows::number},
                         {&field::holder},
                         {&field::status},
                         {&field::zones},
                         {&field::distance_to_line_km, report::Shows::number},
                         {&field::within_accuracy}}};
    report::People people;
    report::StatusMarks marks;
    for (const Row& row : rows) {
        const layers::StatusClass& status_class = row.point_status.status_class;
        table.add({layers::local_name(row.place->name, row.place->name_uk), tr(row.place->kind), tr(row.unit->name),
                   report::people_words(*row.place), plan.sides.in_words(status_class.holder),
                   plan.sides.in_words(status_class.status), report::List{zone_ids(row.point_status), ", "},
                   row.to_line ? with_thousands(row.to_line->value(), 1) : "–", marks.of(row.point_status)});
        people.add(*row.place);
    }
    table.add_total({tr("{} of the built-in places", people.places()), "", "", people.text(), "", "", "", "", ""});
    text += to_text(table, console.text_output());
    if (const std::string settings = layers::settings_words(plan); !settings.empty()) {
        text += tr("set here: {}", settings) + "\n";
    }
    text += marks.meaning();
    if (!age.empty()) { text += age + "\n"; }
    return text + report::people_basis() + "; " + tr("positions good to about 2 km") + "\n";
}

std::vector<Row> rows_of(const Wish& wish, const layers::Plan& plan, const layers::Overlay& land) {
    const layers::PlanOn on{plan, land};
    std::vector<Row> rows;
    const layers::PointsOn points{land};
    for (const layers::Place* place : layers::all_places()) {
        if (place->unit_code.empty()) { continue; }
        const std::optional<layers::PointOnLand> point = points.at(*place);
        if (!point) { continue; }
        const layers::Unit& unit = land.reporting_unit(land.cells[point->cell]);
        Row row{place, &unit, layers::point_status_at(on, point->cell), point->to_line[land.line_index(plan.line)]};
        if (wish.takes(row)) { rows.push_back(std::move(row)); }
    }
    return rows;
}

void run(const Options& options, Console& console) {
    layers::Units units = units_from(options.inputs);
    if (!layers::is_of_ukraine(units)) {
        throw geo::Error{"the built-in places are in Ukraine, and these units are not", "leave --units out",
                         geo::Error::Kind::bad_usage};
    }
    std::vector<layers::Plan> plans = plans_for({plan_name(options)}, units, options.inputs);
    const Wish wish = wish_of(options, plans.front());
    const layers::Overlay land = land_for(plans, options.inputs, std::move(units), console);
    const std::vector<Row> rows = rows_of(wish, plans.front(), land);
    const auto as_json = [&] {
        const Receipt receipt = receipt_of(console, input_names(options.inputs, land), plans);
        return to_json(with_receipt(records_of(rows, plans.front(), land), receipt));
    };
    console.print(options.format == Format::json  ? as_json()
                  : options.format == Format::csv ? as_csv(rows, plans.front(), land)
                                                  : as_text(rows, plans.front(), land, console));
}

}  // namespace

void add_places(Command cli, Console& console) {
    auto options = std::make_shared<Options>();
    const Command command =
        cli.add_subcommand("places", "Built-in places under a plan: in a zone, of a status, near the line");
    command.add_option("plan", options->plan, "built-in plan or plan file; as-held if none is given").type_name("PLAN");
    command.add_option("--in", options->in, "those in a zone of the plan; PLAN:ZONE names both").type_name("ZONE");
    command.add_option("--status", options->status, "those of that status").type_name("STATUS");
    command.add_option("--holder", options->holder, "those of that holder").type_name("HOLDER");
    command.add_option("--near-line", options->near, "those no farther from the line, such as 10km")
        .type_name("LENGTH");
    command.add_option("--least-people", options->least_people, "those with at least so many people, such as 1000")
        .within(0, 1e9)
        .type_name("N");
    add_input_options(command, options->inputs);
    add_format_options(command, options->format);
    command.footer(
        "examples: demarc places --in us-28-point:donetsk-buffer\n"
        "          demarc places us-28-point --status UA-regained\n"
        "          demarc places --near-line 10km --csv > near.csv");
    command.callback([options, &console] { run(*options, console); });
}

}  // namespace app
