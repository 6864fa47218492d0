// SPDX-License-Identifier: MIT
#include "geo/units.h"

#include "geo/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>
#include <vector>

namespace geo {

namespace {

struct UnitOfMeasure {
    std::string_view name;
    double factor;
};

/// What a kind of quantity is called, how it is written, and the units that it may have.
struct Kind {
    std::string_view what, example;
    std::vector<UnitOfMeasure> units;
};

[[noreturn]] void refuse(const Kind& kind, std::string_view text, const std::string& why) {
    throw Error{fmt::format("\"{}\" is not {}: {}", text, kind.what, why),
                fmt::format("write a number and its unit, such as \"{}\"", kind.example), Error::Kind::bad_usage};
}

/// The number in the kind's first unit, or why it is none.
struct Parsed {
    double number = 0;
    std::string fault{};
};

/// "1,2 km" as "1.2 km"; the comma of "1,200 km" may be one of thousands.
std::string with_decimal_point(std::string_view text) {
    constexpr std::string_view digits = "0123456789";
    constexpr std::size_t most_decimals = 2;
    std::string result{text};
    const std::size_t comma = text.find_first_not_of(digits);
    if (comma == 0 || comma == text.npos || text[comma] != ',') { return result; }
    const std::size_t end = std::min(text.find_first_not_of(digits, comma + 1), text.size());
    if (end > comma + 1 && end <= comma + 1 + most_decimals) { result[comma] = '.'; }
    return result;
}

/// Units in Cyrillic letters.
std::string_view in_latin(std::string_view unit) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> words{
        {{"км", "km"}, {"м", "m"}, {"км²", "km²"}, {"га", "ha"}}};
    const auto found =
        std::find_if(words.begin(), words.end(), [unit](const auto& word) { return word.first == unit; });
    return found == words.end() ? unit : found->second;
}

Parsed read(const Kind& kind, std::string_view written) {
    const std::string text = with_decimal_point(written);
    double number = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (status != std::errc{}) { return {0, "it does not begin with a number"}; }
    std::string_view unit = std::string_view{text}.substr(static_cast<std::size_t>(end - text.data()));
    while (!unit.empty() && unit.front() == ' ') { unit.remove_prefix(1); }
    unit = in_latin(unit);
    if (unit.empty()) { return {0, "it has no unit"}; }
    if (!std::isfinite(number)) { return {0, "it is not finite"}; }
    if (number < 0) { return {0, "it is negative"}; }
    std::string names;
    for (const auto& [name, factor] : kind.units) {
        if (unit == name) { return {number * factor, std::isfinite(number * factor) ? "" : "it is not finite"}; }
        names += fmt::format("{}{}", names.empty() ? "" : ", ", name);
    }
    return {0, fmt::format("\"{}\" is none of the units {}", unit, names)};
}

double parse(const Kind& kind, std::string_view text) {
    const Parsed parsed = read(kind, text);
    if (!parsed.fault.empty()) { refuse(kind, text, parsed.fault); }
    return parsed.number;
}

const Kind& lengths() {
    static const Kind kind{"a length", "15 km", {{"km", 1}, {"m", 0.001}, {"mi", 1.609344}, {"nmi", 1.852}}};
    return kind;
}

constexpr double days_per_year = 365.25;

const Kind& times() {
    static const Kind kind{"a time",
                           "12 months",
                           {{"years", 1},
                            {"year", 1},
                            {"months", 1.0 / 12},
                            {"month", 1.0 / 12},
                            {"days", 1 / days_per_year},
                            {"day", 1 / days_per_year}}};
    return kind;
}

const Kind& rates() {
    static const Kind kind{
        "a rate",
        "3.5 km/year",
        {{"km/year", 1}, {"km/month", 12}, {"km/day", days_per_year}, {"m/day", days_per_year / 1000}}};
    return kind;
}

}  // namespace

Kilometres parse_length(std::string_view text) {
    return Kilometres{parse(lengths(), text)};
}

std::optional<Kilometres> length_in(std::string_view text) {
    const Parsed parsed = read(lengths(), text);
    return parsed.fault.empty() ? std::optional{Kilometres{parsed.number}} : std::nullopt;
}

SquareKilometres parse_area(std::string_view text) {
    static const Kind kind{
        "an area", "5000 km2", {{"km2", 1}, {"km²", 1}, {"ha", 0.01}, {"sq mi", 1.609344 * 1.609344}}};
    return SquareKilometres{parse(kind, text)};
}

Years parse_time(std::string_view text) {
    return Years{parse(times(), text)};
}

std::optional<Years> time_in(std::string_view text) {
    const Parsed parsed = read(times(), text);
    return parsed.fault.empty() ? std::optional{Years{parsed.number}} : std::nullopt;
}

KilometresPerYear parse_rate(std::string_view text) {
    return KilometresPerYear{parse(rates(), text)};
}

std::optional<KilometresPerYear> rate_in(std::string_view text) {
    const Parsed parsed = read(rates(), text);
    return parsed.fault.empty() ? std::optional{KilometresPerYear{parsed.number}} : std::nullopt;
}

std::string to_text(Kilometres length) {
    constexpr double metres_to = 1e6;  // what is longer stands in errors alone, where it reads back as it was given
    if (length.value() >= metres_to) { return fmt::format("{} km", length.value()); }
    std::string digits = fmt::format("{:.3f}", length.value());
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') { digits.pop_back(); }
    return digits + " km";
}

}  // namespace geo
