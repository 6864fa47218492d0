// SPDX-License-Identifier: MIT
#include "layers/chart/draw.h"

#include "layers/map/palette.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace layers {

namespace {

constexpr double line_px = 2, grid_px = 1, mark_px = 3, tick_px = 4, dash_px = 6, between_px = 5;

struct Colours {
    const Palette& palette;
    Theme theme;

    Colour fill(Holder holder) const {
        const StatusClass held = holder == Holder::contested ? contested_land : StatusClass{holder, Status::ru_held};
        return blended(status_colour(held, theme), palette.land);
    }
    /// The fill's, as dark (or, on dark ground, as light) as a thin line must be to be seen.
    Colour line(Holder holder) const {
        constexpr std::uint8_t half = 128;
        if (holder == Holder::contested) { return palette.contested; }
        const Colour ink{palette.ink.r, palette.ink.g, palette.ink.b, half};
        return blended(ink, fill(holder));
    }
    /// Of a band over land that is filled, or over none.
    Colour band() const { return palette.accuracy; }
    Picture::Hatching gap(const ScreenBox& at) const {
        constexpr std::uint8_t half = 128;
        const Colour& ink = palette.faint_ink;
        return {at, Hatch::falling, {ink.r, ink.g, ink.b, half}};
    }
    Colour of(Tone tone) const { return tone == Tone::ink ? palette.ink : palette.faint_ink; }
};

void add_words(const std::vector<PlacedWords>& words, const Colours& colours, Sheet::Group& group) {
    for (const PlacedWords& placed : words) {
        group.items.emplace_back(
            Picture::Item{Picture::Words{placed.at, placed.font, colours.of(placed.tone), placed.text}});
    }
}

/// A straight line from one to the other, in pieces.
void add_dashes(ScreenPoint from, ScreenPoint to, std::vector<Polyline>& paths) {
    const double long_px = std::hypot(to.x - from.x, to.y - from.y);
    const auto at = [&](double along) {
        return ScreenPoint{from.x + (to.x - from.x) * along / long_px, from.y + (to.y - from.y) * along / long_px};
    };
    for (double along = 0; along < long_px; along += dash_px + between_px) {
        paths.push_back({at(along), at(std::min(along + dash_px, long_px))});
    }
}

void add_line(const LineLayout& line, const Colours& colours, Sheet::Group& group) {
    const Colour colour = colours.line(line.holder);
    if (!line.bands.empty()) {
        Sheet::Area band;
        band.rings = line.bands;
        band.fill = colours.band();
        band.id = line.name + " ±";
        group.items.emplace_back(std::move(band));
    }
    if (!line.bars.empty()) { group.items.emplace_back(Sheet::Lines{line.bars, colour, grid_px, line.name + " ±"}); }
    if (!line.runs.empty()) { group.items.emplace_back(Sheet::Lines{line.runs, colour, line_px, line.name}); }
    std::vector<Polyline> dashes;
    for (const Polyline& unknown : line.unknown) { add_dashes(unknown.front(), unknown.back(), dashes); }
    if (!dashes.empty()) { group.items.emplace_back(Sheet::Lines{std::move(dashes), colour, grid_px, line.name}); }
    for (const ScreenPoint& mark : line.marks) {
        group.items.emplace_back(Picture::Item{Picture::Disc{mark, mark_px, colour}});
    }
}

Sheet::Group group_of(const PanelLayout& panel, const Colours& colours) {
    Sheet::Group group{panel.id, {}, {}};
    const auto add = [&group](Picture::Item item) { group.items.emplace_back(std::move(item)); };
    for (const ScreenBox& gap : panel.gaps) { add(colours.gap(gap)); }
    for (const LineLayout& line : panel.lines) {
        if (line.fills.empty()) { continue; }
        Sheet::Area area;
        area.rings = line.fills;
        area.fill = colours.fill(line.holder);
        area.id = line.name;
        group.items.emplace_back(std::move(area));
    }
    const ScreenBox& plot = panel.plot;
    for (const double y : panel.levels) {
        add(Picture::Line{{plot.left, y}, {plot.right, y}, colours.palette.grid, grid_px});
    }
    for (const double x : panel.times) {
        add(Picture::Line{{x, plot.bottom}, {x, plot.bottom + tick_px}, colours.palette.faint_ink, grid_px});
    }
    add(Picture::Line{{plot.left, panel.zero}, {plot.right, panel.zero}, colours.palette.ink, grid_px});
    for (const LineLayout& line : panel.lines) { add_line(line, colours, group); }
    add_words(panel.words, colours, group);
    return group;
}

void add_key(const PlacedKey& placed, const Colours& colours, Sheet::Group& group) {
    const auto add = [&group](Picture::Item item) { group.items.emplace_back(std::move(item)); };
    if (placed.key == ChartNote::Key::gap) { return add(colours.gap(placed.box)); }
    const double middle = (placed.box.top + placed.box.bottom) / 2;
    add(Picture::Box{placed.box, colours.band()});
    add(Picture::Line{{placed.box.left, middle}, {placed.box.right, middle}, colours.line(Holder::russia), line_px});
}

}  // namespace

Sheet sheet_of(const ChartLayout& chart, Theme theme) {
    const Colours colours{palette(theme), theme};
    Sheet sheet{chart.width, chart.height, colours.palette.land, chart.title, {}};
    Sheet::Group words{"title and notes", {}, {}};
    add_words(chart.words, colours, words);
    for (const PlacedKey& placed : chart.keys) { add_key(placed, colours, words); }
    sheet.groups.push_back(std::move(words));
    for (const PanelLayout& panel : chart.panels) { sheet.groups.push_back(group_of(panel, colours)); }
    return sheet;
}

}  // namespace layers
