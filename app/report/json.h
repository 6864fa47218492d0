// SPDX-License-Identifier: MIT
#pragma once

#include "app/report/json_fwd.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace app {

/// Empty words and absent quantities are null. (Json{value} would be an array of one.)
inline Json or_null(const std::string& words) {
    return words.empty() ? Json(nullptr) : Json(words);
}

template <class Quantity>
Json or_null(const std::optional<Quantity>& quantity) {
    return quantity ? Json(quantity->value()) : Json(nullptr);
}

/// As printed: indented, one line feed at the end; bytes that are not UTF-8 are replaced, what a terminal would obey is
/// escaped.
std::string printed(const Json& json);

}  // namespace app
