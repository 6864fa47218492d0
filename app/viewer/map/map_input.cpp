// SPDX-License-Identifier: MIT
#include "app/viewer/map/map_input.h"

#include "app/viewer/map/grips.h"
#include "app/viewer/model/selection.h"
#include "app/viewer/model/unfinished.h"
#include "geo/error.h"
#include "geo/projection.h"
#include "layers/language/language.h"
#include "layers/model/point.h"
#include "layers/model/sketch_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace app::viewer {

namespace {

using layers::Sketch;
using layers::SketchShape;

constexpr double divider_px = 12;

double distance_px(ScreenPoint a, ScreenPoint b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

double divider_x(const State& state, const Viewport& viewport) {
    return viewport.x + state.divider * viewport.width;
}

void finish_shape(Document& document) {
    State& state = document.state;
    if (can_finish(state, state.tool)) { return finish(state, state.tool); }
    const std::size_t fewest = fewest_corners(state.tool);
    if (state.tool == Tool::polygon) {
        document.say(Message::Kind::note, fmt::format("a zone needs {} corners at least", fewest));
    } else {
        document.say(Message::Kind::note, fmt::format("a line needs {} corners at least", fewest));
    }
}

void draw_shape(Document& document, const Viewport& viewport, const Pointer& pointer) {
    State& state = document.state;
    History<geo::Path>& corners = *corners_of(state, state.tool);
    if (pointer.takes_back) { drop_last_corner(corners); }
    const geo::Path& path = corners.present();
    if (pointer.ends) { return finish_shape(document); }
    if (!pointer.released || pointer.moved_far) { return; }
    const std::optional<Aim> aim = aim_at(document, viewport, pointer.at, pointer.snaps);
    if (!aim) { return; }
    if (state.tool == Tool::polygon && path.size() >= 3) {
        const auto first = screen_of(state.camera, viewport, path.front());
        if (first && distance_px(*first, pointer.at) < reach_px) { return finish_shape(document); }
    }
    if (pointer.double_clicked && !path.empty()) { return finish_shape(document); }
    add_corner(corners, aim->position);
}

void measure_way(Document& document, const Viewport& viewport, const Pointer& pointer) {
    History<geo::Path>& stations = document.state.measured;
    if (pointer.takes_back) { drop_last_corner(stations); }
    if (!pointer.released || pointer.moved_far) { return; }
    if (const auto aim = aim_at(document, viewport, pointer.at, pointer.snaps)) { add_corner(stations, aim->position); }
}

void take_hold(Document& document, const Viewport& viewport, ScreenPoint point) {
    State& state = document.state;
    const std::optional<Grip> grip = grip_at(state, viewport, point);
    state.chosen_vertex = -1;
    if (grip) {
        state.chosen_shape = grip->shape;
        state.chosen_vertex = static_cast<int>(grip->vertex);
        state.drag = Drag::corner;
    } else if (is_on_chosen(document, viewport, point)) {
        state.drag = Drag::shape;
        state.dragged_from = to_map(state.camera, viewport, point);
    } else {
        return;
    }
    state.dragged = state.sketch.present();
    if (grip && grip->is_new) {
        auto& vertices = state.dragged.shapes[static_cast<std::size_t>(grip->shape)].vertices;
        const auto at = position_at(state.camera, viewport, point);
        vertices.insert(vertices.begin() + state.chosen_vertex, at.value_or(vertices.front()));
    }
}

void drag_on(Document& document, const Viewport& viewport, const Pointer& pointer) {
    State& state = document.state;
    const auto chosen = static_cast<std::size_t>(state.chosen_shape);
    SketchShape& dragged = state.dragged.shapes[chosen];
    if (state.drag == Drag::corner) {
        if (const auto aim = aim_at(document, viewport, pointer.at, pointer.snaps)) {
            dragged.vertices[static_cast<std::size_t>(state.chosen_vertex)] = aim->position;
        }
        return;
    }
    try {
        dragged = layers::moved(state.sketch.present().shapes[chosen], state.dragged_from,
                                to_map(state.camera, viewport, pointer.at), state.camera.origin);
    } catch (const geo::Error&) {}  // off the map plane: it stays where it last could be
}

void edit_shape(Document& document, const Viewport& viewport, const Pointer& pointer) {
    State& state = document.state;
    if (pointer.pressed) { return take_hold(document, viewport, pointer.at); }
    if (pointer.released && !pointer.moved_far && state.drag != Drag::corner) {
        if (const int shape = shape_at(document, viewport, pointer.at); shape >= 0) { state.chosen_shape = shape; }
    }
    if (state.drag == Drag::none) { return; }
    if ((pointer.held || pointer.released) && pointer.moved_far) {  // let go, it may have moved once more
        drag_on(document, viewport, pointer);
    }
    if (!pointer.held) {
        state.drag = Drag::none;
        if (pointer.moved_far) {
            state.sketch.set(state.dragged);
        } else if (state.dragged != state.sketch.present()) {
            state.chosen_vertex = -1;  // a click on an edge adds no corner
        }
    }
}

void pin(Document& document, const Viewport& viewport, ScreenPoint point) {
    const auto position = position_at(document.state.camera, viewport, point);
    if (!position || !document.result) { return; }
    const std::optional<std::size_t> cell = layers::cell_at(document.result->land, *position);
    document.state.pinned = position;
    if (!cell) {
        document.state.selection = {};
        return;
    }
    const bool of_b = document.view_at(point, viewport) == document.result->b.get() && document.result->b;
    document.state.selection = selection_at(*cell, *document.result, of_b, document.state.mode == Mode::difference);
    document.scroll_to_selection = true;
}

bool drag_divider(Document& document, const Viewport& viewport, const Pointer& pointer) {
    State& state = document.state;
    if (state.mode != Mode::wipe || !document.has_b()) { return false; }
    if (pointer.pressed && std::abs(pointer.at.x - divider_x(state, viewport)) < divider_px) {
        state.drags_divider = true;
    }
    if (!state.drags_divider) { return false; }
    if (pointer.held || pointer.released) {
        state.divider = std::clamp((pointer.at.x - viewport.x) / viewport.width, 0.0, 1.0);
    }
    if (!pointer.held) { state.drags_divider = false; }
    return true;
}

}  // namespace

std::optional<geo::LonLat> position_at(const Camera& camera, const Viewport& viewport, ScreenPoint point) {
    try {
        return geo::Projection::about(camera.origin).inverse(to_map(camera, viewport, point));
    } catch (const geo::Error&) { return std::nullopt; }
}

std::optional<ScreenPoint> screen_of(const Camera& camera, const Viewport& viewport, const geo::LonLat& position) {
    try {
        return to_screen(camera, viewport, geo::Projection::about(camera.origin).forward(position));
    } catch (const geo::Error&) { return std::nullopt; }
}

std::optional<Aim> aim_at(const Document& document, const Viewport& viewport, ScreenPoint point, bool snaps) {
    const auto position = position_at(document.state.camera, viewport, point);
    if (!position) { return std::nullopt; }
    const geo::Kilometres reach{reach_px * document.state.camera.metres_per_px / 1000};
    if (snaps && document.result && document.result->snapper) {
        Sketch others = document.state.sketch.present();
        if (document.state.drag == Drag::corner) {
            others.shapes.erase(others.shapes.begin() + document.state.chosen_shape);
        }
        if (const auto snapped = document.result->snapper->nearest(*position, reach, others)) {
            return Aim{snapped->position, snapped->words};
        }
    }
    return Aim{*position, {}};
}

std::string words_at(const Document& document, const Viewport& viewport, ScreenPoint point) {
    const auto position = position_at(document.state.camera, viewport, point);
    const PlanView* view = document.view_at(point, viewport);
    if (!position || view == nullptr) { return {}; }
    std::string words = geo::to_text(*position);
    const std::optional<std::size_t> cell = layers::cell_at(document.result->land, *position);
    if (!cell) { return words; }
    const layers::Unit& unit = document.units->units[static_cast<std::size_t>(document.result->land.cells[*cell].unit)];
    const auto class_words = [&cell](const PlanView& shown) {
        const layers::StatusClass& status_class = shown.on.drawn().class_at(*cell);
        const layers::Sides& sides = shown.plan->sides;
        return fmt::format("{}, {}", sides.in_words(status_class.holder), sides.in_words(status_class.status));
    };
    words += fmt::format(" · {} · ", document.state.ukrainian && !unit.name_uk.empty()
                                         ? unit.name_uk
                                         : layers::local_name(unit.name, unit.name_uk));
    if (document.state.mode == Mode::difference && document.has_b()) {
        return words + class_words(*document.result->a) + " → " + class_words(*document.result->b);
    }
    words += class_words(*view);
    for (std::size_t zone = 0; zone < view->on.drawn().zones.size(); ++zone) {
        if (view->on.drawn().zones[zone][*cell] == 0) { continue; }
        const layers::Zone& in = view->plan->zones[zone];
        words += fmt::format(" · {}: {}", in_words(in.kind), in.title.empty() ? in.id : in.title);
    }
    return words;
}

void handle(Document& document, const Viewport& viewport, const Pointer& pointer) {
    State& state = document.state;
    if (pointer.hovers && pointer.wheel != 0) {
        state.camera = zoomed(state.camera, viewport, pointer.at, std::pow(1.2, pointer.wheel));
    }
    if (pointer.pans) { state.camera = panned(state.camera, pointer.before, pointer.at); }
    if (drag_divider(document, viewport, pointer)) { return; }
    const bool dragged_before = state.drag != Drag::none;
    switch (state.tool) {
        case Tool::look:
            break;
        case Tool::measure:
            measure_way(document, viewport, pointer);
            break;
        case Tool::polygon:
        case Tool::line:
            draw_shape(document, viewport, pointer);
            break;
        case Tool::edit:
            edit_shape(document, viewport, pointer);
            break;
    }
    if (pointer.pressed) { state.panned_to = pointer.at; }
    const bool drags = dragged_before || state.drag != Drag::none;
    if ((pointer.held || pointer.released) && pointer.moved_far && !drags) {
        state.camera = panned(state.camera, state.panned_to, pointer.at);
        state.panned_to = pointer.at;  // and so the way to ImGui's threshold of a drag is not lost
    }
    if (state.tool == Tool::look && pointer.released && !pointer.moved_far) { pin(document, viewport, pointer.at); }
}

}  // namespace app::viewer
