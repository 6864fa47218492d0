// SPDX-License-Identifier: MIT
#include "layers/map/detail/names.h"

#include "layers/map/labels.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace layers::detail {

namespace {

constexpr double large_town = 95000;  // people: named on the whole country, and before changes

/// More places as one comes nearer: those of so many people at least.
double least_people(double metres_per_px) {
    return metres_per_px < 120 ? 0 : metres_per_px < 300 ? 3000 : metres_per_px < 600 ? 30000 : large_town;
}

struct NameStyle {
    Font font;
    Colour colour;
    double dot_px, rank;
    bool shown = true;
};

NameStyle style_of(const SceneLabel& label, const MapStyle& style) {
    const Palette& colours = palette(style.theme);
    const double metres = style.camera.metres_per_px;
    switch (label.kind) {
        case SceneLabel::Kind::capital:
            return {Font::bold, colours.ink, 4.5, 1e9};
        case SceneLabel::Kind::place:
            return {Font::small, colours.ink, label.rank > 200000 ? 3.2 : 2.4, label.rank,
                    label.rank >= least_people(metres)};
        case SceneLabel::Kind::facility:
            return {Font::small, colours.ink, 3.0, label.rank, metres < 600};
        case SceneLabel::Kind::unit:
            return {Font::small, colours.faint_ink, 0, label.rank / 1e6, metres < 1800};
        case SceneLabel::Kind::neighbour:
        case SceneLabel::Kind::sea:
            return {Font::text, colours.faint_ink, 0, label.rank / 1e3};
        case SceneLabel::Kind::transfer:
            return {Font::bold, colours.ink, 0, large_town - 1 + label.rank / 1e7, true};
    }
    return {Font::small, colours.ink, 0, 0, false};
}

void add_dot(const SceneLabel& label, const NameStyle& style, ScreenPoint at, Colour halo, Picture::Group& group) {
    const double radius = style.dot_px;
    if (label.kind == SceneLabel::Kind::facility) {
        group.items.push_back(
            Picture::Box{{at.x - radius - 1, at.y - radius - 1, at.x + radius + 1, at.y + radius + 1}, halo});
        group.items.push_back(Picture::Box{{at.x - radius, at.y - radius, at.x + radius, at.y + radius}, style.colour});
        return;
    }
    group.items.push_back(Picture::Disc{at, radius + 1.2, halo});
    group.items.push_back(Picture::Disc{at, radius, style.colour});
}

/// From the nearest point of the words' box to what they name.
void add_leader(const ScreenBox& box, ScreenPoint to, Colour colour, Colour halo, Picture::Group& group) {
    const ScreenPoint from{std::clamp(to.x, box.left, box.right), std::clamp(to.y, box.top, box.bottom)};
    group.items.push_back(Picture::Line{from, to, halo, 3.4});
    group.items.push_back(Picture::Line{from, to, colour, 1.2});
    group.items.push_back(Picture::Disc{to, 2.2, colour});
}

constexpr double least_room_px = 14;  // smaller changes are named as one comes nearer; the legend has them all

/// How wide the land is that a change is said of; of other names there is no end.
double room_of(const SceneLabel& label, const Camera& camera) {
    if (label.kind != SceneLabel::Kind::transfer) { return std::numeric_limits<double>::infinity(); }
    return std::sqrt(label.rank * 1e6) / camera.metres_per_px;
}

}  // namespace

Picture::Group names_of(const std::vector<const Scene*>& scenes, const MapStyle& style, const Viewport& viewport,
                        const std::vector<ScreenBox>& taken, const TextMeasure& measure) {
    std::vector<LabelWish> wishes;
    std::vector<std::pair<const SceneLabel*, NameStyle>> styles;
    for (const Scene* scene : scenes) {
        for (const SceneLabel& label : scene->labels) {
            if (!style.paint.shows(label.part)) { continue; }
            const ScreenPoint at = to_screen(style.camera, viewport, {label.at.x_m, label.at.y_m});
            const NameStyle look = style_of(label, style);
            if (!look.shown || !viewport.contains(at)) { continue; }
            const TextSize size = measure.size_of(look.font, style.ukrainian ? label.text_uk : label.text);
            const double room_px = room_of(label, style.camera);
            if (room_px < least_room_px) { continue; }
            wishes.push_back({at, size.width + 2, size.height, look.dot_px, look.rank, size.width > room_px});
            styles.emplace_back(&label, look);
        }
    }
    Picture::Group group{"names", {}};
    const Colour halo = palette(style.theme).halo;
    for (const PlacedLabel& placed : place_labels(wishes, viewport, taken)) {
        const auto& [label, look] = styles[placed.wish];
        const LabelWish& wish = wishes[placed.wish];
        if (wish.stands_off) { add_leader(placed.box, wish.at, look.colour, halo, group); }
        if (look.dot_px > 0) { add_dot(*label, look, wish.at, halo, group); }
        group.items.push_back(Picture::Words{{placed.box.left + 1, placed.box.top},
                                             look.font,
                                             look.colour,
                                             style.ukrainian ? label->text_uk : label->text,
                                             halo});
    }
    return group;
}

}  // namespace layers::detail
