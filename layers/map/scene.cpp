// SPDX-License-Identifier: MIT
#include "layers/map/scene.h"

#include "geo/adjacency.h"
#include "layers/map/detail/on_map.h"
#include "layers/map/dissolve.h"
#include "layers/model/country.h"
#include "layers/model/estimate_words.h"
#include "layers/model/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace layers {

namespace {

using detail::OnMap;

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

/// The arcs that `wanted` takes by their two groups.
template <class Wanted>
std::vector<ScenePath> arcs_where(const SceneLand& on_map, const Grouping& groups, const Wanted& wanted) {
    std::vector<ScenePath> paths;
    for (SceneArc& arc : arcs_between(on_map, groups)) {
        if (wanted(arc.left, arc.right)) { paths.push_back(std::move(arc.points)); }
    }
    return paths;
}

std::vector<ScenePath> edge_of(const CellSet& set, const SceneLand& on_map) {
    constexpr std::uint32_t in = 1;
    return arcs_where(on_map, Grouping{set.begin(), set.end()},
                      [](std::uint32_t left, std::uint32_t right) { return (left == in) != (right == in); });
}

/// Arcs between land of two groups, none along the outline.
std::vector<ScenePath> inner_arcs(const SceneLand& on_map, const Grouping& groups) {
    return arcs_where(on_map, groups,
                      [](std::uint32_t left, std::uint32_t right) { return !is_outside(left) && !is_outside(right); });
}

/// Numbers for values, as they come.
template <class Value>
class Numbers {
public:
    std::uint32_t of(const Value& value) {
        return known_.try_emplace(value, static_cast<std::uint32_t>(known_.size())).first->second;
    }

private:
    std::map<Value, std::uint32_t> known_;
};

/// Opaque land under what is translucent, so that legend and map show the same colours.
void add_ground(const Overlay& land, Theme theme, Scene& scene) {
    scene.fills.push_back({Part::land, "land", members(CellSet(land.cells.size(), 1)), palette(theme).land, Hatch::none,
                           Colour{0, 0, 0, 0}});
}

void add_zones(const Assignment& assignment, const SceneLand& on_map, Theme theme, Scene& scene) {
    for (std::size_t i = 0; i < assignment.zones.size(); ++i) {
        const Zone& zone = assignment.plan->zones[i];
        const Colour colour = zone_colour(zone.kind, theme);
        scene.fills.push_back({Part::zone, zone.id, members(assignment.zones[i]), Colour{0, 0, 0, 0},
                               zone_hatch(zone.kind), colour, std::nullopt, std::nullopt,
                               in_words(zone.kind) + (zone.title.empty() ? "" : ": " + zone.title)});
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
    Grouping units;
    for (const Cell& cell : land.cells) { units.push_back(static_cast<std::uint32_t>(cell.unit)); }
    std::vector<ScenePath> inner, outer;
    for (SceneArc& arc : arcs_between(on_map, units)) {
        (is_outside(arc.left) || is_outside(arc.right) ? outer : inner).push_back(std::move(arc.points));
    }
    scene.strokes.push_back({Part::border, "units", std::move(inner), palette(theme).border, 0.8F});
    scene.strokes.push_back({Part::border, "country", std::move(outer), palette(theme).border, 1.4F});
}

/// How lines look: boldly; or finely, of a difference, which lies between two lines and would vanish under them.
enum class Lines { bold, fine };

void add_lines(const std::vector<std::size_t>& lines, const Overlay& land, const geo::Projection& projection,
               Theme theme, Lines look, Scene& scene) {
    OnMap on_map{projection};
    for (const std::size_t line : lines) {
        SceneStroke stroke{Part::line, land.lines[line].control.info.name, {}, palette(theme).line_halo, 5.0F};
        for (const geo::Path& path : land.lines[line].front) { stroke.paths.push_back(on_map.way(path)); }
        if (land.lines[line].control.info.kind == LineKind::resulting) {  // finer than the line that it follows
            stroke.colour = palette(theme).faint_ink;
            stroke.width_px = 1.6F;
            scene.strokes.push_back(std::move(stroke));
            continue;
        }
        if (look == Lines::fine) {
            stroke.colour = line == lines.front() ? palette(theme).faint_ink : palette(theme).line;
            stroke.width_px = 1.2F;
            scene.strokes.push_back(std::move(stroke));
            continue;
        }
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

/// The built-in town of just that name; null if there is none.
const Place* town_called(const std::string& name) {
    const std::vector<Place>& places = builtin_places();
    const auto found =
        std::find_if(places.begin(), places.end(), [&name](const Place& place) { return place.name == name; });
    return found == places.end() ? nullptr : &*found;
}

/// Each unit's name stands in its largest cell; an oblast that is called like its town is said to be one.
void add_unit_names(const Overlay& land, const geo::Projection& projection, Scene& scene) {
    OnMap on_map{projection};
    std::map<int, const Cell*> largest;
    for (const Cell& cell : land.cells) {
        const Cell*& known = largest[cell.unit];
        if (known == nullptr || known->area < cell.area) { known = &cell; }
    }
    for (const auto& [index, cell] : largest) {
        const Unit& unit = land.units.units[static_cast<std::size_t>(index)];
        std::string name = unit.name;
        const bool is_built_in = land.units.path.empty();                     // raions are called like towns too
        if (const Place* town = is_built_in ? town_called(name) : nullptr) {  // no name stands twice
            if (town->name_uk == unit.name_uk) { continue; }
            name += " oblast";
        }
        scene.labels.push_back({Part::name, SceneLabel::Kind::unit, on_map.of(cell->face->inside), name,
                                unit.name_uk.empty() ? unit.name : unit.name_uk, cell->area.value()});
    }
}

void add_common(const std::vector<std::size_t>& lines, const Overlay& land, const SceneLand& on_map,
                const geo::Projection& projection, Theme theme, Lines look, Scene& scene) {
    add_borders(land, on_map, theme, scene);
    add_lines(lines, land, projection, theme, look, scene);
    if (on_map.has_places) { add_places(projection, scene); }
    add_unit_names(land, projection, scene);
}

}  // namespace

std::string class_id(const StatusClass& status_class, const Sides& sides) {
    const StatusWords words = sides.words(status_class);
    return fmt::format("{} ({})", words.status, words.holder);
}

std::string class_id(const StatusClass& from, const StatusClass& to, const Sides& sides) {
    return class_id(from, sides) + " → " + class_id(to, sides);
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
        const std::vector<std::uint32_t> points = on_map.indices_along({segment.from, segment.to});
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
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
    result.points = std::move(on_map).take_points();
    result.pieces = std::make_shared<const std::vector<ScenePiece>>(std::move(pieces));
    result.has_places = is_of_ukraine(land.units);
    return result;
}

Scene plan_scene(const Assignment& assignment, const Overlay& land, const SceneLand& on_map,
                 const geo::Projection& projection, Theme theme) {
    Scene scene{on_map.pieces, {}, {}, {}};
    add_ground(land, theme, scene);
    std::map<StatusClass, std::vector<std::uint32_t>, decltype(&class_before)> by_class{&class_before};
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        by_class[assignment.class_at(i)].push_back(static_cast<std::uint32_t>(i));
    }
    for (auto& [status_class, cells] : by_class) {
        scene.fills.push_back({Part::status, class_id(status_class, assignment.plan->sides), std::move(cells),
                               status_colour(status_class, theme), Hatch::none, Colour{0, 0, 0, 0}, status_class,
                               std::nullopt, in_words(status_class, assignment.plan->sides)});
    }
    Numbers<StatusClass> classes;
    Grouping groups;
    for (std::size_t i = 0; i < land.cells.size(); ++i) { groups.push_back(classes.of(assignment.class_at(i))); }
    scene.strokes.push_back({Part::status, "edges", inner_arcs(on_map, groups), palette(theme).border, 0.8F});
    add_zones(assignment, on_map, theme, scene);
    add_contested(lines_of(*assignment.plan, land), land, on_map, theme, scene);
    add_accuracy(assignment, land, theme, scene);
    add_common(lines_of(*assignment.plan, land), land, on_map, projection, theme, Lines::bold, scene);
    return scene;
}

namespace {

/// Land that changes its status alone is paler than land that changes hands.
Colour changed_colour(const StatusClass& from, const StatusClass& to, Theme theme) {
    Colour colour = status_colour(to, theme);
    if (change_of(from, to) == Change::status) { colour.a = static_cast<std::uint8_t>(colour.a / 2); }
    return colour;
}

}  // namespace

Scene difference_scene(const Assignment& a, const Assignment& b, const Overlay& land, const SceneLand& on_map,
                       const geo::Projection& projection, Theme theme) {
    Scene scene{on_map.pieces, {}, {}, {}};
    OnMap names{projection};
    const Sides& sides = a.plan->sides;
    const auto change_at = [&](std::size_t cell) { return std::pair{a.class_at(cell), b.class_at(cell)}; };
    std::map<std::pair<StatusClass, StatusClass>, std::vector<std::uint32_t>> by_change;
    for (std::size_t i = 0; i < land.cells.size(); ++i) {
        by_change[change_at(i)].push_back(static_cast<std::uint32_t>(i));
    }
    std::vector<std::uint32_t> same;
    for (auto& [change, cells] : by_change) {
        if (change.first == change.second) {
            same.insert(same.end(), cells.begin(), cells.end());
            continue;
        }
        const auto largest = *std::max_element(cells.begin(), cells.end(), [&](std::uint32_t x, std::uint32_t y) {
            return land.cells[x].area < land.cells[y].area;
        });
        geo::SquareKilometres area;
        for (const std::uint32_t cell : cells) { area += land.cells[cell].area; }
        const std::string words =
            fmt::format("{} → {}", sides.in_words(change.first.status), b.plan->sides.in_words(change.second.status));
        scene.labels.push_back({Part::difference, SceneLabel::Kind::transfer,
                                names.of(land.cells[largest].face->inside), words, words, area.value()});
        scene.fills.push_back({Part::difference, class_id(change.first, change.second, sides), std::move(cells),
                               changed_colour(change.first, change.second, theme),
                               change.first.holder == change.second.holder ? Hatch::none : Hatch::rising,
                               status_colour(change.first, theme), std::nullopt, change,
                               in_words(change.first, sides) + " → " + in_words(change.second, b.plan->sides)});
    }
    scene.fills.insert(scene.fills.begin(), {Part::difference, "unchanged", std::move(same), palette(theme).unchanged,
                                             Hatch::none, Colour{0, 0, 0, 0}});
    add_ground(land, theme, scene);
    std::rotate(scene.fills.begin(), scene.fills.end() - 1, scene.fills.end());
    Numbers<std::pair<StatusClass, StatusClass>> changes;
    Grouping groups;
    for (std::size_t i = 0; i < land.cells.size(); ++i) { groups.push_back(changes.of(change_at(i))); }
    scene.strokes.push_back({Part::difference, "edges", inner_arcs(on_map, groups), palette(theme).border, 0.8F});
    std::vector<std::size_t> lines = lines_of(*a.plan, land);
    for (const std::size_t line : lines_of(*b.plan, land)) {
        if (std::find(lines.begin(), lines.end(), line) == lines.end()) { lines.push_back(line); }
    }
    add_contested(lines, land, on_map, theme, scene);
    const auto is_drawn = [&land](std::size_t line) {
        return land.lines[line].control.info.kind != LineKind::resulting;
    };
    const Lines look = std::ranges::count_if(lines, is_drawn) > 1 ? Lines::fine : Lines::bold;
    add_common(lines, land, on_map, projection, theme, look, scene);
    return scene;
}

Scene highlight_scene(const CellSet& cells, const SceneLand& on_map, Theme theme) {
    const Colour colour = palette(theme).highlight;
    Scene scene{on_map.pieces, {}, {}, {}};
    scene.fills.push_back({Part::highlight, "selected", members(cells), Colour{colour.r, colour.g, colour.b, 40},
                           Hatch::none, Colour{0, 0, 0, 0}});
    scene.strokes.push_back({Part::highlight, "selected", edge_of(cells, on_map), colour, 2.5F});
    return scene;
}

}  // namespace layers
