// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/view_options.h"

#include <memory>
#include <utility>

namespace app {

void add_view(Command cli, Console& console, View view) {
    auto options = std::make_shared<ViewOptions>();
    const Command command = cli.add_subcommand("view", "The map: plans, figures, drawing, in a window or as a PNG");
    command
        .add_option("plan", options->plans,
                    "one or two built-in plans or plan files; or a session that was saved in the window")
        .type_name("PLAN|SESSION");
    command
        .add_option("--line", options->lines,
                    "line of contact: a built-in one by name, or a file of lines; may be repeated; two beside two "
                    "plans: A's, B's")
        .type_name("NAME|FILE");
    command
        .add_option("--control", options->controls,
                    "land that Russia holds: a file of polygons; may be repeated; two beside two plans: A's, B's")
        .type_name("FILE");
    add_shared_options(command, options->inputs);
    command.option("--by").hidden();
    command.add_option("--mode", options->mode, "of two plans: wipe (default) or difference")
        .type_name("MODE")
        .one_of({"wipe", "difference"});
    command.add_option("--divider", options->divider, "of the wipe: per cent of the map's width (default 50)")
        .within(0, 100)
        .type_name("PERCENT");
    const Option place =
        command.add_option("--place", options->place, "begin at a built-in place, with its card").type_name("PLACE");
    command.add_option("--zoom", options->zoom, "with --place: what 100 pixels show, such as 30km")
        .needs(place)
        .type_name("LENGTH");
    command.add_flag("--dark", options->dark, "dark colours");
    command.add_flag("--ukrainian", options->ukrainian, "Ukrainian names on the map");
    command.add_option("--font", options->font, "a TrueType font with Cyrillic letters").type_name("FILE");
    const Option screenshot =
        command.add_option("--screenshot", options->screenshot, "paint a PNG instead of opening a window")
            .type_name("FILE");
    command.add_option("--size", options->size, "of the screenshot in logical pixels (default 1600x1000)")
        .needs(screenshot)
        .type_name("WxH");
    command.add_option("--scale", options->scale, "pixels of the PNG per logical pixel (default 1)").needs(screenshot);
    command.add_flag("--map-only", options->map_only, "of the screenshot: the map with its legend, without panels");
    command.add_flag("--overwrite", options->overwrite, "replace the PNG if it exists").needs(screenshot);
    command.add_option("--session", options->session, "the session that says how it is looked at").hidden();
    command.add_option("--marks", options->marks, "write where the controls stand, after every frame; for tests")
        .type_name("FILE");
    command.footer(
        "examples: demarc view\n"
        "          demarc view us-28-point ua-us-20-point\n"
        "          demarc view story.demarc\n"
        "          demarc view us-28-point --control monday.geojson --control tuesday.geojson\n"
        "          demarc view as-held as-held --mode difference --control monday.geojson --control tuesday.geojson\n"
        "          demarc view as-held --line 2014-09-19 --line 2022-02-23 --line 2025-12-24\n"
        "          demarc view freeze us-28-point --mode difference --screenshot map.png --map-only --scale 2");
    command.callback([options, command, &console, view = std::move(view)] {
        options->given =
            command.given_options({"--line", "--control", "--set", "--fit-outline", "--mode", "--divider", "--place",
                                   "--zoom", "--dark", "--ukrainian", "--font", "--screenshot", "--size", "--scale",
                                   "--map-only", "--overwrite", "--marks", "--by", "--session"});
        view(*options, console);
    });
}

}  // namespace app
