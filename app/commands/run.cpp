// SPDX-License-Identifier: MIT
#include "app/commands/run.h"

#include "app/commands/commands.h"
#include "app/console.h"
#include "app/database_words.h"
#include "app/language.h"
#include "app/session/session_file.h"
#include "app/version.h"
#include "geo/file.h"
#include "layers/model/suggest.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <exception>
#include <utility>

namespace app {

namespace {

/// A first word that is no command deserves a better answer than "the following argument was not expected".
void refuse_unknown_command(const CLI::App& cli, int argc, char** argv) {
    if (argc < 2 || argv[1][0] == '-' || argv[1][0] == '\0') { return; }
    std::vector<std::string> names;
    for (const CLI::App* command : cli.get_subcommands({})) { names.push_back(command->get_name()); }
    if (std::find(names.begin(), names.end(), argv[1]) != names.end()) { return; }
    throw geo::Error{fmt::format("there is no command \"{}\"", argv[1]), layers::did_you_mean(argv[1], names),
                     geo::Error::Kind::bad_usage};
}

/// CLI11 talks of "--cvs"; say which option comes near.
[[noreturn]] void refuse(const CLI::ParseError& error, const CLI::App& cli) {
    const auto chosen = cli.get_subcommands();
    const std::string command = chosen.empty() ? "" : " " + chosen.front()->get_name();
    throw geo::Error{error.what(), fmt::format("demarc{} --help lists what there is", command),
                     geo::Error::Kind::bad_usage};
}

void parse_and_run(int argc, char** argv, OwnPrograms programs, Console& console) {
    CLI::App cli{
        tr("demarc measures proposed lines and zones: how many square kilometres of which unit stay with whom\n"
           "under which plan, with the line, the date, the source and what the text leaves unclear.\n"),
        "demarc"};
    cli.option_defaults()->group(tr("Options"));
    cli.set_help_flag("-h,--help", tr("Print this help message and exit"));
    cli.set_version_flag("--version", "demarc " DEMARC_VERSION, tr("Display program version information and exit"));
    std::string language;  // has been chosen by then, for all that is said until here
    cli.fallthrough();
    cli.require_subcommand(1);
    cli.get_formatter()->column_width(26);
    for (const char* label : {"Usage", "Positionals", "OPTIONS", "SUBCOMMAND", "REQUIRED", "Needs", "Excludes"}) {
        cli.get_formatter()->label(label, tr(label));
    }
    const Command command{&cli};
    command.footer(
        "first:  demarc areas                       the main plans on one screen\n"
        "then:   demarc areas us-28-point           one plan, unit by unit\n"
        "        demarc compare freeze us-28-point  what changes hands between two of them\n"
        "        demarc at Kramatorsk               one place under all plans\n"
        "        demarc view us-28-point            the map, in a window\n"
        "        demarc render us-28-point map.pdf  the map, to publish\n"
        "        demarc pack us-28-point story      all that a newsroom needs, in a folder\n"
        "        demarc export us-28-point map.geojson\n"
        "        demarc track days                  land held day by day, from a folder of control polygons\n"
        "        demarc fetch ADDRESS held.geojson  a file from the network, and where it comes from\n\n"
        "Data goes to standard output, notes to standard error. Exit status: 0 fine, 1 bad data, 2 bad usage.");
    command.add_option("--lang", language, "en or uk: the language of tables, maps and plans; else that of the locale")
        .type_name("LANG")
        .one_of({"en", "uk"});
    add_areas(command, console);
    add_compare(command, console);
    add_at(command, console);
    add_sums(command, console);
    add_places(command, console);
    add_view(command, console, std::move(programs.view));
    add_render(command, console, std::move(programs.render));
    add_report(command, console, std::move(programs.report));
    add_pack(command, console, std::move(programs.pack));
    add_export(command, console, std::move(programs.legend));
    add_plans(command, console);
    add_units(command, console);
    add_measure(command, console);
    add_track(command, console, std::move(programs.charts));
    add_sources(command, console);
    add_fetch(command, console, std::move(programs.fetch));
    add_check(command, console);
    add_verify(command, console);
    add_schema(command, console);
    add_documents(command, console);
    refuse_unknown_command(cli, argc, argv);
    try {
        cli.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = cli.get_subcommands();
        console.print(chosen.empty() ? cli.help() : chosen.front()->help());
    } catch (const CLI::CallForVersion&) { console.print(version_words()); } catch (const CLI::ParseError& error) {
        refuse(error, cli);
    }
    if (!console.flush()) { throw geo::Error{"cannot write to standard output"}; }
}

}  // namespace

int run(int argc, char** argv, OwnPrograms programs) {
    geo::end_cleanly_on_signals();
    Console console;
    std::vector<std::string> words{argv + std::min(argc, 1), argv + argc};
    try {
        if (const auto language = language_for(words)) {
            layers::speak(*language);
            words = with_language(std::move(words), *language);
        }
        std::vector<std::string> typed{argv, argv + argc};  // a program that takes this one's place has argv itself
        words = with_databases_admitted(std::move(words));
        typed = with_session_opened(with_databases_admitted(std::move(typed)));
        console.set_command(std::move(words));
        std::vector<char*> pointers;
        for (std::string& word : typed) { pointers.push_back(word.data()); }
        pointers.push_back(nullptr);
        parse_and_run(static_cast<int>(typed.size()), pointers.data(), std::move(programs), console);
        return 0;
    } catch (const std::exception& error) {
        const geo::Error found = geo::error_of(error);
        console.report(found);
        return static_cast<int>(found.kind());
    }
    return 1;
}

}  // namespace app
