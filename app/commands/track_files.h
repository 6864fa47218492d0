// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace app {

/// Files as they are named, and those that lie in the folders that are named, in their order: all of known formats but
/// texts and receipts. Throws geo::Error (bad usage) for a folder without any.
std::vector<std::string> files_in(const std::vector<std::string>& sources);

}  // namespace app
