// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <string>
#include <string_view>

namespace geo::detail {

struct Input {
    std::string name;      ///< for messages
    std::string bytes;     ///< unpacked content, where it was read here: JSON, CSV, or what came from standard input
    bool is_json = false;  ///< it begins as a JSON document does
    std::string head{};    ///< what a file that stays unread begins with
};

/// Opens a path, or standard input for "-". Files that are neither JSON nor CSV stay unread: GDAL opens them by their
/// path. Throws Error (bad usage) if there is no such file.
Input open_input(const std::string& path);

/// Appends the features of GeoJSON text: one document, one a line, or a text sequence. False if it is for GDAL instead:
/// JSON of another kind. Throws Error with line and column of a syntax error, the feature of a wrong one, the words of
/// a server's error, and, unless the options take it, for an answer that the server cut short.
bool parse_geojson(std::string_view text, const ReadOptions& options, Dataset& into);

/// A geometry alone.
Shape parse_geojson_geometry(std::string_view text);

}  // namespace geo::detail
