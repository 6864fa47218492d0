// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace app {

/// Keeps its keys in the order in which they are given.
using Json = nlohmann::ordered_json;

/// Empty words and absent quantities are null. (Json{value} would be an array of one.)
inline Json or_null(const std::string& words) {
    return words.empty() ? Json(nullptr) : Json(words);
}

template <class Quantity>
Json or_null(const std::optional<Quantity>& quantity) {
    return quantity ? Json(quantity->value()) : Json(nullptr);
}

/// As printed: indented, one line feed at the end; bytes that are not UTF-8 are replaced.
inline std::string document(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace app
