// SPDX-License-Identifier: MIT
#pragma once

#include "support/robot.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace support {

/// About Kramatorsk, near enough for the borders and towns around to be out of the corners' reach.
struct NearKramatorsk {
    Robot robot;
    ScreenPoint town;
    NearKramatorsk() {
        robot.look_at("Kramatorsk");
        town = robot.on_map("Kramatorsk");
    }
    ScreenPoint off(double dx, double dy) const { return {town.x + dx, town.y + dy}; }

    /// Corners that do not snap.
    void click_all(const std::vector<ScreenPoint>& corners) {
        robot.hold({.ctrl = true});
        for (const ScreenPoint corner : corners) { robot.click(corner); }
        robot.hold({});
    }

    /// From the town, with three more corners that do not snap.
    void draw_zone() {
        robot.click("tool/Zone");
        robot.click(off(4, 3));
        click_all({off(90, 10), off(80, 95), off(-20, 85)});
        robot.key(GLFW_KEY_ENTER);
    }
};

}  // namespace support
