// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "layers/report/sums_report.h"

#include <memory>

namespace app {

namespace {

struct Options {
    std::vector<std::string> plans;
    Inputs inputs;
    Format format = Format::table;
};

void run(const Options& options, Console& console) {
    layers::Units units = units_from(options.inputs);
    const std::vector<std::string> names = options.plans.empty() ? std::vector<std::string>{"as-held"} : options.plans;
    std::vector<layers::Plan> plans = plans_for(names, units, options.inputs);
    const layers::Overlay land = land_for(plans, options.inputs, std::move(units), console);
    std::vector<layers::PlanOn> laid;
    for (const layers::Plan& plan : plans) { laid.emplace_back(plan, land); }
    switch (options.format) {
        case Format::json:
            return console.print(
                report::sums_json(laid, record_of(receipt_of(console, input_names(options.inputs, land), plans))));
        case Format::csv:
            return console.print(report::sums_csv(laid));
        case Format::table:
            break;
    }
    for (const layers::PlanOn& on : laid) {
        if (&on != &laid.front()) { console.print("\n"); }
        console.print(report::sums_text(on, console.text_output()));
    }
}

}  // namespace

void add_sums(Command cli, Console& console) {
    auto options = std::make_shared<Options>();
    const Command command = cli.add_subcommand(
        "sums", "Shares of units and of groups such as Donbas, the length of the front, zones by holder");
    command.add_option("plan", options->plans, "built-in plan or plan file; as-held if none is given")
        .type_name("PLAN");
    add_input_options(command, options->inputs);
    add_interval_option(command, options->inputs);
    add_format_options(command, options->format);
    command.footer(
        "examples: demarc sums\n"
        "          demarc sums us-28-point --csv > sums.csv");
    command.callback([options, &console] { run(*options, console); });
}

}  // namespace app
