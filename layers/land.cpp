// SPDX-License-Identifier: MIT
#include "layers/land.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "layers/detail/from_line.h"
#include "layers/detail/levels.h"
#include "layers/detail/parallel.h"
#include "layers/detail/reporting.h"
#include "layers/front.h"
#include "layers/outline.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace layers {

namespace {

using geo::Kilometres;
using geo::SquareKilometres;

// --- notes -----------------------------------------------------------------------------------------------------------

std::string by_unit(const Mismatch& mismatch) {
    std::string text;
    for (const auto& [unit, area] : mismatch.slivers_by_unit) {
        text += fmt::format("{}{} {:.0f}", text.empty() ? "" : ", ", unit, area.value());
    }
    return text;
}

void add_mismatch_notes(Ground& ground, const FrontLine& line, std::optional<geo::Kilometres> fit) {
    constexpr SquareKilometres worth_saying{0.5};
    const Mismatch& mismatch = line.mismatch;
    if (mismatch.past_units > worth_saying) {
        ground.notes.push_back(
            {fmt::format("held land reaches {:.0f} km² past the units' border and coast; that does not count",
                         mismatch.past_units.value()),
             {}});
    }
    if (mismatch.slivers <= worth_saying) { return; }
    const std::string where = fmt::format("within {} of the border and coast (km²: {})",
                                          geo::to_text(fit.value_or(sliver_reach)), by_unit(mismatch));
    if (fit) {
        ground.notes.push_back({"given to the side that holds the land beside it, land " + where, mismatch.slivers});
    } else {
        ground.notes.push_back(
            {fmt::format("{} km² {} lie beside held land that does not cover them, and count as not held; "
                         "two sources never draw the same coast: --fit-outline 5km counts them as held",
                         fmt::group_digits(std::llround(mismatch.slivers.value())), where),
             {}});
    }
}

void add_line_notes(Ground& ground, const Control& control) {
    ground.notes.insert(ground.notes.end(), control.notes.begin(), control.notes.end());
    for (const geo::Bridge& bridge : control.bridges) {
        ground.notes.push_back(
            {fmt::format("the line was led on by {:.1f} km from {} to {} at {}", bridge.length.value(),
                         geo::to_text(bridge.from), bridge.onto, geo::to_text(bridge.to)),
             {}});
    }
}

void add_unit_notes(Land& land) {
    land.notes.insert(land.notes.begin(), land.units.notes.begin(), land.units.notes.end());
    constexpr SquareKilometres worth_saying{1e-6};
    const SquareKilometres overlap = land.partition.overlaps.front();
    if (overlap > worth_saying) {
        land.notes.push_back(
            {fmt::format("units overlap by {:.3f} km²; the first in the file has it", overlap.value()), overlap});
    }
}

/// The faces must sum to the units; where GEOS had to snap to find a way, say by how much they do not.
void add_closure_note(Land& land) {
    SquareKilometres whole;
    for (const Unit& unit : land.units.units) { whole += geo::area_of(unit.region); }
    const SquareKilometres miss = land.total() + land.partition.overlaps.front() - whole;
    if (geo::magnitude(miss) > SquareKilometres{1e-6}) {
        land.notes.push_back({"the pieces do not add up to the units; vertices were snapped", geo::magnitude(miss)});
    }
}

geo::Bounds swapped(const geo::Bounds& bounds) {
    geo::Bounds result;
    result.add(geo::LonLat{bounds.south, bounds.west});
    result.add(geo::LonLat{bounds.north, bounds.east});
    return result;
}

[[noreturn]] void refuse_disjoint(const Ground& ground, const Control& control) {
    geo::Bounds country, held;
    for (const Unit& unit : ground.units.units) { country.add(geo::bounds_of(unit.region)); }
    for (const geo::Region& region : control.held) { held.add(geo::bounds_of(region)); }
    const bool latitude_first = !country.overlaps(held) && country.overlaps(swapped(held));
    throw geo::Error{
        fmt::format("the {} lies outside all units: {} to {}", control.info.kind,
                    geo::to_text(geo::LonLat{held.west, held.south}), geo::to_text(geo::LonLat{held.east, held.north})),
        latitude_first ? "its latitudes seem to stand first: write longitude, then latitude"
                       : "give a line and units of the same country"}
        .at({control.info.name});
}

// --- lines -----------------------------------------------------------------------------------------------------------

Mismatch mismatch_of(const geo::Partition& parts, const SidedLand& land, const std::vector<std::size_t>& found,
                     const Units& units) {
    Mismatch mismatch;
    for (const geo::Face& face : parts.faces) {
        if (face.owners[0] == geo::Face::none && face.owners[1] != geo::Face::none) {
            mismatch.past_units += face.area;
        }
    }
    std::map<int, SquareKilometres> by_unit;
    for (const std::size_t sliver : found) {
        by_unit[land.faces[sliver].face->owners[0]] += land.faces[sliver].face->area;
        mismatch.slivers += land.faces[sliver].face->area;
    }
    for (const auto& [unit, area] : by_unit) {
        mismatch.slivers_by_unit.emplace_back(units.units[static_cast<std::size_t>(unit)].name, area);
    }
    std::sort(mismatch.slivers_by_unit.begin(), mismatch.slivers_by_unit.end(),
              [](const auto& a, const auto& b) { return a.second > b.second; });
    return mismatch;
}

/// A control polygon's slivers, with the cuts at their ends: the partition is made anew where there are any.
std::vector<std::size_t> find_slivers(geo::Partition& parts, SidedLand& land, FrontLine& line, const Units& units,
                                      Kilometres reach) {
    std::vector<std::size_t> found = slivers(land, reach);
    line.gates = gates(land, found, reach);
    if (line.gates.empty()) { return found; }
    parts = geo::partition({units.layer(), line.control.layer()}, line.gates);
    land = sided_land(parts, line.gates);
    return slivers(land, reach);
}

/// The line by itself on the land: its front and its slivers.
FrontLine lay(Control control, Ground& ground, std::optional<Kilometres> fit) {
    FrontLine line;
    line.control = std::move(control);
    geo::Partition parts = geo::partition({ground.units.layer(), line.control.layer()});
    SidedLand land = sided_land(parts);
    const auto held = [](const Piece& piece) { return piece.side == Side::russia; };
    if (std::none_of(land.pieces.begin(), land.pieces.end(), held)) { refuse_disjoint(ground, line.control); }
    add_line_notes(ground, line.control);
    std::vector<std::size_t> found;
    if (line.control.info.kind == "control polygon") {
        found = find_slivers(parts, land, line, ground.units, fit.value_or(sliver_reach));
        line.mismatch = mismatch_of(parts, land, found, ground.units);
        if (fit) {
            std::vector<const geo::Face*> gone;
            for (const std::size_t sliver : found) { gone.push_back(land.faces[sliver].face); }
            line.given = geo::dissolve(gone);
            give(land, std::exchange(found, {}));
        }
        add_mismatch_notes(ground, line, fit);
    }
    Front front = front_of(land, found, line.control);
    line.front = std::move(front.paths);
    line.main_front = std::move(front.main_paths);
    line.small_pieces = front.small_pieces;
    if (front.crumbs) { ground.notes.push_back(std::move(*front.crumbs)); }
    return line;
}

// --- edges of strips -------------------------------------------------------------------------------------------------

/// Depths of strips along each line: as drawn, and moved by the line's accuracy to both sides.
std::vector<std::set<Kilometres>> levels_of(const Land& land, const Cuts& cuts) {
    std::vector<std::set<Kilometres>> levels(land.lines.size());
    const std::function<void(std::size_t, Kilometres, bool)> add = [&](std::size_t line, Kilometres depth, bool moved) {
        if (depth == Kilometres{0}) { return; }
        if (const auto& beyond = land.lines[line].beyond_contested) { add(*beyond, depth, moved); }
        levels[line].insert(detail::to_metre(depth));
        if (const auto& accuracy = land.lines[line].control.info.accuracy; accuracy && moved) {
            levels[line].insert(detail::to_metre(depth + *accuracy));
            levels[line].insert(detail::to_metre(geo::magnitude(depth - *accuracy)));
        }
    };
    for (std::size_t line = 0; line < land.lines.size(); ++line) {
        if (const auto& accuracy = land.lines[line].control.info.accuracy) {
            levels[line].insert(detail::to_metre(*accuracy));
        }
    }
    const auto add_all = [&](const std::vector<const Where*>& areas, bool moved) {
        for (const Where* area : areas) {
            visit(*area, [&](const Where& where) {
                if (where.kind != Where::Kind::near_line) { return; }
                const std::size_t line = land.line_index(where.line);
                add(line, where.depths.ukraine, moved);
                add(line, where.depths.russia, moved);
            });
        }
    };
    add_all(cuts.areas, true);
    add_all(cuts.drawn_areas, false);
    for (auto& set : levels) { set.erase(Kilometres{0}); }
    return levels;
}

void draw_strips(Land& land, const Cuts& cuts) {
    const std::vector<std::set<Kilometres>> levels = levels_of(land, cuts);
    std::vector<std::pair<FrontLine*, std::size_t>> missing;
    for (std::size_t i = 0; i < land.lines.size(); ++i) {
        FrontLine& line = land.lines[i];
        const std::vector<Kilometres> had = std::exchange(line.levels, {levels[i].begin(), levels[i].end()});
        std::vector<geo::Region> drawn = std::exchange(line.within, std::vector<geo::Region>(levels[i].size()));
        for (std::size_t k = 0; k < line.levels.size(); ++k) {
            const auto found = std::find(had.begin(), had.end(), line.levels[k]);
            if (found == had.end()) {
                missing.emplace_back(&line, k);
            } else {
                line.within[k] = std::move(drawn[static_cast<std::size_t>(found - had.begin())]);
            }
        }
    }
    detail::in_parallel(missing.size(), [&missing](std::size_t i) {
        const auto [line, k] = missing[i];
        line->within[k] = geo::within(line->front, line->levels[k]);
    });
}

void draw_outlines(Land& land, const std::vector<const Where*>& areas) {
    std::set<std::string> seen;
    for (const OutlineRegion& known : land.outlines) { seen.insert(known.key); }
    for (const Where* area : areas) {
        visit(*area, [&](const Where& where) {
            if (where.kind != Where::Kind::in_outline || !seen.insert(where.outline.key).second) { return; }
            try {
                land.outlines.push_back({where.outline.key, region_of(where.outline, land.units)});
                for (const geo::Note& note : where.outline.notes) {
                    land.notes.push_back({fmt::format("{}: {}", where.words, note.text), note.moved});
                }
            } catch (const geo::Error& error) { throw error.at(where.place); }
        });
    }
}

/// An outline without land is a mistake, unless it lies on land of Ukraine that these units leave out.
void refuse_outlines_without_land(Land& land, const std::vector<const Where*>& areas) {
    for (const Where* area : areas) {
        visit(*area, [&](const Where& where) {
            if (where.kind != Where::Kind::in_outline) { return; }
            const std::size_t outline = land.outline_index(where.outline.key);
            const auto covered = [&](const Plot& plot) { return plot.in_outline[outline]; };
            if (std::any_of(land.plots.begin(), land.plots.end(), covered)) { return; }
            const geo::Region& region = land.outlines[outline].region;
            if (region.empty() || !geo::intersect(region, builtin_units().country()).empty()) {
                land.notes.push_back({fmt::format("no land of these units lies {}", where.words), {}});
                return;
            }
            throw geo::Error{fmt::format("no land of the units lies {}", where.words),
                             "it lies in the sea or abroad: check the position, longitude first"}
                .at(where.place);
        });
    }
}

/// Between two edges of strips the middle; beyond the last 1 km more; before the first, half of it.
Kilometres distance_at(const FrontLine& line, int level) {
    if (line.levels.empty()) { return Kilometres{1}; }
    if (level == geo::Face::none) { return line.levels.back() + Kilometres{1}; }
    const auto i = static_cast<std::size_t>(level);
    return (line.levels[i] + (i == 0 ? Kilometres{0} : line.levels[i - 1])) * 0.5;
}

}  // namespace

