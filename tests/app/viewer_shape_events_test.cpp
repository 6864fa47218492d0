// SPDX-License-Identifier: MIT
// A whole shape, chosen and moved.
#include "app/viewer/model/recovery.h"
#include "geo/measure.h"
#include "support/files.h"
#include "support/near_kramatorsk.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <thread>

namespace {

using app::viewer::Drag;
using app::viewer::Recovery;
using layers::SketchShape;
using support::NearKramatorsk;
using support::Robot;
using support::ScreenPoint;

const std::vector<SketchShape>& shapes_of(const Robot& robot) {
    return robot.state.sketch.present().shapes;
}

std::vector<ScreenPoint> on_screen(const Robot& robot, const geo::Path& path) {
    std::vector<ScreenPoint> points;
    for (const geo::LonLat& corner : path) { points.push_back(robot.on_map(corner)); }
    return points;
}

void expect_moved(const std::vector<ScreenPoint>& before, const std::vector<ScreenPoint>& after, double dx, double dy) {
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_NEAR(after[i].x - before[i].x, dx, 1e-3);
        EXPECT_NEAR(after[i].y - before[i].y, dy, 1e-3);
    }
}

geo::SquareKilometres area_of(const SketchShape& shape) {
    return geo::area_of(layers::region_of(shape).region);
}

/// Its own corners alone: nothing snaps.
struct WithZone : NearKramatorsk {
    WithZone() {
        robot.key(GLFW_KEY_P);
        click_all({off(20, 20), off(120, 20), off(120, 100), off(20, 100)});
        robot.key(GLFW_KEY_ENTER);
        robot.key(GLFW_KEY_E);
    }
};

TEST(ViewerShapes, ADragFromInsideTheChosenZoneMovesAllOfItInOneStep) {
    WithZone at;
    Robot& robot = at.robot;
    const SketchShape before = shapes_of(robot).front();
    const std::vector<ScreenPoint> corners = on_screen(robot, before.vertices);
    const geo::LonLat middle = robot.under(robot.map().middle());
    robot.drag(at.off(50, 50), at.off(110, 20));
    ASSERT_EQ(shapes_of(robot).size(), 1U);
    const SketchShape after = shapes_of(robot).front();
    expect_moved(corners, on_screen(robot, after.vertices), 60, -30);
    EXPECT_NEAR(area_of(after).value(), area_of(before).value(), 1e-3 * area_of(before).value());
    EXPECT_EQ(after.name, before.name);
    EXPECT_EQ(robot.under(robot.map().middle()), middle) << "the map stays";
    robot.key(GLFW_KEY_Z, {.ctrl = true});
    EXPECT_EQ(shapes_of(robot).front(), before) << "to the last bit";
    robot.key(GLFW_KEY_Y, {.ctrl = true});
    EXPECT_EQ(shapes_of(robot).front(), after);
}

TEST(ViewerShapes, AShapeGoesWhereItIsLetGoInOneFrameAndAtAnotherScale) {
    for (const bool zooms : {false, true}) {
        SCOPED_TRACE(zooms);
        WithZone at;
        Robot& robot = at.robot;
        const geo::LonLat held = robot.under(at.off(50, 50));
        const geo::Path before = shapes_of(robot).front().vertices;
        robot.move_to(at.off(50, 50));
        robot.press();
        robot.move_to(at.off(70, 70));
        EXPECT_EQ(robot.state.drag, Drag::shape);
        if (zooms) { robot.scroll(3); }
        const geo::LonLat to = robot.under(at.off(80, 40));
        robot.release_at(at.off(80, 40));
        const geo::Path after = shapes_of(robot).front().vertices;
        EXPECT_EQ(robot.state.drag, Drag::none);
        EXPECT_NEAR(after[0].lon - before[0].lon, to.lon - held.lon, 3e-4);
        EXPECT_NEAR(after[0].lat - before[0].lat, to.lat - held.lat, 3e-4);
    }
}

TEST(ViewerShapes, AClickIsNoMoveAndAnotherToolOrUndoAmidOneLeavesTheShapeWhereItWas) {
    WithZone at;
    Robot& robot = at.robot;
    const layers::Sketch before = robot.state.sketch.present();
    const std::uint64_t step = robot.state.sketch.step();
    robot.click(at.off(50, 50));
    EXPECT_EQ(robot.state.sketch.step(), step);
    robot.move_to(at.off(50, 50));
    robot.press();
    robot.move_to(at.off(90, 90));
    robot.key(GLFW_KEY_Z, {.ctrl = true});
    EXPECT_EQ(robot.state.sketch.present(), before) << "what is dragged is no step yet";
    robot.key(GLFW_KEY_DELETE);
    EXPECT_EQ(robot.state.sketch.present(), before);
    robot.key(GLFW_KEY_V);
    robot.release();
    robot.frame(2);
    EXPECT_EQ(robot.state.drag, Drag::none);
    EXPECT_EQ(robot.state.sketch.present(), before);
}

