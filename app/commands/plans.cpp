// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "app/receipt/receipt.h"
#include "layers/language/language.h"
#include "layers/model/area_table.h"
#include "layers/model/suggest.h"
#include "layers/model/vocabulary.h"
#include "layers/plan_language/plan_file.h"
#include "layers/plan_language/texts.h"
#include "layers/report/plan_records.h"
#include "layers/report/plan_tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace app {

namespace {

namespace field = layers::field;

struct Options {
    std::vector<std::string> plans;
    std::string zone, status, touches;  ///< only plans that do so
    Inputs inputs;
    Format format = Format::table;
    bool filters() const { return !zone.empty() || !status.empty() || !touches.empty(); }
};

/// Of texts that set no land, where all that there is is asked for.
const std::vector<layers::TextWithoutLand>& texts_for(const Options& options) {
    static const std::vector<layers::TextWithoutLand> none;
    return options.plans.empty() && !options.filters() ? layers::texts_without_land() : none;
}

std::string text_status_of(const layers::TextWithoutLand& text) {
    return "sets no land: " + text.why;
}

report::Record text_record(const layers::TextWithoutLand& text) {
    report::Records sources;
    for (const auto& [key, source] : text.sources) { sources.push_back(report::source_record(key, source)); }
    return report::Record{}
        .add(field::name, text.name)
        .add(field::title, text.title)
        .add(field::title_uk, text.title_uk)
        .add(field::date, report::entry_of(text.date))
        .add(field::text_status, text_status_of(text))
        .add(field::summary, text.what)
        .add(field::sources, std::move(sources));
}

report::Records all_records(const std::vector<layers::Plan>& plans, const std::vector<layers::TextWithoutLand>& texts) {
    report::Records records;
    for (const layers::Plan& plan : plans) { records.push_back(report::plan_record(plan)); }
    for (const layers::TextWithoutLand& text : texts) { records.push_back(text_record(text)); }
    return records;
}

std::string all_csv(const std::vector<layers::Plan>& plans, const std::vector<layers::TextWithoutLand>& texts) {
    report::Table table{{{&field::name},
                         {&field::title},
                         {&field::title_uk},
                         {&field::date},
                         {&field::text_status},
                         {&field::summary}}};
    for (const layers::Plan& plan : plans) {
        table.add({plan.name, plan.title, plan.title_uk, report::entry_of(plan.date), plan.text_status, plan.summary});
    }
    for (const layers::TextWithoutLand& text : texts) {
        table.add({text.name, text.title, text.title_uk, report::entry_of(text.date), text_status_of(text), text.what});
    }
    return to_csv(table);
}

std::string all_table(const std::vector<layers::Plan>& plans, const std::vector<layers::TextWithoutLand>& texts,
                      const Console& console) {
    report::Table table{{{&field::plan}, {&field::date}, {&field::title}, {&field::text_status}}};
    for (const layers::CatalogueGroup& group : layers::catalogue()) {
        bool has_title = false;
        for (const layers::Plan& plan : plans) {
            if (std::find(group.names.begin(), group.names.end(), plan.name) == group.names.end()) { continue; }
            if (!std::exchange(has_title, true)) { table.add_title(tr(group.title)); }
            table.add({plan.name, report::entry_of(plan.date), layers::local_name(plan.title, plan.title_uk),
                       plan.text_status});
        }
    }
    if (!texts.empty()) { table.add_title(tr("Texts that set no land, so that no plan can be drawn of them")); }
    for (const layers::TextWithoutLand& text : texts) {
        table.add(
            {text.name, report::entry_of(text.date), layers::local_name(text.title, text.title_uk), tr(text.why)});
    }
    return to_text(table, console.text_output());
}

std::string text_details(const layers::TextWithoutLand& text, const Console& console) {
    std::string words = fmt::format("{}: {}\n{}\n{}\n– {}: {}\n", console.painted(text.name, "1"),
                                    layers::local_name(text.title, text.title_uk), geo::to_text(text.date),
                                    tr(text.what), tr("not drawn"), tr(text.why));
    for (const auto& [key, source] : text.sources) { words += fmt::format("{}: {}\n", key, layers::words_of(source)); }
    return words;
}

std::string choices(const layers::Plan& plan) {
    std::string text;
    for (const layers::Plan& reading : plan.readings) {
        text += tr("reading {}: {}", tr(id_of(reading.reading)), reading.reading_title) +
                fmt::format(" (demarc areas {}@{})\n", plan.name, id_of(reading.reading));
    }
    for (const layers::Parameter& parameter : plan.parameters) {
        const std::string bounds = parameter.from.empty() && parameter.to.empty()
                                       ? ""
                                       : ", " + tr("from {} to {}", parameter.from, parameter.to);
        text += tr("parameter {} = {}{}: {}", parameter.name, parameter.value, bounds, parameter.title) + "\n";
    }
    return text;
}

std::string details(const layers::Plan& plan, const Console& console) {
    std::string text = fmt::format("{}: {}\n{}{}{}\n{}\n\n{}\n", console.painted(plan.name, "1"),
                                   layers::local_name(plan.title, plan.title_uk), plan.text_status,
                                   plan.date ? ", " + geo::to_text(plan.date) : "",
                                   plan.line.empty() ? "" : "; " + tr("on the line of {}", plan.line), plan.summary,
                                   to_text(report::clause_table(plan), console.text_output()));
    const auto unclear = [&text](const layers::Provenance& provenance) {
        if (provenance.unclear.empty()) { return; }
        const std::string line =
            fmt::format("?{}: {}\n", provenance.clause.empty() ? "" : " " + provenance.clause, provenance.unclear);
        if (text.find(line) == std::string::npos) { text += line; }
    };
    for (const layers::Rule& rule : plan.rules) { unclear(rule.provenance); }
    for (const layers::Zone& zone : plan.zones) { unclear(zone.provenance); }
    for (const layers::NotDrawn& entry : plan.not_drawn) {
        text += fmt::format("– {}: {}; {}\n", tr("not drawn"), entry.what, entry.why);
    }
    text += choices(plan);
    for (const layers::LaterNote& note : layers::later_notes(plan.name)) {
        text += tr("later, {}: {}", geo::to_text(note.date), tr(note.what)) + "\n";
    }
    for (const auto& [key, source] : plan.sources) { text += fmt::format("{}: {}\n", key, layers::words_of(source)); }
    return text;
}

// --- plans by what they do -------------------------------------------------------------------------------------------

/// Has the plan a zone of that kind, land of that status, in that unit, as far as each is asked for? Without kind and
/// status: is there land in the unit that does not simply stay with the first side?
bool does(const layers::AreaTable& table, const Options& options, const std::string& unit) {
    const auto in_unit = [&unit](const auto& row) { return unit.empty() || row.unit == unit; };
    const bool has_zone = std::any_of(table.zones.begin(), table.zones.end(),
                                      [&](const auto& row) { return in_unit(row) && id_of(row.kind) == options.zone; });
    const bool has_status = std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
        return in_unit(row) && id_of(row.status_class.status) == options.status;
    });
    const bool touches = std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
        return in_unit(row) && row.status_class != layers::untouched;
    });
    if (options.zone.empty() && options.status.empty()) { return touches; }
    return (options.zone.empty() || has_zone) && (options.status.empty() || has_status);
}

