// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Does a word of the command line name a PostgreSQL database: "PG:…", or "--control=PG:…"?
bool has_database(std::string_view word);

/// The words with each database in them by the name that may be shown; read() opens those from then on. For what the
/// user typed and for nothing else. Throws geo::Error for one that is not written as it should.
std::vector<std::string> with_databases_admitted(std::vector<std::string> words);

/// The words again as they were typed, for a program of our own that is started with them.
std::vector<std::string> with_databases_as_typed(std::vector<std::string> words);

}  // namespace app
