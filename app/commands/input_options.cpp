// SPDX-License-Identifier: MIT
#include "app/commands/inputs.h"

namespace app {

void add_input_options(Command command, Inputs& inputs) {
    const Option line =
        command.add_option("--line", inputs.line, "line of contact: a built-in one by name, or a file of lines")
            .type_name("NAME|FILE");
    command
        .add_option("--control", inputs.control,
                    "land that Russia holds: a file of polygons, or \"PG:…\", a table of PostGIS")
        .type_name("FILE")
        .excludes(line);
    add_shared_options(command, inputs);
}

void add_unit_options(Command command, Inputs& inputs) {
    command.add_option("--units", inputs.units, "first-level units: a file of polygons; built in if not given")
        .type_name("FILE");
    command
        .add_option("--units-layer", inputs.units_layers,
                    "layers of the files of --units and --by, where they have several")
        .delimiter(',')
        .type_name("NAMES");
    command.add_option("--unit-name", inputs.unit_name, "field with names, of the files of --units and --by")
        .type_name("FIELD");
    command.add_option("--unit-code", inputs.unit_code, "field with codes, of the files of --units and --by")
        .type_name("FIELD");
}

void add_laying_options(Command command, Inputs& inputs) {
    command
        .add_option("--accuracy", inputs.accuracy,
                    "95 in 100 positions of the line lie within that; where its file does not say it, or in its place")
        .type_name("LENGTH");
    command
        .add_option("--correlation", inputs.correlation,
                    "over such a length errors of the line go together (2.5 times the accuracy, if nothing says it)")
        .type_name("LENGTH");
    command
        .add_option(
            "--set", inputs.settings,
            "set a parameter of the plans, such as depth=10km; of the second plan alone, B:depth=10km; may be repeated")
        .type_name("NAME=VALUE");
}

Option add_fit_option(Command command, Inputs& inputs) {
    return command
        .add_option("--fit-outline", inputs.fit,
                    "land that control polygons leave uncovered along border and coast, up to so far from them, goes "
                    "with the land beside it (default 5km; none: as drawn)")
        .type_name("LENGTH|none");
}

void add_shared_options(Command command, Inputs& inputs) {
    const Option control = command.option("--control");
    add_fit_option(command, inputs).needs(control);
    command.add_option("--close", inputs.closing, "how far an open line may end from border or coast (default 15 km)")
        .excludes(control)
        .type_name("LENGTH");
    command
        .add_option("--input-layer", inputs.layers,
                    "layers of the line's or polygons' file, where it has several; of the units', if they are the only "
                    "file")
        .delimiter(',')
        .type_name("NAMES");
    command
        .add_option("--where", inputs.where,
                    "which features of the line's or polygons' file count, as ogr2ogr has it: \"status = 'RU'\"")
        .type_name("WHERE");
    command.add_option("--contested", inputs.contested, "which of its features are contested land, a class of its own")
        .needs(control)
        .type_name("WHERE");
    add_unit_options(command, inputs);
    command.add_option("--by", inputs.by, "break the tables down by these polygons, such as raions, instead of units")
        .type_name("FILE");
    command
        .add_option(
            "--sides", inputs.sides,
            "names of the two sides, first the one that keeps what is not beyond the line (default \"Ukraine,Russia\")")
        .type_name("NAME,NAME");
    command.add_option("--held-at", inputs.held_at, "a position on the side of the line that the second side holds")
        .excludes(control)
        .type_name("PLACE|LON,LAT");
    command
        .add_option("--min-piece", inputs.min_piece,
                    "pieces and holes of held land smaller than that make no front (default 0.1 km²)")
        .type_name("AREA");
    command.add_flag("--partial", inputs.partial, "read an answer that the server cut short all the same");
    command.add_option("--max-size", inputs.max_size, "refuse input files larger than that once unpacked (default 2GB)")
        .type_name("SIZE");
    command.add_option("--crs", inputs.crs, "CRS of files that do not say it, such as EPSG:32637").type_name("CRS");
    command.add_option("--date", inputs.date, "date of the line, where its file does not say it").type_name("DATE");
    command.add_option("--source", inputs.source, "source of the line, where its file does not say it");
    add_laying_options(command, inputs);
}

void add_format_options(Command command, Format& format) {
    const Option json = command.add_flag(
        "--json", [&format] { format = Format::json; }, "JSON, numbers unrounded");
    command
        .add_flag(
            "--csv", [&format] { format = Format::csv; }, "CSV, numbers unrounded")
        .excludes(json);
}

}  // namespace app
