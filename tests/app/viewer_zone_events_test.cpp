// SPDX-License-Identifier: MIT
#include "support/files.h"
#include "support/robot.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using support::Robot;
using testing_support::TemporaryFolder;

const std::string data = DEMARC_SOURCE_FOLDER "/tests/data/";

/// Round an island.
const char* const atoll = R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"name": "Atoll"}, "geometry": {"type": "MultiPolygon", "coordinates": [
    [[[35, 47.5], [37, 47.5], [37, 49], [35, 49], [35, 47.5]],
     [[35.3, 47.8], [35.3, 48.8], [36.7, 48.8], [36.7, 47.8], [35.3, 47.8]]],
    [[[35.8, 48.2], [36.2, 48.2], [36.2, 48.4], [35.8, 48.4], [35.8, 48.2]]]]}}]})";

/// Reference: 13,883.1 km² are what `demarc measure` prints of the file.
TEST(ViewerZones, AZoneOfOnesOwnHasItsHolesAndIslands) {
    const TemporaryFolder folder;
    const std::string file = folder.with("atoll.geojson", atoll);
    Robot robot;
    robot.document.open(file);
    robot.settle();
    robot.click("opened/zones");
    robot.settle();
    ASSERT_EQ(robot.state.sketch.present().shapes.size(), 1U);
    const auto& drawn = robot.document.drawn.of(robot.state.sketch.present(), robot.document.frame.origin);
    EXPECT_NEAR(drawn.front().area.value().value(), 13883.1, 0.05);
}

TEST(ViewerZones, TheWashOfAZoneLeavesItsHolesOut) {
    const TemporaryFolder folder;
    const std::string file = folder.with("atoll.geojson", atoll);
    Robot robot;
    robot.look_at("Pavlohrad");
    const auto colours = [&robot] {
        std::vector<layers::Colour> found;
        for (const geo::LonLat& at : {geo::LonLat{36, 48.9}, {35.6, 48.4}, {36, 48.3}}) {
            found.push_back(robot.colour_about(robot.on_map(at)));
        }
        return found;
    };
    const std::vector<layers::Colour> before = colours();
    robot.document.open(file);
    robot.settle();
    robot.click("opened/zones");
    robot.settle();
    const std::vector<layers::Colour> after = colours();
    EXPECT_FALSE(after[0] == before[0]) << "the ring";
    EXPECT_EQ(after[1], before[1]) << "the lagoon";
    EXPECT_FALSE(after[2] == before[2]) << "the island";
}

TEST(ViewerZones, PolygonsCanBeZonesOfOnesOwn) {
    Robot robot;
    robot.document.open(data + "shapes.geojson");
    robot.settle();
    ASSERT_FALSE(robot.document.opened.empty());
    EXPECT_TRUE(robot.has("opened/control"));
    EXPECT_TRUE(robot.has("opened/line"));
    robot.click("opened/zones");
    robot.settle();
    const auto& shapes = robot.state.sketch.present().shapes;
    ASSERT_EQ(shapes.size(), 5U);
    EXPECT_EQ(shapes.front().name, "Square");
    EXPECT_TRUE(robot.has("shape/4"));
    for (int i = 0; i < 5; ++i) {
        robot.click("shape/" + std::to_string(i));  // also a bow tie, and one without area
        EXPECT_EQ(robot.state.chosen_shape, i);
    }
    robot.key(GLFW_KEY_Z, {.ctrl = true});
    EXPECT_TRUE(robot.state.sketch.present().shapes.empty());
}

}  // namespace
