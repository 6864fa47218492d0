// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace geo {

/// A day of the Gregorian calendar. std::chrono counts from it: date + std::chrono::days{7}, (later - earlier).count().
using Date = std::chrono::sys_days;

/// Nothing if the calendar has no such day, or the year has not four digits.
std::optional<Date> date_of(long long year, long long month, long long day);

/// ISO 8601, "2025-12-24"; nothing for whatever else.
std::optional<Date> parse_iso_date(std::string_view text);

/// "2025-12-24"; empty for none.
std::string to_text(const std::optional<Date>& date);

/// A day, or the month or year alone where no more is known of when a text was written.
struct PartialDate {
    int year = 0;
    std::optional<unsigned> month, day;  ///< no day without a month
    friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

/// "2025-12-24", "2025-12" or "2025"; nothing for whatever else.
std::optional<PartialDate> parse_partial_date(std::string_view text);

/// The same; empty for none.
std::string to_text(const std::optional<PartialDate>& date);

}  // namespace geo
