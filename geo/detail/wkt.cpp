// SPDX-License-Identifier: MIT
#include "geo/detail/wkt.h"

#include "geo/detail/formats.h"
#include "geo/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

namespace geo::detail {

namespace {

struct TypeName {
    std::string_view wkt, geojson;
};
constexpr std::array types{TypeName{"POINT", "Point"},
                           TypeName{"LINESTRING", "LineString"},
                           TypeName{"POLYGON", "Polygon"},
                           TypeName{"MULTIPOINT", "MultiPoint"},
                           TypeName{"MULTILINESTRING", "MultiLineString"},
                           TypeName{"MULTIPOLYGON", "MultiPolygon"},
                           TypeName{"GEOMETRYCOLLECTION", "GeometryCollection"},
                           TypeName{"TRIANGLE", "Polygon"},
                           TypeName{"LINEARRING", "LineString"}};

/// What GDAL draws with straight edges.
constexpr std::array<std::string_view, 9> drawn_types{"CIRCULARSTRING", "COMPOUNDCURVE",     "CURVEPOLYGON",
                                                      "MULTICURVE",     "MULTISURFACE",      "CURVE",
                                                      "SURFACE",        "POLYHEDRALSURFACE", "TIN"};

constexpr int deepest_nesting = 32;

char upper(char c) {
    return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
}

std::string upper(std::string_view text) {
    std::string result{text};
    std::transform(text.begin(), text.end(), result.begin(), [](char c) { return upper(c); });
    return result;
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.front())) { text.remove_prefix(1); }
    while (!text.empty() && is_space(text.back())) { text.remove_suffix(1); }
    return text;
}

/// Outer rings counter-clockwise, as in GeoJSON; WKT winds them as it likes.
void wind(Ring& ring) {
    double twice_area = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        twice_area += (ring[i].lon - ring[i - 1].lon) * (ring[i].lat + ring[i - 1].lat);
    }
    if (twice_area > 0) { std::reverse(ring.begin(), ring.end()); }
}

class WktReader {
public:
    explicit WktReader(std::string_view text) : text_{text} {}

    Shape geometry() {
        Shape shape;
        add_geometry(shape, 0);
        skip_spaces();
        if (at_ < text_.size()) { fail("the geometry ends", "write one geometry"); }
        return shape;
    }

private:
    std::string shown() const {
        return at_ >= text_.size() ? "the text ends" : fmt::format("\"{}\" stands", text_.substr(at_, 12));
    }
    [[noreturn]] void fail(std::string_view expected, const std::string& remedy) const {
        throw Error{fmt::format("{} at character {} of the WKT, and {} there", expected, at_ + 1, shown()), remedy};
    }

    void skip_spaces() {
        while (at_ < text_.size() && is_space(text_[at_])) { ++at_; }
    }

    bool takes(char c) {
        skip_spaces();
        if (at_ >= text_.size() || text_[at_] != c) { return false; }
        ++at_;
        return true;
    }

    void need(char c) {
        if (!takes(c)) { fail(fmt::format("a {} is expected", c), "each bracket that opens is closed"); }
    }

    std::string word() {
        skip_spaces();
        const std::size_t from = at_;
        while (at_ < text_.size() && std::isalpha(static_cast<unsigned char>(text_[at_])) != 0) { ++at_; }
        return upper(text_.substr(from, at_ - from));
    }

    /// "EMPTY" in place of a list; takes it.
    bool is_empty() {
        const std::size_t from = at_;
        if (word() == "EMPTY") { return true; }
        at_ = from;
        return false;
    }

