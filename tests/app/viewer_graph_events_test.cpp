// SPDX-License-Identifier: MIT
#include "app/viewer/model/held_graph.h"
#include "geo/dataset.h"
#include "layers/chart/axis.h"
#include "layers/language/language.h"
#include "support/files.h"
#include "support/published.h"
#include "support/robot.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace {

using app::viewer::HeldGraph;
using layers::Join;
using layers::ScreenBox;
using support::Robot;
using testing_support::TemporaryFolder;

const layers::StatusClass held{layers::Holder::russia, layers::Status::ru_held};

/// Boxes that reach farther west from day to day: in Donetsk oblast, and from the fourth day on in Dnipropetrovsk's.
struct HeldDays : testing::Test {
    TemporaryFolder folder;
    Robot robot;
    const std::vector<std::string> days{"2025-03-01", "2025-03-02", "2025-03-03", "2025-04-10", "2025-04-11"};

    HeldDays() { robot.choose("as-held", "A"); }

    layers::Control day(std::size_t i, const std::string& source = "tracker") const {
        const double west = 38.0 - 0.4 * static_cast<double>(i);
        const std::string file =
            support::published_control(folder, days[i], {support::clockwise_box({west, 48}, {38.5, 48.4})});
        layers::Control control = layers::control_from_polygons(geo::read(file));
        control.info.source = source;
        return control;
    }

    void add_all() {
        for (std::size_t i = 0; i < days.size(); ++i) { robot.document.add_control(day(i), {}); }
        robot.settle();
    }

    HeldGraph graph() const { return held_graph(robot.document); }

    layers::ScreenPoint in_graph(const std::string& day_text, double share = 0.5) const {
        const ScreenBox box = robot.box("time/graph");
        const auto date = [](const std::string& text) { return *geo::parse_iso_date(text); };
        return {box.left + layers::axis_x(date(day_text), date(days.front()), date(days.back()), box.width()),
                box.top + box.height() * share};
    }

    /// Is there ink in the graph over this day? The words of the graph stand elsewhere.
    bool has_ink(const std::string& day_text) {
        const layers::ScreenPoint at = in_graph(day_text);
        const ScreenBox box = robot.box("time/graph");
        const layers::Colour paper = robot.pixel({box.right - 100, box.top + 1});
        for (double y = box.top + 2; y < box.bottom - 1; ++y) {
            for (double x = at.x - 2; x <= at.x + 2; ++x) {
                if (robot.pixel({x, y}) != paper) { return true; }
            }
        }
        return false;
    }
};

/// Reference: the figures of the table, which are cut out of polygons.
TEST_F(HeldDays, AreThoseOfTheTableOnEachDay) {
    add_all();
    ASSERT_EQ(robot.document.held.size(), days.size());
    const HeldGraph all = graph();
    for (std::size_t i = 0; i < days.size(); ++i) {
        robot.state.control = static_cast<int>(i);
        robot.settle();
        const layers::AreaTable& table = robot.document.result->a->table;
        EXPECT_NEAR(*all.km2[i], table.of(held).area.value(), 1e-5) << days[i];
        for (std::size_t unit = 0; unit < robot.document.units->units.size(); ++unit) {
            double of_unit = 0;
            for (const layers::AreaTable::Row& row : table.rows) {
                const bool is_held =
                    row.status_class == held && row.unit_code == robot.document.units->units[unit].code;
                of_unit += is_held ? row.estimate.area.value() : 0;
            }
            robot.document.hover_unit = unit;
            EXPECT_NEAR(*graph().km2[i], of_unit, 1e-5) << robot.document.units->units[unit].name;
        }
        robot.document.hover_unit.reset();
    }
    EXPECT_EQ(all.least, *all.km2.front());
    EXPECT_EQ(all.greatest, *all.km2.back());
}

TEST_F(HeldDays, AreMeasuredInTheBackground) {
    robot.document.add_control(day(0), {});
    robot.settle();
    EXPECT_FALSE(robot.has("time/graph")) << "of one day there is none";
    EXPECT_TRUE(robot.document.held.empty());
    robot.document.add_control(day(1), {});
    robot.frame();
    EXPECT_TRUE(robot.document.held.empty()) << "the frame has not waited for them";
    EXPECT_TRUE(held_words(robot.document, graph(), 0).empty());
    EXPECT_TRUE(robot.has("time/graph"));
    robot.settle();
    EXPECT_EQ(robot.document.held.size(), 2U);
    robot.document.add_control(day(4), {});
    robot.document.cancel();
    robot.settle();
    EXPECT_EQ(robot.document.held.size(), 3U) << "whatever the user cancels";
}

