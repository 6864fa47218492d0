// SPDX-License-Identifier: MIT
#include "layers/map/scene.h"

#include "geo/adjacency.h"
#include "layers/map/detail/on_map.h"
#include "layers/model/country.h"
#include "layers/model/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <unordered_map>

namespace layers {

namespace {

using detail::OnMap;

/// Edges whose two sides `differ` says are not alike.
std::vector<ScenePoint> edges_where(const SceneLand& on_map,
                                    const std::function<bool(std::uint32_t, std::uint32_t)>& differ) {
    std::vector<ScenePoint> segments;
    for (const SceneLand::Edge& edge : on_map.edges) {
        if (!differ(edge.left, edge.right)) { continue; }
        segments.push_back(edge.from);
        segments.push_back(edge.to);
    }
    return segments;
}

bool is_outside(std::uint32_t cell) {
    return cell == SceneLand::Edge::outside;
}

std::vector<std::uint32_t> members(const CellSet& set) {
    std::vector<std::uint32_t> cells;
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (set[i] != 0) { cells.push_back(static_cast<std::uint32_t>(i)); }
    }
    return cells;
}

std::vector<ScenePoint> edge_of(const CellSet& set, const SceneLand& on_map) {
    const auto in = [&set](std::uint32_t cell) { return !is_outside(cell) && set[cell] != 0; };
    return edges_where(on_map, [&in](std::uint32_t left, std::uint32_t right) { return in(left) != in(right); });
}

/// Opaque land under what is translucent, so that legend and map show the same colours.
void add_ground(const Overlay& land, Theme theme, Scene& scene) {
    scene.fills.push_back({Part::backdrop, "land", members(CellSet(land.cells.size(), 1)), palette(theme).land,
                           Hatch::none, Colour{0, 0, 0, 0}});
}

void add_zones(const Assignment& assignment, const SceneLand& on_map, Theme theme, Scene& scene) {
    for (std::size_t i = 0; i < assignment.zones.size(); ++i) {
        const Zone& zone = assignment.plan->zones[i];
        const Colour colour = zone_colour(zone.kind, theme);
        scene.fills.push_back(
            {Part::zone, zone.id, members(assignment.zones[i]), Colour{0, 0, 0, 0}, zone_hatch(zone.kind), colour});
        scene.strokes.push_back({Part::zone, zone.id, edge_of(assignment.zones[i], on_map), colour, 1.6F});
    }
}

/// Land that neither side is said to hold, whatever the plan makes of it.
void add_contested(const std::vector<std::size_t>& lines, const Overlay& land, const SceneLand& on_map, Theme theme,
                   Scene& scene) {
    CellSet set(land.cells.size());
    for (const std::size_t line : lines) {
        const CellSet more = contested_on(land, line);
        std::transform(set.begin(), set.end(), more.begin(), set.begin(),
                       [](char a, char b) { return a != 0 || b != 0; });
    }
    std::vector<std::uint32_t> cells = members(set);
    if (cells.empty()) { return; }
    const Colour colour = palette(theme).contested;
    scene.fills.push_back({Part::contested, "contested", std::move(cells), Colour{0, 0, 0, 0}, Hatch::upright, colour});
    scene.strokes.push_back({Part::contested, "contested", edge_of(set, on_map), colour, 1.2F});
}

/// Where each line may as well run, were it off by its accuracy.
void add_accuracy(const Assignment& assignment, const Overlay& land, Theme theme, Scene& scene) {
    for (const std::size_t line : lines_of(*assignment.plan, land)) {
        const auto& accuracy = land.lines[line].control.info.accuracy;
        if (!accuracy) { continue; }
        CellSet near(land.cells.size());
        for (std::size_t i = 0; i < near.size(); ++i) {
            near[i] = geo::magnitude(land.cells[i].from_line[line]) < *accuracy ? 1 : 0;
        }
        scene.fills.push_back(
            {Part::accuracy, "accuracy", members(near), palette(theme).accuracy, Hatch::none, Colour{0, 0, 0, 0}});
    }
}

void add_borders(const Overlay& land, const SceneLand& on_map, Theme theme, Scene& scene) {
    const auto unit_of = [&land](std::uint32_t cell) { return is_outside(cell) ? -1 : land.cells[cell].unit; };
    std::vector<ScenePoint> inner, outer;
    for (const SceneLand::Edge& edge : on_map.edges) {
        if (unit_of(edge.left) == unit_of(edge.right)) { continue; }
        auto& segments = is_outside(edge.left) || is_outside(edge.right) ? outer : inner;
        segments.insert(segments.end(), {edge.from, edge.to});
    }
    scene.strokes.push_back({Part::border, "units", std::move(inner), palette(theme).border, 0.8F});
    scene.strokes.push_back({Part::border, "country", std::move(outer), palette(theme).border, 1.4F});
}

void add_lines(const std::vector<std::size_t>& lines, const Overlay& land, const geo::Projection& projection,
               Theme theme, Scene& scene) {
    OnMap on_map{projection};
    for (const std::size_t line : lines) {
        SceneStroke stroke{Part::line, land.lines[line].control.info.name, {}, palette(theme).line_halo, 5.0F};
        for (const geo::Path& path : land.lines[line].front) { on_map.add(path, stroke.segments); }
        scene.strokes.push_back(stroke);
        stroke.colour = palette(theme).line;
        stroke.width_px = 2.4F;
        scene.strokes.push_back(std::move(stroke));
    }
}

double rank_of(const Place& place) {
    const double people = place.population ? static_cast<double>(*place.population) : 3000;
    return is_facility(place) && !place.population ? 20000 : people;
}

void add_places(const geo::Projection& projection, Scene& scene) {
    OnMap on_map{projection};
    for (const Place& place : builtin_places()) {
        const bool is_capital = place.position == capital();
        const bool site = is_facility(place) && !place.population;
        const auto kind = is_capital ? SceneLabel::Kind::capital
                          : site     ? SceneLabel::Kind::facility
                                     : SceneLabel::Kind::place;
        scene.labels.push_back(
            {Part::place, kind, on_map.of(place.position), place.name, place.name_uk, rank_of(place)});
    }
}

/// Each unit's name stands in its largest cell.
void add_unit_names(const Overlay& land, const geo::Projection& projection, Scene& scene) {
    OnMap on_map{projection};
    std::map<int, const Cell*> largest;
    for (const Cell& cell : land.cells) {
        const Cell*& known = largest[cell.unit];
        if (known == nullptr || known->area < cell.area) { known = &cell; }
    }
    for (const auto& [index, cell] : largest) {
        const Unit& unit = land.units.units[static_cast<std::size_t>(index)];
        scene.labels.push_back({Part::name, SceneLabel::Kind::unit, on_map.of(cell->face->inside), unit.name,
                                unit.name_uk.empty() ? unit.name : unit.name_uk, cell->area.value()});
    }
}

void add_common(const std::vector<std::size_t>& lines, const Overlay& land, const SceneLand& on_map,
                const geo::Projection& projection, Theme theme, Scene& scene) {
    add_borders(land, on_map, theme, scene);
    add_lines(lines, land, projection, theme, scene);
    if (on_map.has_places) { add_places(projection, scene); }
    add_unit_names(land, projection, scene);
}

}  // namespace

