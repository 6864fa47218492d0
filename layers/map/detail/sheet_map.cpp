// SPDX-License-Identifier: MIT
#include "layers/map/detail/sheet_map.h"

#include "layers/language/language.h"
#include "layers/map/detail/names.h"
#include "layers/map/furniture.h"
#include "layers/map/map_areas.h"
#include "layers/map/visible.h"
#include "layers/model/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace layers::detail {

Camera camera_for(const SheetMap& map, const MapBox& shown, const Viewport& viewport) {
    constexpr double margin = 10, farthest = 1e5;
    Camera camera = fitted(shown, viewport, margin, farthest);
    camera.origin = map.content.frame->origin;
    return camera;
}

bool is_of_interest(const SceneFill& fill, Mode mode) {
    if (mode == Mode::difference) { return fill.change.has_value(); }
    return fill.part == Part::zone || (fill.status_class && *fill.status_class != untouched);
}

const Scene& scene_of(const SheetMap& map) {
    return map.mode == Mode::difference ? *map.content.difference : map.content.a->scene;
}

namespace {

/// A bar of a round length on the map's lower left.
ScreenBox add_scale(const Camera& camera, const Viewport& viewport, const Pen& pen) {
    constexpr double most_px = 140, inset = 10;
    const geo::Kilometres length = bar_length(camera.metres_per_px, std::min(most_px, viewport.width / 3));
    const double bar = length.value() * 1000 / camera.metres_per_px, left = viewport.x + inset,
                 y = viewport.y + viewport.height - inset;
    const std::string words = length_words(length);
    const TextSize size = pen.measure.size_of(Font::small, words);
    const ScreenBox box{left - 5, y - size.height - 5, left + bar + size.width + 14, y + 6};
    const auto add = [&pen](Picture::Item item) { pen.group.items.emplace_back(std::move(item)); };
    add(Picture::Box{box, pen.colours.halo, Picture::none, 3});
    add(Picture::Line{{left, y}, {left + bar, y}, pen.colours.ink, 1.6});
    add(Picture::Line{{left, y - 5}, {left, y + 0.8}, pen.colours.ink, 1.6});
    add(Picture::Line{{left + bar, y - 5}, {left + bar, y + 0.8}, pen.colours.ink, 1.6});
    add(Picture::Words{{left + bar + 7, y - size.height + 3}, Font::small, pen.colours.ink, words});
    return box;
}

/// How many m² of what the map is about lie under a box on it.
double hidden_interest(const SheetMap& map, const Camera& camera, const Viewport& viewport, const Viewport& box) {
    const geo::MapPoint low = to_map(camera, viewport, {box.x, box.y + box.height}),
                        high = to_map(camera, viewport, {box.x + box.width, box.y});
    const MapBox there{low.x_m, low.y_m, high.x_m, high.y_m};
    const Scene& scene = scene_of(map);
    double hidden = 0;
    for (const SceneFill& fill : scene.fills) {
        if (!is_of_interest(fill, map.mode)) { continue; }
        for (const std::uint32_t piece : fill.pieces) { hidden += area_within((*scene.pieces)[piece], there); }
    }
    return hidden;
}

/// Where the map lies in the country, where least of what it is about is hidden; nothing where it shows nearly all of
/// it.
std::optional<ScreenBox> add_locator(const SheetMap& map, const std::string& id, const Camera& camera,
                                     const Viewport& viewport, const SheetStyle& style, const TextMeasure& measure,
                                     Sheet& sheet) {
    constexpr double share = 0.2, most_px = 170, least_px = 60, inset = 8, nearly_all = 0.75;
    const MapBox &whole = map.content.frame->whole, shown = shown_box(camera, viewport);
    const double wide = whole.east - whole.west, tall = whole.north - whole.south;
    if ((shown.east - shown.west) > nearly_all * wide) { return std::nullopt; }
    const double width = std::min(most_px, share * viewport.width), height = width * tall / wide;
    if (width < least_px) { return std::nullopt; }
    const double left = viewport.x + inset, right = viewport.x + viewport.width - width - inset;
    const double top = viewport.y + inset, bottom = viewport.y + viewport.height - height - inset;
    Viewport inner{right, top, width, height};
    double least = hidden_interest(map, camera, viewport, inner);
    for (const ScreenPoint& corner : {ScreenPoint{left, top}, ScreenPoint{right, bottom}}) {
        const Viewport there{corner.x, corner.y, width, height};
        const double hidden = hidden_interest(map, camera, viewport, there);
        if (hidden >= least) { continue; }
        least = hidden;
        inner = there;
    }
    const ScreenBox box{inner.x, inner.y, inner.x + width, inner.y + height};
    Camera small = fitted(whole, inner, 2, 1e5);
    small.origin = camera.origin;
    Sheet::Group group{id + ": locator", {}, box};
    const Pen pen{measure, palette(style.theme), group};
    const auto add = [&pen](Picture::Item item) { pen.group.items.emplace_back(std::move(item)); };
    add(Picture::Box{box, pen.colours.sea, Picture::none});
    SheetStyle plain = style;
    Sheet::Group land{"", {}, {}};
    add_scene(*map.content.backdrop, nullptr, small, inner, plain, land);
    const Scene& scene = scene_of(map);
    add_scene(scene, map.on_map, small, inner, plain, land);
    for (Sheet::Item& item : land.items) {  // of lines the country's and the front alone
        auto* area = std::get_if<Sheet::Area>(&item);
        const auto* lines = std::get_if<Sheet::Lines>(&item);
        if (area != nullptr && area->fill.a > 0) {
            area->hatch = Hatch::none;
            pen.group.items.push_back(std::move(item));
        } else if (lines != nullptr && lines->id == "country") {
            pen.group.items.emplace_back(Sheet::Lines{lines->paths, lines->colour, 0.7, lines->id});
        }
    }
    const ScreenPoint low = to_screen(small, inner, {shown.west, shown.south}),
                      high = to_screen(small, inner, {shown.east, shown.north});
    add(Picture::Box{{std::max(low.x, box.left), std::max(high.y, box.top), std::min(high.x, box.right),
                      std::min(low.y, box.bottom)},
                     Picture::none,
                     pen.colours.highlight});
    sheet.groups.push_back(std::move(group));
    Sheet::Group frame{id + ": locator frame", {}, {}};
    frame.items.emplace_back(Picture::Item{Picture::Box{box, Picture::none, pen.colours.border}});
    sheet.groups.push_back(std::move(frame));
    return box;
}

}  // namespace

