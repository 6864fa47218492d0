// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace geo {

/// Writes beside the target and renames into place, so that a failed run leaves neither a part nor a loss. Throws Error
/// if the file exists and may not be overwritten, or cannot be written in full.
void write_file(const std::string& path, const std::string& bytes, bool overwrite);

}  // namespace geo