void SceneBox::add(ScenePoint point) {
    west = std::min(west, point.x_m);
    east = std::max(east, point.x_m);
    south = std::min(south, point.y_m);
    north = std::max(north, point.y_m);
}

bool SceneBox::overlaps(const SceneBox& other) const {
    return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
}

std::string key_of(const StatusClass& label, const Sides& sides) {
    const StatusWords words = sides.words(label);
    return fmt::format("{} ({})", words.status, words.holder);
}

std::string key_of(const StatusClass& from, const StatusClass& to, const Sides& sides) {
    return key_of(from, sides) + " → " + key_of(to, sides);
}

SceneLand scene_land(const Overlay& land, const geo::Projection& projection) {
    OnMap on_map{projection};
    std::vector<ScenePiece> pieces;
    std::vector<const geo::Face*> faces;
    for (const Cell& cell : land.cells) {
        faces.push_back(cell.face);
        pieces.push_back(on_map.of(cell.face->shape));
    }
    SceneLand result;
    const auto add = [&](std::size_t left, std::uint32_t right, const geo::Segment& segment) {
        std::vector<ScenePoint> points;
        on_map.add({segment.from, segment.to}, points);
        for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
            result.edges.push_back({static_cast<std::uint32_t>(left), right, points[i], points[i + 1]});
        }
    };
    const geo::Adjacency adjacency = geo::adjacency(faces);
    for (const geo::SharedEdge& edge : adjacency.shared) {
        add(edge.left, static_cast<std::uint32_t>(edge.right), edge.segment);
    }
    for (std::size_t i = 0; i < adjacency.outline.size(); ++i) {
        add(adjacency.outline_faces[i], SceneLand::Edge::outside, adjacency.outline[i]);
    }
    result.pieces = std::make_shared<const std::vector<ScenePiece>>(std::move(pieces));
    result.has_places = is_of_ukraine(land.units);
    return result;
}

