// SPDX-License-Identifier: MIT
#include "geo/detail/lightened.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <system_error>
#include <utility>

namespace geo::detail {

namespace {

/// Reads as JSON has it, and says no to all that is not as expected.
class Cursor {
public:
    Cursor(std::string_view text, std::size_t at) : begin_{text.data()}, at_{begin_ + at}, end_{begin_ + text.size()} {}

    std::size_t place() const { return static_cast<std::size_t>(at_ - begin_); }

    bool take(char c) {
        skip_blanks();
        if (at_ == end_ || *at_ != c) { return false; }
        ++at_;
        return true;
    }

    /// How many brackets are open from here on before something else stands there.
    int depth() const {
        Cursor copy = *this;
        int depth = 0;
        while (copy.take('[')) { ++depth; }
        return depth;
    }

    /// One or more members, each of which `member` takes.
    template <class Member>
    bool take_list(const Member& member) {
        if (!take('[')) { return false; }
        do {
            if (!member()) { return false; }
        } while (take(','));
        return take(']');
    }

    bool take_number(double& number) {
        skip_blanks();
        const char* const first = at_;
        const bool is_negative = at_ != end_ && *at_ == '-';
        if (is_negative) { ++at_; }
        std::uint64_t digits = 0;
        const char* const whole = at_;
        take_digits(digits);
        if (at_ == whole || (*whole == '0' && at_ - whole > 1)) { return false; }
        std::ptrdiff_t decimals = 0, count = at_ - whole;
        const bool is_whole = at_ == end_ || (*at_ != '.' && *at_ != 'e' && *at_ != 'E');
        if (at_ != end_ && *at_ == '.') {
            const char* const point = at_++;
            take_digits(digits);
            decimals = at_ - point - 1;
            if (decimals == 0) { return false; }
            count += decimals;
        }
        if (at_ != end_ && (*at_ == 'e' || *at_ == 'E')) { return false; }
        constexpr std::ptrdiff_t most_digits = 18;  // a number of 64 bits holds them
        if (is_whole) {
            if (count > most_digits) { return false; }
            const auto value = static_cast<std::int64_t>(digits);
            number = static_cast<double>(is_negative ? -value : value);  // -0 is 0
            return true;
        }
        constexpr std::uint64_t exact = std::uint64_t{1} << 53U;
        if (count <= most_digits && digits <= exact) {  // both are exact, so that their quotient is rounded once
            const double size = static_cast<double>(digits) / powers[static_cast<std::size_t>(decimals)];
            number = is_negative ? -size : size;
            return true;
        }
        const auto [after, error] = std::from_chars(first, at_, number);
        return error == std::errc{} && after == at_;
    }

private:
    static constexpr std::array powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8, 1e9,
                                       1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18};

    void skip_blanks() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) { ++at_; }
    }
    void take_digits(std::uint64_t& digits) {
        for (; at_ != end_ && *at_ >= '0' && *at_ <= '9'; ++at_) {
            digits = digits * 10 + static_cast<std::uint64_t>(*at_ - '0');
        }
    }

    const char *begin_, *at_, *end_;
};

bool take_position(Cursor& cursor, LonLat& position) {
    std::size_t count = 0;
    double further = 0;
    return cursor.take_list([&] {
        return cursor.take_number(count == 0 ? position.lon : count == 1 ? position.lat : further) && ++count > 0;
    }) && count >= 2;
}

bool take_polygon(Cursor& cursor, Ring& scratch, Polygon& polygon) {
    bool is_first = true;
    return cursor.take_list([&] {
        scratch.clear();
        const bool taken = cursor.take_list([&] { return take_position(cursor, scratch.emplace_back()); });
        (is_first ? polygon.shell : polygon.holes.emplace_back()) = scratch;
        is_first = false;
        return taken;
    });
}

constexpr int polygon_depth = 3, multipolygon_depth = 4;

bool take_region(Cursor& cursor, int depth, Ring& scratch, Region& region) {
    const auto take_one = [&] { return take_polygon(cursor, scratch, region.polygons.emplace_back()); };
    if (depth == polygon_depth) { return take_one(); }
    return depth == multipolygon_depth && cursor.take_list(take_one);
}

}  // namespace

std::optional<Lightened> lightened(std::string_view text) {
    constexpr std::string_view key = "\"coordinates\"";
    if (text.find("\\u00") != std::string_view::npos) { return std::nullopt; }  // the key may be written with it
    Lightened light;
    Ring scratch;
    std::size_t from = 0;
    for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, from)) {
        if (at > 0 && text[at - 1] == '\\') { return std::nullopt; }
        Cursor cursor{text, at + key.size()};
        if (!cursor.take(':')) { return std::nullopt; }
        const int depth = cursor.depth();
        light.text += text.substr(from, cursor.place() - from);
        light.text += depth == polygon_depth ? fmt::format("[[[{},0]]]", light.regions.size())
                                             : fmt::format("[[[[{},0]]]]", light.regions.size());
        if (!take_region(cursor, depth, scratch, light.regions.emplace_back())) { return std::nullopt; }
        from = cursor.place();
    }
    if (light.regions.empty()) { return std::nullopt; }
    light.text += text.substr(from);
    return light;
}

bool put_back(std::vector<Region> regions, const std::vector<Region*>& shapes) {
    std::size_t next = 0;  // they are met in the order in which they stand in the text
    for (Region* shape : shapes) {
        std::vector<Polygon> polygons;
        for (const Polygon& polygon : shape->polygons) {
            const bool is_next = next < regions.size() && polygon.shell.size() == 1 && polygon.holes.empty() &&
                                 polygon.shell.front() == LonLat{static_cast<double>(next), 0};
            if (!is_next) { return false; }
            for (Polygon& one : regions[next].polygons) { polygons.push_back(std::move(one)); }
            ++next;
        }
        shape->polygons = std::move(polygons);
    }
    return next == regions.size();
}

}  // namespace geo::detail
