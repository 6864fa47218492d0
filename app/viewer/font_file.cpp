// SPDX-License-Identifier: MIT
#include "app/viewer/font_file.h"

#include <bit>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace app::viewer {

namespace {

struct Unsound : std::runtime_error {
    Unsound() : std::runtime_error{"not a sound font"} {}
};

void need(bool condition) {
    if (!condition) { throw Unsound{}; }
}

/// Bytes of a table, or of a part of one; reading past its end throws.
class Part {
public:
    explicit Part(std::string_view bytes) : bytes_{bytes} {}

    std::size_t size() const { return bytes_.size(); }
    std::uint32_t u8(std::size_t at) const {
        need(at < bytes_.size());
        return static_cast<unsigned char>(bytes_[at]);
    }
    std::uint32_t u16(std::size_t at) const { return u8(at) << 8U | u8(at + 1); }
    std::uint32_t u32(std::size_t at) const { return u16(at) << 16U | u16(at + 2); }
    int i16(std::size_t at) const { return static_cast<std::int16_t>(u16(at)); }
    std::string_view tag(std::size_t at) const { return of(at, 4).bytes_; }
    Part of(std::size_t at, std::size_t length) const {
        need(at <= bytes_.size() && length <= bytes_.size() - at);
        return Part{bytes_.substr(at, length)};
    }
    Part from(std::size_t at) const {
        need(at <= bytes_.size());
        return Part{bytes_.substr(at)};
    }

private:
    std::string_view bytes_;
};

class Font {
public:
    explicit Font(std::string_view bytes) : file_{bytes} {
        const std::size_t base = file_.tag(0) == "ttcf" ? file_.u32(12) : 0;
        need(file_.u32(base) == 0x00010000 || file_.tag(base) == "true");
        const std::size_t count = file_.u16(base + 4);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t entry = base + 12 + 16 * i;
            tables_.emplace(std::string{file_.tag(entry)}, file_.of(file_.u32(entry + 8), file_.u32(entry + 12)));
        }
    }

    void check() {
        check_sizes();
        check_places();
        checked_.assign(glyphs_, State::unknown);
        points_.assign(glyphs_, 0);
        for (std::size_t glyph = 0; glyph < glyphs_; ++glyph) { check_glyph(glyph); }
        check_maps();
    }

private:
    enum class State : char { unknown, begun, sound };

    const Part& table(const char* tag) const {
        const auto found = tables_.find(tag);
        need(found != tables_.end());
        return found->second;
    }

    void check_sizes() {
        glyphs_ = table("maxp").u16(4);
        const Part &head = table("head"), &hhea = table("hhea");
        const int em = head.i16(18);
        line_ = hhea.i16(4) - hhea.i16(6);
        need(em >= 16 && line_ >= em / 4 && line_ <= em * 16);
        const std::size_t widths = hhea.u16(34);
        need(glyphs_ > 0 && widths > 0 && widths <= glyphs_);
        need(table("hmtx").size() >= 4 * widths + 2 * (glyphs_ - widths));
    }

    /// Where in glyf each glyph begins and ends.
    void check_places() {
        const std::uint32_t form = table("head").u16(50);
        need(form <= 1);
        for (std::size_t i = 0; i <= glyphs_; ++i) {
            places_.push_back(form == 0 ? 2 * table("loca").u16(2 * i) : table("loca").u32(4 * i));
            need(i == 0 || places_[i] >= places_[i - 1]);
        }
        need(places_.back() <= table("glyf").size());
    }

    void check_glyph(std::size_t glyph) {
        if (checked_[glyph] == State::sound) { return; }
        need(checked_[glyph] == State::unknown);  // else it is made of itself
        checked_[glyph] = State::begun;
        const Part outline = table("glyf").of(places_[glyph], places_[glyph + 1] - places_[glyph]);
        if (outline.size() > 0) {
            const int width = outline.i16(6) - outline.i16(2), height = outline.i16(8) - outline.i16(4);
            constexpr int most_lines = 16;  // the texture must hold it
            need(width >= 0 && width <= most_lines * line_ && height >= 0 && height <= most_lines * line_);
            const int contours = outline.i16(0);
            points_[glyph] = contours < 0 ? points_of_parts(outline) : points_of(outline, contours);
        }
        constexpr std::size_t most_points = 100'000;
        need(points_[glyph] <= most_points);
        checked_[glyph] = State::sound;
    }

