// SPDX-License-Identifier: MIT
#include "app/commands/sources.h"
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "layers/language/language.h"
#include "layers/report/record.h"
#include "layers/sources/source_list.h"

#include <fmt/format.h>

#include <memory>

namespace app {

namespace {

namespace field = layers::field;

struct Options {
    std::string file;
    Format format = Format::table;
};

report::Table data_of(const std::vector<layers::NamedSource>& sources) {
    report::Table table{{{&field::name},
                         {&field::title},
                         {&field::title_uk},
                         {&field::kind},
                         {&field::address},
                         {&field::protocol},
                         {&field::first_date},
                         {&field::newest_date},
                         {&field::licence},
                         {&field::terms},
                         {&field::classes},
                         {&field::remarks},
                         {&field::provenance},
                         {&field::tried}}};
    for (const layers::NamedSource& source : sources) {
        table.add({source.name, source.title, source.title_uk, source.kind, source.address, source.protocol,
                   report::entry_of(source.first), report::entry_of(source.newest), report::entry_of(source.licence),
                   report::entry_of(source.terms), report::entry_of(source.classes), report::entry_of(source.remarks),
                   report::entry_of(source.provenance), report::entry_of(source.tried)});
    }
    return table;
}

std::string days_of(const layers::NamedSource& source) {
    if (!source.has_days()) { return source.protocol == "page" ? tr("a page, for a browser") : tr("the newest"); }
    const std::string first = geo::to_text(source.first), newest = geo::to_text(source.newest);
    return (first.empty() ? "…" : first) + "–" + (newest.empty() ? "…" : newest);
}

std::string kind_words(const std::string& kind) {
    return kind == "control" ? tr("Control polygons") : kind == "units" ? tr("Units") : tr("Beneath a map");
}

std::string as_text(const std::vector<layers::NamedSource>& sources, const Console& console) {
    report::Table table{
        {{&field::source}, {&field::date, report::Shows::words, tr("days")}, {&field::title}, {&field::licence}}};
    for (const std::string& kind : layers::source_kinds()) {
        bool has_title = false;
        for (const layers::NamedSource& source : sources) {
            if (source.kind != kind) { continue; }
            if (!std::exchange(has_title, true)) { table.add_title(kind_words(kind)); }
            table.add(
                {source.name, days_of(source), layers::local_name(source.title, source.title_uk), tr(source.licence)});
        }
    }
    return to_text(table, console.text_output()) + "\n" +
           tr("days are those that were seen: others may be there. None of the built-in addresses was asked while this "
              "list was "
              "written, so some may have moved; --json has them, with terms and remarks") +
           "\n";
}

void run(const Options& options, Console& console) {
    const std::vector<layers::NamedSource> sources = sources_from(options.file);
    switch (options.format) {
        case Format::json:
            return console.print(to_json(records_of(data_of(sources))));
        case Format::csv:
            return console.print(to_csv(data_of(sources)));
        case Format::table:
            return console.print(as_text(sources, console));
    }
}

}  // namespace

std::vector<layers::NamedSource> sources_from(const std::string& file) {
    std::vector<layers::NamedSource> sources;
    if (!file.empty()) { sources = layers::read_sources(file); }
    for (const layers::NamedSource& source : layers::builtin_sources()) { sources.push_back(source); }
    return sources;
}

void add_sources(Command cli, Console& console) {
    auto options = std::make_shared<Options>();
    const Command command = cli.add_subcommand(
        "sources", "Where data is published that demarc reads, by names for fetch: days, licence, terms");
    command.add_option("--sources", options->file, "a list of your own, before the built-in one").type_name("FILE");
    add_format_options(command, options->format);
    command.footer(
        "examples: demarc sources\n"
        "          demarc fetch deepstate-daily --date 2026-10-10 held.geojson\n"
        "          demarc sources --json > sources.json");
    command.callback([options, &console] { run(*options, console); });
}

}  // namespace app
