// SPDX-License-Identifier: MIT
#include "layers/map/scene.h"

#include "geo/measure.h"
#include "layers/map/map_frame.h"
#include "layers/model/area_table.h"
#include "layers/model/place.h"
#include "support/overlays.h"
#include "support/scenes.h"
#include "support/vincenty.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>

namespace {

using layers::Part;
using layers::SceneFill;
using layers::ScenePoint;
using layers::Theme;

const geo::Projection& on_plane() {
    static const geo::Projection projection = geo::Projection::about(layers::middle_of_ukraine);
    return projection;
}

struct Drawn {
    layers::Plan plan;
    layers::Overlay land;
    layers::Assignment assignment;
    layers::SceneLand on_map;
    layers::Scene scene;
    explicit Drawn(const std::string& name)
        : plan{layers::load_plan(name, {})},
          land{support::builtin_land({&plan})},
          assignment{layers::assign(plan, land)},
          on_map{layers::scene_land(land, on_plane())},
          scene{layers::plan_scene(assignment, land, on_map, on_plane(), Theme::light)} {}
};

const Drawn& drawn(const std::string& name) {
    static std::map<std::string, std::unique_ptr<const Drawn>> known;
    auto& made = known[name];
    if (!made) { made = std::make_unique<const Drawn>(name); }
    return *made;
}

/// Statuses alone; statuses and zones from all of an oblast; strips along the line, and a polygon.
const std::vector<std::string> plans{"freeze", "us-28-point", "kellogg-15-15"};

std::vector<std::string> keys_of(const layers::Scene& scene, Part part) {
    std::vector<std::string> keys;
    for (const SceneFill& fill : scene.fills) {
        if (fill.part == part) { keys.push_back(fill.id); }
    }
    return keys;
}

/// The distance from the line of the land, by a witness that shares no code with geo.
double km_to_line(const layers::Overlay& land, std::size_t cell) {
    geo::Kilometres nearest{1e9};
    for (const geo::Path& path : land.lines[0].front) {
        nearest = std::min(nearest, support::vincenty(land.cells[cell].face->inside, path));
    }
    return nearest.value();
}

TEST(Scene, AFreezeShowsWhatItsTableNames) {
    const layers::Scene& scene = drawn("freeze").scene;
    std::vector<std::string> rows;
    for (const layers::StatusClass& label : layers::AreaTable{drawn("freeze").plan, drawn("freeze").land}.classes()) {
        rows.push_back(layers::class_id(label, {}));
    }
    EXPECT_EQ(std::set<std::string>(rows.begin(), rows.end()),
              (std::set<std::string>{"UA (Ukraine)", "frozen (Russia)"}));
    EXPECT_EQ(keys_of(scene, Part::land), std::vector<std::string>{"land"});
    EXPECT_EQ(keys_of(scene, Part::status), rows) << "in the table's order";
    EXPECT_EQ(keys_of(scene, Part::zone), std::vector<std::string>{});
    EXPECT_EQ(keys_of(scene, Part::accuracy), std::vector<std::string>{"accuracy"});
    EXPECT_EQ(scene.fills.front().id, "land") << "translucent statuses lie on opaque land";
    EXPECT_EQ(scene.fills.front().colour.a, 255);
    const auto lines = std::count_if(scene.strokes.begin(), scene.strokes.end(),
                                     [](const auto& stroke) { return stroke.part == Part::line; });
    EXPECT_EQ(lines, 2) << "the line and its halo";
}

TEST(Scene, EveryCellLiesInExactlyOneStatus) {
    for (const std::string& name : plans) {
        const Drawn& map = drawn(name);
        EXPECT_EQ(support::times_filled(map.scene, Part::status), std::vector<int>(map.land.cells.size(), 1)) << name;
        for (const SceneFill& fill : map.scene.fills) {
            if (fill.part != Part::status) { continue; }
            for (const std::uint32_t cell : fill.pieces) {
                const layers::StatusClass& label = map.assignment.class_at(cell);
                ASSERT_EQ(fill.id, id_of(label.status) + " (" + id_of(label.holder) + ")") << name;
            }
        }
    }
}

TEST(Scene, ZonesAreDrawnOnTheirCellsAndNoOthers) {
    for (const std::string& name : plans) {
        const Drawn& map = drawn(name);
        for (std::size_t zone = 0; zone < map.plan.zones.size(); ++zone) {
            const SceneFill* fill = support::fill_of(map.scene, Part::zone, map.plan.zones[zone].id);
            ASSERT_NE(fill, nullptr) << name << ": " << map.plan.zones[zone].id;
            layers::CellSet filled(map.land.cells.size());
            for (const std::uint32_t cell : fill->pieces) { ++filled[cell]; }
            EXPECT_EQ(filled, map.assignment.zones[zone]) << name << ": " << fill->id;
            EXPECT_EQ(fill->colour.a, 0) << "a zone is a hatch: the status below stays to be seen";
            EXPECT_NE(fill->hatch, layers::Hatch::none);
            EXPECT_GT(fill->hatch_colour.a, 0);
        }
        EXPECT_EQ(keys_of(map.scene, Part::zone).size(), map.plan.zones.size()) << name;
    }
}

/// Reference: support::vincenty.
TEST(Scene, AStripOfFifteenKilometresIsDrawnSoFarAndNoFarther) {
    const Drawn& map = drawn("kellogg-15-15");
    const SceneFill* strip = support::fill_of(map.scene, Part::zone, "zone-ukraine");
    ASSERT_NE(strip, nullptr);
    const std::set<std::uint32_t> cells{strip->pieces.begin(), strip->pieces.end()};
    int inside = 0;
    for (std::uint32_t cell = 0; cell < map.land.cells.size(); ++cell) {
        const double off = km_to_line(map.land, cell);
        if (std::abs(off - 15) < 0.05 || map.land.cells[cell].side == layers::Side::russia) { continue; }
        EXPECT_EQ(cells.count(cell) == 1, off < 15) << off << " km at " << to_text(map.land.cells[cell].face->inside);
        inside += off < 15 ? 1 : 0;
    }
    EXPECT_GT(inside, 10);
}

/// Reference: support::vincenty, and the accuracy that the line's file states.
TEST(Scene, AccuracyIsDrawnWhereTheLineMayAsWellRun) {
    const Drawn& map = drawn("us-28-point");
    const SceneFill* band = support::fill_of(map.scene, Part::accuracy, "accuracy");
    ASSERT_NE(band, nullptr);
    const std::set<std::uint32_t> cells{band->pieces.begin(), band->pieces.end()};
    int inside = 0;
    for (std::uint32_t cell = 0; cell < map.land.cells.size(); ++cell) {
        const double off = km_to_line(map.land, cell);
        if (std::abs(off - 1.2) < 0.01) { continue; }
        EXPECT_EQ(cells.count(cell) == 1, off < 1.2) << off << " km at " << to_text(map.land.cells[cell].face->inside);
        inside += off < 1.2 ? 1 : 0;
    }
    EXPECT_GT(inside, 10);
}

/// The map is equal-area: planar area by the shoelace formula against the integral over the ellipsoid: 0.05 %. An edge
/// of up to 0.25° is drawn straight, though a parallel bends: L² tan φ / 8R, by 7.5 m at most and 5 m on average, which
/// shows in single cells.
TEST(Scene, AreasOnTheMapAreThoseOfTheTable) {
    for (const std::string& name : plans) {
        const Drawn& map = drawn(name);
        for (std::size_t i = 0; i < map.land.cells.size(); ++i) {
            const geo::Polygon& shape = map.land.cells[i].face->shape;
            const double km2 = geo::area_of(shape).value(), rim = geo::perimeter_of({{shape}}).value() * 0.005;
            ASSERT_NEAR(support::area_of((*map.scene.pieces)[i]) / 1e6, km2, 0.0005 * km2 + rim)
                << name << ": plot " << i << " at " << to_text(map.land.cells[i].face->inside);
        }
        const layers::AreaTable table{map.plan, map.land};
        for (const layers::StatusClass& label : table.classes()) {
            const double km2 = table.of(label).area.value();
            if (km2 == 0) { continue; }  // of a reading only
            const SceneFill* fill = support::fill_of(map.scene, Part::status, layers::class_id(label, {}));
            ASSERT_NE(fill, nullptr) << name << ": " << layers::class_id(label, {});
            EXPECT_NEAR(support::km2_of(*fill, map.scene), km2, 0.0005 * km2) << name << ": " << fill->id;
        }
        for (const layers::Zone& zone : map.plan.zones) {
            const double km2 = table.of_zone(zone.id).area.value();
            EXPECT_NEAR(support::km2_of(*support::fill_of(map.scene, Part::zone, zone.id), map.scene), km2,
                        0.0005 * km2)
                << name << ": " << zone.id;
        }
    }
}

/// What lies 100 m to either side of a segment's middle: a unit's index, or -1 off the land.
std::pair<int, int> units_beside(const layers::Overlay& land, ScenePoint a, ScenePoint b) {
    const double dx = double{b.x_m} - a.x_m, dy = double{b.y_m} - a.y_m, length = std::hypot(dx, dy);
    const auto unit_at = [&](double side) {
        const geo::LonLat position = on_plane().inverse(
            {(double{a.x_m} + b.x_m) / 2 - dy / length * side, (double{a.y_m} + b.y_m) / 2 + dx / length * side});
        for (std::size_t i = 0; i < land.units.units.size(); ++i) {
            if (geo::contains(land.units.units[i].region, position)) { return static_cast<int>(i); }
        }
        return -1;
    };
    return {unit_at(100), unit_at(-100)};
}

/// Reference: the units' own polygons, 100 m to either side of every twentieth segment that is longer than 2 km.
TEST(Scene, BordersRunBetweenUnitsAndRoundTheCountry) {
    const Drawn& map = drawn("us-28-point");
    for (const auto& [key, is_outer] : {std::pair{"units", false}, std::pair{"country", true}}) {
        const layers::SceneStroke* stroke = support::stroke_of(map.scene, Part::border, key);
        ASSERT_NE(stroke, nullptr);
        int looked_at = 0;
        const std::vector<ScenePoint> points = support::segments_of(*stroke);
        for (std::size_t i = 0; i + 1 < points.size(); i += 40) {
            const ScenePoint a = points[i], b = points[i + 1];
            if (std::hypot(b.x_m - a.x_m, b.y_m - a.y_m) < 2000) { continue; }
            const auto [left, right] = units_beside(map.land, a, b);
            EXPECT_NE(left, right) << key << " at " << a.x_m << ", " << a.y_m;
            EXPECT_EQ(left == -1 || right == -1, is_outer) << key << " at " << a.x_m << ", " << a.y_m;
            ++looked_at;
        }
        EXPECT_GT(looked_at, 20) << key;
    }
}

TEST(Scene, NoBorderBetweenCellsOfOneUnitAndNoneLeftOut) {
    const Drawn& map = drawn("kellogg-15-15");
    using Segment = std::array<float, 4>;
    const auto segment = [](ScenePoint a, ScenePoint b) {
        const bool turned = std::tie(b.x_m, b.y_m) < std::tie(a.x_m, a.y_m);
        return turned ? Segment{b.x_m, b.y_m, a.x_m, a.y_m} : Segment{a.x_m, a.y_m, b.x_m, b.y_m};
    };
    std::set<Segment> bordering;
    for (const char* key : {"units", "country"}) {
        const std::vector<ScenePoint> points = support::segments_of(*support::stroke_of(map.scene, Part::border, key));
        for (std::size_t i = 0; i + 1 < points.size(); i += 2) { bordering.insert(segment(points[i], points[i + 1])); }
    }
    int within = 0;
    for (const layers::SceneLand::Edge& edge : map.on_map.edges) {
        const auto unit_of = [&](std::uint32_t cell) {
            return cell == layers::SceneLand::Edge::outside ? -1 : map.land.cells[cell].unit;
        };
        const bool differ = unit_of(edge.left) != unit_of(edge.right);
        const ScenePoint from = map.on_map.points[edge.from], to = map.on_map.points[edge.to];
        ASSERT_EQ(bordering.count(segment(from, to)) == 1, differ) << from.x_m << ", " << from.y_m;
        within += differ ? 0 : 1;
    }
    EXPECT_GT(within, 1000) << "strips cut the units";
    EXPECT_TRUE(support::is_closed(support::segments_of(*support::stroke_of(map.scene, Part::border, "country"))));
}

TEST(Scene, ZonesHaveClosedEdges) {
    const Drawn& map = drawn("kellogg-15-15");
    for (const layers::Zone& zone : map.plan.zones) {
        const layers::SceneStroke* edge = support::stroke_of(map.scene, Part::zone, zone.id);
        ASSERT_NE(edge, nullptr) << zone.id;
        EXPECT_FALSE(edge->paths.empty()) << zone.id;
        EXPECT_TRUE(support::is_closed(support::segments_of(*edge))) << zone.id;
    }
}

/// geo::Projection promises lengths that are true to 0.3 %.
TEST(Scene, TheLineIsAsLongAsMeasured) {
    const Drawn& map = drawn("freeze");
    const layers::SceneStroke* line = support::stroke_of(map.scene, Part::line, "2025-12-24");
    ASSERT_NE(line, nullptr);
    double metres = 0;
    const std::vector<ScenePoint> points = support::segments_of(*line);
    for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
        metres += std::hypot(double{points[i + 1].x_m} - points[i].x_m, double{points[i + 1].y_m} - points[i].y_m);
    }
    const double km = map.land.lines[0].length().value();
    EXPECT_NEAR(metres / 1000, km, 0.003 * km);
    EXPECT_GT(km, 900);
}

