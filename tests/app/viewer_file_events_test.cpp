// SPDX-License-Identifier: MIT
#include "geo/measure.h"
#include "geo/repair.h"
#include "support/authalic.h"
#include "support/files.h"
#include "support/overlays.h"
#include "support/published.h"
#include "support/robot.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <sstream>
#include <vector>

namespace {

using support::Robot;
using support::ScreenPoint;
using testing_support::TemporaryFolder;

const std::string data = DEMARC_SOURCE_FOLDER "/tests/data/";

std::string text_of(const std::string& path) {
    std::ifstream stream{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// Through the window, as the user does.
void save_as(Robot& robot, const std::string& choice, const std::string& path) {
    robot.key(GLFW_KEY_S, {.ctrl = true});
    robot.click("save/" + choice);
    robot.put("save/path", path);
    robot.click("save/go");
    robot.settle();
    ASSERT_FALSE(robot.has("save/go")) << "the window has closed";
    EXPECT_EQ(robot.last_message()->text, "wrote " + path);
}

double column_sum(const std::string& csv, const std::string& column, const std::string& beginning) {
    std::istringstream lines{csv};
    std::string line, cell;
    std::getline(lines, line);
    std::istringstream heading{line};
    std::size_t index = 0;
    while (std::getline(heading, cell, ',') && cell != column) { ++index; }
    double sum = 0;
    while (std::getline(lines, line)) {
        if (!line.starts_with(beginning)) { continue; }
        std::istringstream cells{line};
        for (std::size_t i = 0; i <= index; ++i) { std::getline(cells, cell, ','); }
        sum += std::stod(cell);
    }
    return sum;
}

geo::SquareKilometres area_of(const geo::Dataset& dataset, const std::string& layer) {
    geo::SquareKilometres sum;
    for (const geo::Feature& feature : dataset.features) {
        if (geo::text_of(feature.properties, "layer") == layer) { sum += geo::area_of(feature.shape.region); }
    }
    return sum;
}

TEST(ViewerFiles, FiguresAndLayersAreSavedThroughTheWindow) {
    const TemporaryFolder folder;
    Robot robot;
    robot.choose("freeze", "B");
    save_as(robot, "figures.csv", folder.path("a.csv"));
    const std::string csv = text_of(folder.path("a.csv"));
    EXPECT_NEAR(column_sum(csv, "km2", "us-28-point,status,"), 599166.731, 0.01);
    EXPECT_NEAR(column_sum(csv, "km2", "freeze,status,"), 599166.731, 0.01);
    save_as(robot, "plan.geojson", folder.path("a.geojson"));
    EXPECT_NEAR(area_of(geo::read(folder.path("a.geojson")), "status").value(), 599166.731, 1);
    save_as(robot, "difference.geojson", folder.path("d.geojson"));
    const geo::Dataset difference = geo::read(folder.path("d.geojson"));
    EXPECT_FALSE(difference.features.empty());
    EXPECT_EQ(folder.count(), 3U);
}

TEST(ViewerFiles, AnExistingFileIsReplacedOnlyWhenTheUserSaysSo) {
    const TemporaryFolder folder;
    const std::string path = folder.with("a.csv", "precious");
    Robot robot;
    robot.key(GLFW_KEY_S, {.ctrl = true});
    robot.click("save/figures.csv");
    robot.put("save/path", path);
    robot.click("save/go");
    robot.settle();
    EXPECT_EQ(text_of(path), "precious");
    ASSERT_TRUE(robot.has("save/overwrite"));
    const layers::ScreenBox box = robot.box("save/overwrite");
    robot.click(ScreenPoint{box.left + 8, (box.top + box.bottom) / 2});
    robot.click("save/go");
    robot.settle();
    EXPECT_NE(text_of(path), "precious");
}

TEST(ViewerFiles, AFolderThatIsNotThereIsAMessage) {
    const TemporaryFolder folder;
    Robot robot;
    for (const char* choice : {"figures.csv", "map.png"}) {
        const std::size_t before = robot.document.messages.size();
        robot.key(GLFW_KEY_S, {.ctrl = true});
        robot.click(std::string{"save/"} + choice);
        robot.put("save/path", folder.path("no/such/folder/") + choice);
        robot.click("save/go");
        robot.settle();
        ASSERT_GT(robot.document.messages.size(), before);
        EXPECT_EQ(robot.last_message()->kind, app::viewer::Message::Kind::error);
        robot.key(GLFW_KEY_F4);
    }
}

TEST(ViewerFiles, ThePngHasTheScaleThatWasChosen) {
    const TemporaryFolder folder;
    Robot robot;
    const app::print::Pixels before = robot.picture();
    save_as(robot, "map.png", folder.path("map.png"));
    const std::string png = text_of(folder.path("map.png"));
    ASSERT_GT(png.size(), 10000U);
    const auto number = [&png](std::size_t at) {
        int value = 0;
        for (std::size_t i = at; i < at + 4; ++i) { value = value * 256 + static_cast<unsigned char>(png[i]); }
        return value;
    };
    EXPECT_EQ(number(16), std::lround(robot.map().width * 2));
    EXPECT_EQ(number(20), std::lround(robot.map().height * 2));
    robot.move_to(robot.middle("search"));
    robot.frame(2);
    const ScreenPoint crimea = robot.on_map("Simferopol");
    EXPECT_EQ(robot.colour_about(crimea),
              (layers::blended(
                  layers::status_colour({layers::Holder::russia, layers::Status::ru_de_facto}, layers::Theme::light),
                  {255, 255, 255, 255})))
        << "the window paints on as before";
}

TEST(ViewerFiles, ABrokenFileLeavesEverythingAsItWas) {
    Robot robot;
    robot.look_at("Enerhodar");
    robot.move_to(robot.middle("search"));
    robot.frame(2);
    const auto result = robot.document.result;
    const app::print::Pixels before = robot.picture();
    for (const char* name : {"cut-short.geojson", "nan.geojson", "wrong-type.geojson", "point.geojson", "not-yaml.yaml",
                             "plans/typo.yaml", "circle.yaml", "nothing.geojson"}) {
        const std::size_t messages = robot.document.messages.size();
        robot.document.open(data + name);
        robot.settle();
        ASSERT_EQ(robot.document.messages.size(), messages + 1) << name;
        EXPECT_EQ(robot.last_message()->kind, app::viewer::Message::Kind::error);
        EXPECT_TRUE(robot.has("messages/copy")) << "it is shown";
        EXPECT_NE(robot.last_message()->text.find(name), std::string::npos) << robot.last_message()->text;
        EXPECT_EQ(robot.document.result, result);
        EXPECT_TRUE(robot.document.opened.empty());
    }
    robot.key(GLFW_KEY_F4);
    robot.frame(2);
    EXPECT_EQ(robot.picture().rgba.size(), before.rgba.size());
    int differ = 0;
    const auto below = static_cast<std::size_t>(before.width) * 4U * 760U;  // the status bar counts messages
    for (std::size_t i = 0; i < below; ++i) { differ += robot.picture().rgba[i] != before.rgba[i] ? 1 : 0; }
    EXPECT_EQ(differ, 0);
}

TEST(ViewerFiles, APlanWithAnErrorSaysWhere) {
    Robot robot;
    robot.document.open(data + "plans/typo.yaml");
    robot.settle();
    const std::string text = robot.last_message()->text;
    EXPECT_NE(text.find("typo.yaml:3:"), std::string::npos) << text;
    EXPECT_NE(text.find('^'), std::string::npos) << "a caret: " << text;
    EXPECT_EQ(robot.state.plan_a, "us-28-point");
}

TEST(ViewerFiles, AFontWithoutCyrillicIsRefusedAndAnotherTaken) {
    const TemporaryFolder folder;
    for (const std::string& path : {folder.with("font.ttf", "this is no font, whatever its name says"),
                                    folder.with("empty.ttf", ""), folder.path("none.ttf")}) {
        const app::viewer::FontFiles files = app::viewer::find_fonts(path);
        ASSERT_FALSE(files.warnings.empty());
        EXPECT_NE(files.warnings.front().find(path), std::string::npos);
        EXPECT_NE(files.regular, path);
    }
    EXPECT_TRUE(app::viewer::find_fonts("").warnings.empty());
}

/// Held in the east of the country, from this meridian on.
std::string held_from(double west, const TemporaryFolder& folder, const std::string& day) {
    return support::published_control(folder, day, {support::clockwise_box({west, 48}, {39, 49})});
}

void expect_date_on_the_time_bar(const std::string& day, double km2, double within) {
    Robot robot;
    robot.choose("as-held", "A");
    robot.state.fit.reset();  // the references are of land as drawn
    const layers::StatusClass held{layers::Holder::russia, layers::Status::ru_held};
    const double before = robot.document.result->a->table.of(held).area.value();
    robot.document.open(day);
    robot.settle();
    ASSERT_FALSE(robot.document.opened.empty());
    EXPECT_FALSE(robot.has("opened/line")) << "it has no lines";
    robot.click("opened/control");
    robot.settle();
    EXPECT_TRUE(robot.document.opened.empty());
    ASSERT_EQ(robot.document.controls.size(), 1U);
    EXPECT_TRUE(robot.has("time"));
    const double then = robot.document.result->a->table.of(held).area.value();
    EXPECT_LT(then, before);
    EXPECT_NEAR(then, km2, within);
    EXPECT_EQ(geo::to_text(robot.document.result->land.control().info.date), "2025-08-17");
}

TEST(ViewerFiles, PolygonsBecomeADateOnTheTimeBar) {
    const TemporaryFolder folder;
    expect_date_on_the_time_bar(held_from(38, folder, "2025-08-17"), support::cell_km2(1, 48, 49), 1e-5);
}

/// Reference: shapely, see Land.ControlPolygonsMeasureAsShapelyHasThem.
TEST(ViewerFiles, PublishedPolygonsBecomeADateOnTheTimeBar) {
    DEMARC_REAL_INPUT(day, "control-2025-08-17.geojson");
    expect_date_on_the_time_bar(day, 112775.8545, 0.001);
}

constexpr const char* two_classes = R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"status": "mine"},
     "geometry": {"type": "Polygon", "coordinates": [[[37, 48], [38, 48], [38, 48.5], [37, 48.5], [37, 48]]]}},
    {"type": "Feature", "properties": {"status": "theirs"},
     "geometry": {"type": "Polygon", "coordinates": [[[36, 48], [37, 48], [37, 48.5], [36, 48.5], [36, 48]]]}}]})";

