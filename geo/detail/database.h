// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <string>
#include <vector>

namespace geo::detail {

/// How a database is opened; has the password, and so is never shown.
struct Database {
    std::string typed;                 ///< "PG:…", as the user's command has it
    std::string connection;            ///< in libpq's words, every value quoted
    std::vector<std::string> tables;   ///< those to read; empty if none is named
    std::vector<std::string> options;  ///< of GDAL: "SCHEMAS=…"
};

/// What WriteOptions::format is called for a database.
inline constexpr const char* tables = "postgis";

/// Writes each of the layers into a table with a geometry column "geom" in EPSG:4326, all or none. The tables are those
/// that the connection names, one for each layer in their order; else they are called as the layer is, behind
/// WriteOptions::table_stem. The receipt is their comment. Throws Error if one is there and may not be replaced.
void write_tables(const Dataset& dataset, const std::string& path, const WriteOptions& options);

/// The database of that name. Throws Error (bad usage) if nobody admitted it.
const Database& admitted(const std::string& name);

}  // namespace geo::detail
