// SPDX-License-Identifier: MIT
#include "geo/units.h"

#include "geo/error.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace geo {

namespace {

constexpr std::array kilometres_per{
    std::pair{std::string_view{"km"}, 1.0},
    std::pair{std::string_view{"m"}, 0.001},
    std::pair{std::string_view{"mi"}, 1.609344},
    std::pair{std::string_view{"nmi"}, 1.852},
};

[[noreturn]] void refuse(std::string_view text, const std::string& why) {
    throw Error{fmt::format("\"{}\" is not a length: {}", text, why), "write a number and its unit, such as \"15 km\"",
                Error::Kind::bad_usage};
}

}  // namespace

Kilometres parse_length(std::string_view text) {
    double number = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (status != std::errc{}) { refuse(text, "it does not begin with a number"); }
    std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
    while (!unit.empty() && unit.front() == ' ') { unit.remove_prefix(1); }
    if (unit.empty()) { refuse(text, "it has no unit"); }
    if (!std::isfinite(number)) { refuse(text, "it is not finite"); }
    if (number < 0) { refuse(text, "it is negative"); }
    for (const auto& [name, factor] : kilometres_per) {
        if (unit != name) { continue; }
        if (!std::isfinite(number * factor)) { refuse(text, "it is not finite"); }
        return Kilometres{number * factor};
    }
    refuse(text, fmt::format("\"{}\" is none of the units km, m, mi, nmi", unit));
}

std::string to_text(Kilometres length) {
    std::string digits = fmt::format("{:.3f}", length.value());
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') { digits.pop_back(); }
    return digits + " km";
}

}  // namespace geo
