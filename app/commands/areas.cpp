// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "layers/plan_language/plan_file.h"
#include "layers/report/areas_report.h"
#include "layers/report/workbook.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace app {

namespace {

struct Options {
    std::vector<std::string> plans;
    bool all = false, overwrite = false;
    std::string xlsx;
    Inputs inputs;
    Format format = Format::table;
};

void note_unassigned(const layers::PlanOn& on, Console& console) {
    const geo::SquareKilometres left = layers::unassigned(on.drawn(), *on.land);
    if (left.value() == 0) { return; }
    console.note(fmt::format("no rule of {} speaks of {} km²; shown as undecided. End with \"where: everywhere\"",
                             on.plan->name, with_thousands(left.value())));
}

void run(Options options, Console& console) {
    layers::Units units = units_from(options.inputs);
    const bool overview = options.plans.empty();
    const std::vector<std::string> names =
        overview ? names_for(options.inputs, units, options.all, console) : options.plans;
    std::vector<layers::Plan> plans = plans_for(names, units, options.inputs);
    options.inputs.zones_as_drawn = overview && options.format == Format::table;  // it shows none
    layers::Overlay land = land_for(plans, options.inputs, std::move(units), console);
    redraw_strips(plans, options.inputs, land, console);
    std::vector<report::PlanAreas> reports;
    for (const layers::Plan& plan : plans) {
        const layers::PlanOn on{plan, land};
        reports.push_back({plan, layers::AreaTable{on, options.inputs.zones_as_drawn}});
        note_unassigned(on, console);
    }
    if (!options.xlsx.empty()) {
        geo::Dataset workbook;
        report::add_sheet("areas", report::areas_rows(reports, land), workbook);
        workbook.receipt = json_of(receipt_of(console, input_names(options.inputs, land), plans, options.xlsx));
        geo::write(workbook, console.output(options.xlsx), {"xlsx", options.overwrite, {}, {}});
        console.say(fmt::format("wrote {}: {} rows", options.xlsx, workbook.features.size()));
        return;
    }
    switch (options.format) {
        case Format::json:
            return console.print(report::areas_json(
                reports, land, record_of(receipt_of(console, input_names(options.inputs, land), plans))));
        case Format::csv:
            return console.print(report::areas_csv(reports, land));
        case Format::table:
            break;
    }
    if (overview) {
        console.print(report::areas_overview(reports, land, console.text_output()));
        if (!options.all && options.inputs.units.empty()) {
            console.note(fmt::format("{} more plans are built in: demarc plans lists them, --all measures them",
                                     layers::builtin_plan_names().size() - names.size()));
        }
        return;
    }
    for (const report::PlanAreas& one : reports) {
        console.print(report::areas_of_plan(one, land, console.text_output()));
    }
}

}  // namespace

void add_areas(Command cli, Console& console) {
    auto options = std::make_shared<Options>();
    const Command command = cli.add_subcommand("areas", "Square kilometres under each plan, unit by unit");
    command
        .add_option("plan", options->plans,
                    "built-in plan or plan file, or one of its readings (PLAN@smallest); the main built-in plans if "
                    "none is given")
        .type_name("PLAN");
    command.add_flag("--all", options->all, "all built-in plans");
    add_input_options(command, options->inputs);
    add_interval_option(command, options->inputs);
    add_draws_option(command, options->inputs);
    add_format_options(command, options->format);
    command.add_option("--xlsx", options->xlsx, "write a workbook for a spreadsheet instead, with the rows of --csv")
        .type_name("FILE");
    command.add_flag("--overwrite", options->overwrite, "replace that file if it exists");
    command.footer(
        "examples: demarc areas us-28-point\n"
        "          demarc areas --control held.geojson\n"
        "          demarc areas template-korea --set depth=5km\n"
        "          demarc areas us-28-point --csv > us-28-point.csv\n"
        "          demarc areas us-28-point ua-us-20-point --xlsx figures.xlsx");
    command.callback([options, &console] { run(*options, console); });
}

}  // namespace app
