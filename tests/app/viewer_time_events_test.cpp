// SPDX-License-Identifier: MIT
#include "app/viewer/model/time_places.h"
#include "layers/chart/axis.h"
#include "layers/model/contact_line.h"
#include "support/robot.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace {

using app::viewer::time_places;
using app::viewer::TimePlaces;
using layers::ScreenBox;
using support::Robot;

const layers::Control& some_line() {
    static const layers::Control line = layers::builtin_line("2022-02-23", layers::builtin_units());
    return line;
}

layers::Control line_of(const std::string& day, const std::string& name) {
    layers::Control control = some_line();
    control.info.name = name;
    control.info.date = geo::parse_iso_date(day);
    return control;
}

using Lines = std::vector<std::shared_ptr<const layers::Control>>;

Lines lines_of(const std::vector<std::string>& days) {
    Lines lines;
    for (const std::string& day : days) {
        auto control = std::make_shared<layers::Control>();
        control->info.date = geo::parse_iso_date(day);
        lines.push_back(control);
    }
    return lines;
}

TEST(TimePlaces, LieInProportionToTheDatesAndTheNearestIsFound) {
    const TimePlaces places = time_places(lines_of({"2025-01-01", "2025-01-03", "2025-01-11"}), 60, 580);
    EXPECT_EQ(places.dates_left, 70);
    EXPECT_EQ(places.dates_width, 500);
    EXPECT_EQ(places.x, (std::vector<double>{70, 170, 570}));
    EXPECT_EQ(places.nearest(-5), -1) << "the plans' own";
    EXPECT_EQ(places.nearest(59), -1);
    EXPECT_EQ(places.nearest(61), 0);
    EXPECT_EQ(places.nearest(119), 0);
    EXPECT_EQ(places.nearest(121), 1);
    EXPECT_EQ(places.nearest(369), 1);
    EXPECT_EQ(places.nearest(371), 2) << "between days that are missing the nearer one";
    EXPECT_EQ(places.nearest(9999), 2);
}

TEST(TimePlaces, LinesWithoutADateAndSeveralOfADayStandApart) {
    const TimePlaces places =
        time_places(lines_of({"", "", "2025-01-01", "2025-01-02", "2025-01-02", "2025-01-03"}), 60, 600);
    EXPECT_EQ(places.first_dated, 2U);
    ASSERT_EQ(places.x.size(), 6U);
    for (std::size_t i = 0; i < places.x.size(); ++i) {
        EXPECT_EQ(places.nearest(places.x[i]), static_cast<int>(i));
        EXPECT_LT(places.x[i], 600);
        if (i > 0) { EXPECT_GE(places.x[i], places.x[i - 1] + 3) << i; }
    }
    const TimePlaces one_day = time_places(lines_of({"2025-01-01", "2025-01-01"}), 60, 600);
    EXPECT_GT(one_day.x[1] - one_day.x[0], 20);
    const TimePlaces undated = time_places(lines_of(std::vector<std::string>(500, "")), 60, 300);
    EXPECT_LT(undated.x.back(), 300);
    EXPECT_EQ(undated.nearest(undated.x[77]), 77);
    EXPECT_EQ(time_places({}, 60, 300).nearest(200), -1);
    const TimePlaces none_wide = time_places(lines_of({"", "2025-01-01", "2025-01-02"}), 60, 0);
    EXPECT_EQ(none_wide.nearest(1e6), 2);
}

TEST(TimePlaces, MarksOfDaysThatFollowTouchAndAMissingDayShows) {
    const TimePlaces places = time_places(lines_of({"2025-01-01", "2025-01-02", "2025-06-01"}), 60, 580);
    EXPECT_NEAR(places.x[1] - places.x[0], 2 * places.half, 1e-9);
    EXPECT_GT(places.x[2] - places.x[1], 2 * places.half + 100);
}

/// Three lines: two that follow each other, and one some weeks later.
struct ThreeDays : testing::Test {
    Robot robot;
    const std::vector<std::string> days{"2025-03-01", "2025-03-02", "2025-04-10"};

