// SPDX-License-Identifier: MIT
#include "layers/model/words.h"

#include "geo/safe_text.h"
#include "layers/language/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace layers {

namespace {

/// Between thousands, and before decimals, as the language that is spoken has them.
std::pair<std::string, std::string> separators() {
    const std::string sample = tr("1,234.5");
    const std::size_t two = sample.find("234"), five = sample.find('5');
    if (sample.find('1') != 0 || two == std::string::npos || five == std::string::npos) { return {",", "."}; }
    return {sample.substr(1, two - 1), sample.substr(two + 3, five - two - 3)};
}

}  // namespace

std::string with_thousands(double value, int decimals) {
    std::string digits = fmt::format("{:.{}f}", value, decimals);
    const std::size_t point = std::min(digits.find('.'), digits.size());
    const std::size_t first = digits[0] == '-' ? 1 : 0;
    const auto [between, before_decimals] = separators();
    if (point < digits.size()) { digits.replace(point, 1, before_decimals); }
    for (std::size_t i = point; i > first + 3; i -= 3) { digits.insert(i - 3, between); }
    return digits;
}

std::string length_words(geo::Kilometres length) {
    std::string words = geo::to_text(length);
    const std::size_t blank = words.find(' ');
    if (language() == "en" || blank == std::string::npos) { return words; }
    if (const std::size_t point = words.find('.'); point < blank) { words.replace(point, 1, separators().second); }
    return words.substr(0, words.find(' ') + 1) + tr(words.substr(words.find(' ') + 1));
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
