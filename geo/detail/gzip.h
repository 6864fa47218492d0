// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace geo::detail {

bool is_gzip(std::string_view bytes);

/// Every member of a gzip file, one after the other. Throws Error if it is damaged, cut short, followed by other bytes
/// than zeros, which tapes leave, or larger than max_bytes.
std::string gunzip(std::string_view packed, std::uintmax_t max_bytes);

/// Refuses content that is larger than max_bytes once unpacked.
[[noreturn]] void refuse_size(std::uintmax_t max_bytes);

}  // namespace geo::detail
