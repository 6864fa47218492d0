// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

namespace app::viewer {

/// The member of that name, where there is one of the value's type; else the value stays as it is.
template <class T>
void take(const nlohmann::ordered_json& json, const char* key, T& value) {
    const auto found = json.find(key);
    if (found == json.end()) { return; }
    try {
        value = found->template get<T>();
    } catch (const nlohmann::ordered_json::exception&) {}
}

}  // namespace app::viewer
