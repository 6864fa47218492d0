// SPDX-License-Identifier: MIT
#include "geo/measure.h"
#include "layers/model/place.h"
#include "layers/plan_language/plan_file.h"
#include "support/files.h"
#include "support/near_kramatorsk.h"
#include "support/robot.h"
#include "support/vincenty.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using app::viewer::Tool;
using layers::SketchShape;
using layers::StatusClass;
using support::NearKramatorsk;
using support::Robot;
using support::ScreenPoint;

const std::vector<SketchShape>& shapes_of(const Robot& robot) {
    return robot.state.sketch.present().shapes;
}

TEST(ViewerDrawing, AZoneIsDrawnSnappedUndoneAndRedone) {
    NearKramatorsk at;
    Robot& robot = at.robot;
    robot.key(GLFW_KEY_P);
    ASSERT_EQ(robot.state.tool, Tool::polygon);
    robot.click(at.off(4, 3));
    ASSERT_EQ(robot.state.zone_corners.present().size(), 1U);
    EXPECT_EQ(robot.state.zone_corners.present().front(), layers::find_place("Kramatorsk")->position)
        << "exactly the town";
    robot.hold({.ctrl = true});
    robot.click(at.off(90, 10));
    robot.click(at.off(200, 200));
    EXPECT_EQ(robot.state.zone_corners.present().size(), 3U);
    robot.hold({});
    robot.key(GLFW_KEY_BACKSPACE);
    EXPECT_EQ(robot.state.zone_corners.present().size(), 2U);
    robot.key(GLFW_KEY_ENTER);
    EXPECT_TRUE(shapes_of(robot).empty()) << "two corners are no zone";
    EXPECT_NE(robot.last_message()->text.find("3 corners"), std::string::npos);
    robot.hold({.ctrl = true});
    robot.click(at.off(80, 95));
    robot.hold({});
    robot.key(GLFW_KEY_ENTER);
    ASSERT_EQ(shapes_of(robot).size(), 1U);
    EXPECT_EQ(shapes_of(robot).front().kind, SketchShape::Kind::polygon);
    EXPECT_EQ(shapes_of(robot).front().vertices.size(), 3U);
    EXPECT_TRUE(robot.state.zone_corners.present().empty());
    robot.key(GLFW_KEY_Z, {.ctrl = true});
    EXPECT_TRUE(shapes_of(robot).empty());
    robot.key(GLFW_KEY_Z, {.ctrl = true, .shift = true});
    EXPECT_EQ(shapes_of(robot).size(), 1U);
    robot.click("undo");
    EXPECT_TRUE(shapes_of(robot).empty());
    robot.click("redo");
    EXPECT_EQ(shapes_of(robot).size(), 1U);
    robot.click("shape remove/0");
    EXPECT_TRUE(shapes_of(robot).empty());
}

TEST(ViewerDrawing, AZoneIsWashedOverTheMapUntilItIsUndone) {
    NearKramatorsk at;
    Robot& robot = at.robot;
    const layers::Colour before = robot.colour_about(at.off(75, 80), 4);
    at.draw_zone();
    robot.move_to(at.off(-150, -150));
    layers::Colour wash = layers::zone_colour(layers::ZoneKind::special, robot.state.theme);
    wash.a = 70;
    const layers::Colour expected = layers::blended(wash, before), now = robot.colour_about(at.off(75, 80), 4);
    EXPECT_NEAR(now.r, expected.r, 2);
    EXPECT_NEAR(now.g, expected.g, 2);
    EXPECT_NEAR(now.b, expected.b, 2);
    EXPECT_NE(now, before);
    robot.key(GLFW_KEY_Z, {.ctrl = true});
    EXPECT_EQ(robot.colour_about(at.off(75, 80), 4), before);
}

TEST(ViewerDrawing, ControlHeldDownLeavesCornersWhereTheyAreClicked) {
    NearKramatorsk at;
    at.robot.click("tool/Zone");
    at.robot.hold({.ctrl = true});
    at.robot.click(at.off(4, 3));
    at.robot.hold({});
    ASSERT_EQ(at.robot.state.zone_corners.present().size(), 1U);
    EXPECT_NE(at.robot.state.zone_corners.present().front(), layers::find_place("Kramatorsk")->position);
    EXPECT_EQ(at.robot.state.zone_corners.present().front(), at.robot.under(at.off(4, 3)));
}

