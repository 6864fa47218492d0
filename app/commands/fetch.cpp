// SPDX-License-Identifier: MIT
#include "app/clock.h"
#include "app/commands/commands.h"
#include "app/commands/fetch_options.h"
#include "app/commands/reading.h"
#include "app/commands/sources.h"
#include "app/fetched/address.h"
#include "geo/dataset.h"
#include "geo/error.h"
#include "layers/model/date.h"
#include "layers/sources/source_list.h"

#include <fmt/format.h>

#include <memory>
#include <utility>

namespace app {

namespace {

struct Options {
    std::string from, date, sources, max_size;
    double timeout = 30, wait = 60;
    FetchOptions fetch;
};

std::optional<geo::Date> day_from(const std::string& text) {
    if (text.empty()) { return std::nullopt; }
    const std::optional<geo::Date> day = layers::parse_date(text);
    if (!day) {
        throw geo::Error{"--date: " + layers::why_no_date(text), "write it as 2025-12-24", geo::Error::Kind::bad_usage};
    }
    if (*day > today()) {
        throw geo::Error{fmt::format("--date: {} has not come yet", geo::to_text(day)), "choose an earlier day",
                         geo::Error::Kind::bad_usage};
    }
    return day;
}

/// The address and what is known of it, if the source is a named one.
void name_source(const Options& options, FetchOptions& wanted) {
    if (is_address(options.from)) {
        if (!options.date.empty() || !options.sources.empty()) {
            throw geo::Error{"--date and --sources are for sources that have a name", "leave them out of an address",
                             geo::Error::Kind::bad_usage};
        }
        wanted.address = options.from;
        return;
    }
    if (options.from.find_first_of("./") != std::string::npos) {
        throw geo::Error{"this is no name of a source, and an address begins with https:// or http://",
                         "write it as https://example.org/file.geojson", geo::Error::Kind::bad_usage}
            .at({options.from});
    }
    const std::vector<layers::NamedSource> sources = sources_from(options.sources);
    const layers::NamedSource& source = layers::find_source(sources, options.from);
    if (source.protocol == "page") {
        throw geo::Error{fmt::format("{} is offered on a page, for a browser: {}", source.name, source.address),
                         "choose a file there, and give its address", geo::Error::Kind::bad_usage};
    }
    const std::optional<geo::Date> day = day_from(options.date);
    wanted.address = layers::address_on(source, day);
    wanted.is_layer = source.protocol == "arcgis";
    wanted.source =
        FetchedSource{source.name, source.title, geo::to_text(day), source.licence, source.terms, source.classes};
}

void run(Options& options, Console& console, const Fetch& fetch) {
    FetchOptions& wanted = options.fetch;
    name_source(options, wanted);
    wanted.max_bytes = options.max_size.empty() ? geo::ReadOptions{}.max_bytes : bytes_from(options.max_size);
    wanted.timeout = std::chrono::seconds{static_cast<long>(options.timeout)};
    wanted.wait = std::chrono::seconds{static_cast<long>(options.wait)};
    fetch(wanted, console);
}

}  // namespace

void add_fetch(Command cli, Console& console, Fetch fetch) {
    auto options = std::make_shared<Options>();
    const Command command =
        cli.add_subcommand("fetch", "Download a file, with a record of where it comes from beside it");
    command.add_option("source", options->from, "an address of https or http, or a name that demarc sources lists")
        .type_name("ADDRESS|NAME")
        .required();
    command.add_option("file", options->fetch.file, "where to write it; FILE.source.json becomes its record")
        .type_name("FILE")
        .required();
    command.add_option("--date", options->date, "the day, of a named source that has a file for each")
        .type_name("DATE");
    command.add_option("--sources", options->sources, "a list of named sources of your own").type_name("FILE");
    command.add_flag("--overwrite", options->fetch.overwrite, "replace the file, if the server has another");
    command.add_option("--max-size", options->max_size, "refuse a file larger than that (default 2GB)")
        .type_name("SIZE");
    constexpr double day = 86400;
    command
        .add_option("--timeout", options->timeout,
                    "give up if there is no connection, or nothing comes, for so many seconds (default 30)")
        .within(1, day)
        .type_name("SECONDS");
    command
        .add_option("--wait", options->wait,
                    "how long in all to wait if the server is busy and says for how long (default 60)")
        .within(0, day)
        .type_name("SECONDS");
    command.footer(
        "What stops half-way is kept in FILE.part, and the same command goes on from there. A file that is there "
        "already is\n"
        "asked for only if it has changed. No other command goes to the network, and no plan or data file leads "
        "there.\n"
        "A user and password in the address are sent, and neither kept nor shown.\n\n"
        "environment: http_proxy, https_proxy, ALL_PROXY and NO_PROXY, as curl has them; SSL_CERT_FILE, SSL_CERT_DIR\n"
        "and CURL_CA_BUNDLE name authorities to trust instead of the system's. ~/.netrc and ~/.curlrc are not read.\n\n"
        "examples: demarc fetch https://example.org/held.geojson held.geojson\n"
        "          demarc fetch deepstate-daily --date 2026-10-10 held.geojson");
    command.callback([options, &console, fetch = std::move(fetch)] { run(*options, console, fetch); });
}

}  // namespace app
