// SPDX-License-Identifier: MIT
#include "app/session/session_file.h"
#include "app/viewer/model/drawing.h"
#include "app/viewer/model/recovery.h"
#include "app/viewer/model/session.h"
#include "geo/projection.h"
#include "support/files.h"
#include "support/robot.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace {

using app::viewer::Mode;
using support::Robot;
using testing_support::TemporaryFolder;

const std::string data = DEMARC_SOURCE_FOLDER "/tests/data/";

/// Through the window, as the user does.
void save_session(Robot& robot, const std::string& path) {
    robot.key(GLFW_KEY_S, {.ctrl = true});
    robot.click("save/story.demarc");
    robot.put("save/path", path);
    robot.click("save/go");
    robot.settle();
    EXPECT_EQ(robot.last_message()->text, "wrote " + path);
}

std::string problem_of(const std::string& path) {
    try {
        app::read_session(path);
    } catch (const geo::Error& error) { return error.problem(); }
    return "none";
}

TEST(ViewerSession, AnotherWindowShowsTheSame) {
    const TemporaryFolder folder;
    const std::string path = folder.path("story.demarc");
    Robot robot;
    robot.choose("freeze", "B");
    robot.click("mode/difference");
    robot.look_at("Kramatorsk");
    robot.key(GLFW_KEY_D);
    robot.state.divider = 0.3;
    robot.state.paint.opacity = 0.7;
    robot.state.pinned = geo::LonLat{37.5, 48.7};
    layers::Sketch sketch;
    sketch.shapes.push_back(
        {layers::SketchShape::Kind::polygon, "mine", layers::ZoneKind::special, {{37, 48}, {38, 48}, {38, 49}}});
    robot.state.sketch.set(sketch);
    robot.settle();
    save_session(robot, path);

    const app::SessionFile session = app::read_session(path);
    EXPECT_EQ(session.plans, (std::vector<std::string>{"us-28-point", "freeze"}));
    Robot other;
    other.state.plan_b = "freeze";
    app::viewer::look_as(path, other.document);
    EXPECT_EQ(other.state.mode, Mode::difference);
    EXPECT_EQ(other.state.theme, layers::Theme::dark);
    EXPECT_EQ(other.state.divider, 0.3);
    EXPECT_EQ(other.state.paint, robot.state.paint);
    EXPECT_NEAR(other.state.camera.centre.x_m, robot.state.camera.centre.x_m, 0.01);
    EXPECT_NEAR(other.state.camera.centre.y_m, robot.state.camera.centre.y_m, 0.01);
    EXPECT_EQ(other.state.camera.metres_per_px, robot.state.camera.metres_per_px);
    EXPECT_TRUE(other.state.fitted);
    ASSERT_TRUE(other.state.pinned && robot.state.pinned);
    EXPECT_EQ(*other.state.pinned, *robot.state.pinned);
    EXPECT_EQ(app::viewer::drawing_of(other.state), app::viewer::drawing_of(robot.state));
}

TEST(ViewerSession, FilesGoByTheirNamesFromTheSession) {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path("days"));
    std::filesystem::copy_file(data + "held-2025-12-24.geojson", folder.path("days/monday.geojson"));
    app::SessionFile session;
    session.plans = {"as-held"};
    session.options = {"--control=" + folder.path("days/monday.geojson"), "--line=2025-12-24", "--accuracy=2 km",
                       "--units=/usr/share/units.gpkg"};
    const std::string text = app::session_text(session, folder.path("story.demarc"));
    const auto json = nlohmann::json::parse(text);
    EXPECT_EQ(json["options"][0], "--control=days/monday.geojson");
    EXPECT_EQ(json["options"][1], "--line=2025-12-24") << "a built-in one is no file";
    EXPECT_EQ(json["options"][3], "--units=/usr/share/units.gpkg") << "elsewhere on this machine";

    std::filesystem::create_directories(folder.path("moved"));
    std::filesystem::rename(folder.path("days"), folder.path("moved/days"));
    const std::string moved = folder.with("moved/story.demarc", text);
    EXPECT_EQ(app::read_session(moved).options[0], "--control=" + folder.path("moved/days/monday.geojson"));
    EXPECT_EQ(app::changed_files(moved), std::vector<std::string>{"/usr/share/units.gpkg"}) << "it is not here";
    folder.with("moved/days/monday.geojson", "{}");
    EXPECT_EQ(app::changed_files(moved).size(), 2U);
}

TEST(ViewerSession, ItsWordsStandForIt) {
    const TemporaryFolder folder;
    const std::string path = folder.with(
        "a.demarc", R"({"type":"demarc session","plans":["freeze"],"options":["--line=2025-12-24"],"look":{}})");
    EXPECT_EQ(
        app::with_session_opened({"demarc", "view", path, "--dark"}),
        (std::vector<std::string>{"demarc", "view", "freeze", "--line=2025-12-24", "--session=" + path, "--dark"}));
    const std::vector<std::string> other{"demarc", "areas", path};
    EXPECT_EQ(app::with_session_opened(other), other) << "of the window alone";
    const std::vector<std::string> compared{"demarc", "compare", "view", path};
    EXPECT_EQ(app::with_session_opened(compared), compared);
    EXPECT_EQ(app::with_session_opened({"demarc", "--lang", "uk", "view", path}).size(), 7U);
}

