// SPDX-License-Identifier: MIT
#include "geo/dataset.h"
#include "layers/builtin/builtin.h"
#include "layers/map/detail/on_map.h"
#include "layers/map/scene.h"

#include <algorithm>
#include <array>

namespace layers {

namespace {

using detail::OnMap;

/// By GSHHG's level, from the largest rivers to the smallest.
constexpr std::array<float, 4> widths_px{1.6F, 1.3F, 1.0F, 0.7F};

std::string word(const geo::Feature& feature, const char* key) {
    const auto found = std::find_if(feature.properties.begin(), feature.properties.end(),
                                    [key](const auto& property) { return property.first == key; });
    const auto* words = found == feature.properties.end() ? nullptr : std::get_if<std::string>(&found->second);
    return words == nullptr ? std::string{} : *words;
}

std::size_t level_of(const geo::Feature& feature) {
    const auto found = std::find_if(feature.properties.begin(), feature.properties.end(),
                                    [](const auto& property) { return property.first == "level"; });
    const auto* level = found == feature.properties.end() ? nullptr : std::get_if<std::int64_t>(&found->second);
    return level == nullptr ? 1 : static_cast<std::size_t>(std::clamp<std::int64_t>(*level, 1, widths_px.size()));
}

}  // namespace

Scene water_scene(const geo::Projection& projection, Theme theme) {
    const Palette& colours = palette(theme);
    const geo::Dataset waters = geo::read_geojson(builtin_file("waters.geojson"), "built-in waters");
    OnMap on_map{projection};
    std::vector<ScenePiece> pieces;
    Scene scene;
    SceneFill lakes{Part::backdrop, "lakes", {}, colours.sea, Hatch::none, Colour{0, 0, 0, 0}};
    SceneStroke shores{Part::backdrop, "shores", {}, colours.coast, 0.6F};
    std::array<SceneStroke, widths_px.size()> rivers;
    for (std::size_t i = 0; i < rivers.size(); ++i) {
        rivers[i] = {Part::backdrop, "rivers", {}, colours.coast, widths_px[i]};
    }
    for (const geo::Feature& feature : waters.features) {
        for (const geo::Path& path : feature.shape.paths) {
            rivers[level_of(feature) - 1].paths.push_back(on_map.way(path));
        }
        for (const geo::Polygon& polygon : feature.shape.region.polygons) {
            shores.paths.push_back(on_map.way(polygon.shell));
            for (const geo::Ring& hole : polygon.holes) { shores.paths.push_back(on_map.way(hole)); }
            if (!word(feature, "gone").empty()) { continue; }  // no water any more, and its old shore orients
            lakes.pieces.push_back(static_cast<std::uint32_t>(pieces.size()));
            pieces.push_back(on_map.of(polygon));
        }
    }
    scene.fills.push_back(std::move(lakes));
    for (SceneStroke& stroke : rivers) { scene.strokes.push_back(std::move(stroke)); }
    scene.strokes.push_back(std::move(shores));
    scene.pieces = std::make_shared<const std::vector<ScenePiece>>(std::move(pieces));
    return scene;
}

}  // namespace layers
