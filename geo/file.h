// SPDX-License-Identifier: MIT
#pragma once

#include "geo/error.h"

#include <exception>
#include <string>

namespace geo {

/// Does the path lead to something? One that cannot be looked at, being too long or forbidden, leads to nothing.
bool exists(const std::string& path);

/// Does it lead to a file that is no folder, pipe or device, be it one in a zip archive: "zones.zip/north.shp"?
bool is_regular_file(const std::string& path);

/// What was thrown besides Error, as one: bad usage with the path that the system refused, bad data where memory ran
/// out, else a fault of demarc.
Error error_of(const std::exception& thrown);

/// Writes beside the target and renames into place, so that a failed run leaves neither a part nor a loss. Throws Error
/// if the file exists and may not be overwritten, or cannot be written in full.
void write_file(const std::string& path, const std::string& bytes, bool overwrite);

}  // namespace geo
