// SPDX-License-Identifier: MIT
#include "app/viewer/model/window_words.h"
#include "geo/setting.h"
#include "layers/language/language.h"
#include "support/robot.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace {

using app::viewer::Message;
using support::Robot;
using support::ScreenPoint;

/// As long as it lives; made before the window, whose plans are read in a language.
struct InUkrainian {
    InUkrainian() { layers::speak("uk"); }
    ~InUkrainian() { layers::speak("en"); }
    InUkrainian(const InUkrainian&) = delete;
    InUkrainian& operator=(const InUkrainian&) = delete;
};

/// English words of more than two letters; units, formats and keys apart.
bool has_english(const std::string& words) {
    int letters = 0;
    for (const char c : words) {
        letters = (c >= 'a' && c <= 'z') ? letters + 1 : 0;
        if (letters > 2) { return true; }
    }
    return false;
}

TEST(ViewerMessages, ANewOneIsSeenUntilItIsRead) {
    Robot robot;
    robot.frame(2);
    EXPECT_FALSE(robot.has("message/newest"));
    const double map_height = robot.map().height;
    robot.document.say(Message::Kind::note, "the line's accuracy is not stated");
    robot.frame(30);
    ASSERT_TRUE(robot.has("message/newest")) << "it stays";
    EXPECT_GE(robot.box("message/newest").top, robot.map().y + robot.map().height) << "it covers nothing of the map";
    EXPECT_EQ(robot.map().height, map_height) << "and nothing moves under the pointer";
    robot.click("message/newest");
    EXPECT_TRUE(robot.state.shows_messages) << "the way to the list";
    robot.frame(2);
    EXPECT_FALSE(robot.has("message/newest")) << "there it is read";
    robot.key(GLFW_KEY_ESCAPE);
    robot.document.say(Message::Kind::note, std::string(4000, 'w'));
    robot.frame(2);
    EXPECT_GE(robot.box("message/newest").left, 0.3 * 1280) << "however long";
    EXPECT_LE(robot.box("message/read").right, robot.box("messages").left);
    robot.click("message/read");
    robot.frame(2);
    EXPECT_FALSE(robot.has("message/newest"));
    EXPECT_FALSE(robot.state.shows_messages);
    EXPECT_EQ(robot.document.messages.size(), 2U) << "the list has it still";
}

TEST(ViewerMeasure, ADistanceStaysUnderOtherToolsUntilItIsTakenAway) {
    Robot robot;
    robot.look_at("Kramatorsk");
    const ScreenPoint town = robot.on_map("Kramatorsk");
    const auto measure = [&] {
        robot.key(GLFW_KEY_M);
        robot.click(ScreenPoint{town.x - 90, town.y + 60});
        robot.click(ScreenPoint{town.x + 80, town.y + 95});
        robot.move_to(robot.middle("plan search"));
    };
    measure();
    robot.key(GLFW_KEY_V);
    robot.frame(2);
    EXPECT_EQ(robot.state.measured.present().size(), 2U);
    const auto middle = ScreenPoint{town.x - 5, town.y + 77.5};
    const layers::Colour line = robot.pixel(middle);
    robot.key(GLFW_KEY_P);
    robot.frame(2);
    EXPECT_EQ(robot.pixel(middle), line) << "it is shown";
    robot.click("measured/clear");
    robot.frame(2);
    EXPECT_TRUE(robot.state.measured.present().empty());
    EXPECT_FALSE(robot.has("measured/clear"));
    EXPECT_FALSE(robot.pixel(middle) == line);
    measure();
    robot.key(GLFW_KEY_V);
    robot.key(GLFW_KEY_ESCAPE);
    EXPECT_TRUE(robot.state.measured.present().empty()) << "Esc, where nothing else is open";
}

TEST(ViewerTables, WordsTakeAsManyLinesAsTheyNeed) {
    const auto height_of_first = [](int width, int height) {
        Robot robot{width, height};
        robot.frame(2);
        const layers::ScreenBox row = robot.box("status/0");
        EXPECT_LE(row.right, width);
        return row.height();
    };
    const double wide = height_of_first(2400, 1000), narrow = height_of_first(800, 800);
    EXPECT_GT(narrow, wide + 8) << "\"recognised as Russian in fact\"";
}

TEST(ViewerUkrainian, WhatIsDrawnAndSaidHasUkrainianWords) {
    const InUkrainian ukrainian;
    Robot robot;
    robot.look_at("Kramatorsk");
    const ScreenPoint town = robot.on_map("Kramatorsk");
    robot.key(GLFW_KEY_P);
    robot.hold({.ctrl = true});
    robot.click(ScreenPoint{town.x + 20, town.y + 20});
    robot.click(ScreenPoint{town.x + 90, town.y + 10});
    robot.hold({});
    robot.key(GLFW_KEY_ENTER);
    EXPECT_EQ(robot.last_message()->text, "зона потребує щонайменше 3 вершин");
    robot.hold({.ctrl = true});
    robot.click(ScreenPoint{town.x + 80, town.y + 95});
    robot.hold({});
    robot.key(GLFW_KEY_ENTER);
    EXPECT_EQ(robot.state.sketch.present().shapes.front().name, "зона 1");
    robot.move_to(town);
    robot.frame(2);
    EXPECT_FALSE(has_english(robot.document.hover_words)) << robot.document.hover_words;
    const geo::Ring& border = robot.document.units->units.front().region.polygons.front().shell;
    const auto snapped = robot.document.result->snapper->nearest(
        {(border[3].lon + border[4].lon) / 2, (border[3].lat + border[4].lat) / 2}, geo::Kilometres{0.5}, {});
    ASSERT_TRUE(snapped);
    EXPECT_FALSE(has_english(snapped->words)) << snapped->words;
    EXPECT_EQ(app::viewer::window_words("див. " + geo::setting("overwrite")), "див. позначка «замінити його»");
    EXPECT_FALSE(has_english(robot.document.busy_words()));
}

}  // namespace
