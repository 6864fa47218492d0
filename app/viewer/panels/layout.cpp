// SPDX-License-Identifier: MIT
#include "app/viewer/panels/panels.h"

#include <algorithm>

namespace app::viewer {

Layout layout_of(double width, double height, const State& state, std::size_t lines) {
    constexpr double menu = 27, status = 26;
    const double time = time_bar_height(state, lines);
    Layout layout;
    layout.menu = {0, 0, width, menu};
    layout.status = {0, height - status, width, status};
    const double below = status + time;
    layout.time = {0, height - below, width, time};
    const double tall = std::max(1.0, height - menu - below);
    const double left = state.shows_panels ? std::clamp(width * 0.2, 220.0, 330.0) : 0;
    const double right = state.shows_panels ? std::clamp(width * 0.335, 280.0, 470.0) : 0;
    layout.left = {0, menu, left, tall};
    layout.right = {width - right, menu, right, tall};
    layout.map = {left, menu, std::max(1.0, width - left - right), tall};
    return layout;
}

double bars_height(const State& state, std::size_t lines) {
    constexpr double any = 1000;
    return any - layout_of(any, any, state, lines).map.height;
}

}  // namespace app::viewer
