// SPDX-License-Identifier: MIT
#include "layers/model/place.h"
#include "support/robot.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

namespace {

using app::viewer::Tool;
using layers::Camera;
using layers::Mode;
using support::Robot;
using support::ScreenPoint;

int off(const layers::Colour& a, const layers::Colour& b) {
    return std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
}

/// How the same window looked before and after, the latter moved by so much.
struct Mismatch {
    int differ = 0, all = 0, dark = 0;
    double share() const { return static_cast<double>(differ) / all; }
};

Mismatch compare(const app::print::Pixels& before, const app::print::Pixels& after, int left, int top, int size, int dx,
                 int dy) {
    const auto at = [](const app::print::Pixels& pixels, int x, int y) {
        const auto first =
            4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) + static_cast<std::size_t>(x));
        return layers::Colour{pixels.rgba[first], pixels.rgba[first + 1], pixels.rgba[first + 2]};
    };
    Mismatch result;
    const layers::Colour reference = at(before, left, top);
    for (int y = top; y < top + size; ++y) {
        for (int x = left; x < left + size; ++x, ++result.all) {
            const layers::Colour old = at(before, x, y);
            result.differ += off(old, at(after, x + dx, y + dy)) > 12 ? 1 : 0;
            result.dark += off(old, reference) > 12 ? 1 : 0;
        }
    }
    return result;
}

void leave_only_areas(Robot& robot) {
    for (const char* part : {"layer/towns", "layer/names", "layer/graticule"}) { robot.click(part); }
    robot.key(GLFW_KEY_L);
}

TEST(ViewerMap, HatchesMoveWithTheMap) {
    Robot robot;
    robot.look_at("Kramatorsk");
    leave_only_areas(robot);
    const ScreenPoint rest = robot.middle("search");
    robot.move_to(rest);
    robot.frame(2);
    const app::print::Pixels before = robot.picture();
    const ScreenPoint town = robot.on_map("Kramatorsk");
    const int left = static_cast<int>(town.x) - 120, top = static_cast<int>(town.y) - 120;
    robot.drag({town.x + 100, town.y + 100}, {town.x + 137, town.y + 123}, 2);
    robot.move_to(rest);
    robot.frame(2);
    const Mismatch moved = compare(before, robot.picture(), left, top, 200, 37, 23);
    EXPECT_LT(moved.share(), 0.005) << moved.differ << " pixels";
    EXPECT_GT(moved.dark, moved.all / 50) << "there is a hatch to see";
    const Mismatch same_place = compare(before, robot.picture(), left, top, 200, 0, 0);
    EXPECT_GT(same_place.share(), 0.05) << "and it did move";
}

TEST(ViewerMap, ADraggedPlaceStaysUnderThePointer) {
    Robot robot;
    const ScreenPoint from{robot.map().x + 200, robot.map().y + 300}, to{from.x + 37, from.y + 23};
    const geo::LonLat held = robot.under(from);
    robot.drag(from, to, 20);  // slowly: no step is as long as ImGui's threshold of a drag
    EXPECT_NEAR(robot.under(to).lon, held.lon, 1e-9);
    EXPECT_NEAR(robot.under(to).lat, held.lat, 1e-9);
}

TEST(ViewerMap, WheelZoomKeepsThePlaceUnderThePointer) {
    Robot robot;
    const ScreenPoint pointer{robot.map().x + 431, robot.map().y + 377};
    robot.move_to(pointer);
    const geo::LonLat before = robot.under(pointer);
    const double scale = robot.state.camera.metres_per_px;
    robot.scroll(3);
    EXPECT_NEAR(robot.state.camera.metres_per_px, scale / std::pow(1.2, 3), 1e-6);
    EXPECT_NEAR(robot.under(pointer).lon, before.lon, 1e-9);
    EXPECT_NEAR(robot.under(pointer).lat, before.lat, 1e-9);
    robot.scroll(-3);
    EXPECT_NEAR(robot.state.camera.metres_per_px, scale, 1e-6);
    robot.move_to(robot.middle("plan search"));
    robot.scroll(3);
    EXPECT_NEAR(robot.state.camera.metres_per_px, scale, 1e-6) << "beside the map the wheel is not the map's";
}

