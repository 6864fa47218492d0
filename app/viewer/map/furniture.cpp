// SPDX-License-Identifier: MIT
#include "app/viewer/map/furniture.h"

#include "app/viewer/map/labels.h"
#include "app/viewer/map/legend.h"
#include "app/viewer/map/text.h"
#include "geo/units.h"

#include <fmt/format.h>
#include <imgui/imgui.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace app::viewer {

using layers::SceneLabel;

geo::Kilometres bar_length(double metres_per_px, double most_px) {
    const double most_km = metres_per_px * most_px / 1000;
    const double power = std::pow(10, std::floor(std::log10(most_km)));
    for (const double digit : {5.0, 2.0}) {
        if (digit * power <= most_km) { return geo::Kilometres{digit * power}; }
    }
    return geo::Kilometres{power};
}

std::string credit_of(const Result& result) {
    std::string words;
    bool states_accuracy = false;
    for (const layers::FrontLine& line : result.land.lines) {
        if (line.is_beyond_contested) { continue; }
        const layers::LineInfo& info = line.control.info;
        states_accuracy = states_accuracy || info.accuracy;
        words += fmt::format(
            "{}{} {}{}, accuracy {}", words.empty() ? "" : "; ", words_of(info.kind), info.name,
            info.name.find(geo::to_text(info.date)) != std::string::npos ? "" : " of " + geo::to_text(info.date),
            info.accuracy ? geo::to_text(*info.accuracy) : "not stated");
    }
    words += " · km² of the whole country on WGS84";
    return words + (states_accuracy ? " · ± were the line off by its accuracy" : "") + " · ? the text is unclear";
}

