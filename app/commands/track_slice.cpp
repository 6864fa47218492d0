// SPDX-License-Identifier: MIT
#include "app/commands/track_slice.h"

#include "geo/error.h"

#include <fmt/format.h>

#include <charconv>
#include <string_view>

namespace app {

namespace {

std::optional<std::size_t> count_in(std::string_view digits) {
    constexpr std::size_t most = 1000000;
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    const bool fine = error == std::errc{} && end == digits.data() + digits.size() && count >= 1 && count <= most;
    return fine ? std::optional{count} : std::nullopt;
}

}  // namespace

layers::report::Part Slice::part_of(std::size_t listed) const {
    return {(number - 1) * listed / of, number * listed / of};
}

std::optional<Slice> slice_from(const std::string& words) {
    if (words.empty()) { return std::nullopt; }
    const std::string_view all{words};
    const std::size_t slash = all.find('/');
    if (slash != all.npos) {
        const auto number = count_in(all.substr(0, slash)), of = count_in(all.substr(slash + 1));
        if (number && of && *number <= *of) { return Slice{*number, *of}; }
    }
    throw geo::Error{fmt::format("--slice: \"{}\" is no share", words), "write the third of eight as 3/8",
                     geo::Error::Kind::bad_usage};
}

}  // namespace app