TEST(ViewerMap, KeysMoveAndZoom) {
    Robot robot;
    const Camera home = robot.state.camera;
    robot.key(GLFW_KEY_EQUAL);
    EXPECT_NEAR(robot.state.camera.metres_per_px, home.metres_per_px / 1.25, 1e-6);
    robot.key(GLFW_KEY_MINUS);
    EXPECT_NEAR(robot.state.camera.metres_per_px, home.metres_per_px, 1e-6);
    robot.key(GLFW_KEY_KP_ADD);
    robot.key(GLFW_KEY_RIGHT);
    robot.key(GLFW_KEY_UP);
    const double step = 60 * home.metres_per_px / 1.25;
    EXPECT_NEAR(robot.state.camera.centre.x_m - home.centre.x_m, step, 1);
    EXPECT_NEAR(robot.state.camera.centre.y_m - home.centre.y_m, step, 1);
    robot.key(GLFW_KEY_LEFT);
    robot.key(GLFW_KEY_DOWN);
    EXPECT_NEAR(robot.state.camera.centre.x_m, home.centre.x_m, 1e-6);
    robot.key(GLFW_KEY_LEFT);
    robot.key(GLFW_KEY_HOME);
    robot.frame();
    EXPECT_NEAR(robot.state.camera.metres_per_px, home.metres_per_px, 1e-9);
    EXPECT_NEAR(robot.state.camera.centre.x_m, home.centre.x_m, 1e-9);
}

TEST(ViewerMap, TheMiddleButtonMovesTheMapWhateverTheTool) {
    Robot robot;
    robot.click("tool/Zone");
    const ScreenPoint from = robot.map().middle(), to{from.x + 50, from.y - 30};
    const geo::LonLat held = robot.under(from);
    robot.drag(from, to, 5, 2);
    EXPECT_NEAR(robot.under(to).lon, held.lon, 1e-9);
    EXPECT_TRUE(robot.state.zone_corners.present().empty());
}

TEST(ViewerMap, SearchGoesToATownInEitherLanguage) {
    Robot robot;
    robot.key(GLFW_KEY_F, {.ctrl = true});
    robot.type("крама");
    ASSERT_TRUE(robot.has("found/0"));
    robot.key(GLFW_KEY_ENTER);
    robot.settle();
    const geo::LonLat town = layers::find_place("Kramatorsk")->position;
    ASSERT_TRUE(robot.state.pinned);
    EXPECT_EQ(*robot.state.pinned, town);
    const ScreenPoint middle = robot.map().middle(), there = robot.on_map(town);
    EXPECT_NEAR(there.x, middle.x, 1e-6);
    EXPECT_NEAR(there.y, middle.y, 1e-6);
    EXPECT_TRUE(robot.document.search.empty());
    robot.key(GLFW_KEY_F, {.ctrl = true});
    robot.type("Luha");
    robot.click("found/0");
    robot.settle();
    EXPECT_EQ(*robot.state.pinned, layers::find_place("Luhansk")->position);
}

TEST(ViewerMap, WhatIsTypedIntoAFieldIsNoShortcut) {
    Robot robot;
    robot.key(GLFW_KEY_F, {.ctrl = true});
    robot.type("dumpling vex 123");
    EXPECT_EQ(robot.document.search, "dumpling vex 123");
    EXPECT_EQ(robot.state.theme, layers::Theme::light);
    EXPECT_FALSE(robot.state.ukrainian);
    EXPECT_TRUE(robot.state.shows_legend);
    EXPECT_EQ(robot.state.tool, Tool::look);
    const Camera before = robot.state.camera;
    robot.key(GLFW_KEY_HOME);
    robot.key(GLFW_KEY_LEFT);
    robot.key(GLFW_KEY_DELETE);
    robot.key(GLFW_KEY_MINUS);
    EXPECT_EQ(robot.state.camera.centre.x_m, before.centre.x_m);
    EXPECT_EQ(robot.state.camera.metres_per_px, before.metres_per_px);
}

TEST(ViewerMap, ThemeAndLanguageHaveKeys) {
    Robot robot;
    const ScreenPoint sea = robot.on_map(geo::LonLat{32.5, 43.9});
    EXPECT_LE(off(robot.colour_about(sea, 8), layers::palette(layers::Theme::light).sea), 2);
    robot.key(GLFW_KEY_D);
    robot.settle();
    EXPECT_EQ(robot.state.theme, layers::Theme::dark);
    EXPECT_LE(off(robot.colour_about(sea, 8), layers::palette(layers::Theme::dark).sea), 2);
    EXPECT_EQ(robot.document.result->request.theme, layers::Theme::dark);
    const app::print::Pixels english = robot.picture();
    robot.key(GLFW_KEY_U);
    robot.settle();
    EXPECT_TRUE(robot.state.ukrainian);
    EXPECT_NE(robot.picture().rgba, english.rgba);
    robot.click("menu/View");
    robot.click("menu/dark");
    robot.settle();
    EXPECT_EQ(robot.state.theme, layers::Theme::light);
}

