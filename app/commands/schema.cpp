// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/console.h"
#include "layers/builtin.h"

#include <CLI/CLI.hpp>

namespace app {

void add_schema(CLI::App& cli, Console& console) {
    auto* command =
        cli.add_subcommand("schema", "The JSON Schema of plan files, for editors that complete and validate");
    command->footer(
        "example: demarc schema > plan.schema.json\n\n"
        "In editors with the YAML language server, begin the plan with\n"
        "# yaml-language-server: $schema=plan.schema.json");
    command->callback([&console] { console.print(layers::builtin_file("plan.schema.json")); });
}

}  // namespace app