TEST(ViewerDrawing, ADoubleClickOrAClickOnTheFirstCornerEndsAZone) {
    NearKramatorsk at;
    Robot& robot = at.robot;
    robot.click("tool/Zone");
    robot.hold({.ctrl = true});
    robot.click(at.off(60, 20));
    robot.click(at.off(120, 20));
    robot.double_click(at.off(100, 90));
    ASSERT_EQ(shapes_of(robot).size(), 1U);
    EXPECT_EQ(shapes_of(robot).front().vertices.size(), 3U);
    for (const ScreenPoint corner : {at.off(-60, 20), at.off(-120, 20), at.off(-100, 90), at.off(-58, 22)}) {
        robot.click(corner);
    }
    robot.hold({});
    ASSERT_EQ(shapes_of(robot).size(), 2U);
    EXPECT_EQ(shapes_of(robot).back().vertices.size(), 3U);
}

TEST(ViewerDrawing, CornersAreMovedAddedAndDeleted) {
    NearKramatorsk at;
    Robot& robot = at.robot;
    at.draw_zone();
    ASSERT_EQ(shapes_of(robot).size(), 1U);
    ASSERT_EQ(shapes_of(robot).front().vertices.size(), 4U);
    robot.key(GLFW_KEY_E);
    robot.hold({.ctrl = true});
    robot.drag(at.off(80, 95), at.off(110, 120));
    robot.hold({});
    EXPECT_EQ(shapes_of(robot).front().vertices[2], robot.under(at.off(110, 120)));
    EXPECT_EQ(robot.state.chosen_vertex, 2);
    const geo::LonLat a = shapes_of(robot).front().vertices[2], b = shapes_of(robot).front().vertices[3];
    robot.hold({.ctrl = true});
    robot.drag(robot.on_map(geo::LonLat{(a.lon + b.lon) / 2, (a.lat + b.lat) / 2}), at.off(40, 150));
    robot.hold({});
    ASSERT_EQ(shapes_of(robot).front().vertices.size(), 5U);
    EXPECT_EQ(shapes_of(robot).front().vertices[3], robot.under(at.off(40, 150)));
    robot.key(GLFW_KEY_DELETE);
    EXPECT_EQ(shapes_of(robot).front().vertices,
              (geo::Path{shapes_of(robot).front().vertices[0], shapes_of(robot).front().vertices[1], a, b}));
    robot.key(GLFW_KEY_DELETE);
    EXPECT_TRUE(shapes_of(robot).empty()) << "without a chosen corner the shape goes";
    for (int i = 0; i < 3; ++i) { robot.key(GLFW_KEY_Z, {.ctrl = true}); }
    ASSERT_EQ(shapes_of(robot).size(), 1U);
    EXPECT_EQ(shapes_of(robot).front().vertices.size(), 4U);
}

TEST(ViewerDrawing, AZoneIsNamedInCyrillicAndSavedAsAPlan) {
    const testing_support::TemporaryFolder folder;
    NearKramatorsk at;
    Robot& robot = at.robot;
    at.draw_zone();
    robot.put("shape name/0", "Зона Краматорськ №1");
    robot.key(GLFW_KEY_ENTER);
    robot.frame(2);
    EXPECT_EQ(shapes_of(robot).front().name, "Зона Краматорськ №1");
    EXPECT_EQ(robot.state.tool, Tool::polygon) << "letters typed are no shortcuts";
    const geo::Path corners = shapes_of(robot).front().vertices;
    const std::string path = folder.path("my plan.yaml");
    robot.click("save sketch");
    robot.put("save/path", path);
    robot.click("save/go");
    robot.settle();
    EXPECT_EQ(robot.last_message()->text, "wrote " + path);
    const layers::Plan plan = layers::load_plan(path, robot.document.units->units);
    const layers::Zone& zone = plan.zones.back();
    EXPECT_EQ(zone.title, "Зона Краматорськ №1");
    EXPECT_EQ(zone.kind, layers::ZoneKind::special);
    EXPECT_EQ(plan.zones.size(), robot.document.result->a->plan->zones.size() + 1) << "beside those of plan A";
    robot.document.open(path);
    robot.settle();
    EXPECT_EQ(robot.state.plan_a, path);
    ASSERT_EQ(robot.document.result->plans.front().file, path);
    const layers::Estimate estimate = robot.document.result->a->table.of_zone(zone.id);
    EXPECT_GT(estimate.area.value(), 10);
    EXPECT_NEAR(
        estimate.area.value(),
        layers::measure(shapes_of(robot).front(), robot.document.result->plans.front(), robot.document.result->land)
            .total()
            .value(),
        0.1)
        << "the zone has the area of what was drawn";
    EXPECT_TRUE(robot.has("plan A/" + path)) << "it is in the list";
}

