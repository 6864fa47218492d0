// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// Where a named source comes from, as the record of a file of it keeps that.
struct FetchedSource {
    std::string name, title, date, licence, terms, classes;  ///< empty: not known
};

/// One of the answers that a file was joined from.
struct FetchedPage {
    std::string address, sha256;
    std::uint64_t bytes = 0;
};

/// What stands beside a fetched file, in FILE.source.json. Of addresses it has what may be shown: see shown_address().
struct SourceRecord {
    std::string address, final_address;  ///< as it was asked for, and where that led
    std::string fetched;                 ///< "2026-11-27T22:10:03Z"
    std::uint64_t bytes = 0;
    std::string sha256;
    std::string etag, last_modified, content_type;  ///< as the server said; empty if it did not
    std::optional<FetchedSource> source;
    std::vector<FetchedPage> pages;
};

/// The path of the record of a file.
std::string record_path(const std::string& file);

std::string to_json(const SourceRecord& record);

/// Nothing if there is no such file, or it is no record of this kind: it is somebody's own then.
std::optional<SourceRecord> read_source_record(const std::string& path);

/// What has come of a file that is not complete, in FILE.part.json: by what the server is asked for the rest.
struct PartRecord {
    std::string address, etag, last_modified;
};

std::string to_json(const PartRecord& record);
std::optional<PartRecord> read_part_record(const std::string& path);

}  // namespace app
