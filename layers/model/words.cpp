// SPDX-License-Identifier: MIT
#include "layers/model/words.h"

#include "geo/safe_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace layers {

std::string with_thousands(double value, int decimals) {
    std::string digits = fmt::format("{:.{}f}", value, decimals);
    const std::size_t point = std::min(digits.find('.'), digits.size());
    const std::size_t first = digits[0] == '-' ? 1 : 0;
    for (std::size_t i = point; i > first + 3; i -= 3) { digits.insert(i - 3, ","); }
    return digits;
}

std::string exact(double value) {
    return fmt::format("{}", value);
}

std::string printable(std::string_view text, std::size_t most_columns) {
    std::string plain = geo::plain_text(text);
    std::size_t columns = 0;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const bool continues = (static_cast<unsigned char>(plain[i]) & 0xC0) == 0x80;
        if (!continues && ++columns > most_columns) { return plain.substr(0, i) + "…"; }
    }
    return plain;
}

std::string one_line(std::string_view text) {
    return geo::plain_text(text);
}

std::size_t columns_of(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace layers