    ThreeDays() {
        robot.choose("as-held", "A");
        for (const std::string& day : days) { robot.document.add_control(line_of(day, "line of " + day), {}); }
        robot.settle();
    }

    layers::ScreenPoint at(const std::string& day, double y_share = 0.5, const std::string& mark = "time") const {
        const ScreenBox dates = robot.box("time/dates"), whole = robot.box(mark);
        const auto date = [](const std::string& text) { return *geo::parse_iso_date(text); };
        const double x = layers::axis_x(date(day), date(days.front()), date(days.back()), dates.width());
        return {dates.left + x, whole.top + whole.height() * y_share};
    }
};

TEST_F(ThreeDays, AClickGoesToTheNearestDay) {
    EXPECT_EQ(robot.state.control, 2) << "that was added last";
    robot.click(at("2025-03-02"));
    EXPECT_EQ(robot.state.control, 1);
    robot.click(at("2025-03-15"));
    EXPECT_EQ(robot.state.control, 1) << "there is no such day, and 2 March is nearer";
    robot.click(at("2025-04-01"));
    EXPECT_EQ(robot.state.control, 2);
    robot.click(at("2025-03-01", 0.9));
    EXPECT_EQ(robot.state.control, 0) << "on the words below, too";
    const ScreenBox whole = robot.box("time");
    robot.click(support::ScreenPoint{whole.left + 10, whole.top + 5});
    EXPECT_EQ(robot.state.control, -1) << "the plan's own line";
    robot.settle();
    EXPECT_EQ(robot.document.result->request.control, nullptr);
}

TEST_F(ThreeDays, ADragFollowsTheMouseAndStaysAmongTheDays) {
    robot.move_to(at("2025-04-10"));
    robot.press();
    robot.move_to(at("2025-03-04"));
    EXPECT_EQ(robot.state.control, 1) << "while the button is held";
    EXPECT_TRUE(robot.document.scrubs);
    robot.move_to({5000, -300});
    EXPECT_EQ(robot.state.control, 2);
    robot.move_to({-5000, 2000});
    EXPECT_EQ(robot.state.control, -1);
    robot.move_to(at("2025-03-01"));
    robot.release();
    robot.move_to(at("2025-04-10"));
    robot.settle();
    EXPECT_EQ(robot.state.control, 0) << "let go";
    EXPECT_FALSE(robot.document.scrubs);
    EXPECT_EQ(robot.document.result->request.control, robot.document.control_at(0));
}

TEST_F(ThreeDays, AClickEndsPlayingAndKeysGoOnFromThere) {
    robot.click(at("2025-03-01"));
    robot.settle();
    robot.key(GLFW_KEY_SPACE);
    EXPECT_TRUE(robot.state.playing);
    robot.click(at("2025-03-02"));
    EXPECT_FALSE(robot.state.playing);
    EXPECT_EQ(robot.state.control, 1);
    robot.key(GLFW_KEY_PERIOD);
    EXPECT_EQ(robot.state.control, 2);
    robot.key(GLFW_KEY_COMMA, {.ctrl = true});
    EXPECT_EQ(robot.state.control, 1) << "a month back, or more";
}

/// A frame of the robot is a sixtieth of a second, however long it takes.
TEST_F(ThreeDays, SpeedIsHowOftenTheDayChanges) {
    for (std::size_t i = 0; i < days.size(); ++i) {  // each is known when it is played
        robot.state.control = static_cast<int>(i);
        robot.settle();
    }
    const auto frames_for_a_day = [this] {
        robot.state.control = 0;
        robot.state.playing = false;
        robot.settle();
        robot.frame(70);
        robot.state.playing = true;
        while (robot.state.control == 0) { robot.frame(); }
        int frames = 0;
        while (robot.state.control == 1) {
            robot.frame();
            ++frames;
        }
        return frames;
    };
    const auto choose = [this](const std::string& speed) {
        robot.click("speed");
        robot.frame(2);
        robot.click("speed/" + speed);
        robot.frame(2);
    };
    choose("1");
    EXPECT_EQ(robot.state.days_per_s, 1);
    EXPECT_NEAR(frames_for_a_day(), 60, 2);
    choose("10");
    EXPECT_NEAR(frames_for_a_day(), 6, 1);
}

