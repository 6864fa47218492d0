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

}  // namespace app
