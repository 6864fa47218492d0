// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace testing_support {

/// A zip archive of these names and contents, stored without compression (APPNOTE.TXT, 4.3).
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files);

/// A tar archive of these names and contents as libarchive writes it, plain ("none") or packed: "gzip", "xz", "bzip2",
/// "zstd".
std::string tar_of(const std::vector<std::pair<std::string, std::string>>& files, const std::string& packed = "none");

/// The same with one more entry: a hard link to a file in it.
std::string tar_with_link(const std::string& name, const std::string& content, const std::string& link);

/// One member of a gzip file.
std::string gzip_of(const std::string& content);

}  // namespace testing_support