TEST(ViewerFiles, OfSeveralClassesThoseThatCountCanBeNamed) {
    const TemporaryFolder folder;
    const std::string path = folder.with("classes.geojson", two_classes);
    Robot robot;
    robot.choose("as-held", "A");
    robot.document.open(path);
    robot.settle();
    robot.click("opened/control");
    robot.settle();
    ASSERT_FALSE(robot.document.opened.empty());
    EXPECT_NE(robot.document.opened.front().problem.find("the field \"where\": status = 'mine'"), std::string::npos)
        << robot.document.opened.front().problem;
    robot.frame(2);
    robot.put("opened/where", "status = 'mine'");
    robot.put("opened/contested", "status = 'theirs'");
    robot.click("opened/control");
    robot.settle();
    EXPECT_TRUE(robot.document.opened.empty());
    ASSERT_EQ(robot.document.controls.size(), 1U);
    const layers::Control& control = *robot.document.controls.front();
    EXPECT_EQ(control.held.size(), 1U);
    EXPECT_EQ(control.contested.size(), 1U);
}

constexpr const char* across_two_squares = R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {},
     "geometry": {"type": "LineString", "coordinates": [[16.9, 44.5], [19.1, 44.5]]}}]})";

TEST(ViewerFiles, OfLandWithoutKyivTheHeldSideOfALineCanBeNamed) {
    const TemporaryFolder folder;
    const std::string path = folder.with("line.geojson", across_two_squares);
    Robot robot;
    layers::Units squares;
    squares.units = {support::box_unit("West", {17, 44}, {18, 45}), support::box_unit("East", {18, 44}, {19, 45})};
    robot.document.set_units(squares);
    robot.document.open(path);
    robot.settle();
    robot.click("opened/line");
    robot.settle();
    ASSERT_FALSE(robot.document.opened.empty());
    EXPECT_NE(robot.document.opened.front().problem.find("the field \"held-at\""), std::string::npos);
    robot.frame(2);
    robot.put("opened/held-at", "17.5,44.2");
    robot.click("opened/line");
    robot.settle();
    ASSERT_EQ(robot.document.controls.size(), 1U);
    const geo::Region& held = robot.document.controls.front()->held.front();
    EXPECT_TRUE(geo::contains(held, {18.5, 44.2}));
    EXPECT_FALSE(geo::contains(held, {18.5, 44.8}));
}

