// SPDX-License-Identifier: MIT
#include "layers/model/detail/filter_words.h"

#include <algorithm>

namespace layers::detail {

std::string quoted_for_filter(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) { quoted += c == '\'' ? std::string{"''"} : std::string{c}; }
    return quoted + "'";
}

std::string field_in_filter(const std::string& field) {
    const bool plain = !field.empty() && std::all_of(field.begin(), field.end(), [](unsigned char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    return plain ? field : "\"" + field + "\"";
}

}  // namespace layers::detail
