// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/csv.h"

#include <string>
#include <vector>

namespace geo::detail {

constexpr int no_column = -1;

/// Where delimited text has its geometry: in one column (WKT, WKB or GeoJSON), or in two of longitude and latitude.
struct CsvColumns {
    std::vector<std::string> names;
    int geometry = no_column, longitude = no_column, latitude = no_column;
    bool guessed = false;     ///< `geometry` is known by its content, not by its name
    bool by_letters = false;  ///< "x" and "y", which may be in any CRS
    bool has_header = true;
    bool has_geometry() const { return geometry != no_column || (longitude != no_column && latitude != no_column); }
};

/// By the names that people and programs give them, in any case; else by what the first record with cells holds.
CsvColumns columns_of(const CsvRecord& header, const CsvRecord& first);

/// By name: has another column the same, but for space around it and upper and lower case?
std::vector<bool> repeated_names(const CsvColumns& columns);

/// "wkt, geometry, …; or lon and lat, …": for messages.
std::string known_column_names();

}  // namespace geo::detail
