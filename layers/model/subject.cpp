// SPDX-License-Identifier: MIT
#include "layers/model/subject.h"

#include "geo/error.h"
#include "layers/model/country.h"
#include "layers/model/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

namespace layers {

namespace {

/// One coordinate with the letter that says which it is: "48°44'20\"N", "N 48 44.33", "37.58 E". Degrees, then minutes
/// and seconds, the last of them with decimals.
struct Coordinate {
    double degrees = 0;
    char letter = 0;                       ///< N, S, E or W
    std::optional<double> sixtieths_past;  ///< minutes or seconds that are 60 or more
};

std::optional<Coordinate> coordinate_in(std::string_view text) {
    Coordinate coordinate;
    std::vector<double> parts;
    std::size_t numbers_before = 0;  // the letter
    while (!text.empty()) {
        const std::string_view letters = "NSEW";
        const char c = text.front();
        if (const std::size_t at = letters.find(static_cast<char>(c & ~0x20));
            at != std::string_view::npos && (c & 0x40) != 0) {
            if (coordinate.letter != 0) { return std::nullopt; }
            numbers_before = parts.size();
            coordinate.letter = letters[at];
            text.remove_prefix(1);
        } else if (c >= '0' && c <= '9') {
            double value = 0;
            const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
            if (status != std::errc{}) { return std::nullopt; }
            parts.push_back(value);
            text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        } else {
            std::size_t taken = 0;
            for (const std::string_view mark : {" ", "°", "º", "′", "’", "'", "″", "”", "\""}) {
                if (text.starts_with(mark)) { taken = mark.size(); }
            }
            if (taken == 0) { return std::nullopt; }
            text.remove_prefix(taken);
        }
    }
    const bool fits = coordinate.letter != 0 && !parts.empty() && parts.size() <= 3 &&
                      (numbers_before == 0 || numbers_before == parts.size()) &&
                      std::all_of(parts.begin(), parts.end() - 1, [](double part) { return part == std::floor(part); });
    if (!fits) { return std::nullopt; }
    const auto past = std::find_if(parts.begin() + 1, parts.end(), [](double part) { return part >= 60; });
    if (past != parts.end()) { coordinate.sixtieths_past = *past; }
    for (std::size_t i = parts.size(); i-- > 0;) { coordinate.degrees = coordinate.degrees / 60 + parts[i]; }
    if (coordinate.letter == 'S' || coordinate.letter == 'W') { coordinate.degrees = -coordinate.degrees; }
    return coordinate;
}

/// Latitude and longitude in either order, as the letters say.
std::optional<geo::LonLat> position_with_letters(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    std::optional<double> past;
    for (std::size_t at = 1; at < text.size(); ++at) {  // wherever the first one ends
        if (is_digit(text[at - 1]) && is_digit(text[at])) { continue; }
        std::string_view first = text.substr(0, at), second = text.substr(at);
        if (second.starts_with(',') || second.starts_with(';')) { second.remove_prefix(1); }
        const auto a = coordinate_in(first), b = coordinate_in(second);
        if (!a || !b) { continue; }
        const auto is_latitude = [](const Coordinate& one) { return one.letter == 'N' || one.letter == 'S'; };
        if (is_latitude(*a) == is_latitude(*b)) { return std::nullopt; }
        if (a->sixtieths_past || b->sixtieths_past) {
            past = a->sixtieths_past ? a->sixtieths_past : b->sixtieths_past;
            continue;
        }
        return is_latitude(*a) ? geo::LonLat{b->degrees, a->degrees} : geo::LonLat{a->degrees, b->degrees};
    }
    if (past) {
        throw geo::Error{
            fmt::format("{} is no position: it has {} minutes or seconds, of 60", text, *past),
            "degrees, minutes and seconds are 48°44'24\"N 37°34'48\"E, degrees with decimals 48.74 N 37.58 E",
            geo::Error::Kind::bad_usage};
    }
    return std::nullopt;
}

std::optional<geo::LonLat> position_from(const std::string& text) {
    if (const auto position = position_with_letters(text)) { return position; }
    const std::size_t comma = text.find(',');
    if (comma == std::string::npos) { return std::nullopt; }
    const auto number = [&text](std::size_t from, std::size_t to) -> std::optional<double> {
        while (from < to && text[from] == ' ') { ++from; }
        double value = 0;
        const auto [end, status] = std::from_chars(text.data() + from, text.data() + to, value);
        if (status != std::errc{} || end != text.data() + to) { return std::nullopt; }
        return value;
    };
    const auto lon = number(0, comma), lat = number(comma + 1, text.size());
    if (!lon || !lat) { return std::nullopt; }
    return geo::LonLat{*lon, *lat};
}

/// Two bare numbers that lie about the units only with the latitude first.
bool is_latitude_first(const std::string& text, const geo::LonLat& position, const Units& units) {
    if (position_with_letters(text)) { return false; }
    geo::Bounds bounds;
    for (const Unit& unit : units.units) { bounds.add(geo::bounds_of(unit.region)); }
    return !bounds.contains(position) && bounds.contains({position.lat, position.lon});
}

/// A position on the units, to show how one is written.
std::string example_on(const Units& units) {
    geo::Bounds bounds;
    for (const Unit& unit : units.units) { bounds.add(geo::bounds_of(unit.region)); }
    return fmt::format("{:.2f},{:.2f}", (bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2);
}

}  // namespace

Subject subject_from(const std::string& text, const Units& units) {
    if (const std::optional<geo::LonLat> position = position_from(text)) {
        if (std::abs(position->lon) > 180 || std::abs(position->lat) > 90) {
            throw geo::Error{fmt::format("{} is no position on earth", text),
                             "longitude first, then latitude: 37.58,48.74", geo::Error::Kind::bad_usage};
        }
        if (is_latitude_first(text, *position, units)) {
            const geo::LonLat swapped{position->lat, position->lon};
            Subject subject{geo::to_text(swapped), swapped};
            subject.note = fmt::format(
                "{} is read as latitude, longitude: the other way round it lies far from the "
                "units",
                text);
            return subject;
        }
        return {geo::to_text(*position), *position};
    }
    if (const Place* place = find_place(text)) {
        Subject subject{place->name, place->position, place};
        subject.note = renaming_words(text, *place);
        return subject;
    }
    if (!is_of_ukraine(units)) {
        throw geo::Error{fmt::format("no place is called \"{}\"", text),
                         fmt::format("the built-in places are in Ukraine; on these units give a position, longitude "
                                     "first, such as {}",
                                     example_on(units)),
                         geo::Error::Kind::bad_usage};
    }
    throw geo::Error{
        fmt::format("no place is called \"{}\"", text),
        "not all villages are known; a position is written 37.58,48.74; " + did_you_mean(text, place_names()),
        geo::Error::Kind::bad_usage};
}

}  // namespace layers
