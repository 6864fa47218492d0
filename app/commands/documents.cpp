// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/console.h"
#include "app/documents/completion.h"
#include "app/documents/manual.h"
#include "geo/file.h"

#include <memory>

namespace app {

namespace {

struct Options {
    std::string what, date;
};

std::string page(const Declared& program, const Options& options) {
    if (options.what == program.name) { return manual_of(program, options.date); }
    for (const Declared& command : program.commands) {
        if (options.what == program.name + "-" + command.name) { return manual_of(program, command, options.date); }
    }
    throw geo::Error{"there is no page of that name", "demarc --help lists the commands", geo::Error::Kind::bad_usage};
}

void run(const Declared& program, const Options& options, Console& console) {
    if (options.what == "bash") { return console.print(bash_declarations(program)); }
    if (options.what == "fish") { return console.print(fish_completion(program)); }
    if (options.what == "zsh") { return console.print(zsh_completion(program)); }
    console.print(page(program, options));
}

}  // namespace

void add_documents(Command cli, Console& console) {
    auto options = std::make_shared<Options>();
    const Command command =
        cli.add_subcommand("documents", "For packages: manual pages, and what shells complete").hidden();
    command.add_option("what", options->what, "a page, such as demarc-areas; or bash, fish, zsh").required();
    command.add_option("--date", options->date, "of the page");
    command.callback([cli, options, &console] { run(cli.declared(), *options, console); });
}

}  // namespace app