/// The word among those known, or an error that names the nearest.
void require_word(const std::string& option, const std::string& word, const std::vector<std::string>& known) {
    if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) { return; }
    throw geo::Error{fmt::format("{}: there is no \"{}\"", option, word), layers::did_you_mean(word, known),
                     geo::Error::Kind::bad_usage};
}

std::string unit_named(const std::string& written, const std::vector<layers::Unit>& units) {
    if (written.empty()) { return {}; }
    const int found = layers::find_unit(units, written);
    std::vector<std::string> names;
    for (const layers::Unit& unit : units) { names.push_back(unit.name); }
    if (found < 0) {
        throw geo::Error{fmt::format("--touches: there is no unit \"{}\"", written),
                         layers::did_you_mean(written, names), geo::Error::Kind::bad_usage};
    }
    return units[static_cast<std::size_t>(found)].name;
}

void keep_those_that_do(const Options& options, std::vector<layers::Plan>& plans, Console& console) {
    std::vector<std::string> kinds, statuses;
    for (const layers::ZoneKindTerm& term : layers::zone_kinds()) { kinds.emplace_back(term.id); }
    for (const layers::StatusTerm& term : layers::statuses()) { statuses.emplace_back(term.id); }
    require_word("--zone", options.zone, kinds);
    require_word("--status", options.status, statuses);
    layers::Units units = units_from(options.inputs);
    const std::string unit = unit_named(options.touches, units.units);
    Inputs inputs = options.inputs;
    inputs.zones_as_drawn = true;
    std::vector<layers::Plan> drawn = plans;
    for (layers::Plan& plan : drawn) { plan.readings.clear(); }  // as a text is drawn without a reading
    const layers::Overlay land = land_for(drawn, inputs, std::move(units), console);
    std::vector<layers::Plan> kept;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (does(layers::AreaTable{drawn[i], land, true}, options, unit)) { kept.push_back(std::move(plans[i])); }
    }
    plans = std::move(kept);
}

void run(const Options& options, Console& console) {
    const std::vector<layers::Unit> units = layers::builtin_units().units;
    std::vector<layers::Plan> plans;
    std::vector<layers::TextWithoutLand> texts = texts_for(options);
    for (const std::string& name : options.plans.empty() ? layers::builtin_plan_names() : options.plans) {
        if (const layers::TextWithoutLand* text = layers::find_text(name)) {
            texts.push_back(*text);
        } else {
            plans.push_back(layers::load_plan(name, units));
        }
    }
    if (options.filters()) {
        texts.clear();  // they do nothing to land
        keep_those_that_do(options, plans, console);
    }
    switch (options.format) {
        case Format::json:
            return console.print(to_json(with_receipt(all_records(plans, texts), receipt_of(console, {}, plans))));
        case Format::csv:
            return console.print(all_csv(plans, texts));
        case Format::table:
            break;
    }
    if (options.plans.empty()) {
        if (plans.empty()) { return console.print(tr("none of the built-in plans does") + "\n"); }
        return console.print(all_table(plans, texts, console));
    }
    for (const layers::Plan& plan : plans) { console.print(details(plan, console) + "\n"); }
    for (const layers::TextWithoutLand& text : texts) { console.print(text_details(text, console) + "\n"); }
}

}  // namespace

void add_plans(Command cli, Console& console) {
    auto options = std::make_shared<Options>();
    const Command command = cli.add_subcommand(
        "plans", "The built-in plans; with a name, its clauses, the land they mean, and their sources");
    command.add_option("plan", options->plans, "built-in plan or plan file").type_name("PLAN");
    command.add_option("--zone", options->zone, "only plans with a zone of that kind: demilitarized, economic, …")
        .type_name("KIND");
    command.add_option("--status", options->status, "only plans under which some land has that status")
        .type_name("STATUS");
    command.add_option("--touches", options->touches, "only plans that do so in that unit, or do anything there")
        .type_name("UNIT");
    add_format_options(command, options->format);
    command.footer(
        "examples: demarc plans us-28-point\n"
        "          demarc plans --zone demilitarized --touches Kherson");
    command.callback([options, &console] { run(*options, console); });
}

}  // namespace app
