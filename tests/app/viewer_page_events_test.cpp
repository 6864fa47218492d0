// SPDX-License-Identifier: MIT
#include "app/viewer/model/page_command.h"
#include "support/files.h"
#include "support/robot.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using app::viewer::SaveKind;
using support::Robot;
using testing_support::TemporaryFolder;

const std::string data = DEMARC_SOURCE_FOLDER "/tests/data/";

std::string text_of(const std::string& path) {
    std::ifstream stream{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

void ask_for(Robot& robot, const std::string& choice, const std::string& path) {
    robot.key(GLFW_KEY_S, {.ctrl = true});
    robot.click("save/" + choice);
    robot.put("save/path", path);
    robot.click("save/go");
    robot.settle();
}

bool has(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// How many kilometres the words ask for; none if they name no such land.
double kilometres_across(const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        if (word.starts_with("--zoom=") && word.ends_with("km")) { return std::stod(word.substr(word.rfind(',') + 1)); }
    }
    return 0;
}

TEST(ViewerPages, AMapToPublishIsMadeOfWhatIsShown) {
    const TemporaryFolder folder;
    Robot robot;
    robot.choose("kellogg-15-15", "A");
    robot.choose("freeze", "B");
    robot.click("mode/difference");
    robot.document.state.settings["kellogg-15-15"]["depth"] = "10 km";
    robot.settle();
    ask_for(robot, "map.pdf", folder.path("map.svg"));
    EXPECT_EQ(robot.last_message()->text, "wrote " + folder.path("map.svg"));
    const std::string svg = text_of(folder.path("map.svg"));
    EXPECT_TRUE(svg.find("--difference") != std::string::npos) << "its receipt";
    EXPECT_TRUE(svg.find("--set=A:depth=10 km") != std::string::npos);
    EXPECT_TRUE(svg.find("kellogg-15-15") != std::string::npos);
}

TEST(ViewerPages, AReportIsMadeOfBothPlans) {
    const TemporaryFolder folder;
    Robot robot;
    robot.choose("ua-us-20-point", "B");
    ask_for(robot, "report.html", folder.path("report.html"));
    EXPECT_EQ(robot.last_message()->text, "wrote " + folder.path("report.html"));
    const std::string page = text_of(folder.path("report.html"));
    EXPECT_TRUE(page.find("id=\"plan-2\"") != std::string::npos) << "both of the wipe";
    EXPECT_TRUE(page.find("id=\"changes\"") != std::string::npos);
}

TEST(ViewerPages, TheLandInSightIsASquareAboutTheMiddleOfTheMap) {
    Robot robot;
    EXPECT_TRUE(has(page_command({SaveKind::page, "map.pdf"}, robot.document), "--zoom=plan")) << "nothing was moved";
    robot.look_at("Kramatorsk");
    const std::vector<std::string> words = page_command({SaveKind::page, "map.pdf"}, robot.document);
    const layers::Viewport& map = robot.map();
    const geo::LonLat middle = robot.under(map.middle());
    const auto zoom =
        std::find_if(words.begin(), words.end(), [](const auto& word) { return word.starts_with("--zoom="); });
    ASSERT_NE(zoom, words.end());
    const std::string value = zoom->substr(zoom->find('=') + 1);
    EXPECT_NEAR(std::stod(value), middle.lon, 0.01);
    EXPECT_NEAR(std::stod(value.substr(value.find(',') + 1)), middle.lat, 0.01);
    EXPECT_NEAR(kilometres_across(words), std::min(map.width, map.height) * robot.state.camera.metres_per_px / 1000,
                0.1);
    EXPECT_EQ(kilometres_across(page_command({SaveKind::report, "r.html"}, robot.document)), 0)
        << "reports have no zoom";
}

TEST(ViewerPages, TheLineThatIsShownIsNamedAsItWasOpened) {
    Robot robot;
    EXPECT_TRUE(std::none_of(robot.document.named_lines.begin(), robot.document.named_lines.end(),
                             [](const auto&) { return true; }));
    robot.document.open(data + "held-2025-12-24.geojson", "control");
    robot.settle();
    std::vector<std::string> words = page_command({SaveKind::pack, "story"}, robot.document);
    EXPECT_EQ(words.front(), "pack");
    EXPECT_TRUE(has(words, "--control=" + data + "held-2025-12-24.geojson"));
    EXPECT_EQ(words.back(), "story");
    EXPECT_TRUE(std::ranges::none_of(words, [](const auto& word) { return word.starts_with("--fit-outline"); }));
    robot.document.state.fit.reset();
    robot.settle();
    words = page_command({SaveKind::page, "map.svg", 2, true}, robot.document);
    EXPECT_TRUE(has(words, "--fit-outline=none"));
    EXPECT_TRUE(has(words, "--overwrite"));
    EXPECT_FALSE(has(words, "--lang=uk"));
    robot.state.ukrainian = true;
    EXPECT_TRUE(has(page_command({SaveKind::page, "map.svg"}, robot.document), "--lang=uk"));
}

TEST(ViewerPages, NoPageIsMadeOnALineThatNoFileHas) {
    Robot robot;
    robot.document.open(data + "open-line-2023-08-25.geojson", "zones");
    robot.settle();
    robot.document.use_sketch_as_line();
    robot.settle();
    ASSERT_EQ(robot.document.controls.size(), 1U);
    ask_for(robot, "map.pdf", "never-written.pdf");
    EXPECT_TRUE(robot.last_message()->text.find("drawn in this window") != std::string::npos)
        << robot.last_message()->text;
    EXPECT_FALSE(std::filesystem::exists("never-written.pdf"));
}

TEST(ViewerPages, AFileThatWasOpenedIsNamedWithWhatWasSaidOfIt) {
    Robot robot;
    app::viewer::OpenedFile file{data + "held.geojson", nullptr};
    file.details.where = "status = 'occupied'";
    file.details.layers = "a, b";
    file.details.date = "2025-12-24";
    file.details.held_at = "Donetsk";
    EXPECT_EQ(options_of(file, "control"),
              (std::vector<std::string>{"--control=" + data + "held.geojson", "--input-layer=a", "--input-layer=b",
                                        "--where=status = 'occupied'", "--date=2025-12-24"}));
    EXPECT_EQ(options_of(file, "line").back(), "--held-at=Donetsk");
}

TEST(ViewerPages, WhatCannotBeMadeIsAnErrorInTheWindowAndLeavesNothingBehind) {
    const TemporaryFolder folder;
    Robot robot;
    ask_for(robot, "map.pdf", folder.path("map.jpg"));
    const app::viewer::Message* message = robot.last_message();
    EXPECT_EQ(message->kind, app::viewer::Message::Kind::error);
    EXPECT_TRUE(message->text.find(".svg, .pdf or .png") != std::string::npos) << message->text;
    EXPECT_TRUE(std::filesystem::is_empty(folder.path("")));
}

}  // namespace