Kilometres FrontLine::length() const {
    Kilometres sum;
    for (const geo::Path& path : front) { sum += geo::length_of(path); }
    return sum;
}

SquareKilometres Land::total() const {
    SquareKilometres sum;
    for (const Plot& plot : plots) { sum += plot.area; }
    return sum;
}

std::size_t Land::line_index(const std::string& name) const {
    if (name.empty()) { return 0; }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].control.info.name == name) { return i; }
    }
    throw geo::Error{fmt::format("the land is not cut by a line \"{}\"", name)};
}

std::size_t Land::outline_index(const std::string& key) const {
    for (std::size_t i = 0; i < outlines.size(); ++i) {
        if (outlines[i].key == key) { return i; }
    }
    throw geo::Error{"the land is not cut by an area of the plan"};
}

std::vector<geo::Layer> Land::layers() const {
    std::vector<geo::Layer> all{units.layer()};
    for (const FrontLine& line : lines) {
        geo::Layer held = line.control.layer();
        if (!line.given.empty()) { held.emplace_back(&line.given, &line.gates); }
        all.push_back(std::move(held));
        geo::Layer strips;
        strips.nested = true;
        for (const geo::Region& region : line.within) { strips.emplace_back(&region); }
        all.push_back(std::move(strips));
    }
    for (const OutlineRegion& outline : outlines) { all.push_back({{&outline.region}}); }
    if (by) {
        all.push_back(by->layer());
        all.back().owners.pop_back();  // what lies in none of them
    }
    return all;
}