TEST_F(HeldDays, AreOfTheUnitUnderThePointerElseOfTheRowElseOfAll) {
    add_all();
    EXPECT_EQ(graph().land, "");
    const std::string all = held_words(robot.document, graph(), 4);
    robot.move_to(robot.on_map(geo::LonLat{38.3, 48.2}));
    EXPECT_EQ(graph().land, "Donetsk");
    EXPECT_NE(held_words(robot.document, graph(), 4), all);
    EXPECT_EQ(held_words(robot.document, graph(), 4).rfind("Donetsk: ", 0), 0U);
    robot.move_to(robot.on_map("Lviv"));
    EXPECT_EQ(graph().land, "Lviv");
    EXPECT_EQ(held_words(robot.document, graph(), 4), "Lviv: 0.0 km² held by Russia");
    robot.move_to(in_graph(days[2]));
    EXPECT_EQ(graph().land, "") << "the pointer has left the map";
    EXPECT_EQ(held_words(robot.document, graph(), 4), all);
    robot.click(robot.on_map(geo::LonLat{36.45, 48.2}));
    robot.settle();
    robot.move_to(in_graph(days[2]));
    EXPECT_EQ(graph().land, "Dnipropetrovsk") << "what was clicked";
    EXPECT_EQ(*graph().km2[0], 0);
    EXPECT_GT(*graph().km2[4], 100);
    EXPECT_TRUE(held_words(robot.document, graph(), -1).empty()) << "of the plan's own line nothing is known here";
}

TEST_F(HeldDays, AreALineThatBreaksWhereDaysAreMissing) {
    add_all();
    robot.click(in_graph("2025-04-11"));
    EXPECT_EQ(robot.state.control, 4) << "a click in the graph goes to the day, too";
    robot.move_to(robot.map().middle());
    robot.settle();
    EXPECT_EQ(graph().joins, (std::vector{Join::following, Join::following, Join::gap, Join::following}));
    EXPECT_TRUE(has_ink("2025-04-10"));
    EXPECT_FALSE(has_ink("2025-03-28"));
    EXPECT_FALSE(has_ink("2025-04-06"));
    robot.move_to(in_graph("2025-04-06"));
    EXPECT_TRUE(has_ink("2025-04-10")) << "the nearest day is marked";
}

TEST_F(HeldDays, OfTwoSourcesAreNotJoined) {
    robot.document.add_control(day(0, "one"), {});
    robot.document.add_control(day(1, "one"), {});
    robot.document.add_control(day(2, "another"), {});
    robot.settle();
    EXPECT_EQ(graph().joins, (std::vector{Join::following, Join::gap}));
    robot.document.add_control(day(1, "another"), {});
    robot.settle();
    EXPECT_EQ(graph().joins, (std::vector{Join::gap, Join::gap, Join::gap})) << "two of a day are no series";
    layers::Control undated = day(3, "one");
    undated.info.date.reset();
    robot.document.add_control(std::move(undated), {});
    robot.settle();
    EXPECT_EQ(graph().joins, (std::vector{Join::gap, Join::gap, Join::gap, Join::gap}));
    EXPECT_EQ(graph().km2.size(), 5U);
}

TEST_F(HeldDays, ThatAreRunThroughSayNothingAndTheLastOneDoes) {
    const auto note = [](std::size_t i) { return "said of day " + std::to_string(i); };
    for (std::size_t i = 0; i < days.size(); ++i) {
        layers::Control control = day(i);
        control.notes.push_back({note(i), {}});
        robot.document.add_control(std::move(control), {});
    }
    robot.settle();
    robot.document.messages.clear();
    const auto is_said = [&](std::size_t i) {
        return std::ranges::any_of(robot.document.messages, [&](const app::viewer::Message& message) {
            return message.text.find(note(i)) != std::string::npos;
        });
    };
    robot.move_to(in_graph(days[3]));
    robot.press();
    for (const std::size_t i : {3U, 1U, 0U}) {
        robot.move_to(in_graph(days[i]));
        robot.settle();
        EXPECT_EQ(robot.document.result->request.control, robot.document.control_at(static_cast<int>(i)));
    }
    EXPECT_TRUE(robot.document.messages.empty());
    robot.release();
    robot.settle();
    EXPECT_TRUE(is_said(0));
    EXPECT_FALSE(is_said(1) || is_said(3));
}

TEST_F(HeldDays, SayWhereTheyAreNotFittedToBorderAndCoast) {
    add_all();
    EXPECT_EQ(held_words(robot.document, graph(), 0).find("not fitted"), std::string::npos);
    robot.state.fit.reset();
    robot.settle();
    EXPECT_NE(held_words(robot.document, graph(), 0).find("not fitted"), std::string::npos);
}

}  // namespace