    static std::size_t points_of(const Part& outline, int contours) {
        std::size_t at = 10, points = 0;
        for (int i = 0; i < contours; ++i, at += 2) {
            need(outline.u16(at) + 1 >= points);
            points = outline.u16(at) + 1;
        }
        if (contours == 0) { return 0; }
        at += 2 + outline.u16(at);  // its instructions
        std::size_t coordinates = 0;
        for (std::size_t known = 0; known < points;) {
            const std::uint32_t flag = outline.u8(at++);
            const std::size_t times = (flag & 8U) != 0 ? outline.u8(at++) + 1 : 1;
            const std::size_t x = (flag & 2U) != 0 ? 1 : (flag & 16U) != 0 ? 0 : 2;
            const std::size_t y = (flag & 4U) != 0 ? 1 : (flag & 32U) != 0 ? 0 : 2;
            coordinates += times * (x + y);
            known += times;
            need(known <= points);
        }
        (void)outline.of(at, coordinates);
        return points;
    }

    std::size_t points_of_parts(const Part& outline) {
        std::size_t at = 10, points = 0;
        for (bool more = true; more;) {
            const std::uint32_t flags = outline.u16(at), part = outline.u16(at + 2);
            need((flags & 2U) != 0 && part < glyphs_);  // the shifts are distances: stb knows nothing else
            check_glyph(part);
            points += points_[part] + 1;
            at += 4U + ((flags & 1U) != 0 ? 4U : 2U);
            at += (flags & 8U) != 0 ? 2U : (flags & 64U) != 0 ? 4U : (flags & 128U) != 0 ? 8U : 0U;
            (void)outline.of(0, at);
            more = (flags & 32U) != 0;
        }
        return points;
    }

    // --- from characters to glyphs -----------------------------------------------------------------------------------

    void check_maps() const {
        const Part& cmap = table("cmap");
        for (std::size_t i = 0; i < cmap.u16(2); ++i) {
            const Part map = cmap.from(cmap.u32(8 + 8 * i));
            switch (map.u16(0)) {
                case 0:
                    for (std::size_t c = 0; c < 256; ++c) { need(map.u8(6 + c) < glyphs_); }
                    break;
                case 4:
                    check_segments(map);
                    break;
                case 6:
                    for (std::size_t c = 0; c < map.u16(8); ++c) { need(map.u16(10 + 2 * c) < glyphs_); }
                    break;
                case 12:
                case 13:
                    check_groups(map, map.u16(0) == 12);
                    break;
                default:
                    need(map.u16(0) != 2);  // stb stops the program there; what else it does not know it leaves alone
            }
        }
    }

    /// Format 4. stb trusts the fields for its binary search, and that the last segment ends at 0xFFFF.
    void check_segments(const Part& map) const {
        const std::size_t segments = map.u16(6) / 2;
        need(segments > 0 && map.u16(6) % 2 == 0);
        const std::size_t power = std::bit_floor(segments);
        need(map.u16(8) == 2 * power && map.u16(12) == 2 * (segments - power));
        need(map.u16(10) == static_cast<unsigned>(std::bit_width(segments)) - 1);
        const std::size_t ends = 14, starts = ends + 2 * segments + 2, deltas = starts + 2 * segments;
        const std::size_t offsets = deltas + 2 * segments;
        for (std::size_t i = 0; i < segments; ++i) {
            const std::size_t first = map.u16(starts + 2 * i), last = map.u16(ends + 2 * i);
            need(first <= last && (i == 0 || last > map.u16(ends + 2 * (i - 1))));
            const std::size_t offset = map.u16(offsets + 2 * i);
            for (std::size_t c = first; c <= last && c < 0xFFFF; ++c) {
                const std::size_t glyph = offset == 0 ? (c + map.u16(deltas + 2 * i)) & 0xFFFFU
                                                      : map.u16(offsets + 2 * i + offset + 2 * (c - first));
                need(glyph < glyphs_);
            }
        }
        need(map.u16(ends + 2 * (segments - 1)) == 0xFFFF);
    }

    void check_groups(const Part& map, bool counts_up) const {
        const std::size_t groups = map.u32(12);
        (void)map.of(16, 12 * groups);
        for (std::size_t i = 0; i < groups; ++i) {
            const std::size_t at = 16 + 12 * i, first = map.u32(at), last = map.u32(at + 4), glyph = map.u32(at + 8);
            need(first <= last && glyph + (counts_up ? last - first : 0) < glyphs_);
        }
    }

    Part file_;
    std::map<std::string, Part> tables_;
    std::size_t glyphs_ = 0;
    int line_ = 0;  ///< height of a line in the font's units
    std::vector<std::size_t> places_, points_;
    std::vector<State> checked_;
};

}  // namespace

bool is_sound_font(const std::string& bytes) {
    try {
        Font{bytes}.check();
        return true;
    } catch (const Unsound&) { return false; }
}

}  // namespace app::viewer
