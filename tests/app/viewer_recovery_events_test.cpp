// SPDX-License-Identifier: MIT
// What the window asks before a drawing is lost, and after a crash.
#include "app/viewer/model/recovery.h"
#include "app/viewer/model/unfinished.h"
#include "support/files.h"
#include "support/robot.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <thread>
#include <vector>

namespace {

namespace fs = std::filesystem;
using app::viewer::Drawing;
using app::viewer::Recovery;
using app::viewer::Tool;
using layers::SketchShape;
using support::Robot;
using support::ScreenPoint;
using testing_support::TemporaryFolder;

/// Into the bare map about its middle, three corners.
void click_corners(Robot& robot, Tool tool) {
    const ScreenPoint middle = robot.map().middle();
    robot.key(tool == Tool::polygon ? GLFW_KEY_P : GLFW_KEY_N);
    robot.hold({.ctrl = true});
    const double dx = tool == Tool::polygon ? 0 : -140;
    robot.click(ScreenPoint{middle.x + dx, middle.y});
    robot.click(ScreenPoint{middle.x + dx + 70, middle.y + 10});
    robot.click(ScreenPoint{middle.x + dx + 60, middle.y + 70});
    robot.hold({});
}

bool asks(const Robot& robot) {
    return robot.has("quit/stay");
}

void quit(Robot& robot) {
    robot.key(GLFW_KEY_Q, {.ctrl = true});
    robot.frame(3);
}

// --- quitting --------------------------------------------------------------------------------------------------------

TEST(ViewerQuit, WithAnUnfinishedShapeAsksAndEscStays) {
    for (const Tool tool : {Tool::polygon, Tool::line}) {
        Robot robot;
        click_corners(robot, tool);
        quit(robot);
        ASSERT_TRUE(asks(robot));
        EXPECT_FALSE(robot.document.may_quit);
        EXPECT_FALSE(robot.has("quit/save")) << "nothing is there to be saved yet";
        robot.key(GLFW_KEY_ESCAPE);
        robot.frame(2);
        EXPECT_FALSE(asks(robot));
        EXPECT_FALSE(robot.document.wants_to_quit);
        EXPECT_EQ(corners_of(robot.state, tool)->present().size(), 3U) << "Esc closes the window that asks, no more";
        robot.document.wants_to_quit = true;  // what the button of the frame does
        robot.frame(3);
        ASSERT_TRUE(asks(robot));
        robot.click("quit/discard");
        EXPECT_TRUE(robot.document.may_quit);
    }
}

TEST(ViewerQuit, AnUnfinishedZoneCanBeFinishedAndSaved) {
    const TemporaryFolder folder;
    Robot robot;
    click_corners(robot, Tool::polygon);
    const geo::Path corners = robot.state.zone_corners.present();
    robot.key(GLFW_KEY_E);
    quit(robot);
    robot.click("quit/finish zone");
    robot.frame(2);
    ASSERT_EQ(robot.state.sketch.present().shapes.size(), 1U);
    EXPECT_EQ(robot.state.sketch.present().shapes.front().vertices, corners);
    ASSERT_TRUE(asks(robot)) << "it is not saved yet";
    EXPECT_FALSE(robot.has("quit/finish zone"));
    robot.click("quit/save");
    robot.frame(3);
    robot.put("save/path", folder.path("mine.yaml"));
    robot.click("save/go");
    robot.settle();
    EXPECT_TRUE(fs::exists(folder.path("mine.yaml"))) << robot.last_message()->text;
    quit(robot);
    EXPECT_TRUE(robot.document.may_quit);
}

TEST(ViewerQuit, ALineIsNotSavedByAPlanWhichHasNone) {
    const TemporaryFolder folder;
    Robot robot;
    click_corners(robot, Tool::polygon);
    robot.key(GLFW_KEY_ENTER);
    click_corners(robot, Tool::line);
    robot.key(GLFW_KEY_ENTER);
    ASSERT_EQ(robot.state.sketch.present().shapes.size(), 2U);
    for (const auto& [choice, may_quit] : {std::pair{"my-plan.yaml", false}, {"drawing.geojson", true}}) {
        robot.key(GLFW_KEY_S, {.ctrl = true});
        robot.click(std::string{"save/"} + choice);
        robot.put("save/path", folder.path(choice));
        robot.click("save/go");
        robot.settle();
        ASSERT_TRUE(fs::exists(folder.path(choice))) << robot.last_message()->text;
        quit(robot);
        EXPECT_EQ(robot.document.may_quit, may_quit) << choice;
        if (asks(robot)) { robot.click("quit/stay"); }
    }
}

TEST(ViewerQuit, WaitsWhileAnotherWindowAsks) {
    Robot robot;
    click_corners(robot, Tool::polygon);
    robot.key(GLFW_KEY_S, {.ctrl = true});
    ASSERT_TRUE(robot.has("save/go"));
    robot.document.wants_to_quit = true;
    robot.frame(3);
    EXPECT_TRUE(robot.has("save/go"));
    EXPECT_FALSE(asks(robot));
    robot.key(GLFW_KEY_ESCAPE);
    robot.frame(3);
    EXPECT_FALSE(robot.has("save/go"));
    EXPECT_TRUE(asks(robot));
}

TEST(ViewerEsc, AnswersTheQuestionWhatAFileIs) {
    Robot robot;
    click_corners(robot, Tool::polygon);
    robot.document.open(DEMARC_SOURCE_FOLDER "/tests/data/latitude-first.geojson");
    robot.settle();
    ASSERT_TRUE(robot.has("opened/cancel"));
    robot.key(GLFW_KEY_ESCAPE);
    robot.frame(2);
    EXPECT_FALSE(robot.has("opened/cancel"));
    EXPECT_EQ(robot.state.zone_corners.present().size(), 3U);
}

// --- after a crash ---------------------------------------------------------------------------------------------------

/// A robot whose drawing is kept in the folder, as a window's is.
struct Session {
    Robot robot;
    explicit Session(const TemporaryFolder& folder) {
        robot.document.recovery = std::make_unique<Recovery>(
            folder.path("drawings"), [this](const geo::Error& error) { robot.document.report(error); });
        robot.document.recovery->look();
        robot.frame(4);
    }
    Drawing drawing() const { return drawing_of(robot.state); }
};

std::size_t files_in(const TemporaryFolder& folder) {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path("drawings"))) {
        count += entry.is_regular_file() ? 1U : 0U;
    }
    return count;
}