namespace {

ScreenPoint position(const Camera& camera, const Viewport& viewport, layers::ScenePoint point) {
    return to_screen(camera, viewport, {point.x_m, point.y_m});
}

// --- scale bar, divider, credits ----------------------------------------------------------------------------------

/// Under words that must be read whatever lies below.
void draw_ground(ImDrawList& list, const LabelBox& box, const layers::Palette& colours) {
    list.AddRectFilled({static_cast<float>(box.left), static_cast<float>(box.top)},
                       {static_cast<float>(box.right), static_cast<float>(box.bottom)}, im(colours.halo), 3);
}

/// A bar of a round length, and under it what the picture rests on.
LabelBox draw_scale_and_credit(const Document& document, const Viewport& viewport, const Fonts& fonts,
                               ImDrawList& list) {
    constexpr double most_px = 160;
    const layers::Palette& colours = layers::palette(document.state.theme);
    const geo::Kilometres length = bar_length(document.state.camera.metres_per_px, most_px);
    const auto bar = static_cast<float>(length.value() * 1000 / document.state.camera.metres_per_px);
    const auto left = static_cast<float>(viewport.x + margin_px),
               low = static_cast<float>(viewport.y + viewport.height);
    const std::string credit =
        fitting(*fonts.small, credit_of(*document.result), static_cast<float>(viewport.width - 2 * margin_px));
    const ImVec2 size = extent(*fonts.small, credit);
    const LabelBox box{left - 5, low - credit_px, left + std::max(size.x, bar + 70) + 5, low - 4};
    draw_ground(list, box, colours);
    const float y = low - 26;
    const auto stroke = [&](float x, float from, float to_x, float to) {
        list.AddLine({x, from}, {to_x, to}, im(colours.ink), 1.6F);
    };
    stroke(left, y, left + bar, y);
    stroke(left, y - 5, left, y + 0.5F);
    stroke(left + bar, y - 5, left + bar, y + 0.5F);
    draw_text(list, *fonts.small, {left + bar + 6, y - 11}, colours.ink, geo::to_text(length));
    draw_text(list, *fonts.small, {left, low - 21}, colours.faint_ink, credit);
    return box;
}

void draw_divider(const Document& document, const Viewport& viewport, ImDrawList& list) {
    const auto x = static_cast<float>(viewport.x + document.state.divider * viewport.width);
    const auto top = static_cast<float>(viewport.y), bottom = static_cast<float>(viewport.y + viewport.height);
    const float middle = (top + bottom) / 2;
    list.AddLine({x, top}, {x, bottom}, IM_COL32(255, 255, 255, 255), 4);
    list.AddLine({x, top}, {x, bottom}, IM_COL32(30, 30, 30, 255), 2);
    list.AddCircleFilled({x, middle}, 13, IM_COL32(255, 255, 255, 255));
    list.AddCircle({x, middle}, 13, IM_COL32(30, 30, 30, 255), 0, 2);
    list.AddTriangleFilled({x - 8, middle}, {x - 3, middle - 5}, {x - 3, middle + 5}, IM_COL32(30, 30, 30, 255));
    list.AddTriangleFilled({x + 8, middle}, {x + 3, middle - 5}, {x + 3, middle + 5}, IM_COL32(30, 30, 30, 255));
}

// --- names -----------------------------------------------------------------------------------------------------------

constexpr double large_town = 95000;  // people: named on the whole country, and before changes

/// More places as one comes nearer: those of so many people at least.
double least_people(double metres_per_px) {
    return metres_per_px < 120 ? 0 : metres_per_px < 300 ? 3000 : metres_per_px < 600 ? 30000 : large_town;
}

struct NameStyle {
    ImFont* font;
    layers::Colour colour;
    double dot_px, rank;
    bool shown = true;
};

NameStyle style_of(const SceneLabel& label, const Document& document, const Fonts& fonts) {
    const layers::Palette& colours = layers::palette(document.state.theme);
    const double metres = document.state.camera.metres_per_px;
    switch (label.kind) {
        case SceneLabel::Kind::capital:
            return {fonts.bold, colours.ink, 4.5, 1e9};
        case SceneLabel::Kind::place:
            return {fonts.small, colours.ink, label.rank > 200000 ? 3.2 : 2.4, label.rank,
                    label.rank >= least_people(metres)};
        case SceneLabel::Kind::facility:
            return {fonts.small, colours.ink, 3.0, label.rank, metres < 600};
        case SceneLabel::Kind::unit:
            return {fonts.small, colours.faint_ink, 0, label.rank / 1e6, metres < 1800};
        case SceneLabel::Kind::neighbour:
        case SceneLabel::Kind::sea:
            return {fonts.text, colours.faint_ink, 0, label.rank / 1e3};
        case SceneLabel::Kind::transfer:
            return {fonts.bold, colours.ink, 0, large_town - 1 + label.rank / 1e7, true};
    }
    return {fonts.small, colours.ink, 0, 0, false};
}

void draw_dot(ImDrawList& list, const SceneLabel& label, const NameStyle& style, ScreenPoint at, layers::Colour halo) {
    const ImVec2 point = im(at);
    const auto radius = static_cast<float>(style.dot_px);
    if (label.kind == SceneLabel::Kind::facility) {
        list.AddRectFilled({point.x - radius - 1, point.y - radius - 1}, {point.x + radius + 1, point.y + radius + 1},
                           im(halo));
        list.AddRectFilled({point.x - radius, point.y - radius}, {point.x + radius, point.y + radius},
                           im(style.colour));
        return;
    }
    list.AddCircleFilled(point, radius + 1.2F, im(halo));
    list.AddCircleFilled(point, radius, im(style.colour));
}

/// From the nearest point of the words' box to what they name.
void draw_leader(ImDrawList& list, const LabelBox& box, ScreenPoint to, layers::Colour colour, layers::Colour halo) {
    const ImVec2 from{static_cast<float>(std::clamp(to.x, box.left, box.right)),
                      static_cast<float>(std::clamp(to.y, box.top, box.bottom))};
    list.AddLine(from, im(to), im(halo), 3.4F);
    list.AddLine(from, im(to), im(colour), 1.2F);
    list.AddCircleFilled(im(to), 2.2F, im(colour));
}

constexpr double least_room_px = 14;  // smaller changes are named as one comes nearer; the legend has them all

/// How wide the land is that a change is said of; of other names there is no end.
double room_of(const SceneLabel& label, const Camera& camera) {
    if (label.kind != SceneLabel::Kind::transfer) { return std::numeric_limits<double>::infinity(); }
    return std::sqrt(label.rank * 1e6) / camera.metres_per_px;
}

void draw_names(const Document& document, const std::vector<const layers::Scene*>& scenes, const Viewport& viewport,
                std::vector<LabelBox> taken, const Fonts& fonts, ImDrawList& list) {
    std::vector<LabelWish> wishes;
    std::vector<std::pair<const SceneLabel*, NameStyle>> styles;
    for (const layers::Scene* scene : scenes) {
        for (const SceneLabel& label : scene->labels) {
            if (!document.state.paint.shows(label.part)) { continue; }
            const ScreenPoint at = position(document.state.camera, viewport, label.at);
            const NameStyle style = style_of(label, document, fonts);
            if (!style.shown || !viewport.contains(at)) { continue; }
            const ImVec2 size = extent(*style.font, document.state.ukrainian ? label.text_uk : label.text);
            const double room_px = room_of(label, document.state.camera);
            if (room_px < least_room_px) { continue; }
            wishes.push_back({at, size.x + 2, size.y, style.dot_px, style.rank, size.x > room_px});
            styles.emplace_back(&label, style);
        }
    }
    const layers::Colour halo = layers::palette(document.state.theme).halo;
    for (const PlacedLabel& placed : place_labels(wishes, viewport, taken)) {
        const auto& [label, style] = styles[placed.wish];
        if (wishes[placed.wish].stands_off) {
            draw_leader(list, placed.box, wishes[placed.wish].at, style.colour, halo);
        }
        if (style.dot_px > 0) { draw_dot(list, *label, style, wishes[placed.wish].at, halo); }
        draw_with_halo(list, *style.font, {static_cast<float>(placed.box.left + 1), static_cast<float>(placed.box.top)},
                       style.colour, halo, document.state.ukrainian ? label->text_uk : label->text);
    }
}

}  // namespace

void draw_furniture(const Document& document, const layers::Scene& backdrop, const Viewport& viewport,
                    const Fonts& fonts, ImDrawList& list) {
    if (!document.result) { return; }
    std::vector<LabelBox> taken;
    {
        // Legends are drawn last, above names, but their room is taken first: so draw them into a channel above.
        list.ChannelsSplit(2);
        list.ChannelsSetCurrent(1);
        const bool divided = document.state.mode == Mode::wipe && document.has_b();
        if (divided) { draw_divider(document, viewport, list); }
        taken = draw_legends(document, viewport, fonts, list);
        taken.push_back(draw_scale_and_credit(document, viewport, fonts, list));
        if (divided) {
            const double x = viewport.x + document.state.divider * viewport.width;
            taken.push_back({x - 4, viewport.y, x + 4, viewport.y + viewport.height});
        }
        list.ChannelsSetCurrent(0);
    }
    const bool differs = document.state.mode == Mode::difference && document.result->difference;
    const layers::Scene& scene = differs ? *document.result->difference : document.result->a->scene;
    draw_names(document, {&scene, &backdrop}, viewport, taken, fonts, list);
    list.ChannelsMerge();
}

}  // namespace app::viewer
