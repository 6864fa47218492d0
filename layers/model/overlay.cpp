// SPDX-License-Identifier: MIT
#include "layers/model/overlay.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "layers/model/detail/from_line.h"
#include "layers/model/detail/levels.h"
#include "layers/model/detail/parallel.h"
#include "layers/model/detail/reporting.h"
#include "layers/model/outline.h"
#include "layers/model/resulting_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace layers {

namespace {

using geo::Kilometres;
using geo::SquareKilometres;

// --- notes -----------------------------------------------------------------------------------------------------------

void add_unit_notes(Overlay& land) {
    land.notes.insert(land.notes.begin(), land.units.notes.begin(), land.units.notes.end());
    constexpr SquareKilometres worth_saying{1e-6};
    const SquareKilometres overlap = land.partition.overlaps.front();
    if (overlap > worth_saying) {
        land.notes.push_back(
            {fmt::format("units overlap by {:.3f} km²; the first in the file has it", overlap.value()), overlap});
    }
}

/// The faces must sum to the units; where GEOS had to snap to find a way, say by how much they do not.
void add_closure_note(Overlay& land) {
    SquareKilometres whole;
    for (const Unit& unit : land.units.units) { whole += geo::area_of(unit.region); }
    const SquareKilometres miss = land.total() + land.partition.overlaps.front() - whole;
    if (geo::magnitude(miss) > SquareKilometres{1e-6}) {
        land.notes.push_back({"the pieces do not add up to the units; vertices were snapped", geo::magnitude(miss)});
    }
}

// --- edges of strips -------------------------------------------------------------------------------------------------

/// Depths of strips along each line: as drawn, and moved by the line's accuracy to both sides.
std::vector<std::set<Kilometres>> levels_of(const Overlay& land, const Cuts& cuts) {
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
    const auto add_all = [&](const std::vector<const AreaExpression*>& areas, bool moved) {
        for (const AreaExpression* area : areas) {
            visit(*area, [&](const AreaExpression& where) {
                if (where.kind != AreaExpression::Kind::near_line) { return; }
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

/// The distances along each line at which strips that move with it have their edges.
std::vector<std::set<Kilometres>> moving_edges(const Overlay& land, const Cuts& cuts) {
    std::vector<std::set<Kilometres>> edges(land.lines.size());
    for (const AreaExpression* area : cuts.areas) {
        visit(*area, [&](const AreaExpression& where) {
            if (where.kind != AreaExpression::Kind::near_line) { return; }
            const std::size_t line = land.line_index(where.line);
            for (const Kilometres depth : {where.depths.ukraine, where.depths.russia}) {
                edges[line].insert(detail::to_metre(depth));
                if (const auto& beyond = land.lines[line].beyond_contested) {
                    edges[*beyond].insert(detail::to_metre(depth));
                }
            }
        });
    }
    return edges;
}

void draw_strips(Overlay& land, const Cuts& cuts) {
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
    detail::in_parallel(missing.size(), [&missing, &cuts](std::size_t i) {
        const auto [line, k] = missing[i];
        line->within[k] = geo::within(line->front, line->levels[k], geo::Ends::round, cuts.arcs);
    });
}

void draw_outlines(Overlay& land, const std::vector<const AreaExpression*>& areas) {
    std::set<std::string> seen;
    for (const OutlineRegion& known : land.outlines) { seen.insert(known.key); }
    for (const AreaExpression* area : areas) {
        visit(*area, [&](const AreaExpression& where) {
            if (where.kind != AreaExpression::Kind::in_outline || !seen.insert(where.outline.key).second) { return; }
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
void refuse_outlines_without_land(Overlay& land, const std::vector<const AreaExpression*>& areas) {
    for (const AreaExpression* area : areas) {
        visit(*area, [&](const AreaExpression& where) {
            if (where.kind != AreaExpression::Kind::in_outline) { return; }
            const std::size_t outline = outline_index(land.outlines, where.outline.key);
            const auto covered = [&](const Cell& cell) { return cell.in_outline[outline]; };
            if (std::any_of(land.cells.begin(), land.cells.end(), covered)) { return; }
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

/// Where nothing else cuts the land, the faces that its only line has made.
geo::Partition partition_of(const Overlay& land, const geo::Partition* parts) {
    const auto layers = land.coverages();
    const bool has_strips = !land.lines.front().levels.empty();
    if (parts == nullptr || has_strips || !land.outlines.empty() || land.by) { return geo::partition(layers); }
    geo::Partition same = *parts;
    for (geo::Face& face : same.faces) { face.owners.resize(layers.size(), geo::Face::none); }
    same.overlaps.resize(layers.size());
    return same;
}

}  // namespace

SquareKilometres Overlay::total() const {
    SquareKilometres sum;
    for (const Cell& cell : cells) { sum += cell.area; }
    return sum;
}

std::size_t Overlay::line_index(const std::string& name) const {
    return layers::line_index(lines, name);
}

std::size_t outline_index(const std::vector<OutlineRegion>& outlines, const std::string& key) {
    for (std::size_t i = 0; i < outlines.size(); ++i) {
        if (outlines[i].key == key) { return i; }
    }
    throw geo::Error{"the land is not cut by an area of the plan"};
}

std::vector<geo::Coverage> Overlay::coverages() const {
    static const std::vector<geo::Path> no_borders;
    std::vector<geo::Coverage> all{units.coverage()};
    for (const FrontLine& line : lines) {
        geo::Coverage held;
        if (line.control.info.kind == LineKind::resulting) {  // its edges are those of units, lines and areas
            for (const geo::Region& region : line.control.held) { held.emplace_back(&region, &no_borders); }
        } else {
            held = line.control.coverage();
        }
        if (!line.given.empty()) { held.emplace_back(&line.given, &line.gates); }
        all.push_back(std::move(held));
        geo::Coverage strips;
        strips.nested = true;
        for (const geo::Region& region : line.within) { strips.emplace_back(&region); }
        all.push_back(std::move(strips));
    }
    for (const OutlineRegion& outline : outlines) { all.push_back({{&outline.region}}); }
    if (by) {
        all.push_back(by->coverage());
        all.back().owners.pop_back();  // what lies in none of them
    }
    return all;
}

std::vector<Cell> Overlay::cells_of(const geo::Partition& parts) const {
    std::vector<Cell> result;
    for (const geo::Face& face : parts.faces) {
        if (face.owners[0] == geo::Face::none) { continue; }
        Cell cell{face.owners[0], face.owners[0], Side::ukraine, face.area, &face, {}, {}};
        if (by) { cell.reporting = detail::reporting_index(*by, face); }
        std::size_t layer = 1;
        for (const FrontLine& line : lines) {
            const bool held = face.owners[layer] != geo::Face::none;
            const Kilometres off = distance_at(line, face.owners[layer + 1]);
            cell.from_line.push_back(held ? -off : off);
            layer += 2;
        }
        const std::size_t beyond = lines.front().beyond_contested.value_or(0);
        const detail::FromLine from{cell.from_line[0], cell.from_line[beyond], Kilometres{0}};
        cell.side = from.is_held() ? Side::russia : from.is_contested() ? Side::contested : Side::ukraine;
        for (; layer < face.owners.size() - (by ? 1 : 0); ++layer) {
            cell.in_outline.push_back(face.owners[layer] != geo::Face::none);
        }
        result.push_back(std::move(cell));
    }
    return result;
}

bool Overlay::has_contested() const {
    return std::any_of(lines.begin(), lines.end(),
                       [](const FrontLine& line) { return line.beyond_contested.has_value(); });
}

Overlay cut(BaseOverlay base, const Cuts& cuts) {
    for (const Plan* plan : cuts.plans) { lay_resulting_line(*plan, base); }
    Overlay land;
    land.units = std::move(base.units);
    land.lines = std::move(base.lines);
    land.notes = std::move(base.notes);
    if (cuts.by) { land.by = detail::with_elsewhere(*cuts.by); }
    draw_strips(land, cuts);
    for (const auto* areas : {&cuts.areas, &cuts.drawn_areas}) { draw_outlines(land, *areas); }
    land.partition = partition_of(land, base.parts.get());
    land.cells = land.cells_of(land.partition);
    land.interval = cuts.interval;
    if (land.interval == IntervalKind::probable) {
        land.line_error = std::make_shared<const LineError>(land.lines, land.cells, moving_edges(land, cuts));
    }
    for (const auto* areas : {&cuts.areas, &cuts.drawn_areas}) { refuse_outlines_without_land(land, *areas); }
    add_unit_notes(land);
    add_closure_note(land);
    if (land.by) { detail::add_reporting_notes(land.partition, *land.by, land.notes); }
    return land;
}

BaseOverlay base_of(const Overlay& land) {
    BaseOverlay base;
    base.units = land.units;
    base.lines = land.lines;
    return base;
}

Overlay cut(Units units, std::vector<Control> lines, const Cuts& cuts) {
    return cut(lay_lines(std::move(units), std::move(lines), cuts.fit), cuts);
}

Overlay on_grid(const Overlay& land, int decimals) {
    Overlay grid;
    grid.units = land.units;
    grid.by = land.by;
    grid.lines = land.lines;
    grid.outlines = land.outlines;
    grid.partition = geo::partition_on_grid(grid.coverages(), decimals);
    grid.cells = grid.cells_of(grid.partition);
    return grid;
}

}  // namespace layers
