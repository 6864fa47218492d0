// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace app {

/// Runs this program again with these words behind its name, without the locale; whatever output they name is written
/// into the folder `into`. What it prints goes into the files `errors` and `out`. Returns its exit status. Throws
/// geo::Error if it cannot be started.
int run_self(std::vector<std::string> words, const std::string& into, const std::string& errors,
             const std::string& out);

/// Runs another program of demarc's, as `use` says of it in an error, with these words behind its name; what they
/// name is written where they say. Throws geo::Error with what it prints if it fails.
void run_part(const std::string& name, const std::string& use, std::vector<std::string> words);

}  // namespace app
