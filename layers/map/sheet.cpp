// SPDX-License-Identifier: MIT
#include "layers/map/sheet.h"

#include "geo/error.h"
#include "layers/language/language.h"
#include "layers/map/detail/sheet_map.h"
#include "layers/map/legend.h"
#include "layers/map/map_areas.h"
#include "layers/map/visible.h"
#include "layers/model/estimate_words.h"
#include "layers/model/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace layers {

namespace {

using detail::Pen;

constexpr double edge_px = 24, gap_px = 16, row_gap_px = 4, swatch_wide_px = 26, swatch_tall_px = 14;
constexpr double legend_share = 0.27, least_legend_px = 240, most_legend_px = 420, least_map_px = 120;
constexpr std::size_t most_columns = 4;

// --- legend ----------------------------------------------------------------------------------------------------------

void add_swatch(const LegendEntry& entry, double x, double y, const Pen& pen) {
    const ScreenBox box{x, y, x + swatch_wide_px, y + swatch_tall_px};
    const double middle = (box.top + box.bottom) / 2;
    const auto add = [&pen](Picture::Item item) { pen.group.items.emplace_back(std::move(item)); };
    if (entry.is_line) {
        add(Picture::Line{{box.left, middle}, {box.right, middle}, entry.colour, entry.line_px});
        return;
    }
    add(Picture::Box{box, blended(entry.colour, pen.colours.land)});
    if (entry.hatch != Hatch::none) { add(Picture::Hatching{box, entry.hatch, entry.hatch_colour}); }
    add(Picture::Box{box, Picture::none, pen.colours.border});
}

/// One entry, its words wrapped and its figure below them; where the next would stand.
double add_entry(const LegendEntry& entry, double x, double y, double width, const Pen& pen) {
    const double before = entry.is_note ? 0 : swatch_wide_px + 8;
    if (!entry.is_note) { add_swatch(entry, x, y + 1, pen); }
    const Colour ink = entry.is_note ? pen.colours.faint_ink : pen.colours.ink;
    y = pen.write(wrapped(pen.measure, Font::small, entry.text, width - before), Font::small, ink, x + before, y);
    if (!entry.estimate.empty()) { y = pen.write({entry.estimate}, Font::small, pen.colours.faint_ink, x + before, y); }
    return y + row_gap_px;
}

double height_of(const std::vector<LegendEntry>& entries, double width, const TextMeasure& measure) {
    Sheet::Group none{"", {}, {}};
    const Pen pen{measure, palette(Theme::light), none};
    double y = 0;
    for (const LegendEntry& entry : entries) { y = add_entry(entry, 0, y, width, pen); }
    return y;
}

std::vector<LegendEntry> entries_of(const SheetMap& map, const SheetStyle& style, const MapBox& shown) {
    return map.mode == Mode::difference ? legend_of_difference(map.content, style.paint, shown)
                                        : legend_of(*map.content.a, map.content, style.paint, shown);
}

/// Of several maps: what any of them shows, once, without the figures of one of them.
std::vector<LegendEntry> shared_entries(const std::vector<std::vector<LegendEntry>>& all) {
    if (all.size() == 1) { return all.front(); }
    std::vector<LegendEntry> shared;
    for (const std::vector<LegendEntry>& entries : all) {
        for (const LegendEntry& entry : entries) {
            if (entry.is_note) { continue; }
            const auto same = [&entry](const LegendEntry& other) { return other.text == entry.text; };
            if (std::any_of(shared.begin(), shared.end(), same)) { continue; }
            shared.push_back(entry);
            shared.back().estimate.clear();
        }
    }
    return shared;
}

/// Under the title of one of several maps: its figures, in words.
std::string figures_of(const std::vector<LegendEntry>& entries) {
    std::string words;
    for (const LegendEntry& entry : entries) {
        if (entry.estimate.empty() || entry.is_line || entry.hatch != Hatch::none) { continue; }
        words += fmt::format("{}{} {}", words.empty() ? "" : " · ", entry.text, entry.estimate);
    }
    return words;
}

// --- page ------------------------------------------------------------------------------------------------------------

[[noreturn]] void refuse_size(const SheetStyle& style) {
    throw geo::Error{fmt::format("{:.0f}x{:.0f} pixels are too few for the map with its title, legend and sources",
                                 style.width, style.height),
                     "give a larger size, or fewer plans", geo::Error::Kind::bad_usage};
}

/// How many columns make the maps largest.
std::size_t columns_for(std::size_t maps, const ScreenBox& room, const MapBox& shown, double heading) {
    std::size_t best = 1;
    double largest = 0;
    for (std::size_t columns = 1; columns <= std::min(maps, most_columns); ++columns) {
        const std::size_t rows = (maps + columns - 1) / columns;
        const double wide = (room.width() - gap_px * static_cast<double>(columns - 1)) / static_cast<double>(columns);
        const double tall =
            (room.height() - gap_px * static_cast<double>(rows - 1)) / static_cast<double>(rows) - heading;
        const double scale = std::min(wide / (shown.east - shown.west), tall / (shown.north - shown.south));
        if (scale > largest) {
            largest = scale;
            best = columns;
        }
    }
    return best;
}

}  // namespace