std::vector<Plot> Land::plots_of(const geo::Partition& parts) const {
    std::vector<Plot> result;
    for (const geo::Face& face : parts.faces) {
        if (face.owners[0] == geo::Face::none) { continue; }
        Plot plot{face.owners[0], face.owners[0], Side::ukraine, face.area, &face, {}, {}};
        if (by) { plot.reporting = detail::reporting_index(*by, face); }
        std::size_t layer = 1;
        for (const FrontLine& line : lines) {
            const bool held = face.owners[layer] != geo::Face::none;
            const Kilometres off = distance_at(line, face.owners[layer + 1]);
            plot.from_line.push_back(held ? -off : off);
            layer += 2;
        }
        const std::size_t beyond = lines.front().beyond_contested.value_or(0);
        const detail::FromLine from{plot.from_line[0], plot.from_line[beyond], Kilometres{0}};
        plot.side = from.is_held() ? Side::russia : from.is_contested() ? Side::contested : Side::ukraine;
        for (; layer < face.owners.size() - (by ? 1 : 0); ++layer) {
            plot.in_outline.push_back(face.owners[layer] != geo::Face::none);
        }
        result.push_back(std::move(plot));
    }
    return result;
}

bool Land::has_contested() const {
    return std::any_of(lines.begin(), lines.end(),
                       [](const FrontLine& line) { return line.beyond_contested.has_value(); });
}

