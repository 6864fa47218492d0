// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/document.h"

namespace app::viewer {

/// What the pointer does on the map in one frame, in logical pixels.
struct Pointer {
    ScreenPoint at, before;  ///< now, and in the last frame
    bool hovers = false;     ///< over the map, and nothing lies above it
    bool pressed = false;    ///< the left button went down over the map
    bool held = false;       ///< it is down since then
    bool released = false;   ///< it went up after that
    bool double_clicked = false;
    bool moved_far = false;                 ///< since it went down: a drag, no click
    bool pans = false;                      ///< another button is held: moves the map whatever the tool
    double wheel = 0;                       ///< notches, positive to zoom in
    bool ends = false, takes_back = false;  ///< Enter, Backspace
    bool snaps = true;                      ///< Ctrl is not held
};

/// Moves the map and works with the tool that is chosen.
void handle(Document& document, const Viewport& viewport, const Pointer& pointer);

/// Where a corner would go: snapped to what lies within 10 px, and to what, in words.
struct Aim {
    geo::LonLat position;
    std::string words;
};
std::optional<Aim> aim_at(const Document& document, const Viewport& viewport, ScreenPoint point, bool snaps);

/// "Donetsk: Ukraine, UA · zone …" of what lies there.
std::string words_at(const Document& document, const Viewport& viewport, ScreenPoint point);

/// Nothing off the map plane's reach.
std::optional<geo::LonLat> position_at(const Camera& camera, const Viewport& viewport, ScreenPoint point);
std::optional<ScreenPoint> screen_of(const Camera& camera, const Viewport& viewport, const geo::LonLat& position);

}  // namespace app::viewer
