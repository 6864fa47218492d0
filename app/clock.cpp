// SPDX-License-Identifier: MIT
#include "app/clock.h"

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace app {

geo::Date today() {
    const auto now = std::chrono::system_clock::now();
    const char* const set = std::getenv("SOURCE_DATE_EPOCH");
    const std::string_view text = set == nullptr ? "" : set;
    long long seconds = 0;
    const bool is_set =
        !text.empty() && std::from_chars(text.data(), text.data() + text.size(), seconds).ec == std::errc{};
    return std::chrono::floor<std::chrono::days>(is_set ? std::chrono::sys_seconds{std::chrono::seconds{seconds}}
                                                        : now);
}

}  // namespace app
