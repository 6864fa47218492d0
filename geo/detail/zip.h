// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace geo::detail {

/// Names of the files in a zip archive, folders and what macOS leaves (__MACOSX, .DS_Store) left out. Throws Error for
/// a damaged archive.
std::vector<std::string> zip_names(std::string_view archive);

/// The content of one of them. Throws Error if it is damaged, encrypted, packed by a rare method or larger than
/// max_bytes.
std::string unzip(std::string_view archive, const std::string& name, std::uintmax_t max_bytes);

}  // namespace geo::detail
