// SPDX-License-Identifier: MIT
#include "layers/map/map_frame.h"

#include "geo/densify.h"
#include "geo/error.h"
#include "layers/map/detail/on_map.h"
#include "layers/model/country.h"

#include <algorithm>
#include <cmath>

namespace layers {

namespace {

using detail::OnMap;

/// Of the country with its seas, roughly; and how far beyond it one can look.
constexpr MapBox ukraine{-680e3, -485e3, 690e3, 425e3}, ukraine_world{-900e3, -760e3, 980e3, 750e3};

constexpr geo::Bounds degrees_of_ukraine{21.5, 43.8, 40.8, 53.0};  // 22.1° to 40.2° E, 44.4° to 52.4° N, and some

geo::Path outline_of(const geo::Bounds& box) {
    constexpr geo::Degrees step{0.5};
    return geo::with_short_edges({{box.west, box.south},
                                  {box.east, box.south},
                                  {box.east, box.north},
                                  {box.west, box.north},
                                  {box.west, box.south}},
                                 step);
}

MapBox on_plane(const geo::Bounds& bounds, const geo::LonLat& origin) {
    const geo::Projection projection = geo::Projection::about(origin);
    MapBox box;
    for (const geo::LonLat& at : outline_of(bounds)) {
        try {
            const geo::MapPoint point = projection.forward(at);
            box.add({static_cast<float>(point.x_m), static_cast<float>(point.y_m)});
        } catch (const geo::Error&) {}  // the other end of the world
    }
    return box;
}

MapBox widened(const MapBox& box, double share) {
    const double wide = (box.east - box.west) * share, tall = (box.north - box.south) * share;
    return {box.west - wide, box.south - tall, box.east + wide, box.north + tall};
}

bool is_within(const geo::Bounds& box, const geo::Bounds& other) {
    return box.west >= other.west && box.east <= other.east && box.south >= other.south && box.north <= other.north;
}

/// A round step that makes about eight lines across.
double step_of(double degrees) {
    for (const double step : {0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0}) {
        if (degrees / step <= 10) { return step; }
    }
    return 10;
}

Scene graticule_about(const MapFrame& frame, Theme theme) {
    const geo::Projection projection = geo::Projection::about(frame.origin);
    OnMap on_map{projection};
    const double wide = frame.bounds.east - frame.bounds.west, tall = frame.bounds.north - frame.bounds.south;
    const double step = step_of(std::max(wide, tall)), around = std::max({wide, tall, 4 * step});
    const auto first = [step](double from) { return std::ceil(from / step) * step; };
    const double west = frame.bounds.west - around, east = frame.bounds.east + around;
    const double south = std::max(frame.bounds.south - around, -89.0),
                 north = std::min(frame.bounds.north + around, 89.0);
    SceneStroke grid{Part::grid, "graticule", {}, palette(theme).grid, 1};
    for (double lon = first(west); lon <= east; lon += step) {
        grid.paths.push_back(on_map.way({{lon, south}, {lon, north}}));
    }
    for (double lat = first(south); lat <= north; lat += step) {
        grid.paths.push_back(on_map.way({{west, lat}, {east, lat}}));
    }
    Scene scene;
    scene.strokes.push_back(std::move(grid));
    scene.pieces = std::make_shared<const std::vector<ScenePiece>>();
    return scene;
}

/// Land of Ukraine that these units leave out, under them.
void add_rest_of_ukraine(const geo::Projection& projection, Theme theme, Scene& scene) {
    OnMap on_map{projection};
    std::vector<ScenePiece> pieces = *scene.pieces;
    SceneFill rest{Part::backdrop, "rest", {}, palette(theme).neighbour, Hatch::none, Colour{0, 0, 0, 0}};
    for (const geo::Polygon& polygon : builtin_units().country().polygons) {
        rest.pieces.push_back(static_cast<std::uint32_t>(pieces.size()));
        pieces.push_back(on_map.of(polygon));
    }
    scene.fills.push_back(std::move(rest));
    scene.pieces = std::make_shared<const std::vector<ScenePiece>>(std::move(pieces));
}

/// On both sides of the antimeridian, longitudes go on beyond 180°.
geo::Bounds bounds_of(const Units& units) {
    geo::Bounds plain, eastern;
    for (const Unit& unit : units.units) {
        for (const geo::Polygon& polygon : unit.region.polygons) {
            geo::Bounds box = geo::bounds_of(polygon.shell);
            plain.add(box);
            if (box.west < 0) {
                box.west += 360;
                box.east += 360;
            }
            eastern.add(box);
        }
    }
    return plain.east - plain.west > 180 && eastern.east - eastern.west < 180 ? eastern : plain;
}

}  // namespace

MapFrame frame_of(const Units& units) {
    constexpr double margin = 0.04, reach = 1;
    MapFrame frame;
    frame.bounds = bounds_of(units);
    frame.has_ukraine = is_of_ukraine(units);
    frame.whole = ukraine;
    frame.world = ukraine_world;
    if (frame.has_ukraine && is_within(frame.bounds, degrees_of_ukraine)) {
        frame.is_part = frame.bounds.east - frame.bounds.west < 14 && frame.bounds.north - frame.bounds.south < 6;
        if (frame.is_part) { frame.whole = widened(on_plane(frame.bounds, frame.origin), margin); }
        return frame;
    }
    frame.origin = {(frame.bounds.west + frame.bounds.east) / 2, (frame.bounds.south + frame.bounds.north) / 2};
    const MapBox box = on_plane(frame.bounds, frame.origin);
    frame.whole = widened(box, margin);
    frame.world = widened(box, reach);
    return frame;
}

Scene backdrop_scene(const MapFrame& frame, Theme theme) {
    if (!frame.has_ukraine) { return graticule_about(frame, theme); }
    const geo::Projection projection = geo::Projection::about(frame.origin);
    Scene scene = backdrop_scene(projection, theme);
    if (frame.is_part) { add_rest_of_ukraine(projection, theme, scene); }
    return scene;
}

}  // namespace layers
