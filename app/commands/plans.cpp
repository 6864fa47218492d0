// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "app/commands/plan_json.h"
#include "app/json.h"
#include "app/table.h"
#include "layers/plan_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <CLI/CLI.hpp>

#include <memory>

namespace app {

namespace {

struct Options {
    std::vector<std::string> plans;
    Format format = Format::table;
};

std::string unit_names(const layers::Where& where, const std::vector<layers::Unit>& units) {
    std::vector<std::string> names;
    for (const std::string& code : where.unit_codes) {
        const int index = layers::find_unit(units, code);
        names.push_back(index < 0 ? code : units[static_cast<std::size_t>(index)].name);
    }
    return fmt::format("{}", fmt::join(names, ", "));
}

/// The set in words: "Donetsk, held by Ukraine".
std::string words(const layers::Where& where, const std::vector<layers::Unit>& units) {
    std::vector<std::string> parts;
    for (const layers::Where& part : where.parts) { parts.push_back(words(part, units)); }
    switch (where.kind) {
        case layers::Where::Kind::everywhere:
            return "everywhere else";
        case layers::Where::Kind::units:
            return unit_names(where, units);
        case layers::Where::Kind::held_by:
            return where.side == layers::Side::russia ? "held by Russia" : "held by Ukraine";
        case layers::Where::Kind::all:
            return fmt::format("{}", fmt::join(parts, "; "));
        case layers::Where::Kind::any:
            return fmt::format("({})", fmt::join(parts, " or "));
        case layers::Where::Kind::except:
            return fmt::format("not ({})", fmt::join(parts, " or "));
    }
    return {};
}

Json basis_json(const layers::Basis& basis) {
    return {{"clause", or_null(basis.clause)},
            {"sources", basis.sources},
            {"confidence", or_null(basis.confidence)},
            {"unclear", or_null(basis.unclear)}};
}

Json with(Json object, const Json& more) {
    object.update(more);
    return object;
}

Json plan_json(const layers::Plan& plan, const std::vector<layers::Unit>& units) {
    Json rules = Json::array(), zones = Json::array();
    for (const layers::Rule& rule : plan.rules) {
        rules.push_back(
            with({{"where", words(rule.where, units)}, {"holder", rule.label.holder}, {"status", rule.label.status}},
                 basis_json(rule.basis)));
    }
    for (const layers::Zone& zone : plan.zones) {
        zones.push_back(
            with({{"id", zone.id}, {"kind", zone.kind}, {"title", zone.title}, {"where", words(zone.where, units)}},
                 basis_json(zone.basis)));
    }
    return {{"name", plan.name},
            {"title", plan.title},
            {"title_uk", plan.title_uk},
            {"date", or_null(plan.date)},
            {"text_status", plan.text_status},
            {"summary", plan.summary},
            {"sources", sources_json(plan)},
            {"rules", std::move(rules)},
            {"zones", std::move(zones)},
            {"not_drawn", not_drawn_json(plan)}};
}

std::string all_json(const std::vector<layers::Plan>& plans, const std::vector<layers::Unit>& units) {
    Json list = Json::array();
    for (const layers::Plan& plan : plans) { list.push_back(plan_json(plan, units)); }
    return document(list);
}

std::string all_csv(const std::vector<layers::Plan>& plans) {
    std::string text = csv_line({"name", "title", "title_uk", "date", "text_status", "summary"});
    for (const layers::Plan& plan : plans) {
        text += csv_line({plan.name, plan.title, plan.title_uk, plan.date, plan.text_status, plan.summary});
    }
    return text;
}

std::string all_table(const std::vector<layers::Plan>& plans, const Console& console) {
    Table table{{{"plan"}, {"date"}, {"title"}, {"text"}}};
    for (const layers::Plan& plan : plans) { table.add({plan.name, plan.date, plan.title, plan.text_status}); }
    return table.text(console);
}

std::string details(const layers::Plan& plan, const std::vector<layers::Unit>& units, const Console& console) {
    Table table{{{"clause"}, {"land"}, {"holder or kind"}, {"status or zone"}, {"confidence"}, {"sources"}}};
    const auto row = [&](const layers::Basis& basis, const layers::Where& where, const std::string& who,
                         const std::string& what) {
        table.add({basis.clause.empty() ? "–" : basis.clause, words(where, units), who, what,
                   basis.unclear.empty() ? basis.confidence : "unclear",
                   fmt::format("{}", fmt::join(basis.sources, " "))});
    };
    for (const layers::Rule& rule : plan.rules) { row(rule.basis, rule.where, rule.label.holder, rule.label.status); }
    for (const layers::Zone& zone : plan.zones) { row(zone.basis, zone.where, zone.kind, "zone " + zone.id); }
    std::string text =
        fmt::format("{}: {}\n{}\n{}{}\n{}\n\n{}", console.painted(plan.name, "1"), plan.title, plan.title_uk,
                    plan.text_status, plan.date.empty() ? "" : ", " + plan.date, plan.summary, table.text(console));
    const auto unclear = [&text](const layers::Basis& basis) {
        if (!basis.unclear.empty()) { text += fmt::format("? {}: {}\n", basis.clause, basis.unclear); }
    };
    text += "\n";
    for (const layers::Rule& rule : plan.rules) { unclear(rule.basis); }
    for (const layers::Zone& zone : plan.zones) { unclear(zone.basis); }
    for (const layers::NotDrawn& entry : plan.not_drawn) {
        text += fmt::format("– not drawn: {}; {}\n", entry.what, entry.why);
    }
    for (const auto& [key, source] : plan.sources) {
        text += fmt::format("{}: {}, {}\n", key, source.title, source.date);
    }
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
            return console.print(all_json(plans, units));
        case Format::csv:
            return console.print(all_csv(plans));
        case Format::table:
            break;
    }
    if (options.plans.empty()) { return console.print(all_table(plans, console)); }
    for (const layers::Plan& plan : plans) { console.print(details(plan, units, console) + "\n"); }
}

}  // namespace

void add_plans(CLI::App& cli, Console& console) {
    auto options = std::make_shared<Options>();
    auto* command = cli.add_subcommand("plans", "The built-in plans; with a name, its clauses and their sources");
    command->add_option("plan", options->plans, "built-in plan or plan file")->type_name("PLAN");
    add_format_options(*command, options->format);
    command->footer("example: demarc plans us-28-point");
    command->callback([options, &console] { run(*options, console); });
}

}  // namespace app
