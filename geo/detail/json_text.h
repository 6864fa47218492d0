// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace geo::detail {

// simdjson is fast, and neither writes JSON nor says where a text stops being JSON.

/// As a JSON string in quotes; bytes that are no UTF-8 become U+FFFD.
std::string json_string(std::string_view text);

/// Shortest digits that read back as the same double, with a point or an exponent; null for what JSON has no number
/// for.
std::string json_number(double value);

/// Where the text stops being JSON (RFC 8259): the index of the first byte that cannot stand there, the size of the
/// text if it ends in the middle, npos if nothing is wrong.
std::size_t json_fault(std::string_view text);

}  // namespace geo::detail
