// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace layers {

/// Is this a day of the calendar as ISO 8601 writes it, such as 2025-12-24? With `or_shorter`, 2025-12 and 2025 pass
/// too.
bool is_date(std::string_view text, bool or_shorter = false);

/// The first day of the calendar that stands in a name as 2025-12-24 or 20251224, written as ISO 8601; empty if none
/// does.
std::string date_in(std::string_view text);

}  // namespace layers
