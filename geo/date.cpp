// SPDX-License-Identifier: MIT
#include "geo/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace geo {

namespace {

/// Exactly so many digits.
std::optional<int> digits(std::string_view text, std::size_t count) {
    const bool all =
        text.size() == count && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    int number = 0;
    if (all) { std::from_chars(text.data(), text.data() + text.size(), number); }
    return all ? std::optional{number} : std::nullopt;
}

}  // namespace

std::optional<Date> date_of(long long year, long long month, long long day) {
    using namespace std::chrono;
    if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) { return std::nullopt; }
    const year_month_day date{std::chrono::year{static_cast<int>(year)},
                              std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional{Date{date}} : std::nullopt;
}

std::optional<Date> parse_iso_date(std::string_view text) {
    const std::optional<PartialDate> date = parse_partial_date(text);
    return date && date->day ? date_of(date->year, *date->month, *date->day) : std::nullopt;
}

std::string to_text(const std::optional<Date>& date) {
    if (!date) { return {}; }
    const std::chrono::year_month_day parts{*date};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(parts.year()), static_cast<unsigned>(parts.month()),
                       static_cast<unsigned>(parts.day()));
}

std::optional<PartialDate> parse_partial_date(std::string_view text) {
    const bool has_month = text.size() > 4, has_day = text.size() > 7;
    if ((has_month && text[4] != '-') || (has_day && text[7] != '-')) { return std::nullopt; }
    const std::optional<int> year = digits(text.substr(0, 4), 4);
    const std::optional<int> month = has_month ? digits(text.substr(5, has_day ? 2 : text.npos), 2) : 1,
                             day = has_day ? digits(text.substr(8), 2) : 1;
    if (!year || !month || !day || !date_of(*year, *month, *day)) { return std::nullopt; }
    PartialDate date{*year, {}, {}};
    if (has_month) { date.month = static_cast<unsigned>(*month); }
    if (has_day) { date.day = static_cast<unsigned>(*day); }
    return date;
}

std::string to_text(const std::optional<PartialDate>& date) {
    if (!date) { return {}; }
    std::string text = fmt::format("{:04}", date->year);
    if (date->month) { text += fmt::format("-{:02}", *date->month); }
    if (date->day) { text += fmt::format("-{:02}", *date->day); }
    return text;
}

}  // namespace geo
