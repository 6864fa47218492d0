// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "layers/plan_language/plan_file.h"
#include "layers/report/plan_records.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>

namespace app {

namespace {

namespace field = layers::field;

struct Options {
    std::vector<std::string> plans;
    Format format = Format::table;
};

std::string all_json(const std::vector<layers::Plan>& plans) {
    report::Records records;
    for (const layers::Plan& plan : plans) { records.push_back(report::plan_record(plan)); }
    return to_json(records);
}

std::string all_csv(const std::vector<layers::Plan>& plans) {
    report::Table table{{{&field::name},
                         {&field::title},
                         {&field::title_uk},
                         {&field::date},
                         {&field::text_status},
                         {&field::summary}}};
    for (const layers::Plan& plan : plans) {
        table.add({plan.name, plan.title, plan.title_uk, report::entry_of(plan.date), plan.text_status, plan.summary});
    }
    return to_csv(table);
}

std::string all_table(const std::vector<layers::Plan>& plans, const Console& console) {
    report::Table table{{{&field::plan}, {&field::date}, {&field::title}, {&field::text_status}}};
    for (const layers::CatalogueGroup& group : layers::catalogue()) {
        table.add_title(group.title);
        for (const layers::Plan& plan : plans) {
            if (std::find(group.names.begin(), group.names.end(), plan.name) != group.names.end()) {
                table.add({plan.name, report::entry_of(plan.date), plan.title, plan.text_status});
            }
        }
    }
    return to_text(table, console.text_output());
}

/// Clause by clause: which land, whose, as what, how firm, and who says so.
report::Table clause_table(const layers::Plan& plan) {
    report::Table table{{{&field::clause},
                         {&field::where},
                         {&field::holder, report::Shows::words, "holder or kind"},
                         {&field::status, report::Shows::words, "status or zone"},
                         {&field::confidence},
                         {&field::sources}}};
    const auto row = [&table](const layers::Provenance& provenance, const layers::AreaExpression& where,
                              const std::string& who, const std::string& what) {
        table.add({provenance.clause.empty() ? "–" : provenance.clause, where.words, who, what,
                   provenance.unclear.empty() || provenance.confidence == "unclear" ? provenance.confidence
                                                                                    : provenance.confidence + " ?",
                   report::List{provenance.sources, " "}});
    };
    for (const layers::Rule& rule : plan.rules) {
        const layers::StatusWords words = plan.sides.words(rule.status_class);
        row(rule.provenance, rule.where, words.holder, words.status);
    }
    for (const layers::Zone& zone : plan.zones) {
        row(zone.provenance, zone.where, id_of(zone.kind), "zone " + zone.id);
    }
    return table;
}

std::string choices(const layers::Plan& plan) {
    std::string text;
    for (const layers::Plan& reading : plan.readings) {
        text += fmt::format("reading {0}: {1} (demarc areas {2}@{0})\n", id_of(reading.reading), reading.reading_title,
                            plan.name);
    }
    for (const layers::Parameter& parameter : plan.parameters) {
        const std::string bounds = parameter.from.empty() && parameter.to.empty()
                                       ? ""
                                       : fmt::format(", from {} to {}", parameter.from, parameter.to);
        text += fmt::format("parameter {} = {}{}: {}\n", parameter.name, parameter.value, bounds, parameter.title);
    }
    return text;
}

std::string details(const layers::Plan& plan, const Console& console) {
    std::string text = fmt::format("{}: {}\n{}\n{}{}{}\n{}\n\n{}\n", console.painted(plan.name, "1"), plan.title,
                                   plan.title_uk, plan.text_status, plan.date ? ", " + geo::to_text(plan.date) : "",
                                   plan.line.empty() ? "" : "; on the line of " + plan.line, plan.summary,
                                   to_text(clause_table(plan), console.text_output()));
    const auto unclear = [&text](const layers::Provenance& provenance) {
        if (provenance.unclear.empty()) { return; }
        const std::string line =
            fmt::format("?{}: {}\n", provenance.clause.empty() ? "" : " " + provenance.clause, provenance.unclear);
        if (text.find(line) == std::string::npos) { text += line; }
    };
    for (const layers::Rule& rule : plan.rules) { unclear(rule.provenance); }
    for (const layers::Zone& zone : plan.zones) { unclear(zone.provenance); }
    for (const layers::NotDrawn& entry : plan.not_drawn) {
        text += fmt::format("– not drawn: {}; {}\n", entry.what, entry.why);
    }
    text += choices(plan);
    for (const auto& [key, source] : plan.sources) { text += fmt::format("{}: {}\n", key, layers::words_of(source)); }
    return text;
}

void run(const Options& options, Console& console) {
    const std::vector<layers::Unit> units = layers::builtin_units().units;
    std::vector<layers::Plan> plans;
    for (const std::string& name : options.plans.empty() ? layers::builtin_plan_names() : options.plans) {
        plans.push_back(layers::load_plan(name, units));
    }
    switch (options.format) {
        case Format::json:
            return console.print(all_json(plans));
        case Format::csv:
            return console.print(all_csv(plans));
        case Format::table:
            break;
    }
    if (options.plans.empty()) { return console.print(all_table(plans, console)); }
    for (const layers::Plan& plan : plans) { console.print(details(plan, console) + "\n"); }
}

}  // namespace

void add_plans(Command cli, Console& console) {
    auto options = std::make_shared<Options>();
    const Command command = cli.add_subcommand(
        "plans", "The built-in plans; with a name, its clauses, the land they mean, and their sources");
    command.add_option("plan", options->plans, "built-in plan or plan file").type_name("PLAN");
    add_format_options(command, options->format);
    command.footer("example: demarc plans us-28-point");
    command.callback([options, &console] { run(*options, console); });
}

}  // namespace app
