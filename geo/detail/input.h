// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "geo/detail/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geo::detail {

struct InputFile {
    std::string name;   ///< without a folder: "zone.shp"
    std::string bytes;  ///< unpacked
};

/// A file as it was found, wholly in memory: what reads it further sees neither the folder around it nor the network.
struct Input {
    std::string name;              ///< for messages
    std::string_view format;       ///< of endings(): "json", "kml", "gpkg", …
    std::vector<InputFile> files;  ///< the first holds the features; what belongs to it follows
    std::vector<std::string> notes;
    Database database{};  ///< of the format "pg", which has no files
};

/// Opens a path, standard input for "-", or "FILE.zip/inner.shp", and unpacks gzip, zip and tar. The format is told by
/// the ending, and the content must be of that kind; where there is no ending, by a look at the content among few.
/// A database that was admitted is told from a path by its name: see names_database().
/// Throws Error (bad usage) if there is no such file, if it is an address, or if it is larger than max_bytes once
/// unpacked.
Input open_input(const std::string& path, std::uintmax_t max_bytes);

/// A database that was in use with a log says so in two bytes; read alone and whole, it is one without.
void leave_log(Input& input);

/// A file's content as it is. Throws Error (bad usage) as open_input() does.
std::string bytes_of_file(const std::string& path, std::uintmax_t max_bytes);

/// The features of what was opened, as geo::read() has them.
Dataset read_input(const Input& input, const ReadOptions& options);

/// Does the path lead into a zip or tar archive that is there?
bool is_in_archive(const std::string& path);

/// "-", GDAL's virtual paths, addresses of servers and databases.
bool is_address(const std::string& path);

/// Appends the features of GeoJSON text: one document, one a line, or a text sequence. The CRS that it names, or "" as
/// it should; nothing if it is for GDAL instead: JSON of another kind. Throws Error with line and column of a syntax
/// error, the feature of a wrong one, the words of a server's error, and, unless the options take it, for an answer
/// that the server cut short.
std::optional<std::string> parse_geojson(std::string_view text, const ReadOptions& options, Dataset& into);

/// A geometry alone.
Shape parse_geojson_geometry(std::string_view text);

}  // namespace geo::detail
