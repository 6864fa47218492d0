// SPDX-License-Identifier: MIT
#include "geo/dataset.h"
#include "layers/builtin/builtin.h"
#include "layers/map/detail/on_map.h"
#include "layers/map/scene.h"

#include <array>

namespace layers {

namespace {

using detail::OnMap;

/// The built-in neighbours are cut off there.
constexpr double west = 19, east = 44, south = 42, north = 55;

struct Name {
    SceneLabel::Kind kind;
    const char *text, *text_uk;
    geo::LonLat at;
    double rank;
};

/// Names of countries and seas, each at a spot of its land or water that the map of Ukraine shows.
constexpr std::array names{
    Name{SceneLabel::Kind::neighbour, "Russia", "Росія", {40.6, 51.6}, 9},
    Name{SceneLabel::Kind::neighbour, "Belarus", "Білорусь", {28.0, 52.9}, 8},
    Name{SceneLabel::Kind::neighbour, "Poland", "Польща", {21.8, 50.8}, 7},
    Name{SceneLabel::Kind::neighbour, "Romania", "Румунія", {25.6, 46.2}, 7},
    Name{SceneLabel::Kind::neighbour, "Moldova", "Молдова", {28.5, 47.2}, 6},
    Name{SceneLabel::Kind::neighbour, "Hungary", "Угорщина", {20.6, 47.2}, 5},
    Name{SceneLabel::Kind::neighbour, "Slovakia", "Словаччина", {20.6, 48.75}, 4},
    Name{SceneLabel::Kind::neighbour, "Bulgaria", "Болгарія", {25.5, 43.0}, 4},
    Name{SceneLabel::Kind::neighbour, "Serbia", "Сербія", {21.0, 44.2}, 3},
    Name{SceneLabel::Kind::neighbour, "Lithuania", "Литва", {24.2, 54.4}, 3},
    Name{SceneLabel::Kind::neighbour, "Georgia", "Грузія", {42.8, 42.6}, 3},
    Name{SceneLabel::Kind::sea, "Black Sea", "Чорне море", {31.6, 43.6}, 9},
    Name{SceneLabel::Kind::sea, "Sea of Azov", "Азовське море", {36.6, 46.15}, 8},
};

bool on_frame(const geo::LonLat& a, const geo::LonLat& b) {
    const auto both = [](double x, double y, double at) { return x == at && y == at; };
    return both(a.lon, b.lon, west) || both(a.lon, b.lon, east) || both(a.lat, b.lat, south) ||
           both(a.lat, b.lat, north);
}

/// Coasts and borders, without the straight edges along which the built-in land is cut off.
void add_coast(const geo::Ring& ring, OnMap& on_map, std::vector<ScenePath>& paths) {
    geo::Path stretch;
    const auto end = [&] {
        if (stretch.size() > 1) { paths.push_back(on_map.way(stretch)); }
        stretch.clear();
    };
    for (std::size_t i = 1; i < ring.size(); ++i) {
        if (on_frame(ring[i - 1], ring[i])) {
            end();
            continue;
        }
        if (stretch.empty()) { stretch.push_back(ring[i - 1]); }
        stretch.push_back(ring[i]);
    }
    end();
}

SceneStroke graticule(OnMap& on_map, Theme theme) {
    SceneStroke grid{Part::grid, "graticule", {}, palette(theme).grid, 1};
    for (int lon = static_cast<int>(west); lon <= static_cast<int>(east); ++lon) {
        if (lon % 2 == 0) { grid.paths.push_back(on_map.way({{1.0 * lon, south}, {1.0 * lon, north}})); }
    }
    for (int lat = static_cast<int>(south); lat <= static_cast<int>(north); ++lat) {
        grid.paths.push_back(on_map.way({{west, 1.0 * lat}, {east, 1.0 * lat}}));
    }
    return grid;
}

}  // namespace

Scene backdrop_scene(const geo::Projection& projection, Theme theme) {
    const Palette& colours = palette(theme);
    const geo::Dataset neighbours = geo::read_geojson(builtin_file("neighbours.geojson"), "built-in neighbours");
    OnMap on_map{projection};
    std::vector<ScenePiece> pieces;
    pieces.push_back(
        on_map.of(geo::Polygon{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}));
    Scene scene;
    scene.fills.push_back({Part::backdrop, "sea", {0}, colours.sea, Hatch::none, Colour{0, 0, 0, 0}});
    SceneFill land{Part::backdrop, "neighbours", {}, colours.neighbour, Hatch::none, Colour{0, 0, 0, 0}};
    SceneStroke coast{Part::backdrop, "neighbours", {}, colours.coast, 1};
    for (const geo::Feature& feature : neighbours.features) {
        for (const geo::Polygon& polygon : feature.shape.region.polygons) {
            land.pieces.push_back(static_cast<std::uint32_t>(pieces.size()));
            pieces.push_back(on_map.of(polygon));
            add_coast(polygon.shell, on_map, coast.paths);
            for (const geo::Ring& hole : polygon.holes) { add_coast(hole, on_map, coast.paths); }
        }
    }
    scene.fills.push_back(std::move(land));
    scene.strokes.push_back(std::move(coast));
    scene.strokes.push_back(graticule(on_map, theme));
    for (const Name& name : names) {
        scene.labels.push_back({Part::name, name.kind, on_map.of(name.at), name.text, name.text_uk, name.rank});
    }
    scene.pieces = std::make_shared<const std::vector<ScenePiece>>(std::move(pieces));
    return scene;
}

}  // namespace layers
