// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/render_options.h"

#include <memory>
#include <utility>

namespace app {

void add_render(Command cli, Console& console, Render render) {
    auto options = std::make_shared<RenderOptions>();
    const Command command =
        cli.add_subcommand("render", "A map to publish, with title, legend and sources: SVG, PDF, PNG");
    command
        .add_option("plans and output", options->words,
                    "one plan or up to twelve, then the file to write: .svg, .pdf or .png")
        .type_name("PLAN… OUTPUT")
        .required();
    command.add_flag("--difference", options->difference, "of two plans: what changes from the first to the second");
    command
        .add_option("--line", options->lines,
                    "line of contact: a built-in one by name, or a file of lines; of one plan several, a map of each")
        .type_name("NAME|FILE");
    command
        .add_option("--control", options->controls,
                    "land that Russia holds: a file of polygons; of one plan several, a map of each")
        .type_name("FILE");
    command
        .add_option(
            "--zoom", options->zoom,
            "what is shown: plan, the land that it is about (default); all; a unit; or a place or LON,LAT and how far "
            "across: Kupiansk,60km")
        .type_name("WHAT");
    add_page_options(command, options->page);
    command.add_option("--title", options->page.title, "instead of the plan's own");
    command.add_flag("--overwrite", options->overwrite, "replace the output if it exists");
    add_shared_options(command, options->inputs);
    command.option("--by").hidden();
    add_interval_option(command, options->inputs);
    add_draws_option(command, options->inputs);
    add_base_option(command, options->inputs);
    command.footer(
        "examples: demarc render us-28-point map.svg\n"
        "          demarc render us-28-point ua-us-20-point both.pdf --size A4-landscape\n"
        "          demarc render freeze us-28-point changes.png --difference --dpi 192\n"
        "          demarc render us-28-point donetsk.svg --zoom Donetsk --lang uk\n"
        "          demarc render us-28-point kramatorsk.png --zoom Kramatorsk,60km --base donetsk.osm.pbf\n"
        "          demarc render as-held year.png --line 2025-12-24 --line 2026-08-22 --line 2026-10-10");
    command.callback([options, &console, render = std::move(render)] { render(*options, console); });
}

}  // namespace app
