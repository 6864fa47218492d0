// SPDX-License-Identifier: MIT
// What is half drawn: taken back corner by corner, kept under other tools, asked about at the end.
#include "app/viewer/model/unfinished.h"
#include "support/robot.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace {

using app::viewer::Tool;
using layers::SketchShape;
using support::Robot;
using support::ScreenPoint;

struct Draughtsman {
    Robot robot;

    const std::vector<SketchShape>& shapes() const { return robot.state.sketch.present().shapes; }
    const geo::Path& zone() const { return robot.state.zone_corners.present(); }
    const geo::Path& line() const { return robot.state.line_corners.present(); }
    const geo::Path& measured() const { return robot.state.measured.present(); }

    void click_at(const std::vector<std::pair<double, double>>& offsets) {
        robot.hold({.ctrl = true});
        for (const auto& [dx, dy] : offsets) {
            const ScreenPoint middle = robot.map().middle();
            robot.click(ScreenPoint{std::floor(middle.x + dx), std::floor(middle.y + dy)});
        }
        robot.hold({});
    }
    void finish_zone() {
        robot.key(GLFW_KEY_P);
        click_at({{-90, -80}, {-30, -80}, {-60, -30}});
        robot.key(GLFW_KEY_ENTER);
    }
    void begin_zone() {
        robot.key(GLFW_KEY_P);
        click_at({{20, 20}, {90, 25}, {80, 95}});
    }
    void undo() { robot.key(GLFW_KEY_Z, {.ctrl = true}); }
    void redo() { robot.key(GLFW_KEY_Y, {.ctrl = true}); }
};

int count_about(Robot& robot, ScreenPoint point, layers::Colour colour) {
    int count = 0;
    for (double dx = -5; dx <= 5; ++dx) {
        for (double dy = -5; dy <= 5; ++dy) { count += robot.pixel({point.x + dx, point.y + dy}) == colour ? 1 : 0; }
    }
    return count;
}

// --- corner by corner ------------------------------------------------------------------------------------------------

TEST(ViewerUndo, OfAZoneThatIsBeingDrawnTakesItsLastCornerBack) {
    Draughtsman at;
    at.finish_zone();
    at.begin_zone();
    const geo::Path three = at.zone();
    ASSERT_EQ(three.size(), 3U);
    at.undo();
    EXPECT_EQ(at.zone(), (geo::Path{three[0], three[1]}));
    EXPECT_EQ(at.shapes().size(), 1U) << "the finished zone stays";
    at.robot.click("undo");
    at.undo();
    EXPECT_TRUE(at.zone().empty());
    EXPECT_EQ(at.shapes().size(), 1U);
    at.undo();
    EXPECT_TRUE(at.shapes().empty()) << "and then it is the zone's turn, as a whole";
    at.redo();
    EXPECT_EQ(at.shapes().size(), 1U);
    EXPECT_TRUE(at.zone().empty());
    for (const std::size_t corners : {1U, 2U}) {
        at.redo();
        EXPECT_EQ(at.zone().size(), corners);
    }
    at.robot.key(GLFW_KEY_Z, {.ctrl = true, .shift = true});
    EXPECT_EQ(at.zone(), three) << "to the last bit";
    at.redo();
    EXPECT_EQ(at.zone(), three);
}

TEST(ViewerUndo, ANewCornerTakesThePlaceOfThoseTakenBack) {
    Draughtsman at;
    at.finish_zone();
    at.undo();
    at.begin_zone();
    at.undo();
    at.undo();
    at.click_at({{30, 140}});
    ASSERT_EQ(at.zone().size(), 2U);
    const geo::Path now = at.zone();
    at.redo();
    at.redo();
    EXPECT_EQ(at.zone(), now);
    EXPECT_TRUE(at.shapes().empty()) << "what was undone before it was begun comes not back into the middle of it";
    EXPECT_FALSE(app::viewer::can_redo(at.robot.state));
}

