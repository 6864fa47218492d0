// SPDX-License-Identifier: MIT
// What a user does by mistake, or in an order that nobody thought of.
#include "layers/model/place.h"
#include "support/files.h"
#include "support/published.h"
#include "support/robot.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <thread>

namespace {

using support::Robot;
using support::ScreenPoint;

const std::string data = DEMARC_SOURCE_FOLDER "/tests/data/";

const std::vector<layers::SketchShape>& shapes_of(const Robot& robot) {
    return robot.state.sketch.present().shapes;
}

/// A zone of four corners that do not snap, in the middle of the country.
struct WithZone {
    Robot robot;
    std::vector<ScreenPoint> corners;
    WithZone() {
        const ScreenPoint middle = robot.map().middle();
        for (const auto& [dx, dy] : {std::pair{-60.0, -40.0}, {60.0, -45.0}, {65.0, 40.0}, {-55.0, 45.0}}) {
            corners.push_back({std::floor(middle.x + dx), std::floor(middle.y + dy)});
        }
        robot.key(GLFW_KEY_P);
        robot.hold({.ctrl = true});
        for (const ScreenPoint corner : corners) { robot.click(corner); }
        robot.hold({});
        robot.key(GLFW_KEY_ENTER);
        robot.key(GLFW_KEY_E);
    }
    ScreenPoint middle_of_last_edge() const {
        const geo::Path& path = shapes_of(robot).front().vertices;
        return robot.on_map(
            geo::LonLat{(path.front().lon + path.back().lon) / 2, (path.front().lat + path.back().lat) / 2});
    }
};

std::string held_on(const std::string& day, const testing_support::TemporaryFolder& folder) {
    return support::published_control(folder, day, {support::clockwise_box({38, 48}, {39, 49})});
}

TEST(ViewerEdges, AFileNameIsNoFormat) {
    const std::string held =
        R"({"type":"Polygon","coordinates":[[[38.5,48],[39,48],[39,48.5],[38.5,48.5],[38.5,48]]]})";
    const testing_support::TemporaryFolder folder;
    Robot robot;
    for (const char* name : {"100%s%n held##x.geojson", "200%s%n held##x.geojson"}) {
        robot.document.open(folder.with(name, held), "control");
        robot.settle();
    }
    ASSERT_EQ(robot.document.controls.size(), 2U);
    EXPECT_EQ(robot.state.control, 1) << "and the time bar has written its name";
}

TEST(ViewerEdges, DeleteAfterAClickOnAnEdgeDropsNoOtherCorner) {
    WithZone with;
    ASSERT_EQ(shapes_of(with.robot).front().vertices.size(), 4U);
    const geo::Path before = shapes_of(with.robot).front().vertices;
    with.robot.click(with.middle_of_last_edge());  // adds no corner: it is not dragged
    with.robot.key(GLFW_KEY_DELETE);
    EXPECT_TRUE(shapes_of(with.robot).empty() || shapes_of(with.robot).front().vertices == before);
}

TEST(ViewerEdges, DeleteAfterUndoingANewCornerIsHarmless) {
    WithZone with;
    const ScreenPoint edge = with.middle_of_last_edge();
    with.robot.hold({.ctrl = true});
    with.robot.drag(edge, {edge.x - 40, edge.y});
    with.robot.hold({});
    ASSERT_EQ(shapes_of(with.robot).front().vertices.size(), 5U);
    with.robot.key(GLFW_KEY_Z, {.ctrl = true});
    ASSERT_EQ(shapes_of(with.robot).front().vertices.size(), 4U);
    with.robot.key(GLFW_KEY_DELETE);  // the corner that was chosen is gone
    EXPECT_TRUE(shapes_of(with.robot).empty() || shapes_of(with.robot).front().vertices.size() == 4);
}

TEST(ViewerEdges, AnotherToolInTheMiddleOfADragEndsIt) {
    WithZone with;
    Robot& robot = with.robot;
    robot.move_to(with.corners[0]);
    robot.press();
    robot.move_to({with.corners[0].x - 30, with.corners[0].y - 30});
    ASSERT_EQ(robot.state.drag, app::viewer::Drag::corner);
    robot.key(GLFW_KEY_V);
    robot.release();
    robot.frame(2);
    EXPECT_EQ(robot.state.drag, app::viewer::Drag::none)
        << "the map would never move again, and show a sketch that is none";
    const geo::LonLat held = robot.under(robot.map().middle());
    const ScreenPoint to{robot.map().middle().x + 50, robot.map().middle().y};
    robot.drag(robot.map().middle(), to, 2);
    EXPECT_NEAR(robot.under(to).lon, held.lon, 1e-9);
}

TEST(ViewerEdges, ACornerLandsWhereItWasLetGoInOneFrame) {
    for (const bool moved_before : {true, false}) {
        SCOPED_TRACE(moved_before);
        WithZone with;
        Robot& robot = with.robot;
        const ScreenPoint to{with.corners[0].x - 45, with.corners[0].y - 25};
        robot.hold({.ctrl = true});
        robot.move_to(with.corners[0]);
        robot.press();
        if (moved_before) { robot.move_to({with.corners[0].x - 30, with.corners[0].y - 30}); }
        robot.release_at(to);
        robot.hold({});
        EXPECT_EQ(shapes_of(robot).front().vertices[0], robot.under(to));
    }
}

TEST(ViewerEdges, TheMapStaysUnderThePointerThatLetsItGoInOneFrame) {
    for (const int button : {0, 2}) {
        SCOPED_TRACE(button);
        Robot robot;
        robot.settle();
        const ScreenPoint from = robot.map().middle(), to{from.x + 80, from.y + 40};
        const geo::LonLat held = robot.under(from);
        robot.move_to(from);
        robot.press(button);
        robot.move_to({from.x + 30, from.y + 10});
        robot.release_at(to, button);
        EXPECT_NEAR(robot.under(to).lon, held.lon, 1e-9);
        EXPECT_NEAR(robot.under(to).lat, held.lat, 1e-9);
    }
}

TEST(ViewerEdges, UndoInTheMiddleOfADragIsHarmless) {
    WithZone with;
    Robot& robot = with.robot;
    const geo::Path before = shapes_of(robot).front().vertices;
    const ScreenPoint to{with.corners[0].x - 40, with.corners[0].y - 20};
    robot.move_to(with.corners[0]);
    robot.press();
    robot.move_to({with.corners[0].x - 30, with.corners[0].y - 30});
    robot.key(GLFW_KEY_Z, {.ctrl = true});
    robot.hold({.ctrl = true});
    robot.move_to(to);
    robot.release();
    robot.hold({});
    EXPECT_EQ(robot.state.drag, app::viewer::Drag::none);
    geo::Path dragged = before;
    dragged[0] = robot.under(to);
    ASSERT_EQ(shapes_of(robot).size(), 1U);
    EXPECT_EQ(shapes_of(robot).front().vertices, dragged) << "the drag goes on, and no other corner moves";
    robot.key(GLFW_KEY_Z, {.ctrl = true});
    ASSERT_EQ(shapes_of(robot).size(), 1U);
    EXPECT_EQ(shapes_of(robot).front().vertices, before) << "one step takes the whole drag back";
}

TEST(ViewerEdges, SpacePlaysFromTheFirstDateWhereTheLastIsShown) {
    const testing_support::TemporaryFolder folder;
    Robot robot;
    for (const char* day : {"2024-07-08", "2025-12-24"}) {
        robot.document.open(held_on(day, folder), "control");
        robot.settle();
    }
    ASSERT_EQ(robot.state.control, 1);
    robot.key(GLFW_KEY_SPACE);
    robot.settle();
    EXPECT_EQ(robot.state.control, 0) << "as the button Play does";
}

TEST(ViewerEdges, HidingThePanelsWhileASliderIsHeldEndsTheDrafts) {
    Robot robot;
    robot.choose("kellogg-15-15", "A");
    const ScreenPoint slider = robot.middle("parameter/kellogg-15-15/depth");
    robot.move_to(slider);
    robot.press();
    robot.move_to({slider.x + 30, slider.y});
    robot.key(GLFW_KEY_F2);
    robot.release();
    robot.settle();
    EXPECT_FALSE(robot.document.result->request.draft) << "figures would stay without intervals";
}

TEST(ViewerEdges, APlanFileThatHasChangedIsReadAnew) {
    const testing_support::TemporaryFolder folder;
    const auto plan = [](const std::string& status) {
        return "name: mine\ntitle: Mine\nrules:\n  - {where: everywhere, holder: Ukraine, status: " + status + "}\n";
    };
    const std::string path = folder.with("mine.yaml", plan("UA"));
    Robot robot;
    robot.document.open(path);
    robot.settle();
    ASSERT_EQ(robot.document.result->a->table.classes().front().status, layers::Status::ua);
    (void)folder.with("mine.yaml", plan("UA-regained"));
    robot.document.open(path);
    robot.settle();
    EXPECT_EQ(robot.document.result->a->table.classes().front().status, layers::Status::ua_regained);
}

TEST(ViewerEdges, CancelLeavesTheMapAsItWas) {
    Robot robot;
    robot.put("plan search", "ua-us-20-point");
    robot.click("plan A/ua-us-20-point");
    ASSERT_TRUE(robot.document.busy());
    ASSERT_TRUE(robot.has("cancel"));
    robot.document.cancel();  // what the button calls; a click takes longer than the work
    robot.settle();
    EXPECT_EQ(robot.document.result->request.a, "us-28-point");
    EXPECT_EQ(robot.state.plan_a, "us-28-point");
}

TEST(ViewerEdges, ABadSecondPlanIsTakenBack) {
    const testing_support::TemporaryFolder folder;
    const std::string path =
        folder.with("mine.yaml", "name: mine\nrules:\n  - {where: everywhere, holder: Ukraine, status: UA}\n");
    Robot robot;
    robot.document.open(path);
    robot.settle();
    robot.choose("us-28-point", "A");
    (void)folder.with("mine.yaml", "name: [");
    robot.put("plan search", "mine");
    robot.click("plan B/" + path);
    robot.settle();
    ASSERT_NE(robot.last_message(), nullptr);
    EXPECT_EQ(robot.last_message()->kind, app::viewer::Message::Kind::error);
    robot.choose("freeze", "A");
    ASSERT_TRUE(robot.document.result);
    EXPECT_EQ(robot.document.result->request.a, "freeze") << "the bad plan stands in the way of every other one";
}

TEST(ViewerEdges, PolygonsThatCannotBeLaidLeaveTheTimeBarAsItWas) {
    Robot robot;
    robot.document.open(data + "latitude-first.geojson");
    robot.settle();
    robot.click("opened/control");
    robot.settle();
    ASSERT_NE(robot.last_message(), nullptr);
    EXPECT_EQ(robot.last_message()->kind, app::viewer::Message::Kind::error);
    const auto shown =
        robot.state.control < 0 ? nullptr : robot.document.controls[static_cast<std::size_t>(robot.state.control)];
    EXPECT_TRUE(robot.document.result->request.control == shown)
        << "the time bar names another line than the map shows";
    robot.choose("freeze", "A");
    EXPECT_EQ(robot.document.result->request.a, "freeze") << "the bad line stands in the way of every plan";
}

TEST(ViewerEdges, TheSaveWindowKeepsItsButtonsInSight) {
    Robot robot;
    robot.key(GLFW_KEY_S, {.ctrl = true});
    robot.click("save/figures.csv");
    robot.key(GLFW_KEY_ESCAPE);
    robot.key(GLFW_KEY_S, {.ctrl = true});
    robot.click("save/map.png");  // which brings one row more
    robot.frame(3);
    robot.click("file/cancel");
    EXPECT_FALSE(robot.has("save/go")) << "the button can be clicked";
}

/// Dear ImGui 1.86 ended the program over a window that appears while a modal one is open.
TEST(ViewerEdges, AnErrorThatComesWhileTheUserAnswersWaitsForIt) {
    Robot robot;
    robot.document.state.shows_messages = false;
    robot.frame(2);
    robot.key(GLFW_KEY_S, {.ctrl = true});
    robot.document.open(data + "there-is-no-such-file.geojson");
    for (int i = 0; i < 50; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
        robot.frame();
    }
    ASSERT_TRUE(robot.has("file/cancel"));
    EXPECT_FALSE(robot.state.shows_messages);
    robot.click("file/cancel");
    robot.settle();
    ASSERT_NE(robot.last_message(), nullptr);
    EXPECT_EQ(robot.last_message()->kind, app::viewer::Message::Kind::error);
    EXPECT_TRUE(robot.state.shows_messages);
}

TEST(ViewerEdges, ASmallWindowStillWorks) {
    Robot robot{640, 400};
    robot.click("mode/one");
    robot.click(robot.map().middle());
    robot.settle();
    EXPECT_TRUE(robot.state.pinned);
    robot.key(GLFW_KEY_F1);
    robot.key(GLFW_KEY_F4);
    robot.frame(2);
    EXPECT_GT(robot.map().width, 100);
}

}  // namespace
