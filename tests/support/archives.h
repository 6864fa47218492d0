// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace testing_support {

/// A zip archive of these names and contents, stored without compression (APPNOTE.TXT, 4.3).
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files);

/// One member of a gzip file.
std::string gzip_of(const std::string& content);

}  // namespace testing_support
