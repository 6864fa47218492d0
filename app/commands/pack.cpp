// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/pack_options.h"

#include <memory>
#include <utility>

namespace app {

void add_pack(Command cli, Console& console, Pack pack) {
    auto options = std::make_shared<PackOptions>();
    const Command command = cli.add_subcommand(
        "pack", "A folder for a newsroom: maps, report, figures, data, captions and sources, in both languages");
    command.add_option("plans and folder", options->words, "one plan or up to six, then the folder to make")
        .type_name("PLAN… FOLDER")
        .required();
    command.add_flag("--overwrite", options->overwrite, "replace files in a folder that exists; others in it stay");
    add_input_options(command, options->inputs);
    command.option("--by").hidden();
    add_interval_option(command, options->inputs);
    add_draws_option(command, options->inputs);
    add_base_option(command, options->inputs);
    command.footer(
        "en/ and uk/   maps as SVG, PDF and PNG, of two plans also what changes; report.html, .pdf; caption.txt,\n"
        "              alt.txt (for who cannot see the maps), sources.md\n"
        "data/         figures.csv, figures.xlsx, each plan as GeoJSON and GeoPackage, and a print layout for QGIS\n"
        "receipt.json  how all of it came about\n\n"
        "examples: demarc pack us-28-point ua-us-20-point story\n"
        "          demarc pack freeze freeze-on-2025-12-24 --line 2025-12-24");
    command.callback([options, command, &console, pack = std::move(pack)] {
        options->handed_on = command.given_options({"--overwrite"});
        pack(*options, console);
    });
}

}  // namespace app