TEST(ViewerUndo, AFinishedZoneIsOneStep) {
    Draughtsman at;
    at.begin_zone();
    at.undo();
    at.redo();
    at.robot.key(GLFW_KEY_ENTER);
    ASSERT_EQ(at.shapes().size(), 1U);
    at.undo();
    EXPECT_TRUE(at.shapes().empty());
    EXPECT_TRUE(at.zone().empty());
    EXPECT_FALSE(app::viewer::can_undo(at.robot.state));
    at.redo();
    ASSERT_EQ(at.shapes().size(), 1U);
    EXPECT_EQ(at.shapes().front().vertices.size(), 3U);
}

TEST(ViewerUndo, BackspaceIsAStepLikeAnother) {
    Draughtsman at;
    at.begin_zone();
    const geo::Path three = at.zone();
    at.robot.key(GLFW_KEY_BACKSPACE);
    ASSERT_EQ(at.zone().size(), 2U);
    at.undo();
    EXPECT_EQ(at.zone(), three);
}

TEST(ViewerUndo, StationsOfADistanceGoOneByOne) {
    Draughtsman at;
    at.finish_zone();
    at.robot.key(GLFW_KEY_M);
    at.click_at({{20, 20}, {90, 25}, {80, 95}});
    const geo::Path three = at.measured();
    ASSERT_EQ(three.size(), 3U);
    at.undo();
    at.undo();
    EXPECT_EQ(at.measured().size(), 1U);
    at.redo();
    at.redo();
    EXPECT_EQ(at.measured(), three);
    at.robot.key(GLFW_KEY_V);
    at.undo();
    EXPECT_TRUE(at.shapes().empty()) << "a distance out of sight is not in the way";
    at.robot.key(GLFW_KEY_M);
    EXPECT_EQ(at.measured(), three) << "and waits";
}

TEST(ViewerUndo, StepsOfSeveralShapesComeInTheOrderOfTime) {
    Draughtsman at;
    at.begin_zone();
    at.robot.key(GLFW_KEY_N);
    at.click_at({{-120, 60}, {-60, 90}});
    at.robot.click("tool/Zone");
    at.click_at({{10, 120}});
    ASSERT_EQ(at.zone().size(), 4U);
    ASSERT_EQ(at.line().size(), 2U);
    at.undo();
    EXPECT_EQ(at.zone().size(), 3U);
    at.undo();
    EXPECT_EQ(at.line().size(), 1U);
    EXPECT_EQ(at.zone().size(), 3U);
    at.redo();
    at.redo();
    EXPECT_EQ(at.line().size(), 2U);
    EXPECT_EQ(at.zone().size(), 4U);
}

// --- other tools, and Esc --------------------------------------------------------------------------------------------

TEST(ViewerUnfinished, AnotherToolKeepsItAndItsOwnGoesOn) {
    for (const char* by_way_of : {"Look", "Distance", "Line", "Edit"}) {
        SCOPED_TRACE(by_way_of);
        Draughtsman at;
        at.begin_zone();
        const geo::Path three = at.zone();
        at.robot.click(std::string{"tool/"} + by_way_of);
        EXPECT_EQ(at.zone(), three);
        ASSERT_TRUE(at.robot.has("unfinished/zone")) << "the panel says so";
        at.robot.click("unfinished/zone");
        EXPECT_EQ(at.robot.state.tool, Tool::polygon);
        at.click_at({{10, 120}});
        at.robot.key(GLFW_KEY_ENTER);
        ASSERT_EQ(at.shapes().size(), 1U);
        EXPECT_EQ(at.shapes().front().vertices.size(), 4U);
        EXPECT_TRUE(at.zone().empty());
        EXPECT_FALSE(at.robot.has("unfinished/zone"));
    }
}