TEST(ViewerDrawing, NamingIsOneStepToUndo) {
    NearKramatorsk at;
    Robot& robot = at.robot;
    at.draw_zone();
    const std::string before = shapes_of(robot).front().name;
    robot.put("shape name/0", "Alpha");
    robot.key(GLFW_KEY_Z, {.ctrl = true});  // the field's own
    robot.type("!");
    robot.click(robot.map().middle());
    EXPECT_NE(shapes_of(robot).front().name, before);
    robot.key(GLFW_KEY_Z, {.ctrl = true});
    EXPECT_NE(shapes_of(robot).front().name, before) << "the click has set a corner, which goes first";
    robot.key(GLFW_KEY_Z, {.ctrl = true});
    ASSERT_EQ(shapes_of(robot).size(), 1U);
    EXPECT_EQ(shapes_of(robot).front().name, before);
}

TEST(ViewerDrawing, TwoClicksMeasureTheGeodesicDistance) {
    Robot robot;
    robot.look_at("Kramatorsk");
    const geo::LonLat kramatorsk = layers::find_place("Kramatorsk")->position,
                      sloviansk = layers::find_place("Sloviansk")->position;
    const double metres_per_px = robot.state.camera.metres_per_px;
    robot.key(GLFW_KEY_M);
    robot.click(robot.on_map(kramatorsk));
    robot.click(robot.on_map(sloviansk));
    ASSERT_EQ(robot.state.measured.present().size(), 2U);
    EXPECT_NEAR(geo::length_of(robot.state.measured.present()).value(),
                support::vincenty(kramatorsk, sloviansk).value(), 1e-6)
        << "both ends snap to the towns";
    robot.key(GLFW_KEY_ESCAPE);
    EXPECT_TRUE(robot.state.measured.present().empty());
    const geo::LonLat from{37.2, 48.9}, to{37.9, 48.6};  // GeodSolve -i: 61341.093 m
    robot.hold({.ctrl = true});
    robot.click(robot.on_map(from));
    robot.click(robot.on_map(to));
    robot.hold({});
    EXPECT_NEAR(geo::length_of(robot.state.measured.present()).value(), 61.341093, 2 * metres_per_px / 1000);
    robot.key(GLFW_KEY_BACKSPACE);
    EXPECT_EQ(robot.state.measured.present().size(), 1U);
}

TEST(ViewerDrawing, ALineAcrossTheCountryBecomesTheContactLine) {
    Robot robot;
    robot.choose("as-held", "A");
    const StatusClass held{layers::Holder::russia, layers::Status::ru_held};
    const layers::Estimate before = robot.document.result->a->table.of(held);
    robot.key(GLFW_KEY_N);
    robot.hold({.ctrl = true});
    const geo::Path line{{35.6, 51.6}, {35.4, 49.5}, {33.2, 47.6}, {31.9, 45.8}};
    for (const geo::LonLat& corner : line) { robot.click(robot.on_map(corner)); }
    robot.hold({});
    robot.key(GLFW_KEY_ENTER);
    ASSERT_EQ(shapes_of(robot).size(), 1U);
    EXPECT_EQ(shapes_of(robot).front().kind, SketchShape::Kind::line);
    robot.click("use line");
    robot.settle();
    ASSERT_EQ(robot.document.controls.size(), 1U) << robot.last_message()->text;
    EXPECT_EQ(robot.state.control, 0);
    EXPECT_TRUE(robot.has("time"));
    const layers::AreaTable& table = robot.document.result->a->table;
    EXPECT_GT(table.of(held).area.value(), before.area.value() + 50000);
    EXPECT_FALSE(table.of(held).line) << "nobody has stated how accurate it is";
    EXPECT_NEAR(table.total().value(), 599166.7, 1);
    const std::optional<std::size_t> kharkiv =
        layers::cell_at(robot.document.result->land, layers::find_place("Kharkiv")->position);
    ASSERT_TRUE(kharkiv);
    EXPECT_EQ(robot.document.result->a->on.drawn().class_at(*kharkiv), held);
}

}  // namespace
