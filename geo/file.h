// SPDX-License-Identifier: MIT
#pragma once

#include "geo/error.h"

#include <exception>
#include <functional>
#include <string>

namespace geo {

/// Does the path lead to something? One that cannot be looked at, being too long or forbidden, leads to nothing.
bool exists(const std::string& path);

/// Does it lead to a file that is no folder, pipe or device, be it one in a zip archive: "zones.zip/north.shp"?
bool is_regular_file(const std::string& path);

/// What was thrown, as an Error: itself if it is one; bad usage with the path that the system refused, bad data where
/// memory ran out, else a fault of demarc.
Error error_of(const std::exception& thrown);

/// For main(), before it starts threads: a signal that ends the program takes away first what is half written, and a
/// file beyond a limit of size is an error like that of a full disk.
void end_cleanly_on_signals();

/// Writes beside the target and renames into place, so that a run that fails or is killed leaves neither a part nor a
/// loss. Throws Error if the file exists and may not be overwritten, or cannot be written in full.
void write_file(const std::string& path, const std::string& bytes, bool overwrite);

/// The same with a receipt beside it, FILE.receipt.json, which must not exist either unless it may be overwritten: see
/// receipt_in().
void write_file(const std::string& path, const std::string& bytes, const std::string& receipt, bool overwrite);

/// Makes a folder beside the target, has it filled with files and folders, and renames it into place; into a target
/// that exists and may be overwritten, file by file, and what else lies there stays. Throws Error as write_file() does,
/// and whatever `fill` throws.
void write_folder(const std::string& path, bool overwrite, const std::function<void(const std::string& folder)>& fill);

}  // namespace geo
