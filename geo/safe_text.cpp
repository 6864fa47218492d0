// SPDX-License-Identifier: MIT
#include "geo/safe_text.h"

#include "geo/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace geo {

namespace {

constexpr std::string_view replacement = "\uFFFD";

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/// Nothing to see of it, or of what it does to the letters beside it.
bool is_hidden(char32_t c) {
    constexpr std::array<std::pair<char32_t, char32_t>, 10> ranges{{{0x00AD, 0x00AD},
                                                                    {0x061C, 0x061C},
                                                                    {0x180E, 0x180E},
                                                                    {0x200B, 0x200B},
                                                                    {0x200E, 0x200F},
                                                                    {0x2028, 0x202E},
                                                                    {0x2060, 0x206F},
                                                                    {0xFEFF, 0xFEFF},
                                                                    {0xFFF9, 0xFFFB},
                                                                    {0xE0000, 0xE007F}}};
    return std::any_of(ranges.begin(), ranges.end(), [c](const auto& r) { return c >= r.first && c <= r.second; });
}

/// Arabic and Indic scripts and emoji are written with joiners; Latin, Greek and Cyrillic words are not.
bool is_stray_joiner(char32_t c, char32_t before) {
    constexpr char32_t non_joiner = 0x200C, joiner = 0x200D, first_that_joins = 0x0600;
    return (c == non_joiner || c == joiner) && before < first_that_joins;
}

/// Calls use(character, its bytes, the character before) for each; bytes that are no UTF-8 come as no_character.
template <class Use>
void for_each_character(std::string_view text, const Use& use) {
    char32_t before = 0;
    while (!text.empty()) {
        const std::string_view at = text;
        const char32_t c = take_character(text);
        use(c, at.substr(0, at.size() - text.size()), before);
        before = c;
    }
}

bool is_number(std::string_view field) {
    if (field.starts_with('+')) { field.remove_prefix(1); }
    const std::size_t digit = field.starts_with('-') ? 1 : 0;
    if (digit == field.size() || !(field[digit] == '.' || (field[digit] >= '0' && field[digit] <= '9'))) {
        return false;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    return error == std::errc{} && end == field.data() + field.size();
}

}  // namespace

std::string plain_text(std::string_view text) {
    const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
    if (std::all_of(text.begin(), text.end(), is_plain)) { return std::string{text}; }
    std::string result;
    for_each_character(text, [&result](char32_t c, std::string_view bytes, char32_t before) {
        if (c == '\t' || c == '\n') {
            result += ' ';
        } else if (c == no_character || is_control(c) || is_hidden(c) || is_stray_joiner(c, before)) {
            result += replacement;
        } else {
            result += bytes;
        }
    });
    return result;
}

std::string shell_quoted(std::string_view text) {
    const bool is_plain = text.find_first_of("$`\\!") == std::string_view::npos;
    const char mark = is_plain ? '"' : '\'';
    std::string quoted{mark};
    for (const char c : text) {
        if (c == mark) {
            quoted += is_plain ? "\\\"" : "'\\''";
        } else {
            quoted += c;
        }
    }
    return quoted + mark;
}

std::string harmless_json(std::string_view json) {
    std::string result;
    result.reserve(json.size());
    for_each_character(json, [&result](char32_t c, std::string_view bytes, char32_t before) {
        const bool outside_strings = c == '\n';
        if (outside_strings || !(is_control(c) || is_hidden(c) || is_stray_joiner(c, before))) {
            result += bytes;
        } else if (c > 0xFFFF) {
            const char32_t rest = c - 0x10000;
            result += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + static_cast<unsigned>(rest >> 10U),
                                  0xDC00 + static_cast<unsigned>(rest & 0x3FFU));
        } else {
            result += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        }
    });
    return result;
}

std::string spreadsheet_text(std::string_view field) {
    std::string text = plain_text(field);
    std::string_view begin = text;
    begin.remove_prefix(std::min(begin.find_first_not_of(' '), begin.size()));
    constexpr std::array<std::string_view, 8> signs{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    const bool has_sign =
        std::any_of(signs.begin(), signs.end(), [begin](std::string_view sign) { return begin.starts_with(sign); });
    return has_sign && !is_number(text) ? "'" + text : text;
}

std::string text_in_kml(std::string_view text) {
    std::string result;
    for_each_character(text, [&result](char32_t c, std::string_view bytes, char32_t) {
        if (c == '<') {
            result += "&lt;";
        } else if (c == '>' && result.ends_with("]]")) {
            result += "&gt;";
        } else if ((is_control(c) && c != '\n' && c != '\t') || is_hidden(c) || c == 0xFFFE || c == 0xFFFF ||
                   c == no_character) {
            result += replacement;
        } else {
            result += bytes;
        }
    });
    return result;
}

}  // namespace geo