Scene plan_scene(const Assignment& assignment, const Overlay& land, const SceneLand& on_map,
                 const geo::Projection& projection, Theme theme) {
    Scene scene{on_map.pieces, {}, {}, {}};
    add_ground(land, theme, scene);
    std::map<StatusClass, std::vector<std::uint32_t>, decltype(&class_before)> by_label{&class_before};
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        by_label[assignment.class_at(i)].push_back(static_cast<std::uint32_t>(i));
    }
    for (auto& [label, cells] : by_label) {
        scene.fills.push_back({Part::status, key_of(label, assignment.plan->sides), std::move(cells),
                               status_colour(label, theme), Hatch::none, Colour{0, 0, 0, 0}});
    }
    const auto differ = [&](std::uint32_t left, std::uint32_t right) {
        return !is_outside(left) && !is_outside(right) && assignment.class_at(left) != assignment.class_at(right);
    };
    scene.strokes.push_back({Part::status, "edges", edges_where(on_map, differ), palette(theme).border, 0.8F});
    add_zones(assignment, on_map, theme, scene);
    add_contested(lines_of(*assignment.plan, land), land, on_map, theme, scene);
    add_accuracy(assignment, land, theme, scene);
    add_common(lines_of(*assignment.plan, land), land, on_map, projection, theme, scene);
    return scene;
}

Scene difference_scene(const Assignment& a, const Assignment& b, const Overlay& land, const SceneLand& on_map,
                       const geo::Projection& projection, Theme theme) {
    Scene scene{on_map.pieces, {}, {}, {}};
    OnMap names{projection};
    const Sides& sides = a.plan->sides;
    const auto change = [&](std::size_t cell) { return std::pair{a.class_at(cell), b.class_at(cell)}; };
    std::map<std::pair<StatusClass, StatusClass>, std::vector<std::uint32_t>> by_change;
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        by_change[change(i)].push_back(static_cast<std::uint32_t>(i));
    }
    std::vector<std::uint32_t> same;
    for (auto& [labels, cells] : by_change) {
        if (labels.first == labels.second) {
            same.insert(same.end(), cells.begin(), cells.end());
            continue;
        }
        const auto largest = *std::max_element(cells.begin(), cells.end(), [&](std::uint32_t x, std::uint32_t y) {
            return land.cells[x].area < land.cells[y].area;
        });
        geo::SquareKilometres area;
        for (const std::uint32_t cell : cells) { area += land.cells[cell].area; }
        const std::string words =
            fmt::format("{} → {}", sides.status(labels.first.status), sides.status(labels.second.status));
        scene.labels.push_back({Part::difference, SceneLabel::Kind::transfer,
                                names.of(land.cells[largest].face->inside), words, words, area.value()});
        scene.fills.push_back({Part::difference, key_of(labels.first, labels.second, sides), std::move(cells),
                               status_colour(labels.second, theme),
                               labels.first.holder == labels.second.holder ? Hatch::none : Hatch::rising,
                               status_colour(labels.first, theme)});
    }
    scene.fills.insert(scene.fills.begin(), {Part::difference, "unchanged", std::move(same), palette(theme).unchanged,
                                             Hatch::none, Colour{0, 0, 0, 0}});
    add_ground(land, theme, scene);
    std::rotate(scene.fills.begin(), scene.fills.end() - 1, scene.fills.end());
    const auto differ = [&](std::uint32_t left, std::uint32_t right) {
        return !is_outside(left) && !is_outside(right) && change(left) != change(right);
    };
    scene.strokes.push_back({Part::difference, "edges", edges_where(on_map, differ), palette(theme).border, 0.8F});
    std::vector<std::size_t> lines = lines_of(*a.plan, land);
    for (const std::size_t line : lines_of(*b.plan, land)) {
        if (std::find(lines.begin(), lines.end(), line) == lines.end()) { lines.push_back(line); }
    }
    add_contested(lines, land, on_map, theme, scene);
    add_common(lines, land, on_map, projection, theme, scene);
    return scene;
}

Scene highlight_scene(const CellSet& cells, const SceneLand& on_map, Theme theme) {
    const Colour colour = palette(theme).highlight;
    Scene scene{on_map.pieces, {}, {}, {}};
    scene.fills.push_back({Part::status, "selected", members(cells), Colour{colour.r, colour.g, colour.b, 40},
                           Hatch::none, Colour{0, 0, 0, 0}});
    scene.strokes.push_back({Part::status, "selected", edge_of(cells, on_map), colour, 2.5F});
    return scene;
}

}  // namespace layers