TEST(ViewerMap, EveryShortcutDoesWhatTheListSays) {
    Robot robot;
    robot.choose("freeze", "B");
    robot.move_to(robot.map().middle());
    robot.key(GLFW_KEY_1);
    EXPECT_EQ(robot.state.mode, Mode::one);
    robot.key(GLFW_KEY_3);
    EXPECT_EQ(robot.state.mode, Mode::difference);
    robot.key(GLFW_KEY_2);
    EXPECT_EQ(robot.state.mode, Mode::wipe);
    const std::pair<int, Tool> tools[]{{GLFW_KEY_M, Tool::measure},
                                       {GLFW_KEY_P, Tool::polygon},
                                       {GLFW_KEY_N, Tool::line},
                                       {GLFW_KEY_E, Tool::edit},
                                       {GLFW_KEY_V, Tool::look}};
    for (const auto& [key, tool] : tools) {
        robot.key(key);
        EXPECT_EQ(robot.state.tool, tool);
        for (const int other : {GLFW_KEY_ENTER, GLFW_KEY_BACKSPACE, GLFW_KEY_DELETE, GLFW_KEY_SPACE}) {
            robot.key(other);
        }
        robot.key(GLFW_KEY_Z, {.ctrl = true});
        robot.key(GLFW_KEY_Z, {.ctrl = true, .shift = true});
    }
    robot.key(GLFW_KEY_L);
    EXPECT_FALSE(robot.state.shows_legend);
    robot.key(GLFW_KEY_F1);
    EXPECT_TRUE(robot.state.shows_help);
    robot.key(GLFW_KEY_ESCAPE);
    EXPECT_FALSE(robot.state.shows_help);
    robot.key(GLFW_KEY_F2);
    EXPECT_FALSE(robot.has("search"));
    EXPECT_NEAR(robot.map().width, 1280, 1);
    robot.key(GLFW_KEY_F2);
    robot.key(GLFW_KEY_F4);
    EXPECT_TRUE(robot.has("messages/copy"));
    robot.key(GLFW_KEY_O, {.ctrl = true});
    EXPECT_TRUE(robot.has("file/open"));
    robot.key(GLFW_KEY_ESCAPE);
    robot.key(GLFW_KEY_S, {.ctrl = true});
    EXPECT_TRUE(robot.has("save/go"));
    robot.key(GLFW_KEY_ESCAPE);
    EXPECT_FALSE(robot.has("save/go"));
    robot.key(GLFW_KEY_Q, {.ctrl = true});
    EXPECT_TRUE(robot.document.wants_to_quit);
}

/// By key and from the menu: of the difference the land that differs, else zones and what does not stay as it is.
TEST(ViewerMap, WhatThePlansAreAboutIsFramed) {
    Robot robot;
    robot.choose("freeze", "B");
    const double whole = robot.state.camera.metres_per_px;
    robot.click("mode/difference");
    robot.key(GLFW_KEY_END);
    robot.settle();
    const auto in_sight = [&](const std::string& place) {
        const support::ScreenPoint point = robot.on_map(place);
        return point.x > robot.map().x && point.x < robot.map().x + robot.map().width && point.y > robot.map().y &&
               point.y < robot.map().y + robot.map().height;
    };
    EXPECT_LT(robot.state.camera.metres_per_px, whole);
    EXPECT_TRUE(in_sight("Kramatorsk"));
    EXPECT_TRUE(in_sight("Sevastopol"));
    EXPECT_TRUE(in_sight("Luhansk"));
    EXPECT_FALSE(in_sight("Uzhhorod")) << "the same under both";
    const auto framed = robot.state.camera.centre;
    robot.key(GLFW_KEY_LEFT);
    EXPECT_FALSE(robot.state.camera.centre == framed) << "and is free again";
    robot.key(GLFW_KEY_HOME);
    robot.frame();
    EXPECT_TRUE(in_sight("Uzhhorod"));
}

TEST(ViewerMap, PictureIsStillWhenNothingHappens) {
    Robot robot;
    robot.choose("ua-us-20-point", "B");
    robot.look_at("Enerhodar");
    const app::print::Pixels first = robot.picture();
    robot.frame(5);
    EXPECT_EQ(robot.picture().rgba, first.rgba);
}

}  // namespace
