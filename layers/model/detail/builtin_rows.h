// SPDX-License-Identifier: MIT
#pragma once

#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace layers::detail {

/// What stands between the separators; nothing for an empty text.
std::vector<std::string> parts_of(std::string_view text, char between);

/// The rows of a built-in CSV file that has no quotes, without its heading. Throws geo::Error if there is none.
std::vector<std::vector<std::string>> builtin_rows(std::string_view file);

/// 0 for what is no number.
template <class Number>
Number number_in(std::string_view text) {
    Number number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace layers::detail
