// SPDX-License-Identifier: MIT
#include "layers/map/palette.h"

#include "layers/map/style.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace layers {

namespace {

std::uint8_t mixed(std::uint8_t over, std::uint8_t under, std::uint8_t opacity) {
    return static_cast<std::uint8_t>(std::lround((over * opacity + under * (255 - opacity)) / 255.0));
}

double linear(std::uint8_t value) {
    const double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

/// As light as it was: IEC 61966-2-1.
Colour in_grey(Colour colour) {
    const double light = 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
    const double share = light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
    const auto grey = static_cast<std::uint8_t>(std::lround(share * 255));
    return {grey, grey, grey, colour.a};
}

}  // namespace

Colour colour_of(std::string_view hex, double opacity) {
    const auto part = [hex](std::size_t at) {
        unsigned value = 0;
        if (at + 2 <= hex.size()) { std::from_chars(hex.data() + at, hex.data() + at + 2, value, 16); }
        return static_cast<std::uint8_t>(value);
    };
    return {part(1), part(3), part(5), static_cast<std::uint8_t>(std::lround(opacity * 255))};
}

Colour blended(Colour over, Colour under) {
    return {mixed(over.r, under.r, over.a), mixed(over.g, under.g, over.a), mixed(over.b, under.b, over.a), 255};
}

const Palette& palette(Theme theme) {
    static const Palette light{
        .sea = colour_of("#b9c6cd"),
        .beyond = colour_of("#e4e2dd"),
        .land = colour_of("#ffffff"),
        .neighbour = colour_of("#efece4"),
        .coast = colour_of("#8a9ca7"),
        .border = colour_of("#6a6a6a"),
        .grid = colour_of("#5f7f93", 0.35),
        .line = colour_of("#1a1a1a"),
        .line_halo = colour_of("#ffffff"),
        .accuracy = colour_of("#1a1a1a", 0.20),
        .contested = colour_of("#5a4632"),
        .ink = colour_of("#202020"),
        .faint_ink = colour_of("#5b6670"),
        .halo = colour_of("#ffffff", 0.88),
        .highlight = colour_of("#c2006b"),
        .road = colour_of("#5d4a35", 0.95),
        .railway = colour_of("#2f2f2f", 0.95),
        .built_up = colour_of("#6b5f55", 0.18),
        .unchanged = colour_of("#dcdcdc"),
    };
    static const Palette dark{
        .sea = colour_of("#16232d"),
        .beyond = colour_of("#1b1d1f"),
        .land = colour_of("#2b2f33"),
        .neighbour = colour_of("#24282b"),
        .coast = colour_of("#47606f"),
        .border = colour_of("#a0a4a8"),
        .grid = colour_of("#7fa3ba", 0.30),
        .line = colour_of("#ffffff"),
        .line_halo = colour_of("#000000"),
        .accuracy = colour_of("#ffffff", 0.22),
        .contested = colour_of("#e0c9a6"),
        .ink = colour_of("#f2f2f2"),
        .faint_ink = colour_of("#a9b6c0"),
        .halo = colour_of("#101214", 0.85),
        .highlight = colour_of("#ff5fb0"),
        .road = colour_of("#8f99a1", 0.7),
        .railway = colour_of("#aab4bb", 0.75),
        .built_up = colour_of("#d0c8be", 0.14),
        .unchanged = colour_of("#3a3e42"),
    };
    static const Palette grey{
        .sea = colour_of("#ffffff"),
        .beyond = colour_of("#f3f3f3"),
        .land = colour_of("#ffffff"),
        .neighbour = colour_of("#f6f6f6"),
        .coast = colour_of("#6e6e6e"),
        .border = colour_of("#4f4f4f"),
        .grid = colour_of("#8a8a8a", 0.35),
        .line = colour_of("#000000"),
        .line_halo = colour_of("#ffffff"),
        .accuracy = colour_of("#000000", 0.20),
        .contested = colour_of("#404040"),
        .ink = colour_of("#000000"),
        .faint_ink = colour_of("#4a4a4a"),
        .halo = colour_of("#ffffff", 0.85),
        .highlight = colour_of("#000000"),
        .road = colour_of("#8a8a8a", 0.9),
        .railway = colour_of("#5a5a5a", 0.9),
        .built_up = colour_of("#000000", 0.1),
        .unchanged = colour_of("#ececec"),
    };
    return theme == Theme::light ? light : theme == Theme::dark ? dark : grey;
}

Colour status_colour(const StatusClass& status_class, Theme theme) {
    const Paint paint = paint_for(status_class);
    if (theme == Theme::dark) { return colour_of(paint.fill, std::min(paint.opacity + 0.1, 1.0)); }
    const Colour colour = colour_of(paint.fill, paint.opacity);
    return theme == Theme::light ? colour : in_grey(blended(colour, palette(Theme::light).land));
}

Colour zone_colour(ZoneKind kind, Theme theme) {
    const Paint paint = paint_for_zone(kind);
    if (theme == Theme::grey) { return palette(theme).ink; }  // kinds are told apart by their hatch
    return colour_of(theme == Theme::light ? paint.stroke : paint.fill);
}

Hatch zone_hatch(ZoneKind kind) {
    switch (kind) {
        case ZoneKind::demilitarized:
            return Hatch::rising;
        case ZoneKind::economic:
            return Hatch::dots;
        case ZoneKind::international:
            return Hatch::crossed;
        case ZoneKind::arms_limited:
            return Hatch::falling;
        case ZoneKind::special:
            break;
    }
    return Hatch::level;
}

}  // namespace layers