TEST_F(ThreeDays, ALineIsClosedFromTheListAndTheNextIsShown) {
    robot.click("lines");
    robot.frame(2);
    robot.click("line/1");
    EXPECT_EQ(robot.state.control, 1) << "the list goes to a line, too";
    robot.click("line/0/remove");
    robot.settle();
    ASSERT_EQ(robot.document.controls.size(), 2U);
    EXPECT_EQ(robot.state.control, 0) << "the same line as before";
    EXPECT_EQ(robot.document.result->request.control->info.name, "line of " + days[1]);
    robot.click("line/0/remove");
    robot.settle();
    EXPECT_EQ(robot.state.control, 0);
    EXPECT_EQ(robot.document.result->request.control->info.name, "line of " + days[2]) << "the next one";
    robot.click("line/0/remove");
    robot.settle();
    EXPECT_TRUE(robot.document.controls.empty());
    EXPECT_EQ(robot.state.control, -1);
    EXPECT_FALSE(robot.has("time"));
    EXPECT_EQ(robot.document.result->request.control, nullptr);
    robot.document.add_control(line_of(days[0], "again"), {});
    robot.settle();
    EXPECT_EQ(robot.document.result->request.control->info.name, "again");
    EXPECT_FALSE(robot.has("line/0")) << "the list is closed";
}

TEST_F(ThreeDays, AClosedLineLeavesBOnItsOwnUnlessItIsBs) {
    robot.choose("as-held", "B");
    robot.state.control_b = 2;
    robot.state.control = 0;
    robot.settle();
    const auto name_of = [this](int index) { return robot.document.control_at(index)->info.name; };
    robot.document.remove_control(1);
    EXPECT_EQ(name_of(robot.state.control), "line of " + days[0]);
    EXPECT_EQ(name_of(*robot.state.control_b), "line of " + days[2]);
    robot.document.remove_control(1);
    robot.settle();
    EXPECT_EQ(name_of(*robot.state.control_b), "line of " + days[0]) << "there is none behind it";
    EXPECT_EQ(robot.document.result->request.control, robot.document.control_at(0));
    robot.document.remove_control(0);
    robot.settle();
    EXPECT_FALSE(robot.state.control_b);
    robot.document.remove_control(-1);
}

TEST_F(ThreeDays, BIsDraggedOnAnAxisOfItsOwn) {
    robot.choose("as-held", "B");
    EXPECT_FALSE(robot.has("time B"));
    const double map_tall = robot.map().height;
    robot.click("time B/own");
    robot.settle();
    ASSERT_TRUE(robot.has("time B"));
    EXPECT_LT(robot.map().height, map_tall) << "it takes its room from the map";
    robot.drag(at("2025-04-10", 0.5, "time B"), at("2025-03-01", 0.5, "time B"));
    EXPECT_EQ(robot.state.control_b, 0);
    EXPECT_EQ(robot.state.control, 2) << "A stays";
    robot.click("mode/one");
    robot.settle();
    EXPECT_FALSE(robot.has("time B")) << "one plan, one axis";
    EXPECT_EQ(robot.map().height, map_tall);
}

TEST_F(ThreeDays, TheDayIsSaidAndGapsAreBlank) {
    robot.click(at("2025-03-02"));
    robot.move_to(robot.map().middle());
    robot.settle();
    const ScreenBox dates = robot.box("time/dates");
    EXPECT_TRUE(robot.has("time/line "));
    const auto around = [&](const std::string& day) {
        const layers::ScreenPoint point = at(day);
        return robot.colour_in({point.x - 2, dates.top + 4, point.x + 2, dates.bottom - 4});
    };
    const layers::Colour gap = around("2025-03-20");
    EXPECT_EQ(gap, around("2025-04-01"));
    EXPECT_NE(gap, around("2025-04-10")) << "a day";
    EXPECT_EQ(around("2025-03-02"), layers::palette(robot.state.theme).highlight) << "the day that is shown";
}

}  // namespace