MapBox box_of_interest(const SheetMap& map) {
    constexpr double margin = 0.05;
    MapBox box;
    const Scene& scene = detail::scene_of(map);
    for (const SceneFill& fill : scene.fills) {
        if (!detail::is_of_interest(fill, map.mode)) { continue; }
        for (const std::uint32_t piece : fill.pieces) {
            const MapBox& there = (*scene.pieces)[piece].box;
            box.add({static_cast<float>(there.west), static_cast<float>(there.south)});
            box.add({static_cast<float>(there.east), static_cast<float>(there.north)});
        }
    }
    if (box.west > box.east) { return map.content.frame->whole; }
    const double wide = (box.east - box.west) * margin, tall = (box.north - box.south) * margin;
    return {box.west - wide, box.south - tall, box.east + wide, box.north + tall};
}

void add_targets(const SheetMap& map, const SheetStyle& style, Sheet& sheet) {
    const Viewport viewport{0, 0, style.width, style.height};
    const Camera camera = detail::camera_for(map, style.shown, viewport);
    Sheet::Group group{"targets", {}, ScreenBox{0, 0, style.width, style.height}};
    const PlanView& view = *map.content.a;
    for (const AreaTable::Row& row : view.table.rows) {
        SceneFill fill;
        for (std::size_t i = 0; i < map.content.land->cells.size(); ++i) {
            const Cell& cell = map.content.land->cells[i];
            const bool is_in = view.on.drawn().class_at(i) == row.status_class &&
                               map.content.land->reporting_unit(cell).code == row.unit_code;
            if (is_in) { fill.pieces.push_back(static_cast<std::uint32_t>(i)); }
        }
        Sheet::Area area = area_of(fill, *map.on_map, camera, viewport);
        area.is_target = true;
        area.id = fmt::format("{}: {}, {} {}", tr(row.unit), view.plan->sides.in_words(row.status_class.status),
                              estimate_text(row.estimate), tr("km²"));
        if (!area.rings.empty()) { group.items.emplace_back(std::move(area)); }
    }
    sheet.groups.push_back(std::move(group));
}

Sheet legend_sheet(const std::string& title, const std::vector<LegendEntry>& entries, const TextMeasure& measure) {
    constexpr double width = least_legend_px, inset = 8;
    const Palette& colours = palette(Theme::light);
    Sheet sheet{width + 2 * inset, 0, colours.land, title, {}};
    Sheet::Group legend{"legend", {}, {}};
    const Pen pen{measure, colours, legend};
    double y =
        pen.write(wrapped(measure, Font::bold, title, width), Font::bold, colours.ink, inset, inset) + row_gap_px;
    for (const LegendEntry& entry : entries) { y = add_entry(entry, inset, y, width, pen); }
    sheet.height = y + inset;
    sheet.groups.push_back(std::move(legend));
    return sheet;
}

