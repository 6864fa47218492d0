// SPDX-License-Identifier: MIT
#include "layers/model/cutting.h"
#include "layers/model/place.h"
#include "support/robot.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <set>

namespace {

using app::viewer::Selection;
using layers::Mode;
using layers::StatusClass;
using support::Robot;
using support::ScreenPoint;

const layers::Palette& light = layers::palette(layers::Theme::light);

layers::Colour on_land(const StatusClass& label) {
    return layers::blended(layers::status_colour(label, layers::Theme::light), light.land);
}

void expect_colour(const layers::Colour& seen, const layers::Colour& wanted, const char* what) {
    EXPECT_NEAR(seen.r, wanted.r, 2) << what;
    EXPECT_NEAR(seen.g, wanted.g, 2) << what;
    EXPECT_NEAR(seen.b, wanted.b, 2) << what;
}

/// A whole run of its own for the figures of one plan.
layers::Estimate zone_by_itself(const std::string& plan_name, const std::string& depth, const std::string& zone) {
    const layers::Units units = layers::builtin_units();
    layers::PlanOptions options;
    options.set["depth"] = depth;
    std::vector<layers::Plan> plans{layers::load_plan(plan_name, units.units, options)};
    std::vector<layers::Control> lines = layers::lines_under(plans, {}, units);
    const layers::Overlay land = layers::cut(units, std::move(lines), layers::cuts_for(plans));
    return layers::AreaTable{plans.front(), land}.of_zone(zone);
}

TEST(ViewerPlans, WipeShowsPlanALeftOfTheDividerAndPlanBRightOfIt) {
    Robot robot;
    robot.choose("us-28-point", "A");
    robot.choose("ua-us-20-point", "B");
    ASSERT_EQ(robot.state.mode, Mode::wipe);
    ASSERT_TRUE(robot.document.has_b());
    const StatusClass of_a{layers::Holder::russia, layers::Status::ru_de_facto},
        of_b{layers::Holder::russia, layers::Status::undecided};
    const ScreenPoint simferopol = robot.on_map("Simferopol");
    const auto drag_divider_to = [&](double x) {
        const double y = robot.map().y + 60;
        robot.drag({robot.map().x + robot.state.divider * robot.map().width, y}, {x, y + 5});
    };
    drag_divider_to(simferopol.x + 40);
    EXPECT_NEAR(robot.map().x + robot.state.divider * robot.map().width, simferopol.x + 40, 1);
    expect_colour(robot.colour_about(simferopol, 15), on_land(of_a), "left of the divider");
    drag_divider_to(simferopol.x - 40);
    expect_colour(robot.colour_about(simferopol, 15), on_land(of_b), "right of the divider");
    EXPECT_FALSE(robot.state.pinned) << "dragging the divider is no click";
    robot.move_to({robot.map().x + robot.state.divider * robot.map().width, simferopol.y});
    robot.press();
    robot.release_at({simferopol.x + 60, simferopol.y});
    EXPECT_NEAR(robot.map().x + robot.state.divider * robot.map().width, simferopol.x + 60, 1);
}

TEST(ViewerPlans, SwitchesAndOpacityChangeThePicture) {
    Robot robot;
    const ScreenPoint crimea = robot.on_map("Simferopol");
    const StatusClass label{layers::Holder::russia, layers::Status::ru_de_facto};
    robot.click("layer/statuses");
    robot.move_to(robot.middle("search"));
    expect_colour(robot.colour_about(crimea, 15), light.land, "statuses are off");
    robot.click("layer/statuses");
    const layers::ScreenBox slider = robot.box("opacity");
    robot.drag(robot.middle("opacity"), {slider.left + 1, robot.middle("opacity").y});
    EXPECT_NEAR(robot.state.paint.opacity, 0.1, 0.01);
    layers::Colour faint = layers::status_colour(label, layers::Theme::light);
    faint.a = static_cast<std::uint8_t>(std::lround(faint.a * robot.state.paint.opacity));
    expect_colour(robot.colour_about(crimea, 15), layers::blended(faint, light.land), "at a tenth");
}

TEST(ViewerPlans, FiguresFollowTheDepthSliderAndAreThoseOfTheDepthWhenItIsLetGo) {
    Robot robot;
    robot.choose("kellogg-15-15", "A");
    const std::string mark = "parameter/kellogg-15-15/depth", zone = "zone-ukraine";
    const layers::ScreenBox box = robot.box(mark);
    const double y = (box.top + box.bottom) / 2, width = box.right - box.left;
    const geo::SquareKilometres at_first = robot.document.result->a->table.of_zone(zone).area;
    robot.move_to({box.left + width * 0.37, y});
    robot.press();
    std::set<double> drafts;
    for (const double share : {0.5, 0.6, 0.7}) {
        robot.move_to({box.left + width * share, y});
        robot.settle();
        EXPECT_TRUE(robot.document.result->request.draft);
        const layers::Estimate estimate = robot.document.result->a->table.of_zone(zone);
        EXPECT_TRUE(!estimate.line || estimate.line->least == estimate.line->most)
            << "a draft has no interval, but has " << estimate.line->least.value() << " to "
            << estimate.line->most.value() << " about " << estimate.area.value();
        drafts.insert(estimate.area.value());
    }
    EXPECT_EQ(drafts.size(), 3U);
    EXPECT_GT(*drafts.begin(), at_first.value());
    robot.release();
    robot.settle();
    EXPECT_FALSE(robot.document.result->request.draft);
    const std::string depth = robot.state.settings.at("kellogg-15-15").at("depth");
    EXPECT_NEAR(std::stod(depth), 1 + 39 * 0.7, 1.5);
    const layers::Estimate seen = robot.document.result->a->table.of_zone(zone);
    const layers::Estimate wanted = zone_by_itself("kellogg-15-15", depth, zone);
    EXPECT_EQ(seen.area, wanted.area);
    EXPECT_TRUE(seen.rests_on_strips && wanted.rests_on_strips);
    EXPECT_FALSE(seen.line || wanted.line) << "of this depth nobody has drawn strips anew";
    EXPECT_NEAR(*drafts.rbegin(), seen.area.value(), 1e-6) << "the last draft said the same";
}

TEST(ViewerPlans, DifferenceColoursWhatChangesHands) {
    Robot robot;
    robot.choose("freeze", "A");
    robot.choose("us-28-point", "B");
    robot.click("mode/difference");
    robot.settle();
    ASSERT_EQ(robot.state.mode, Mode::difference);
    const StatusClass from{layers::Holder::ukraine, layers::Status::ua},
        to{layers::Holder::russia, layers::Status::withdrawn_ua};
    const app::viewer::Result& result = *robot.document.result;
    EXPECT_NEAR(result.comparison->of(from, to).area.value(), 5245, 30);
    expect_colour(robot.colour_about(robot.on_map("Poltava"), 12), light.unchanged, "stays");
    robot.look_at("Kramatorsk");
    robot.key(GLFW_KEY_L);
    robot.move_to(robot.middle("search"));
    const ScreenPoint town = robot.on_map("Kramatorsk");
    expect_colour(robot.colour_about({town.x - 60, town.y + 60}, 40), on_land(to), "changes hands");
    robot.move_to({town.x - 60, town.y + 60});
    robot.frame();
    EXPECT_NE(robot.document.hover_words.find("stays with Ukraine → Russia, Ukraine withdraws"), std::string::npos)
        << robot.document.hover_words;
}

/// The one row of a table whose background is not like those of the others.
std::string selected_row(Robot& robot, const std::string& table) {
    const auto colour_of = [&](const std::string& mark) {
        const layers::ScreenBox box = robot.box(mark);
        const layers::Colour colour = robot.colour_in({box.left + 90, box.top + 3, box.right - 2, box.bottom - 3});
        return std::tuple{colour.r, colour.g, colour.b};
    };
    std::map<std::tuple<int, int, int>, std::vector<std::string>> by_colour;
    for (int i = 0; robot.has(table + "/" + std::to_string(i)); ++i) {
        const std::string mark = table + "/" + std::to_string(i);
        const layers::ScreenBox box = robot.box(mark);
        const bool in_sight = box.bottom < 770 && box.top > 60;
        if (in_sight) { by_colour[colour_of(mark)].push_back(mark); }
    }
    for (const auto& [colour, widgets] : by_colour) {
        if (widgets.size() == 1) { return widgets.front(); }
    }
    return {};
}

TEST(ViewerPlans, AClickOnTheMapPinsACardAndSelectsTheRowThatAClickDeselects) {
    Robot robot;
    robot.look_at("Kramatorsk");
    const ScreenPoint town = robot.on_map("Kramatorsk"), spot{town.x - 30, town.y + 40};
    robot.click(spot);
    robot.settle();
    ASSERT_TRUE(robot.state.pinned);
    EXPECT_NEAR(robot.state.pinned->lon, robot.under(spot).lon, 1e-9);
    EXPECT_EQ(robot.state.selection.unit_code, "UA-14");
    ASSERT_TRUE(robot.state.selection.status_class);
    EXPECT_EQ(robot.state.selection.status_class->status, layers::Status::withdrawn_ua);
    ASSERT_TRUE(robot.document.card && robot.document.card->plan_index);
    const app::viewer::PointCard& card = *robot.document.card;
    EXPECT_GT(card.point_statuses.size(), 50U);
    EXPECT_NE(card.nearest_place.find("Kramatorsk"), std::string::npos);
    for (std::size_t i = 0; i < card.point_statuses.size(); ++i) {
        if (card.plan_index->plans[i].name == "freeze") {
            EXPECT_EQ(card.point_statuses[i].status_class.status, layers::Status::ua);
        }
        if (card.plan_index->plans[i].name == "us-28-point") { EXPECT_EQ(card.point_statuses[i].zones.size(), 1U); }
    }
    robot.move_to(robot.middle("search"));
    robot.frame(2);
    const std::string row = selected_row(robot, "unit");
    ASSERT_FALSE(row.empty());
    robot.click(row);
    EXPECT_TRUE(robot.state.selection.empty()) << row;
    EXPECT_TRUE(robot.state.pinned) << "the card stays";
    robot.click("card/close");
    EXPECT_FALSE(robot.state.pinned);
}

TEST(ViewerPlans, HoveringNamesUnitHolderStatusAndZone) {
    Robot robot;
    const ScreenPoint town = robot.on_map("Kramatorsk");
    robot.move_to(town);
    robot.frame();
    for (const char* part : {"Donetsk", "Russia, Ukraine withdraws", "demilitarized: Neutral demilitarized buffer"}) {
        EXPECT_NE(robot.document.hover_words.find(part), std::string::npos) << robot.document.hover_words;
    }
    robot.move_to(robot.on_map("Poltava"));
    robot.frame();
    EXPECT_NE(robot.document.hover_words.find("Ukraine, stays with Ukraine"), std::string::npos)
        << robot.document.hover_words;
    robot.move_to(robot.middle("search"));
    robot.frame();
    EXPECT_TRUE(robot.document.hover_words.empty());
}

TEST(ViewerPlans, AClickOnAHeadingSortsTheTable) {
    Robot robot;
    const layers::ScreenBox top = robot.box("unit/0");
    const ScreenPoint share{top.right - 25, top.top - 9};
    const auto share_of_row = [&](int row) {
        robot.click("unit/" + std::to_string(row));
        const Selection selection = robot.state.selection;
        double whole = 0, own = 0;
        for (const layers::AreaTable::Row& of : robot.document.result->a->table.rows) {
            if (of.unit_code != selection.unit_code) { continue; }
            whole += of.estimate.area.value();
            if (of.status_class == selection.status_class) { own += of.estimate.area.value(); }
        }
        robot.click("unit/" + std::to_string(row));
        return own / whole;
    };
    const auto rising = [&] {
        std::vector<double> shares;
        for (const int i : {0, 2, 5}) { shares.push_back(share_of_row(i)); }
        EXPECT_NE(shares.front(), shares.back());
        return std::is_sorted(shares.begin(), shares.end());
    };
    EXPECT_FALSE(rising());
    robot.click(share);  // descending first
    EXPECT_EQ(share_of_row(0), 1);
    robot.click(share);
    EXPECT_TRUE(rising());
}

TEST(ViewerPlans, RowsOfZonesAndStatusesCanBeChosen) {
    Robot robot;
    robot.click("zone/0");
    EXPECT_EQ(robot.state.selection.zone, "donetsk-buffer");
    const ScreenPoint poltava = robot.on_map("Poltava");
    expect_colour(robot.colour_about(poltava, 12), on_land({layers::Holder::ukraine, layers::Status::ua}),
                  "land that is not selected");
    robot.click("status/0");
    EXPECT_TRUE(robot.state.selection.zone.empty());
    EXPECT_TRUE(robot.state.selection.status_class);
    robot.key(GLFW_KEY_ESCAPE);
    EXPECT_TRUE(robot.state.selection.empty());
}

}  // namespace
