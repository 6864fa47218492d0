// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace geo::detail {

/// What some bytes are, from a look at their beginning.
struct Content {
    std::string_view format;  ///< as endings.h names them, "gzip" too; empty for what demarc does not read
    std::string words;        ///< "a GeoPackage or another SQLite database", for messages
};

Content look_at_content(std::string_view bytes);

}  // namespace geo::detail