namespace {

/// The line behind the contested land: what it encloses is held or contested. What its own fit to the outline would
/// note has been said of the line in front of it.
void lay_beyond_contested(Ground& ground, std::size_t line, std::optional<Kilometres> fit) {
    const Control& inner = ground.lines[line].control;
    Control outer{inner.info, inner.held, {}, {}, {}, {}, {}, inner.whole_units};
    outer.held.insert(outer.held.begin(), inner.contested.begin(), inner.contested.end());
    outer.info.name += " with contested land";
    const std::size_t notes = ground.notes.size();
    FrontLine beyond = lay(std::move(outer), ground, fit);
    beyond.is_beyond_contested = true;
    ground.notes.resize(notes);
    ground.lines[line].beyond_contested = ground.lines.size();
    ground.lines.push_back(std::move(beyond));
}

}  // namespace

Ground lay_lines(Units units, std::vector<Control> lines, std::optional<Kilometres> fit) {
    Ground ground;
    ground.units = std::move(units);
    for (Control& control : lines) {
        const std::size_t before = ground.notes.size();
        ground.lines.push_back(lay(std::move(control), ground, fit));
        if (lines.size() == 1) { continue; }
        for (std::size_t i = before; i < ground.notes.size(); ++i) {
            ground.notes[i].text = ground.lines.back().control.info.name + ": " + ground.notes[i].text;
        }
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!ground.lines[i].control.contested.empty()) { lay_beyond_contested(ground, i, fit); }
    }
    return ground;
}

Land cut(Ground ground, const Cuts& cuts) {
    Land land;
    land.units = std::move(ground.units);
    land.lines = std::move(ground.lines);
    land.notes = std::move(ground.notes);
    if (cuts.by) { land.by = detail::with_elsewhere(*cuts.by); }
    draw_strips(land, cuts);
    for (const auto* areas : {&cuts.areas, &cuts.drawn_areas}) { draw_outlines(land, *areas); }
    land.partition = geo::partition(land.layers());
    land.plots = land.plots_of(land.partition);
    for (const auto* areas : {&cuts.areas, &cuts.drawn_areas}) { refuse_outlines_without_land(land, *areas); }
    add_unit_notes(land);
    add_closure_note(land);
    if (land.by) { detail::add_reporting_notes(land.partition, *land.by, land.notes); }
    return land;
}

Land cut(Units units, std::vector<Control> lines, const Cuts& cuts) {
    return cut(lay_lines(std::move(units), std::move(lines), cuts.fit), cuts);
}

Land on_grid(const Land& land, int decimals) {
    Land grid;
    grid.units = land.units;
    grid.by = land.by;
    grid.lines = land.lines;
    grid.outlines = land.outlines;
    grid.partition = geo::partition_on_grid(grid.layers(), decimals);
    grid.plots = grid.plots_of(grid.partition);
    return grid;
}

}  // namespace layers