void expect_dates_to_be_played_and_scrubbed(const std::string& early, const std::string& middle,
                                            const std::string& late) {
    Robot robot;
    robot.choose("as-held", "A");
    for (const std::string& day : {late, early, middle}) {
        robot.document.open(day, "control");
        robot.settle();
    }
    ASSERT_EQ(robot.document.controls.size(), 3U);
    EXPECT_EQ(geo::to_text(robot.document.controls.front()->info.date), "2024-07-08") << "in the order of time";
    EXPECT_EQ(robot.state.control, 1) << "the one that was opened last is shown";
    const layers::ScreenBox box = robot.box("time");
    const double y = (box.top + box.bottom) / 2;
    robot.drag({(box.left + box.right) / 2, y}, {box.left + 3, y});
    robot.settle();
    EXPECT_EQ(robot.state.control, -1);
    EXPECT_EQ(robot.document.result->request.control, nullptr);
    std::vector<std::string> seen;
    robot.key(GLFW_KEY_SPACE);
    ASSERT_TRUE(robot.state.playing);
    for (int i = 0; i < 400 && robot.state.playing; ++i) {
        robot.settle();
        const std::string date = robot.document.result->request.control
                                     ? geo::to_text(robot.document.result->request.control->info.date)
                                     : "";
        if (seen.empty() || seen.back() != date) { seen.push_back(date); }
    }
    EXPECT_FALSE(robot.state.playing) << "it ends at the last date";
    EXPECT_EQ(seen.back(), "2025-12-24");
    EXPECT_GE(seen.size(), 3U);
    const layers::StatusClass held{layers::Holder::russia, layers::Status::ru_held};
    const double last = robot.document.result->a->table.of(held).area.value();
    robot.drag({box.right - 3, y}, {(box.left * 2 + box.right) / 3, y});
    robot.settle();
    EXPECT_EQ(robot.state.control, 0);
    EXPECT_LT(robot.document.result->a->table.of(held).area.value(), last - 3000);
}

TEST(ViewerFiles, DatesArePlayedAndScrubbed) {
    const TemporaryFolder folder;
    expect_dates_to_be_played_and_scrubbed(held_from(38.4, folder, "2024-07-08"), held_from(38.2, folder, "2025-08-17"),
                                           held_from(38, folder, "2025-12-24"));
}

TEST(ViewerFiles, PublishedDatesArePlayedAndScrubbed) {
    DEMARC_REAL_INPUT(early, "control-2024-07-08.geojson");
    DEMARC_REAL_INPUT(middle, "control-2025-08-17.geojson");
    DEMARC_REAL_INPUT(late, "control-2025-12-24.geojson");
    expect_dates_to_be_played_and_scrubbed(early, middle, late);
}

}  // namespace
