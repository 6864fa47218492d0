// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "geo/error.h"
#include "layers/model/assignment.h"
#include "layers/model/country.h"
#include "layers/model/line_words.h"
#include "layers/plan_language/plan_check.h"
#include "layers/plan_language/plan_file.h"
#include "layers/report/plan_records.h"

#include <fmt/format.h>

#include <memory>

namespace app {

namespace {

namespace field = layers::field;

struct Options {
    std::vector<std::string> plans;
    Inputs inputs;
    Format format = Format::table;
};

struct Outcome {
    const layers::Plan* plan;
    std::vector<layers::Verdict> verdicts;
};

std::string as_json(const std::vector<Outcome>& outcomes, const layers::Overlay& land) {
    report::Records records;
    for (const auto& [plan, verdicts] : outcomes) {
        for (const layers::Verdict& verdict : verdicts) {
            records.push_back(report::Record{}
                                  .add(field::plan, plan->name)
                                  .add(field::claim, verdict.claim)
                                  .add(field::found, verdict.found)
                                  .add(field::passed, verdict.passed)
                                  .add(field::within_accuracy, verdict.within_accuracy)
                                  .add(field::line, report::line_record(line_under(*plan, land))));
        }
    }
    return to_json(records);
}

std::string as_csv(const std::vector<Outcome>& outcomes, const layers::Overlay& land) {
    report::Table table{{{&field::plan},
                         {&field::claim},
                         {&field::found},
                         {&field::passed},
                         {&field::within_accuracy},
                         {&field::line},
                         {&field::line_date}}};
    for (const auto& [plan, verdicts] : outcomes) {
        const layers::LineInfo& line = line_under(*plan, land);
        for (const layers::Verdict& verdict : verdicts) {
            table.add({plan->name, verdict.claim, verdict.found, verdict.passed, verdict.within_accuracy, line.name,
                       report::entry_of(line.date)});
        }
    }
    return to_csv(table);
}

std::string as_text(const std::vector<Outcome>& outcomes, const Console& console) {
    report::Table table{{{&field::claim}, {&field::found}, {&field::passed}}};
    for (const auto& [plan, verdicts] : outcomes) {
        const std::string what = verdicts.empty() ? "has no checks" : plan->title;
        table.add_title(what.empty() ? plan->name : plan->name + "  " + what);
        for (const layers::Verdict& verdict : verdicts) {
            table.add({"  " + verdict.claim, verdict.found,
                       std::string{verdict.passed ? "ok" : "FAILED"} + (verdict.within_accuracy ? " ±" : "")});
        }
    }
    return to_text(table, console.text_output());
}

void run(const Options& options, Console& console) {
    layers::Units units = units_from(options.inputs);
    std::vector<layers::Plan> plans = plans_for(
        options.plans.empty() ? names_for(options.inputs, units, true, console) : options.plans, units, options.inputs);
    Inputs inputs = options.inputs;
    if (!inputs.by.empty()) {
        console.note("what a plan claims of itself is of its own units: --by changes nothing here");
        inputs.by.clear();
    }
    const layers::Overlay land = land_for(plans, inputs, std::move(units), console);
    std::vector<Outcome> outcomes;
    int failed = 0, all = 0, elsewhere = 0;
    const bool in_ukraine = layers::is_of_ukraine(land.units);
    for (layers::Plan& plan : plans) {
        if (plan.is_builtin && !in_ukraine) {
            plan.checks.clear();
            plan.readings.clear();
            ++elsewhere;
        }
        outcomes.push_back({&plan, layers::verify({plan, land})});
        for (const layers::Plan& reading : plan.readings) {
            for (layers::Verdict& verdict : layers::verify({reading, land})) {
                verdict.claim += fmt::format(" ({} reading)", id_of(reading.reading));
                outcomes.back().verdicts.push_back(std::move(verdict));
            }
        }
        for (const layers::Verdict& verdict : outcomes.back().verdicts) {
            ++all;
            if (verdict.passed) { continue; }
            ++failed;
            console.warn(geo::Error{fmt::format("the check fails: {}; found: {}", verdict.claim, verdict.found),
                                    verdict.within_accuracy ? "it would pass were the line off by its accuracy" : ""}
                             .at(verdict.check->place));
        }
    }
    console.print(options.format == Format::json  ? as_json(outcomes, land)
                  : options.format == Format::csv ? as_csv(outcomes, land)
                                                  : as_text(outcomes, console));
    if (failed > 0) {
        throw geo::Error{fmt::format("{} of {} checks failed", failed, all),
                         "the plan, the line or the check is wrong"};
    }
    if (elsewhere > 0) { console.note("checks of built-in plans are about Ukraine: none is about these units"); }
    if (all == 0) { return; }
    console.note(fmt::format("all {} checks of {} plan{} passed on the {}", all, plans.size(),
                             plans.size() == 1 ? "" : "s", layers::line_words(land.control().info)));
}

}  // namespace

void add_check(Command cli, Console& console) {
    auto options = std::make_shared<Options>();
    const Command command = cli.add_subcommand("check", "Verify what plans claim of themselves under \"checks\"");
    command.add_option("plan", options->plans, "built-in plans or plan files; all built-in plans if none is given")
        .type_name("PLAN");
    add_input_options(command, options->inputs);
    add_format_options(command, options->format);
    command.footer("example: demarc check my-plan.yaml\n\nExit status 1 if a check fails.");
    command.callback([options, &console] { run(*options, console); });
}

}  // namespace app