    /// "POLYGON" of "POLYGON", "POLYGON Z", "POLYGONZM".
    std::string_view type() {
        const std::size_t from = at_;
        std::string name = word();
        for (const std::string_view suffix : {"", "ZM", "Z", "M"}) {
            if (!name.ends_with(suffix)) { continue; }
            const std::string_view plain = std::string_view{name}.substr(0, name.size() - suffix.size());
            const auto found = std::find_if(types.begin(), types.end(), [&](const auto& t) { return t.wkt == plain; });
            if (found == types.end()) { continue; }
            if (suffix.empty()) {
                const std::size_t before = at_;
                const std::string dimension = word();
                if (dimension != "Z" && dimension != "M" && dimension != "ZM") { at_ = before; }
            }
            return found->wkt;
        }
        at_ = from;
        std::vector<std::string_view> known;
        for (const TypeName& entry : types) { known.push_back(entry.wkt); }
        if (name.empty()) { fail("a geometry is expected", "such as POLYGON((36 48, 37 48, 37 49, 36 48))"); }
        throw Error{fmt::format("WKT has no geometry type \"{}\"", name.substr(0, 40)),
                    fmt::format("it knows {}", fmt::join(known, ", "))};
    }

    double number() {
        skip_spaces();
        double value = 0;
        const char* const begin = text_.data() + at_;
        const char* const first = at_ < text_.size() && text_[at_] == '+' ? begin + 1 : begin;
        const auto [end, error] = std::from_chars(first, text_.data() + text_.size(), value);
        if (error != std::errc{}) { fail("a number is expected", "write longitude, then latitude, then a comma"); }
        at_ += static_cast<std::size_t>(end - begin);
        return value;
    }

    bool at_number() {
        skip_spaces();
        return at_ < text_.size() && text_[at_] != ',' && text_[at_] != ')' && text_[at_] != '(';
    }

    LonLat position() {
        const std::size_t from = at_;
        const double lon = number();
        if (!at_number()) {
            at_ = from;
            skip_spaces();
            fail("a position of two numbers is expected",
                 "write longitude and latitude with a space between them, "
                 "and decimals with a point");
        }
        const double lat = number();
        for (int more = 0; more < 2 && at_number(); ++more) { number(); }  // Z and M
        return {lon, lat};
    }

    /// Calls `item` for each member of a list in brackets; not at all for EMPTY.
    template <class Item>
    void each(const Item& item) {
        if (is_empty()) { return; }
        need('(');
        do { item(); } while (takes(','));
        need(')');
    }

    Path path() {
        Path path;
        each([&] { path.push_back(position()); });
        return path;
    }

    void add_polygon(Shape& shape) {
        Polygon polygon;
        bool is_shell = true;
        each([&] {
            if (is_shell) {
                polygon.shell = path();
                wind(polygon.shell);
            } else {
                polygon.holes.push_back(path());
            }
            is_shell = false;
        });
        if (!is_shell) { shape.region.polygons.push_back(std::move(polygon)); }
    }

    void add_point(Shape& shape) {
        const bool in_brackets = takes('(');  // MULTIPOINT((1 2), (3 4)) and MULTIPOINT(1 2, 3 4) are both about
        shape.points.push_back(position());
        if (in_brackets) { need(')'); }
    }

