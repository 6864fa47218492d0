// SPDX-License-Identifier: MIT
#pragma once

#include "app/fetched/source_record.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace app {

class Console;

/// What `demarc fetch` was asked for: one address, into one file.
struct FetchOptions {
    std::string address, file;
    std::optional<FetchedSource> source;  ///< of a named one
    bool is_layer = false;                ///< of an ArcGIS server, to be fetched in pages
    bool overwrite = false;
    std::uintmax_t max_bytes = 0;
    std::chrono::seconds timeout{30}, wait{60};  ///< without a byte, and as long as a busy server asks for
};

/// Throws geo::Error.
using Fetch = std::function<void(const FetchOptions&, Console&)>;

}  // namespace app
