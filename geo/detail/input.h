// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <string>
#include <string_view>

namespace geo::detail {

struct Input {
    std::string name;      ///< for messages
    std::string bytes;     ///< unpacked content, where it was read here: JSON, or whatever came from standard input
    bool is_json = false;  ///< it begins as a JSON document does
};

/// Opens a path, or standard input for "-". Files that are not JSON stay unread: GDAL opens them by their path.
/// Throws Error (bad usage) if there is no such file.
Input open_input(const std::string& path);

/// Appends the features of GeoJSON text, newline-delimited or one document. False if it is for GDAL instead: another
/// CRS, or JSON of another kind. Throws Error with line and column of a syntax error, or the feature of a wrong one.
bool parse_geojson(std::string_view text, Dataset& into);

}  // namespace geo::detail
