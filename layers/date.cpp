// SPDX-License-Identifier: MIT
#include "layers/date.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace layers {

namespace {

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

unsigned number(std::string_view digits) {
    unsigned value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// "20251224" → is there such a day?
bool is_day(std::string_view digits) {
    if (digits.size() != 8 || !all_digits(digits)) { return false; }
    using namespace std::chrono;
    const int year_number = static_cast<int>(number(digits.substr(0, 4)));
    return year_month_day{year{year_number}, month{number(digits.substr(4, 2))}, day{number(digits.substr(6))}}.ok();
}

std::string digits_of(std::string_view date) {
    return std::string{date.substr(0, 4)} + std::string{date.substr(5, 2)} + std::string{date.substr(8, 2)};
}

}  // namespace

bool is_date(std::string_view text, bool or_shorter) {
    const auto dash_at = [text](std::size_t i) { return text.size() <= i || text[i] == '-'; };
    if (!dash_at(4) || !dash_at(7)) { return false; }
    if (text.size() == 10) { return is_day(digits_of(text)); }
    if (!or_shorter) { return false; }
    if (text.size() == 7) { return is_day(digits_of(std::string{text} + "-01")); }
    return text.size() == 4 && all_digits(text);
}

std::string date_in(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_date(text.substr(i, 10))) { return std::string{text.substr(i, 10)}; }
        const std::string_view packed = text.substr(i, 8);
        if (packed.starts_with("20") && is_day(packed)) {
            return std::string{packed.substr(0, 4)}
                .append("-")
                .append(packed.substr(4, 2))
                .append("-")
                .append(packed.substr(6));
        }
    }
    return {};
}

}  // namespace layers
