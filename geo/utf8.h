// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace geo {

// By hand: utfcpp reports what is no UTF-8 by exceptions, and here it may be every byte of a hostile file.

constexpr char32_t no_character = 0xFFFD;

/// Takes the first character off UTF-8 text, which is not empty; `no_character` for one byte that is none. (Text may
/// hold that character too, in three bytes.)
char32_t take_character(std::string_view& text);

/// The index of the first byte that is no UTF-8; npos if all is.
std::size_t first_not_utf8(std::string_view text);

}  // namespace geo
