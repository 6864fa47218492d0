// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/document.h"

#include <optional>

namespace app::viewer {

/// A corner of a shape under the pointer, or the middle of an edge where a new one can go.
struct Grip {
    int shape = -1;
    std::size_t vertex = 0;
    bool is_new = false;
};

constexpr double reach_px = 10;  ///< of corners and lines under the pointer

/// The nearest within reach.
std::optional<Grip> grip_at(const State& state, const Viewport& viewport, ScreenPoint point);

/// Whether a press there takes hold of all of the chosen shape: in the land of a zone, or on a line, off every grip.
/// Not while something is dragged.
bool is_on_chosen(Document& document, const Viewport& viewport, ScreenPoint point);

/// What a click there chooses: a line, else the smallest zone that the point lies in; −1: nothing.
int shape_at(Document& document, const Viewport& viewport, ScreenPoint point);

}  // namespace app::viewer
