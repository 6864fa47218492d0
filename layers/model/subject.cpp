// SPDX-License-Identifier: MIT
#include "layers/model/subject.h"

#include "geo/error.h"
#include "layers/model/country.h"
#include "layers/model/suggest.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>

namespace layers {

namespace {

std::optional<geo::LonLat> position_from(const std::string& text) {
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

/// A position on the units, to show how one is written.
std::string example_on(const Units& units) {
    geo::Bounds bounds;
    for (const Unit& unit : units.units) { bounds.add(geo::bounds_of(unit.region)); }
    return fmt::format("{:.2f},{:.2f}", (bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2);
}

}  // namespace

Subject subject_from(const std::string& text, const Units& units) {
    if (const Place* place = find_place(text)) { return {place->name, place->position, place}; }
    if (const std::optional<geo::LonLat> position = position_from(text)) {
        if (std::abs(position->lon) > 180 || std::abs(position->lat) > 90) {
            throw geo::Error{fmt::format("{} is no position on earth", text),
                             "longitude first, then latitude: 37.58,48.74", geo::Error::Kind::bad_usage};
        }
        return {geo::to_text(*position), *position};
    }
    if (!is_of_ukraine(units)) {
        throw geo::Error{fmt::format("no place is called \"{}\"", text),
                         fmt::format("the built-in places are in Ukraine; on these units give a position, longitude "
                                     "first, such as {}",
                                     example_on(units)),
                         geo::Error::Kind::bad_usage};
    }
    throw geo::Error{fmt::format("no place is called \"{}\"", text),
                     "a position is written 37.58,48.74; " + did_you_mean(text, place_names()),
                     geo::Error::Kind::bad_usage};
}

}  // namespace layers
