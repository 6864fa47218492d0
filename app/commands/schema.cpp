// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/console.h"
#include "layers/builtin/builtin.h"

namespace app {

void add_schema(Command cli, Console& console) {
    const Command command =
        cli.add_subcommand("schema", "The JSON Schema of plan files, for editors that complete and validate");
    command.footer(
        "example: demarc schema > plan.schema.json\n\n"
        "In editors with the YAML language server, begin the plan with\n"
        "# yaml-language-server: $schema=plan.schema.json");
    command.callback([&console] { console.print(layers::builtin_file("plan.schema.json")); });
}

}  // namespace app
