// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// Is this a day of the calendar as ISO 8601 writes it, such as 2025-12-24? With `or_shorter`, 2025-12 and 2025 pass
/// too.
bool is_date(std::string_view text, bool or_shorter = false);

/// A day as people and servers write it, as ISO 8601: 2025-12-24 with or without a time, 24.12.2025, 2025/12/24,
/// 20251224, 24 December 2025, 24 грудня 2025, and seconds or milliseconds since 1970 (UTC). 24/12/2025 only where the
/// month cannot be the day. Empty if it is none of these.
std::string parse_date(std::string_view text);

/// Why parse_date() does not know it, for a message: 01/11/2025 is two days.
std::string why_no_date(std::string_view text);

/// The same of a property's value; of a number, seconds or milliseconds since 1970, or 20251224.
std::string date_of(const geo::Value& value);

/// Every day that stands in a name as 2025-12-24, 2025_12_24 or 20251224, each once, as ISO 8601. Digits that are part
/// of a longer number are none.
std::vector<std::string> dates_in(std::string_view name);

}  // namespace layers
