// SPDX-License-Identifier: MIT
#include "app/viewer/model/unfinished.h"

#include "layers/language/language.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace app::viewer {

namespace {

using layers::SketchShape;

/// Calls it with every history that the keys undo and redo.
template <class AnyState, class Visit>
void each_history(AnyState& state, const Visit& visit) {
    visit(state.sketch);
    visit(state.zone_corners);
    visit(state.line_corners);
    if (state.tool == Tool::measure) { visit(state.measured); }
}

template <class AnyState>
auto corners_in(AnyState& state, Tool tool) -> decltype(&state.measured) {
    switch (tool) {
        case Tool::polygon:
            return &state.zone_corners;
        case Tool::line:
            return &state.line_corners;
        case Tool::measure:
            return &state.measured;
        case Tool::look:
        case Tool::edit:
            return nullptr;
    }
    return nullptr;
}

/// 0: there is none.
std::uint64_t last_step(const State& state) {
    std::uint64_t last = 0;
    each_history(state, [&last](const auto& history) {
        if (history.can_undo()) { last = std::max(last, history.step()); }
    });
    return last;
}

std::uint64_t step_to_redo(const State& state) {
    const std::uint64_t done = last_step(state);
    std::uint64_t first = 0;
    each_history(state, [&first, done](const auto& history) {
        const std::uint64_t undone = history.undone_step();
        if (undone > done && (first == 0 || undone < first)) { first = undone; }
    });
    return first;
}

}  // namespace

History<geo::Path>* corners_of(State& state, Tool tool) {
    return corners_in(state, tool);
}

const History<geo::Path>* corners_of(const State& state, Tool tool) {
    return corners_in(state, tool);
}

void add_corner(History<geo::Path>& corners, const geo::LonLat& position) {
    geo::Path path = corners.present();
    if (!path.empty() && path.back() == position) { return; }
    path.push_back(position);
    corners.set(std::move(path));
}

void drop_last_corner(History<geo::Path>& corners) {
    geo::Path path = corners.present();
    if (path.empty()) { return; }
    path.pop_back();
    corners.set(std::move(path));
}

std::size_t fewest_corners(Tool tool) {
    return tool == Tool::polygon ? 3 : 2;
}

bool can_finish(const State& state, Tool tool) {
    const bool draws = std::find(std::begin(drawing_tools), std::end(drawing_tools), tool) != std::end(drawing_tools);
    return draws && corners_of(state, tool)->present().size() >= fewest_corners(tool);
}

void finish(State& state, Tool tool) {
    if (!can_finish(state, tool)) { return; }
    History<geo::Path>& corners = *corners_of(state, tool);
    layers::Sketch sketch = state.sketch.present();
    SketchShape shape;
    shape.kind = tool == Tool::polygon ? SketchShape::Kind::polygon : SketchShape::Kind::line;
    shape.name = tool == Tool::polygon ? layers::tr("zone {}", sketch.shapes.size() + 1)
                                       : layers::tr("line {}", sketch.shapes.size() + 1);
    shape.vertices = corners.present();
    corners = History<geo::Path>{};
    state.chosen_shape = static_cast<int>(sketch.shapes.size());
    sketch.shapes.push_back(std::move(shape));
    state.sketch.set(std::move(sketch));
}

bool has_unfinished(const State& state) {
    return !state.zone_corners.present().empty() || !state.line_corners.present().empty();
}

bool has_lines(const layers::Sketch& sketch) {
    return std::any_of(sketch.shapes.begin(), sketch.shapes.end(),
                       [](const SketchShape& shape) { return shape.kind == SketchShape::Kind::line; });
}

bool can_undo(const State& state) {
    return last_step(state) != 0;
}

void undo(State& state) {
    const std::uint64_t step = last_step(state);
    each_history(state, [step](auto& history) {
        if (history.can_undo() && history.step() == step) { history.undo(); }
    });
}

bool can_redo(const State& state) {
    return step_to_redo(state) != 0;
}

void redo(State& state) {
    const std::uint64_t step = step_to_redo(state);
    each_history(state, [step](auto& history) {
        if (step != 0 && history.undone_step() == step) { history.redo(); }
    });
}

}  // namespace app::viewer
