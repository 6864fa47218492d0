// SPDX-License-Identifier: MIT
#include "layers/model/date.h"

#include "layers/model/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>

namespace layers {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

long long number(std::string_view digits) {
    long long value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

using geo::Date;
using MaybeDate = std::optional<Date>;

MaybeDate packed_date(std::string_view digits) {
    return digits.size() == 8 && all_digits(digits)
               ? geo::date_of(number(digits.substr(0, 4)), number(digits.substr(4, 2)), number(digits.substr(6)))
               : std::nullopt;
}

/// Seconds, or milliseconds where seconds would lie beyond the year 5000: from 1990 on, so that small numbers are none.
MaybeDate epoch_date(double count) {
    using namespace std::chrono;
    constexpr double beyond_seconds = 1e11, earliest = 631152000;  // 1990-01-01
    const double in_seconds = std::floor(std::fabs(count) >= beyond_seconds ? count / 1000 : count);
    if (!(in_seconds >= earliest && in_seconds < beyond_seconds)) { return std::nullopt; }
    return floor<days>(sys_seconds{seconds{static_cast<long long>(in_seconds)}});
}

/// Runs of digits and of letters; what lies between is lost but for its first character.
struct Word {
    std::string_view text;
    char before;  ///< the character in front of it, or 0
};

std::vector<Word> words_of(std::string_view text) {
    const auto kind = [](char c) { return is_digit(c) ? 1 : std::isalpha(static_cast<unsigned char>(c)) || c < 0; };
    std::vector<Word> words;
    for (std::size_t i = 0; i < text.size();) {
        const bool digits = is_digit(text[i]);
        if (!digits && kind(text[i]) == 0) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && is_digit(text[end]) == digits && kind(text[end]) != 0) { ++end; }
        words.push_back({text.substr(i, end - i), i == 0 ? '\0' : text[i - 1]});
        i = end;
    }
    return words;
}

/// By the first letters of its English name, or of its Ukrainian one in the genitive.
std::optional<int> month_of(std::string_view word) {
    constexpr std::array<std::array<std::string_view, 2>, 12> months{{{"jan", "січ"},
                                                                      {"feb", "лют"},
                                                                      {"mar", "бер"},
                                                                      {"apr", "кві"},
                                                                      {"may", "тра"},
                                                                      {"jun", "чер"},
                                                                      {"jul", "лип"},
                                                                      {"aug", "сер"},
                                                                      {"sep", "вер"},
                                                                      {"oct", "жов"},
                                                                      {"nov", "лис"},
                                                                      {"dec", "гру"}}};
    const std::string plain = folded(word);
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (plain.starts_with(months[i][0]) || plain.starts_with(months[i][1])) { return static_cast<int>(i) + 1; }
    }
    return std::nullopt;
}

MaybeDate date_of_words(const std::vector<Word>& words) {
    if (words.size() < 3) { return std::nullopt; }
    const auto& [a, b, c] = std::tie(words[0].text, words[1].text, words[2].text);
    if (all_digits(a) && all_digits(c)) {
        const bool year_first = a.size() == 4, year_last = c.size() == 4;
        if (const auto month = all_digits(b) ? std::optional<int>{} : month_of(b)) {
            return year_last ? geo::date_of(number(c), *month, number(a)) : std::nullopt;
        }
        if (!all_digits(b) || a.size() + b.size() > 6 || c.size() > 4) { return std::nullopt; }
        if (year_first && c.size() <= 2) { return geo::date_of(number(a), number(b), number(c)); }
        if (!year_last || a.size() > 2) { return std::nullopt; }
        const bool by_dots = words[1].before == '.';
        if (by_dots || number(a) > 12) { return geo::date_of(number(c), number(b), number(a)); }
        return number(b) > 12 ? geo::date_of(number(c), number(a), number(b)) : std::nullopt;
    }
    const auto month = month_of(a);  // December 24, 2025
    return month && all_digits(b) && c.size() == 4 && all_digits(c) ? geo::date_of(number(c), *month, number(b))
                                                                    : std::nullopt;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n"), last = text.find_last_not_of(" \t\r\n");
    if (first == std::string_view::npos) { return std::nullopt; }
    text = text.substr(first, last - first + 1);
    if (all_digits(text)) {
        const MaybeDate packed = packed_date(text);
        return packed || text.size() > 15 ? packed : epoch_date(static_cast<double>(number(text)));
    }
    if (dates_in(text).size() > 1) { return std::nullopt; }  // from one day to another
    const std::vector<Word> words = words_of(text);
    const bool packed_first = !words.empty() && words.front().text.size() == 8 && all_digits(words.front().text);
    if (packed_first && words.front().text.data() == text.data()) {
        return packed_date(words.front().text);  // 20251224T0300Z
    }
    return date_of_words(words);
}

std::string why_no_date(std::string_view text) {
    const std::vector<Word> words = words_of(text);
    const bool numbers = words.size() == 3 && std::all_of(words.begin(), words.end(), [](const Word& word) {
                             return all_digits(word.text) && word.text.size() <= 4;
                         });
    const auto month = [](const Word& word) { return number(word.text) >= 1 && number(word.text) <= 12; };
    const bool two_days = numbers && words[2].text.size() == 4 && month(words[0]) && month(words[1]);
    return fmt::format("\"{}\" {}", text,
                       two_days ? "can be two days, as the month may stand first or second" : "is not a date");
}

std::optional<Date> date_of(const geo::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) { return parse_date(*text); }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) { return parse_date(fmt::format("{}", *whole)); }
    if (const auto* real = std::get_if<double>(&value)) {
        return std::fabs(*real) < 1e15 ? parse_date(fmt::format("{:.0f}", *real)) : std::nullopt;
    }
    return std::nullopt;
}

std::vector<Date> dates_in(std::string_view name) {
    std::vector<Date> dates;
    const auto add = [&dates](const MaybeDate& date) {
        if (date && std::find(dates.begin(), dates.end(), *date) == dates.end()) { dates.push_back(*date); }
    };
    const std::vector<Word> words = words_of(name);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i].text;
        if (word.size() == 8 && (word.starts_with("20") || word.starts_with("19"))) { add(packed_date(word)); }
        if (i + 2 >= words.size() || !all_digits(word)) { continue; }
        const bool apart = words[i + 1].before == words[i + 2].before &&
                           std::string_view{"-_./ "}.find(words[i + 1].before) != std::string_view::npos;
        const bool spelt = all_digits(words[i + 1].text) && all_digits(words[i + 2].text) &&
                           words[i + 1].text.size() == 2 && (word.size() == 4 || words[i + 2].text.size() == 4);
        if (apart && spelt) { add(date_of_words({words[i], words[i + 1], words[i + 2]})); }
    }
    return dates;
}

}  // namespace layers
