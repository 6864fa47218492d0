// SPDX-License-Identifier: MIT
#include "app/fetch/arcgis.h"

#include <cstddef>

namespace app {

namespace {

/// Behind the string that begins there.
std::size_t behind_string(std::string_view json, std::size_t at) {
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\') { ++at; }
    }
    return at + 1;
}

/// Behind the object or list that begins there.
std::size_t behind_value(std::string_view json, std::size_t at) {
    std::size_t depth = 0;
    while (at < json.size()) {
        if (json[at] == '"') {
            at = behind_string(json, at);
            continue;
        }
        if (json[at] == '{' || json[at] == '[') { ++depth; }
        if (json[at] == '}' || json[at] == ']') { --depth; }
        ++at;
        if (depth == 0) { break; }
    }
    return at;
}

std::size_t behind_spaces(std::string_view json, std::size_t at) {
    const std::size_t found = json.find_first_not_of(" \t\r\n", at);
    return found == json.npos ? json.size() : found;
}

}  // namespace

std::string_view list_in(std::string_view json, std::string_view key) {
    for (std::size_t at = json.find('{') + 1; at != 0 && at < json.size();) {
        if (json[at] == '{' || json[at] == '[') {
            at = behind_value(json, at);
        } else if (json[at] != '"') {
            ++at;
        } else {
            const std::size_t end = behind_string(json, at);
            const bool is_named = end <= json.size() && json.substr(at + 1, end - at - 2) == key;
            const std::size_t colon = behind_spaces(json, end);
            const bool is_key = colon < json.size() && json[colon] == ':';
            at = is_key ? behind_spaces(json, colon + 1) : end;
            if (!is_named || !is_key || at >= json.size() || json[at] != '[') { continue; }
            return json.substr(at + 1, behind_value(json, at) - at - 2);
        }
    }
    return {};
}

}  // namespace app
