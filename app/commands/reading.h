// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "geo/dataset.h"

#include <cstdint>
#include <string>

namespace app {

/// "500MB", "2 GB", "4GiB" in bytes. Throws geo::Error (bad usage) that names the option.
std::uintmax_t bytes_from(const std::string& text);

/// How the command line has one file read.
struct FileReading {
    geo::ReadOptions options;
    std::string max_size;  ///< as written; empty: the default of `options`
};

/// --crs, --layer, --where, --partial and --max-size.
void add_reading_options(Command command, FileReading& reading);

geo::ReadOptions options_from(const FileReading& reading);

}  // namespace app