TEST(ViewerShapes, AnotherShapeIsChosenByAClickBeforeItMoves) {
    WithZone at;  // and a smaller one in it, which is chosen
    Robot& robot = at.robot;
    robot.key(GLFW_KEY_P);
    at.click_all({at.off(40, 40), at.off(80, 40), at.off(80, 80), at.off(40, 80)});
    robot.key(GLFW_KEY_ENTER);
    robot.key(GLFW_KEY_E);
    ASSERT_EQ(robot.state.chosen_shape, 1);
    const layers::Sketch before = robot.state.sketch.present();
    const ScreenPoint outer = at.off(104, 72), inner = at.off(60, 54);
    const geo::LonLat under = robot.under(outer);
    robot.drag(outer, {outer.x + 16, outer.y}, 4);
    EXPECT_EQ(robot.state.sketch.present(), before);
    EXPECT_NEAR(robot.under({outer.x + 16, outer.y}).lon, under.lon, 1e-9) << "the map was moved";
    robot.drag({outer.x + 16, outer.y}, outer, 4);
    robot.click(outer);
    EXPECT_EQ(robot.state.chosen_shape, 0);
    robot.click(inner);
    EXPECT_EQ(robot.state.chosen_shape, 1) << "the smaller one";
    robot.click(outer);
    robot.drag(outer, {outer.x + 30, outer.y});
    expect_moved(on_screen(robot, before.shapes[0].vertices), on_screen(robot, shapes_of(robot)[0].vertices), 30, 0);
    EXPECT_EQ(shapes_of(robot)[1], before.shapes[1]);
    robot.click(at.off(-60, -40));
    EXPECT_EQ(robot.state.chosen_shape, 0) << "nothing lies there";
}

TEST(ViewerShapes, ALineIsMovedByADragAlongIt) {
    NearKramatorsk at;
    Robot& robot = at.robot;
    robot.key(GLFW_KEY_N);
    at.click_all({at.off(20, 60), at.off(180, 60), at.off(180, 160)});
    robot.key(GLFW_KEY_ENTER);
    robot.key(GLFW_KEY_E);
    const geo::Path before = shapes_of(robot).front().vertices;
    robot.drag(at.off(60, 63), at.off(40, 93));
    expect_moved(on_screen(robot, before), on_screen(robot, shapes_of(robot).front().vertices), -20, 30);
}

/// A ring about an island, 0.4° by 0.4° in all.
const char* const atoll = R"({"type": "Feature", "properties": {"name": "Atoll"}, "geometry": {"type": "MultiPolygon",
    "coordinates": [
    [[[37.6, 48.4], [38, 48.4], [38, 48.7], [37.6, 48.7], [37.6, 48.4]],
     [[37.7, 48.46], [37.7, 48.64], [37.9, 48.64], [37.9, 48.46], [37.7, 48.46]]],
    [[[37.77, 48.52], [37.83, 48.52], [37.83, 48.58], [37.77, 48.58], [37.77, 48.52]]]]}})";

TEST(ViewerShapes, HolesAndIslandsGoWithTheirZone) {
    const testing_support::TemporaryFolder folder;
    NearKramatorsk at;
    Robot& robot = at.robot;
    robot.document.open(folder.with("atoll.geojson", atoll));
    robot.settle();
    robot.click("opened/zones");
    robot.settle();
    robot.key(GLFW_KEY_E);
    const SketchShape before = shapes_of(robot).front();
    const auto at_position = [&robot](double lon, double lat) {
        const ScreenPoint point = robot.on_map(geo::LonLat{lon, lat});
        return ScreenPoint{std::floor(point.x), std::floor(point.y)};
    };
    robot.state.chosen_shape = -1;
    robot.click(at_position(37.73, 48.55));
    EXPECT_EQ(robot.state.chosen_shape, -1) << "the lagoon is none of it";
    robot.click(at_position(37.8, 48.55));
    EXPECT_EQ(robot.state.chosen_shape, 0) << "the island is";
    const ScreenPoint island = at_position(37.8, 48.55);
    const std::vector<ScreenPoint> shell = on_screen(robot, before.vertices);
    robot.drag(island, {island.x - 25, island.y + 20});
    const SketchShape after = shapes_of(robot).front();
    expect_moved(shell, on_screen(robot, after.vertices), -25, 20);
    ASSERT_EQ(after.holes.size(), 1U);
    expect_moved(on_screen(robot, before.holes[0]), on_screen(robot, after.holes[0]), -25, 20);
    ASSERT_EQ(after.others.size(), 1U);
    expect_moved(on_screen(robot, before.others[0][0]), on_screen(robot, after.others[0][0]), -25, 20);
    EXPECT_NEAR(area_of(after).value(), area_of(before).value(), 1e-3 * area_of(before).value());
}

TEST(ViewerShapes, AMoveIsKeptOnTheDisk) {
    const testing_support::TemporaryFolder folder;
    layers::Sketch moved;
    {
        WithZone at;
        at.robot.document.recovery = std::make_unique<Recovery>(folder.path("drawings"), [](const geo::Error&) {});
        at.robot.frame();
        at.robot.drag(at.off(50, 50), at.off(110, 20));
        std::this_thread::sleep_for(Recovery::pause);
        at.robot.frame();
        moved = at.robot.state.sketch.present();
    }
    Recovery next{folder.path("drawings"), [](const geo::Error&) {}};
    next.look();
    ASSERT_EQ(next.left.size(), 1U);
    EXPECT_EQ(next.left.front().drawing.sketch, moved);
}

}  // namespace
