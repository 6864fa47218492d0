// SPDX-License-Identifier: MIT
#include "layers/model/detail/builtin_rows.h"

#include "layers/builtin/builtin.h"

#include <algorithm>

namespace layers::detail {

std::vector<std::string> parts_of(std::string_view text, char between) {
    std::vector<std::string> parts;
    if (text.empty()) { return parts; }
    while (true) {
        const std::size_t end = text.find(between);
        parts.emplace_back(text.substr(0, end));
        if (end == text.npos) { return parts; }
        text.remove_prefix(end + 1);
    }
}

std::vector<std::vector<std::string>> builtin_rows(std::string_view file) {
    std::vector<std::vector<std::string>> rows;
    for (const std::string& line : parts_of(builtin_file(file), '\n')) {
        if (!line.empty()) { rows.push_back(parts_of(line, ',')); }
    }
    rows.erase(rows.begin());
    return rows;
}

}  // namespace layers::detail