void add_map(const SheetMap& map, std::size_t number, const Viewport& viewport, const SheetStyle& style,
             const TextMeasure& measure, Sheet& sheet) {
    const Palette& colours = palette(style.theme);
    const Camera camera = camera_for(map, style.shown, viewport);
    const ScreenBox box{viewport.x, viewport.y, viewport.x + viewport.width, viewport.y + viewport.height};
    const std::string id = fmt::format("map {}", number);
    Sheet::Group ground{id, {}, box};
    ground.items.emplace_back(Picture::Item{Picture::Box{box, colours.beyond}});
    const Scene& scene = scene_of(map);
    add_scene(*map.content.backdrop, nullptr, camera, viewport, style, ground);
    add_fills(scene, map.on_map, camera, viewport, style, ground);
    if (map.waters != nullptr) { add_scene(*map.waters, nullptr, camera, viewport, style, ground); }
    add_strokes(scene, camera, viewport, style, ground);
    sheet.groups.push_back(std::move(ground));
    Sheet::Group scale{id + ": scale", {}, box};
    std::vector<ScreenBox> taken{add_scale(camera, viewport, Pen{measure, colours, scale})};
    if (const auto locator = add_locator(map, id, camera, viewport, style, measure, sheet)) {
        taken.push_back(*locator);
    }
    constexpr double least_for_towns_px = 340;  // on less, their names hide the land
    PaintOptions shown = style.paint;
    if (viewport.width < least_for_towns_px) { shown.shown[static_cast<std::size_t>(Part::place)] = false; }
    const MapStyle look{style.theme, language() == "uk", map.mode, 1, false, shown, camera};
    std::vector<const Scene*> named_scenes{&scene, map.content.backdrop};
    if (map.waters != nullptr) { named_scenes.push_back(map.waters); }
    const Picture::Group words = detail::names_of(named_scenes, look, viewport, taken, measure);
    Sheet::Group named{id + ": names", {}, box};
    for (const Picture::Item& item : words.items) { named.items.emplace_back(item); }
    sheet.groups.push_back(std::move(named));
    sheet.groups.push_back(std::move(scale));
    Sheet::Group frame{id + ": frame", {}, {}};
    frame.items.emplace_back(Picture::Item{Picture::Box{box, Picture::none, colours.border}});
    sheet.groups.push_back(std::move(frame));
}

}  // namespace layers::detail