TEST(Scene, NamesOfAllUnitsAndPlacesStandWhereTheyBelong) {
    const Drawn& map = drawn("us-28-point");
    const auto count = [&](layers::SceneLabel::Kind kind) {
        return std::count_if(map.scene.labels.begin(), map.scene.labels.end(),
                             [kind](const layers::SceneLabel& label) { return label.kind == kind; });
    };
    EXPECT_EQ(count(layers::SceneLabel::Kind::unit), 26)
        << "24 oblasts, Crimea and Kyiv; Sevastopol is named as a town";
    EXPECT_EQ(count(layers::SceneLabel::Kind::capital), 1);
    EXPECT_EQ(static_cast<std::size_t>(std::count_if(map.scene.labels.begin(), map.scene.labels.end(),
                                                     [](const auto& label) { return label.part == Part::place; })),
              layers::builtin_places().size());
    for (const layers::SceneLabel& label : map.scene.labels) {
        const geo::LonLat position = on_plane().inverse({label.at.x_m, label.at.y_m});
        if (label.kind == layers::SceneLabel::Kind::unit) {
            const int unit = layers::find_unit(map.land.units.units, label.text);
            ASSERT_GE(unit, 0) << label.text;
            EXPECT_TRUE(geo::contains(map.land.units.units[static_cast<std::size_t>(unit)].region, position))
                << label.text;
        } else if (label.part == Part::place) {
            EXPECT_LT(geo::distance(position, layers::find_place(label.text)->position).value(), 0.001) << label.text;
        }
        EXPECT_FALSE(label.text_uk.empty()) << label.text;
    }
}

}  // namespace
