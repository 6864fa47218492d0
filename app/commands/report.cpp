// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/report_options.h"

#include <memory>
#include <utility>

namespace app {

void add_report(Command cli, Console& console, Report report) {
    auto options = std::make_shared<ReportOptions>();
    const Command command =
        cli.add_subcommand("report", "One HTML file to mail: maps, tables, towns, clauses with sources, data, receipt");
    command
        .add_option("plans and output", options->words,
                    "one plan or up to six, then the file to write: .html, .md or .pdf")
        .type_name("PLAN… OUTPUT")
        .required();
    command.add_option("--title", options->title, "instead of the plans' own");
    command.add_flag("--overwrite", options->overwrite, "replace the output if it exists");
    add_input_options(command, options->inputs);
    command.option("--by").hidden();
    add_interval_option(command, options->inputs);
    add_draws_option(command, options->inputs);
    add_base_option(command, options->inputs);
    command.footer(
        "examples: demarc report us-28-point ua-us-20-point report.html\n"
        "          demarc report us-28-point report.pdf --lang uk");
    command.callback([options, &console, report = std::move(report)] { report(*options, console); });
}

}  // namespace app
