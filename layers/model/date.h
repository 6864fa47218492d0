// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "geo/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// A day as people and servers write it: 2025-12-24 with or without a time, 24.12.2025, 2025/12/24,
/// 20251224, 24 December 2025, 24 грудня 2025, and seconds or milliseconds since 1970 (UTC). 24/12/2025 only where the
/// month cannot be the day. Nothing if it is none of these.
std::optional<geo::Date> parse_date(std::string_view text);

/// Why parse_date() does not know it, for a message: 01/11/2025 is two days.
std::string why_no_date(std::string_view text);

/// The same of a property's value; of a number, seconds or milliseconds since 1970, or 20251224.
std::optional<geo::Date> date_of(const geo::Value& value);

/// Every day that stands in a name as 2025-12-24, 2025_12_24 or 20251224, each once. Digits that are part of a longer
/// number are none.
std::vector<geo::Date> dates_in(std::string_view name);

}  // namespace layers