/// It comes from somebody else: nothing but what is read and how.
TEST(ViewerSession, WhatElseItSaysIsRefused) {
    const TemporaryFolder folder;
    const auto with = [&](const std::string& options) {
        return folder.with("a.demarc", R"({"type":"demarc session","plans":[],"options":[)" + options + "]}");
    };
    EXPECT_EQ(problem_of(with("")), "none");
    for (const char* option : {R"("--screenshot=/etc/x.png")", R"("--overwrite")", R"("--marks=x")", R"("-h")",
                               R"("--control=PG:dbname=x")", R"("freeze")"}) {
        EXPECT_NE(problem_of(with(option)).find("does not say what is read"), std::string::npos) << option;
    }
    EXPECT_NE(problem_of(with("1")).find("no text"), std::string::npos);
    EXPECT_NE(problem_of(folder.with("b.demarc", "{}")).find("type"), std::string::npos);
    EXPECT_NE(problem_of(folder.with("b.demarc", R"({"type":7})")).find("type"), std::string::npos);
    EXPECT_NE(problem_of(folder.with("b.demarc", "[7]")).find("type"), std::string::npos);
    EXPECT_NE(problem_of(folder.with("c.demarc", "no json")).find("no JSON"), std::string::npos);
    const std::string deep = R"({"type":"demarc session","plans":[],"options":[],"look":)" + std::string(90000, '[');
    EXPECT_NE(problem_of(folder.with("c.demarc", deep)).find("nested"), std::string::npos);
    for (const char* option : {R"("--control")", R"("--where")", R"("--control=-")", R"("--accuracy=")"}) {
        EXPECT_NE(problem_of(with(option)).find("does not say what is read"), std::string::npos) << option;
    }
    const std::string plan =
        folder.with("d.demarc", R"({"type":"demarc session","plans":["--screenshot=x"],"options":[]})");
    EXPECT_NE(problem_of(plan).find("is no plan"), std::string::npos);
    EXPECT_NE(problem_of(folder.path("none.demarc")).find("cannot be opened"), std::string::npos);
}

TEST(ViewerSession, LooksThatAreNoneChangeNothing) {
    const TemporaryFolder folder;
    Robot robot;
    const auto camera = robot.state.camera.centre;
    const std::string path = folder.with(
        "a.demarc",
        R"({"type":"demarc session","plans":["freeze"],"options":[],"look":{"mode":"fast","centre":[900,"x"],)"
        R"("metres_per_px":-3,"opacity":70,"layers":[1],"divider":"left","line_a":"nowhere","pinned":7}})");
    app::viewer::look_as(path, robot.document);
    EXPECT_EQ(robot.state.mode, Mode::one);
    EXPECT_EQ(robot.state.camera.centre, camera);
    EXPECT_FALSE(robot.state.pinned);
    EXPECT_LE(robot.state.paint.opacity, 1.4);
    EXPECT_EQ(robot.state.control, -1);
}

/// Two files of one name and day, of two sources: which is A's and which is B's is kept all the same.
TEST(ViewerSession, LinesOfOneNameStayApart) {
    const TemporaryFolder folder;
    for (const char* source : {"one", "two"}) {
        std::filesystem::create_directories(folder.path(source));
        std::filesystem::copy_file(data + "held-2025-12-24.geojson", folder.path(source) + "/2025-12-24.geojson");
    }
    const auto load = [&](Robot& robot) {
        for (const char* source : {"one", "two"}) {
            robot.document.open(folder.path(source) + "/2025-12-24.geojson", "control");
            robot.settle();
        }
        robot.state.plan_a = robot.state.plan_b = "as-held";
    };
    Robot robot;
    load(robot);
    robot.state.control = 1;
    robot.state.control_b = 0;
    const app::SessionFile session = app::viewer::session_of(robot.document);
    const std::string path = folder.with("story.demarc", app::session_text(session, folder.path("story.demarc")));
    Robot other;
    load(other);
    app::viewer::look_as(path, other.document);
    EXPECT_EQ(other.state.control, 1);
    EXPECT_EQ(other.state.control_b, 0);
}

/// Plans that were looked at before have settings too, which are nobody else's.
TEST(ViewerSession, SettingsAreOfThePlansThatAreShown) {
    const TemporaryFolder folder;
    Robot robot;
    robot.state.settings = {{"kellogg-15-15", {{"depth", "20 km"}}}, {"template-korea", {{"depth", "4 km"}}}};
    robot.state.plan_a = "us-28-point";
    robot.state.plan_b = "kellogg-15-15";
    const app::SessionFile session = app::viewer::session_of(robot.document);
    const std::string path = folder.with("story.demarc", app::session_text(session, folder.path("story.demarc")));
    Robot other;
    other.state.plan_a = "us-28-point";
    other.state.plan_b = "kellogg-15-15";
    app::viewer::look_as(path, other.document);
    EXPECT_EQ(other.state.settings, (app::viewer::Settings{{"kellogg-15-15", {{"depth", "20 km"}}}}));
}

TEST(ViewerSession, ALineDrawnHereCannotBeNamed) {
    const TemporaryFolder folder;
    Robot robot;
    layers::Control drawn;
    drawn.info.name = "drawn";
    robot.document.add_control(drawn, {});
    robot.document.named_lines.clear();
    EXPECT_THROW(app::viewer::session_of(robot.document), geo::Error);
}

TEST(ViewerSession, AWindowOpensNoneItself) {
    const TemporaryFolder folder;
    Robot robot;
    robot.document.open(folder.with("a.demarc", "{}"));
    EXPECT_NE(robot.last_message()->text.find("demarc view"), std::string::npos);
}

}  // namespace
