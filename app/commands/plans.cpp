// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "app/report/json.h"
#include "app/report/plan_json.h"
#include "app/report/table.h"
#include "layers/plan_language/plan_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <memory>

namespace app {

namespace {

struct Options {
    std::vector<std::string> plans;
    Format format = Format::table;
};

Json provenance_json(const layers::Provenance& provenance) {
    return {{"clause", or_null(provenance.clause)},
            {"sources", provenance.sources},
            {"confidence", or_null(provenance.confidence)},
            {"unclear", or_null(provenance.unclear)}};
}

Json with(Json object, const Json& more) {
    object.update(more);
    return object;
}

Json plan_json(const layers::Plan& plan) {
    Json rules = Json::array(), zones = Json::array();
    for (const layers::Rule& rule : plan.rules) {
        const layers::StatusWords words = plan.sides.words(rule.status_class);
        rules.push_back(with({{"where", rule.where.words}, {"holder", words.holder}, {"status", words.status}},
                             provenance_json(rule.provenance)));
    }
    for (const layers::Zone& zone : plan.zones) {
        zones.push_back(
            with({{"id", zone.id}, {"kind", id_of(zone.kind)}, {"title", zone.title}, {"where", zone.where.words}},
                 provenance_json(zone.provenance)));
    }
    return {{"name", plan.name},
            {"title", plan.title},
            {"title_uk", plan.title_uk},
            {"date", or_null(geo::to_text(plan.date))},
            {"text_status", plan.text_status},
            {"summary", plan.summary},
            {"line", or_null(plan.line)},
            {"parameters", parameters_json(plan)},
            {"readings", readings_json(plan)},
            {"sources", sources_json(plan)},
            {"rules", std::move(rules)},
            {"zones", std::move(zones)},
            {"not_drawn", not_drawn_json(plan)}};
}

std::string all_json(const std::vector<layers::Plan>& plans) {
    Json list = Json::array();
    for (const layers::Plan& plan : plans) { list.push_back(plan_json(plan)); }
    return printed(list);
}

std::string all_csv(const std::vector<layers::Plan>& plans) {
    std::string text = csv_line({"name", "title", "title_uk", "date", "text_status", "summary"});
    for (const layers::Plan& plan : plans) {
        text +=
            csv_line({plan.name, plan.title, plan.title_uk, geo::to_text(plan.date), plan.text_status, plan.summary});
    }
    return text;
}

std::string all_table(const std::vector<layers::Plan>& plans, const Console& console) {
    Table table{{{"plan"}, {"date"}, {"title"}, {"text"}}};
    for (const layers::CatalogueGroup& group : layers::catalogue()) {
        table.add_title(group.title);
        for (const layers::Plan& plan : plans) {
            if (std::find(group.names.begin(), group.names.end(), plan.name) != group.names.end()) {
                table.add({plan.name, geo::to_text(plan.date), plan.title, plan.text_status});
            }
        }
    }
    return table.text(console);
}

/// Clause by clause: which land, whose, as what, how firm, and who says so.
Table clause_table(const layers::Plan& plan) {
    Table table{{{"clause"}, {"land"}, {"holder or kind"}, {"status or zone"}, {"confidence"}, {"sources"}}};
    const auto row = [&table](const layers::Provenance& provenance, const layers::AreaExpression& where,
                              const std::string& who, const std::string& what) {
        table.add({provenance.clause.empty() ? "–" : provenance.clause, where.words, who, what,
                   provenance.unclear.empty() || provenance.confidence == "unclear" ? provenance.confidence
                                                                                    : provenance.confidence + " ?",
                   fmt::format("{}", fmt::join(provenance.sources, " "))});
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
                                   clause_table(plan).text(console));
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
