// SPDX-License-Identifier: MIT
#include "geo/detail/kml_geometry.h"

#include "geo/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace geo::detail {

namespace {

constexpr std::string_view space = " \t\r\n";

class CoordinateReader {
public:
    explicit CoordinateReader(std::string_view text) : text_{text} {}

    void skip_space() { at_ = std::min(text_.find_first_not_of(space, at_), text_.size()); }
    bool done() const { return at_ == text_.size(); }

    bool take(char letter) {
        if (done() || text_[at_] != letter) { return false; }
        ++at_;
        return true;
    }

    double number() {
        const char* const start = text_.data() + at_ + (!done() && text_[at_] == '+' ? 1 : 0);
        double value = 0;
        const auto [end, status] = std::from_chars(start, text_.data() + text_.size(), value);
        if (status != std::errc{}) { fail(); }
        at_ = static_cast<std::size_t>(end - text_.data());
        return value;
    }

    [[noreturn]] void fail() const {
        const std::size_t before = at_ == 0 ? std::string_view::npos : text_.find_last_of(space, at_ - 1);
        const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
        const std::string_view word =
            text_.substr(start, std::min<std::size_t>(text_.find_first_of(space, at_), start + 40) - start);
        const auto line = std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at_), '\n') + 1;
        throw Error{word.empty() ? "coordinates end in the middle" : fmt::format("\"{}\" is no position", word),
                    "write longitude,latitude with a point as decimal sign, and spaces between positions"}
            .at({"", static_cast<int>(line)});
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<LonLat> kml_coordinates(std::string_view text) {
    std::vector<LonLat> positions;
    CoordinateReader reader{text};
    for (reader.skip_space(); !reader.done(); reader.skip_space()) {
        LonLat position;
        position.lon = reader.number();
        reader.skip_space();
        if (!reader.take(',')) { reader.fail(); }
        reader.skip_space();
        position.lat = reader.number();
        if (reader.take(',')) {
            reader.skip_space();
            if (!reader.done()) { reader.number(); }
        }
        if (reader.take(',')) { reader.fail(); }
        positions.push_back(position);
    }
    return positions;
}

LonLat kml_track_position(std::string_view text) {
    CoordinateReader reader{text};
    LonLat position;
    reader.skip_space();
    position.lon = reader.number();
    reader.skip_space();
    position.lat = reader.number();
    reader.skip_space();
    if (!reader.done()) { reader.number(); }
    reader.skip_space();
    if (!reader.done()) { reader.fail(); }
    return position;
}

std::vector<Polygon> kml_polygons(std::vector<Ring> outer, std::vector<Ring> inner) {
    std::vector<Polygon> polygons;
    for (Ring& ring : outer) { polygons.push_back({std::move(ring), {}}); }
    constexpr std::size_t most_pairs = 1'000'000;
    if (polygons.size() > 1 && polygons.size() * inner.size() > most_pairs) {
        throw Error{"a Polygon has too many boundaries to tell which holes lie in which", "draw several polygons"};
    }
    for (Ring& ring : inner) {
        if (polygons.size() == 1) {
            polygons.front().holes.push_back(std::move(ring));
            continue;
        }
        const auto around = [&ring](const Polygon& polygon) {
            return contains(Region{{{polygon.shell, {}}}}, ring.front());
        };
        auto owner = std::find_if(polygons.begin(), polygons.end(), around);
        if (owner == polygons.end()) { owner = polygons.end() - 1; }
        owner->holes.push_back(std::move(ring));
    }
    return polygons;
}

}  // namespace geo::detail
