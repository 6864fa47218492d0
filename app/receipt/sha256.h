// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace app {

/// FIPS 180-4, as 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

/// The same of a file, of whatever size. Throws geo::Error if it cannot be read.
std::string sha256_of_file(const std::string& path);

}  // namespace app