    void add_geometry(Shape& shape, int depth) {
        if (depth > deepest_nesting) { fail("a simpler geometry is expected", "collections are nested too deeply"); }
        const std::string_view name = type();
        if (depth == 0) {
            shape.type =
                std::find_if(types.begin(), types.end(), [&](const auto& t) { return t.wkt == name; })->geojson;
        }
        if (name == "POINT") {
            each([&] { shape.points.push_back(position()); });
        } else if (name == "MULTIPOINT") {
            each([&] { add_point(shape); });
        } else if (name == "LINESTRING" || name == "LINEARRING") {
            if (Path line = path(); !line.empty()) { shape.paths.push_back(std::move(line)); }
        } else if (name == "MULTILINESTRING") {
            each([&] { shape.paths.push_back(path()); });
        } else if (name == "POLYGON" || name == "TRIANGLE") {
            add_polygon(shape);
        } else if (name == "MULTIPOLYGON") {
            each([&] { add_polygon(shape); });
        } else {
            each([&] { add_geometry(shape, depth + 1); });
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

/// "SRID=4326;" off the front of EWKT; 0 if there is none.
int take_srid(std::string_view& text) {
    constexpr std::string_view prefix = "SRID=";
    if (upper(text.substr(0, prefix.size())) != prefix) { return 0; }
    int srid = 0;
    const auto [end, error] = std::from_chars(text.data() + prefix.size(), text.data() + text.size(), srid);
    if (error != std::errc{} || end == text.data() + text.size() || *end != ';') {
        throw Error{"the SRID before this WKT is no number", "write SRID=4326;POLYGON((…))"};
    }
    text = trimmed(text.substr(static_cast<std::size_t>(end - text.data()) + 1));
    return srid;
}

/// Hexadecimal, from the byte order that WKB begins with; "\x" and "0x" are how databases print bytes.
std::string_view without_byte_prefix(std::string_view text) {
    if (text.starts_with("\\x") || text.starts_with("0x") || text.starts_with("0X")) { text.remove_prefix(2); }
    return text;
}

bool is_hexadecimal(std::string_view text) {
    text = without_byte_prefix(text);
    constexpr std::size_t shortest = 18;  // a byte order, a type and a count
    return text.size() >= shortest && text.size() % 2 == 0 && (text.starts_with("00") || text.starts_with("01")) &&
           std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
}

unsigned byte_at(std::string_view hexadecimal, std::size_t index) {
    unsigned byte = 0;
    std::from_chars(hexadecimal.data() + 2 * index, hexadecimal.data() + 2 * index + 2, byte, 16);
    return byte;
}

/// The SRID of EWKB, which a flag in the type announces, taken out of it; 0 if there is none. Bytes of numbers stand
/// least or most significant first.
int take_binary_srid(std::string& hexadecimal) {
    constexpr unsigned has_srid = 0x20;
    const bool least_first = hexadecimal.starts_with("01");
    const std::size_t flags_at = least_first ? 4 : 1;
    const unsigned flags = byte_at(hexadecimal, flags_at);
    if ((flags & has_srid) == 0) { return 0; }
    unsigned srid = 0;
    for (std::size_t i = 0; i < 4; ++i) { srid |= byte_at(hexadecimal, 5 + i) << (8 * (least_first ? i : 3 - i)); }
    hexadecimal.replace(2 * flags_at, 2, fmt::format("{:02x}", flags & ~has_srid));
    constexpr std::size_t srid_at = 10, srid_digits = 8;
    hexadecimal.erase(srid_at, srid_digits);
    return static_cast<int>(srid & 0x7fffffff);
}

bool is_drawn(std::string_view text) {
    const std::string head = upper(text.substr(0, 24));
    if (head.starts_with("GEOMETRYCOLLECTION")) {
        const std::string all = upper(text);
        return std::any_of(drawn_types.begin(), drawn_types.end(), [&](std::string_view type) {
            return type != "CURVE" && type != "SURFACE" && all.find(type) != std::string::npos;
        });
    }
    return std::any_of(drawn_types.begin(), drawn_types.end(),
                       [&](std::string_view type) { return head.starts_with(type); });
}

}  // namespace

bool looks_like_geometry(std::string_view text) {
    text = trimmed(text);
    const std::string head = upper(text.substr(0, 24));
    const auto begins = [&](std::string_view type) {
        return head.starts_with(type) && text.find_first_of("(E", type.size()) != std::string_view::npos;
    };
    return head.starts_with("SRID=") || is_hexadecimal(text) ||
           std::any_of(types.begin(), types.end(), [&](const TypeName& type) { return begins(type.wkt); }) ||
           std::any_of(drawn_types.begin(), drawn_types.end(), begins);
}

WrittenGeometry parse_wkt(std::string_view text) {
    text = trimmed(text);
    WrittenGeometry written;
    std::string drawn;
    if (is_hexadecimal(text)) {
        std::string digits{without_byte_prefix(text)};
        written.srid = take_binary_srid(digits);
        drawn = formats().straightened(digits);
        text = drawn;
    } else {
        written.srid = take_srid(text);
        if (is_drawn(text)) {
            drawn = formats().straightened(std::string{text});
            text = drawn;
        }
    }
    written.shape = WktReader{text}.geometry();
    return written;
}

}  // namespace geo::detail