/// What a session that crashed had drawn: a finished zone with a name, and three corners of another one.
Drawing crash(const TemporaryFolder& folder) {
    Session session{folder};
    click_corners(session.robot, Tool::polygon);
    session.robot.key(GLFW_KEY_ENTER);
    session.robot.put("shape name/0", "Зона");
    session.robot.key(GLFW_KEY_ENTER);
    click_corners(session.robot, Tool::line);
    std::this_thread::sleep_for(Recovery::pause);
    session.robot.frame();
    return session.drawing();
}

TEST(ViewerRecovery, OffersWhatACrashTookAwayAndRestoresIt) {
    const TemporaryFolder folder;
    const Drawing lost = crash(folder);
    ASSERT_EQ(lost.sketch.shapes.size(), 1U);
    ASSERT_EQ(lost.sketch.shapes.front().name, "Зона");
    ASSERT_EQ(lost.line_corners.size(), 3U);
    ASSERT_EQ(files_in(folder), 1U);
    Session next{folder};
    ASSERT_TRUE(next.robot.has("recovery/restore"));
    next.robot.click("recovery/restore");
    next.robot.frame(3);
    EXPECT_EQ(next.drawing(), lost);
    EXPECT_FALSE(next.robot.has("recovery/restore"));
    EXPECT_EQ(files_in(folder), 1U) << "now in this window's own file";
    quit(next.robot);
    EXPECT_TRUE(asks(next.robot)) << "it is as unsaved as it was";
}

