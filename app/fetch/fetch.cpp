// SPDX-License-Identifier: MIT
#include "app/fetch/fetch.h"

#include "app/console.h"
#include "app/fetch/arcgis.h"
#include "app/fetch/download.h"
#include "app/fetch/interruption.h"
#include "app/fetched/address.h"
#include "geo/error.h"
#include "geo/file.h"
#include "geo/setting.h"

#include <filesystem>

namespace app {

namespace {

/// A record lies beside what is fetched, so that it is a file; and nothing else may lie there.
void require_place(const FetchOptions& options) {
    std::error_code none;
    const std::string &path = options.file, record = record_path(path);
    if (!options.overwrite && !geo::exists(path) && geo::exists(record)) {
        const std::optional<SourceRecord> left = read_source_record(record);
        if (!left || left->address != shown_address(options.address)) {
            throw geo::Error{"this file lies where the record is to be",
                             "move it away, or add " + geo::setting("overwrite"), geo::Error::Kind::bad_usage}
                .at({record});
        }
    }
    if (path != "-" && (!std::filesystem::exists(path, none) || std::filesystem::is_regular_file(path, none))) {
        return;
    }
    throw geo::Error{"this is no file to write to", "name a file, as its record lies beside it",
                     geo::Error::Kind::bad_usage}
        .at({path});
}

}  // namespace

void fetch(const FetchOptions& options, Console& console) {
    remember_interruptions();
    try {
        require_place(options);
        options.is_layer || is_arcgis_layer(options.address) ? download_layer(options, console)
                                                             : download(options, console);
    } catch (const Interrupted& interrupted) {
        console.say(geo::exists(options.file + ".part")
                        ? "stopped; what has come is kept: run the same again, and it goes on from there"
                        : "stopped before anything had come");
        end_by(interrupted);
    }
}

}  // namespace app