TEST(ViewerUnfinished, ItIsSeenOnTheMapUnderAnotherTool) {
    Draughtsman at;
    at.begin_zone();
    at.robot.key(GLFW_KEY_V);
    at.robot.move_to(at.robot.middle("search"));
    at.robot.frame(2);
    const ScreenPoint corner = at.robot.on_map(at.zone()[1]);
    const layers::Colour mark = layers::palette(at.robot.state.theme).highlight;
    EXPECT_GT(count_about(at.robot, corner, mark), 10);
    at.robot.click("unfinished remove/zone");
    at.robot.move_to(at.robot.middle("search"));
    at.robot.frame(2);
    EXPECT_EQ(count_about(at.robot, corner, mark), 0);
    at.undo();
    EXPECT_EQ(at.zone().size(), 3U) << "nothing is lost";
}

TEST(ViewerUnfinished, EscGivesItUpAndUndoBringsItBack) {
    Draughtsman at;
    at.begin_zone();
    const geo::Path three = at.zone();
    at.robot.key(GLFW_KEY_ESCAPE);
    EXPECT_TRUE(at.zone().empty());
    EXPECT_EQ(at.robot.state.tool, Tool::polygon);
    at.undo();
    EXPECT_EQ(at.zone(), three);
    at.robot.key(GLFW_KEY_M);
    at.click_at({{-20, 20}, {-90, 25}});
    at.robot.key(GLFW_KEY_ESCAPE);
    EXPECT_TRUE(at.measured().empty());
    EXPECT_EQ(at.zone(), three) << "Esc is for the tool at work";
    at.undo();
    EXPECT_EQ(at.measured().size(), 2U);
}

TEST(ViewerEsc, ClosesAMenuAndNothingElse) {
    for (const char* menu : {"File", "View"}) {
        SCOPED_TRACE(menu);
        Draughtsman at;
        at.begin_zone();
        at.robot.click(std::string{"menu/"} + menu);
        const char* item = std::string{menu} == "File" ? "menu/open" : "menu/dark";
        at.robot.frame(2);
        ASSERT_TRUE(at.robot.has(item));
        at.robot.key(GLFW_KEY_ESCAPE);
        at.robot.frame(2);
        EXPECT_FALSE(at.robot.has(item));
        EXPECT_EQ(at.zone().size(), 3U);
        at.click_at({{10, 120}});
        EXPECT_EQ(at.zone().size(), 4U) << "the next click is no longer swallowed";
    }
}

TEST(ViewerEsc, ClosesTheListOfKindsAndNothingElse) {
    Draughtsman at;
    at.finish_zone();
    at.begin_zone();
    at.robot.click("shape kind");
    at.robot.frame(2);
    ASSERT_TRUE(at.robot.has("kind/economic"));
    at.robot.key(GLFW_KEY_ESCAPE);
    at.robot.frame(2);
    EXPECT_FALSE(at.robot.has("kind/economic"));
    EXPECT_EQ(at.zone().size(), 3U);
}

TEST(ViewerEsc, ClosesKeysThenWhatWasFoundThenMessages) {
    Draughtsman at;
    at.begin_zone();
    at.robot.put("search", "krama");
    ASSERT_TRUE(at.robot.has("found/0"));
    at.robot.move_to({at.robot.map().x + 5, at.robot.map().y + 5});
    at.robot.press(1);  // leaves the field, and what was typed in it
    at.robot.release(1);
    at.robot.key(GLFW_KEY_F4);
    at.robot.key(GLFW_KEY_F1);
    ASSERT_TRUE(at.robot.state.shows_help);
    at.robot.key(GLFW_KEY_ESCAPE);
    EXPECT_FALSE(at.robot.state.shows_help);
    EXPECT_TRUE(at.robot.has("found/0"));
    at.robot.key(GLFW_KEY_ESCAPE);
    EXPECT_FALSE(at.robot.has("found/0"));
    EXPECT_TRUE(at.robot.state.shows_messages);
    at.robot.key(GLFW_KEY_ESCAPE);
    EXPECT_FALSE(at.robot.state.shows_messages);
    EXPECT_EQ(at.zone().size(), 3U);
}

}  // namespace