Sheet sheet_of(const std::vector<SheetMap>& maps, const SheetStyle& style, const TextMeasure& measure) {
    const Palette& colours = palette(style.theme);
    Sheet sheet{style.width, style.height, colours.land, style.title, {}};
    if (style.is_bare) {
        detail::add_map(maps.front(), 1, {0, 0, style.width, style.height}, style, measure, sheet);
        return sheet;
    }
    Sheet::Group words{"title and sources", {}, {}};
    const Pen pen{measure, colours, words};
    const double width = style.width - 2 * edge_px, small = pen.line_height(Font::small);
    double top =
        pen.write(wrapped(measure, Font::title, style.title, width), Font::title, colours.ink, edge_px, edge_px - 6);
    std::vector<std::string> notes;
    for (const std::string& note : style.notes) {
        for (std::string& line : wrapped(measure, Font::small, note, width)) { notes.push_back(std::move(line)); }
    }
    const double bottom = style.height - edge_px + 8 - small * static_cast<double>(notes.size());
    pen.write(notes, Font::small, colours.faint_ink, edge_px, bottom);
    top += 8;
    ScreenBox room{edge_px, top, style.width - edge_px, bottom - 10};

    // The legend lists what the maps show, whose size depends on the legend's: what the box asked for shows is close.
    std::vector<std::vector<LegendEntry>> all;
    for (const SheetMap& map : maps) { all.push_back(entries_of(map, style, style.shown)); }
    std::vector<LegendEntry> entries = shared_entries(all);
    if (!style.legend_head.empty()) {
        LegendEntry head;
        head.text = style.legend_head;
        head.is_note = true;
        entries.insert(entries.begin(), std::move(head));
    }
    const double beside = std::clamp(legend_share * style.width, least_legend_px, most_legend_px);
    const bool is_beside = height_of(entries, beside, measure) <= room.height() && style.width > 1.15 * style.height;
    Sheet::Group legend{"legend", {}, {}};
    const Pen legend_pen{measure, colours, legend};
    if (is_beside) {
        double y = room.top;
        for (const LegendEntry& entry : entries) { y = add_entry(entry, room.right - beside, y, beside, legend_pen); }
        room.right -= beside + gap_px;
    } else {
        const std::size_t columns = style.width < 700 ? 1 : style.width < 1100 ? 2 : 3;
        const double column = (width - gap_px * static_cast<double>(columns - 1)) / static_cast<double>(columns);
        const double tall = height_of(entries, column, measure) / static_cast<double>(columns);
        std::vector<double> heights(columns);
        std::vector<std::vector<LegendEntry>> parts(columns);
        std::size_t at = 0;
        for (const LegendEntry& entry : entries) {
            const double height = height_of({entry}, column, measure);
            if (at + 1 < columns && heights[at] > 0 && heights[at] + height / 2 > tall) { ++at; }
            heights[at] += height;
            parts[at].push_back(entry);
        }
        const double needed = *std::max_element(heights.begin(), heights.end());
        room.bottom -= needed + gap_px / 2;
        for (std::size_t i = 0; i < columns; ++i) {
            double y = room.bottom + gap_px / 2;
            const double x = edge_px + static_cast<double>(i) * (column + gap_px);
            for (const LegendEntry& entry : parts[i]) { y = add_entry(entry, x, y, column, legend_pen); }
        }
    }

    const bool several = maps.size() > 1;
    constexpr double usual_lines = 3;
    double heading = several ? pen.line_height(Font::bold) + usual_lines * small + 4 : 0;
    const std::size_t columns = columns_for(maps.size(), room, style.shown, heading);
    const std::size_t rows = (maps.size() + columns - 1) / columns;
    const double wide = (room.width() - gap_px * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const double tall = (room.height() - gap_px * static_cast<double>(rows - 1)) / static_cast<double>(rows);
    if (several) {
        std::size_t most = 0;
        for (const auto& figures : all) {
            most = std::max(most, wrapped(measure, Font::small, figures_of(figures), wide).size());
        }
        heading = pen.line_height(Font::bold) + static_cast<double>(most) * small + 4;
    }
    if (wide < least_map_px || tall - heading < least_map_px) { refuse_size(style); }
    for (std::size_t i = 0; i < maps.size(); ++i) {
        const double x = room.left + static_cast<double>(i % columns) * (wide + gap_px);
        const std::size_t row = i / columns;
        const double y = room.top + static_cast<double>(row) * (tall + gap_px);
        if (several) {
            const double next =
                pen.write({fitting(measure, Font::bold, maps[i].title, wide)}, Font::bold, colours.ink, x, y);
            std::vector<std::string> lines = wrapped(measure, Font::small, figures_of(all[i]), wide);
            pen.write(lines, Font::small, colours.faint_ink, x, next);
        }
        detail::add_map(maps[i], i + 1, {x, y + heading, wide, tall - heading}, style, measure, sheet);
    }
    sheet.groups.push_back(std::move(words));
    sheet.groups.push_back(std::move(legend));
    return sheet;
}

}  // namespace layers
