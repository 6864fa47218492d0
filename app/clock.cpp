// SPDX-License-Identifier: MIT
#include "app/clock.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <string_view>

namespace app {

std::chrono::sys_seconds now() {
    const char* const set = std::getenv("SOURCE_DATE_EPOCH");
    const std::string_view text = set == nullptr ? "" : set;
    constexpr long long latest = 253402300799;  // the end of the year 9999
    long long seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    const bool is_set = error == std::errc{} && end == text.data() + text.size() && seconds >= 0 && seconds <= latest;
    if (is_set) { return std::chrono::sys_seconds{std::chrono::seconds{seconds}}; }
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

geo::Date today() {
    return std::chrono::floor<std::chrono::days>(now());
}

std::string to_text(std::chrono::sys_seconds moment) {
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::hh_mm_ss time{moment - day};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", geo::to_text(std::optional{day}), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

}  // namespace app
