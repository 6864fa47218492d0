// SPDX-License-Identifier: MIT
#include "layers/map/palette.h"
#include "support/near_kramatorsk.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using layers::Colour;
using support::NearKramatorsk;
using support::Robot;
using support::ScreenPoint;

/// A zone that is not finished tints the land that it would take so much.
Colour tinted(Colour before, const Robot& robot) {
    Colour wash = layers::zone_colour(layers::ZoneKind::special, robot.state.theme);
    wash.a = 40;
    return layers::blended(wash, before);
}

bool near(Colour a, Colour b, int most = 2) {
    return std::abs(a.r - b.r) <= most && std::abs(a.g - b.g) <= most && std::abs(a.b - b.b) <= most;
}

/// How often the colour of outlines begins on the way from a to b.
int strokes_between(Robot& robot, ScreenPoint a, ScreenPoint b) {
    const Colour line = layers::palette(robot.state.theme).highlight;
    const int steps = static_cast<int>(std::hypot(b.x - a.x, b.y - a.y));
    int begun = 0;
    bool was_line = false;
    for (int i = 6; i < steps - 6; ++i) {  // without the corners
        const bool is_line =
            near(robot.pixel({a.x + (b.x - a.x) * i / steps, a.y + (b.y - a.y) * i / steps}), line, 60);
        begun += is_line && !was_line ? 1 : 0;
        was_line = is_line;
    }
    return begun;
}

TEST(ViewerPencil, TwoCornersAndThePointerTintTheLandThatTheyWouldTake) {
    NearKramatorsk at;
    Robot& robot = at.robot;
    const ScreenPoint inside = at.off(90, 50), outside = at.off(40, 80);
    const Colour before = robot.colour_about(inside, 4), beyond = robot.colour_about(outside, 4);
    robot.key(GLFW_KEY_P);
    at.click_all({at.off(40, 30), at.off(130, 30)});
    EXPECT_EQ(robot.colour_about(inside, 4), before) << "the pointer is on the last corner: nothing is enclosed";
    robot.move_to(at.off(120, 110));
    EXPECT_TRUE(near(robot.colour_about(inside, 4), tinted(before, robot)));
    EXPECT_EQ(robot.colour_about(outside, 4), beyond);
    robot.move_to(at.off(40, 110));
    EXPECT_TRUE(near(robot.colour_about(outside, 4), tinted(beyond, robot))) << "it follows the pointer";
    robot.move_to(robot.middle("search"));
    EXPECT_EQ(robot.colour_about(inside, 4), before) << "two corners alone";
    robot.move_to(at.off(120, 110));
    robot.key(GLFW_KEY_V);
    EXPECT_EQ(robot.colour_about(inside, 4), before) << "what waits for its tool is an outline";
}

TEST(ViewerPencil, TheEdgeThatWouldCloseAZoneIsDashed) {
    NearKramatorsk at;
    Robot& robot = at.robot;
    robot.key(GLFW_KEY_P);
    at.click_all({at.off(40, 130), at.off(160, 130)});
    const ScreenPoint pointer = at.off(160, 30);
    robot.move_to(pointer);
    EXPECT_EQ(strokes_between(robot, at.off(40, 130), at.off(160, 130)), 1);
    EXPECT_EQ(strokes_between(robot, at.off(160, 130), pointer), 1) << "a click would set it";
    EXPECT_GT(strokes_between(robot, pointer, at.off(40, 130)), 8);
    robot.key(GLFW_KEY_V);
    at.robot.key(GLFW_KEY_N);
    at.click_all({at.off(40, 230), at.off(160, 230), at.off(160, 150)});
    EXPECT_EQ(strokes_between(robot, at.off(160, 150), at.off(40, 230)), 0) << "a line is not closed";
}

/// A five-pointed star in one stroke: the even-odd rule leaves its middle out.
TEST(ViewerPencil, AnOutlineThatCrossesItselfIsTintedAsItCounts) {
    NearKramatorsk at;
    Robot& robot = at.robot;
    const ScreenPoint middle = at.off(100, 150);
    const auto on_circle = [middle](int fifth, double radius) {
        const double angle = 2 * M_PI * fifth / 5;
        return ScreenPoint{middle.x + radius * std::sin(angle), middle.y - radius * std::cos(angle)};
    };
    const Colour before = robot.colour_about(middle, 4), before_arm = robot.colour_about(on_circle(0, 50), 3);
    robot.key(GLFW_KEY_P);
    at.click_all({on_circle(0, 90), on_circle(2, 90), on_circle(4, 90), on_circle(1, 90)});
    robot.hold({.ctrl = true});
    robot.move_to(on_circle(3, 90));
    EXPECT_EQ(robot.colour_about(middle, 4), before);
    EXPECT_TRUE(near(robot.colour_about(on_circle(0, 50), 3), tinted(before_arm, robot)));
    robot.click(on_circle(3, 90));
    robot.hold({});
    robot.key(GLFW_KEY_ENTER);
    const auto& shapes = robot.state.sketch.present().shapes;
    ASSERT_EQ(shapes.size(), 1U);
    const double radius_km = 90 * robot.state.camera.metres_per_px / 1000;
    // five arms: all of the star is 1.12257 r², the pentagon amid it 0.34685 r²
    const double arms = (1.12257 - 0.34685) * radius_km * radius_km;
    EXPECT_NEAR(robot.document.drawn.of(robot.state.sketch.present()).front().area.value().value(), arms, 0.03 * arms);
}

}  // namespace
