// SPDX-License-Identifier: MIT
#pragma once

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

/// The database of that name. Throws Error (bad usage) if nobody admitted it.
const Database& admitted(const std::string& name);

}  // namespace geo::detail
