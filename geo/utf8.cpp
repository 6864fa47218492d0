// SPDX-License-Identifier: MIT
#include "geo/utf8.h"

#include <array>

namespace geo {

char32_t take_character(std::string_view& text) {
    const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    const std::size_t size = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    char32_t character = size == 1 ? lead : lead & (0xFFU >> (size + 1));
    bool valid = size == 1 || (lead >= 0xC2 && lead <= 0xF4 && text.size() >= size);
    for (std::size_t i = 1; valid && i < size; ++i) {
        valid = (byte(i) & 0xC0U) == 0x80;
        character = (character << 6U) | (byte(i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    valid = valid && character >= least[size] && character <= 0x10FFFF && (character < 0xD800 || character > 0xDFFF);
    text.remove_prefix(valid ? size : 1);
    return valid ? character : no_character;
}

std::size_t first_not_utf8(std::string_view text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t before = rest.size();
        if (take_character(rest) == no_character && before - rest.size() == 1) { return text.size() - before; }
    }
    return std::string_view::npos;
}

}  // namespace geo