TEST(ViewerRecovery, DiscardingTakesTwoClicks) {
    const TemporaryFolder folder;
    crash(folder);
    Session next{folder};
    next.robot.click("recovery/discard");
    next.robot.frame(2);
    EXPECT_EQ(files_in(folder), 1U);
    next.robot.click("recovery/keep");
    next.robot.frame(2);
    next.robot.click("recovery/discard");
    next.robot.frame(2);
    next.robot.key(GLFW_KEY_ESCAPE);
    next.robot.frame(2);
    ASSERT_TRUE(next.robot.has("recovery/discard")) << "Esc takes the question back alone";
    next.robot.click("recovery/discard");
    next.robot.frame(2);
    next.robot.click("recovery/for good");
    next.robot.frame(3);
    EXPECT_EQ(files_in(folder), 0U);
    EXPECT_TRUE(next.drawing().empty());
    EXPECT_FALSE(next.robot.has("recovery/restore"));
}

TEST(ViewerRecovery, LaterOrEscOffersItAgainNextTime) {
    const TemporaryFolder folder;
    const Drawing lost = crash(folder);
    {
        Session next{folder};
        next.robot.click("recovery/later");
        next.robot.frame(2);
        EXPECT_FALSE(next.robot.has("recovery/later"));
        click_corners(next.robot, Tool::polygon);
        EXPECT_EQ(next.robot.state.zone_corners.present().size(), 3U);
        next.robot.document.recovery->clear();
    }
    {
        Session next{folder};
        ASSERT_TRUE(next.robot.has("recovery/later"));
        next.robot.key(GLFW_KEY_ESCAPE);
        next.robot.frame(2);
        EXPECT_FALSE(next.robot.has("recovery/later"));
    }
    Session last{folder};
    last.robot.click("recovery/restore");
    EXPECT_EQ(last.drawing(), lost);
}

TEST(ViewerRecovery, SeveralAreOfferedOneAfterTheOther) {
    const TemporaryFolder folder;
    Drawing other = crash(folder);
    other.line_corners.clear();
    {
        Recovery recovery{folder.path("drawings"), [](const geo::Error&) {}};
        app::viewer::State state;
        ASSERT_TRUE(restore(other, state));
        ASSERT_TRUE(recovery.keep_now(state, true));
    }
    Session next{folder};
    ASSERT_EQ(next.robot.document.recovery->left.size(), 2U);
    next.robot.click("recovery/restore");
    next.robot.frame(4);
    ASSERT_TRUE(next.robot.has("recovery/restore"));
    next.robot.click("recovery/restore");
    next.robot.frame(4);
    EXPECT_EQ(next.drawing().sketch.shapes.size(), 2U);
    EXPECT_EQ(next.drawing().line_corners.size(), 3U);
    EXPECT_EQ(files_in(folder), 1U);
}

/// Dear ImGui 1.86 ended the program over a window that appears beside a modal one.
TEST(ViewerRecovery, ADamagedOneIsSaidBesideThatWhichIsOffered) {
    const TemporaryFolder folder;
    const Drawing lost = crash(folder);
    fs::create_directories(folder.path("drawings/half"));
    std::ofstream{folder.path("drawings/half/drawing.json")} << R"({"format": "demarc dra)";
    Session next{folder};
    ASSERT_NE(next.robot.last_message(), nullptr);
    EXPECT_NE(next.robot.last_message()->text.find("half.unreadable.json"), std::string::npos)
        << next.robot.last_message()->text;
    EXPECT_TRUE(next.robot.state.shows_messages);
    next.robot.click("recovery/restore");
    EXPECT_EQ(next.drawing(), lost);
    EXPECT_TRUE(fs::exists(folder.path("drawings/half.unreadable.json")));
}

TEST(ViewerRecovery, WhatIsSavedIsNotOffered) {
    const TemporaryFolder folder;
    {
        Session session{folder};
        click_corners(session.robot, Tool::polygon);
        session.robot.key(GLFW_KEY_ENTER);
        std::this_thread::sleep_for(Recovery::pause);
        session.robot.frame();
        session.robot.click("save sketch");
        session.robot.put("save/path", folder.path("mine.yaml"));
        session.robot.click("save/go");
        session.robot.settle();
        std::this_thread::sleep_for(Recovery::pause);
        session.robot.frame();
    }
    const Session next{folder};
    EXPECT_FALSE(next.robot.has("recovery/restore"));
    EXPECT_EQ(files_in(folder), 0U);
}

}  // namespace
