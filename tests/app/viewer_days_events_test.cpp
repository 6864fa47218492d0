// SPDX-License-Identifier: MIT
#include "app/viewer/model/page_command.h"
#include "app/viewer/model/saving.h"
#include "layers/map/legend.h"
#include "layers/model/comparison.h"
#include "layers/model/cutting.h"
#include "support/files.h"
#include "support/results.h"
#include "support/robot.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace {

using app::viewer::SaveKind;
using support::Robot;
using testing_support::TemporaryFolder;

const std::string early = DEMARC_SOURCE_FOLDER "/tests/data/held-2025-08-17.geojson",
                  late = DEMARC_SOURCE_FOLDER "/tests/data/held-2025-12-24.geojson";

layers::Control control_of(const std::string& path) {
    return layers::control_from_polygons(geo::read(path), {});
}

std::shared_ptr<const layers::Control> shared(layers::Control control) {
    return std::make_shared<const layers::Control>(std::move(control));
}

/// What `demarc compare` says of two plans on two lines.
struct Compared {
    std::vector<layers::Plan> plans;
    layers::Overlay land;
    layers::Comparison comparison;
};

Compared compared(const std::string& plan_a, const std::string& plan_b, layers::Control of_a, layers::Control of_b) {
    const layers::Units units = layers::builtin_units();
    std::vector<layers::Plan> plans = layers::load_plans({plan_a, plan_b}, units.units, {{}, {}});
    if (of_a.info.name == of_b.info.name) {
        of_a.info.name += " (first)";
        of_b.info.name += " (second)";
    }
    layers::stand_on(plans[0], of_a.info.name);
    layers::stand_on(plans[1], of_b.info.name);
    std::vector<layers::Control> lines{std::move(of_a), std::move(of_b)};
    layers::add_lines_named(plans, units, lines);
    layers::Overlay land = layers::cut(units, std::move(lines), layers::cuts_for(plans));
    layers::Comparison comparison{plans[0], plans[1], land};
    return {std::move(plans), std::move(land), std::move(comparison)};
}

void expect_same(const layers::Comparison& seen, const layers::Comparison& wanted) {
    ASSERT_EQ(seen.matrix.size(), wanted.matrix.size());
    for (std::size_t i = 0; i < seen.matrix.size(); ++i) {
        const layers::Transfer &one = seen.matrix[i], &other = wanted.matrix[i];
        EXPECT_EQ(one.unit_code, other.unit_code);
        EXPECT_TRUE(one.from == other.from && one.to == other.to);
        EXPECT_EQ(one.estimate.area, other.estimate.area) << one.unit;
        ASSERT_EQ(one.estimate.line.has_value(), other.estimate.line.has_value());
        if (!one.estimate.line) { continue; }
        EXPECT_EQ(one.estimate.line->least, other.estimate.line->least);
        EXPECT_EQ(one.estimate.line->most, other.estimate.line->most);
    }
    EXPECT_EQ(seen.net(layers::Holder::russia).area, wanted.net(layers::Holder::russia).area);
}

std::vector<std::string> legend_of_difference(const app::viewer::Result& result) {
    const layers::MapBox everything{-1e7, -1e7, 1e7, 1e7};
    std::vector<std::string> words;
    for (const layers::LegendEntry& entry : layers::legend_of_difference(support::content_of(result), {}, everything)) {
        words.push_back(entry.text);
    }
    return words;
}

bool has_part(const std::vector<std::string>& words, const std::string& part) {
    return std::any_of(words.begin(), words.end(),
                       [&part](const auto& word) { return word.find(part) != std::string::npos; });
}

TEST(ViewerDays, TwoLinesAreThoseOfCompare) {
    app::viewer::Request request = support::request_of("as-held", "as-held");
    request.control = shared(control_of(early));
    request.control_b = shared(control_of(late));
    const auto result = support::lay(request);
    const Compared wanted = compared("as-held", "as-held", control_of(early), control_of(late));
    EXPECT_GT(std::abs(wanted.comparison.net(layers::Holder::russia).area.value()), 100);
    expect_same(*result->comparison, wanted.comparison);
    const std::vector<std::string> legend = legend_of_difference(*result);
    EXPECT_TRUE(has_part(legend, "2025-08-17")) << "from";
    EXPECT_TRUE(has_part(legend, "2025-12-24")) << "to";
}

TEST(ViewerDays, AnotherPlanOnItsOwnLineAndOneOnAFileAreThoseOfCompare) {
    const layers::Units units = layers::builtin_units();
    app::viewer::Request request = support::request_of("kellogg-15-15", "us-28-point");
    request.control_b = shared(control_of(early));
    const std::string own = support::lay(support::request_of("kellogg-15-15"))->a->plan->line;
    const Compared wanted =
        compared("kellogg-15-15", "us-28-point", layers::builtin_line(own, units), control_of(early));
    expect_same(*support::lay(request)->comparison, wanted.comparison);
}

TEST(ViewerDays, WhatASliderKeepsIsOfBothLines) {
    app::viewer::Request request = support::request_of("kellogg-15-15", "kellogg-15-15");
    request.control = shared(control_of(early));
    app::viewer::Progress progress;
    app::viewer::LastBaseOverlay last;
    const auto net_with = [&](const std::optional<std::shared_ptr<const layers::Control>>& of_b) {
        request.control_b = of_b;
        return app::viewer::lay(request, progress, last)->comparison->changed().area.value();
    };
    const auto other = shared(control_of(late));
    EXPECT_EQ(net_with({}), 0);
    const double changed = net_with(other);
    EXPECT_GT(changed, 100);
    EXPECT_EQ(net_with(other), changed) << "on the base that was kept";
    EXPECT_EQ(net_with({}), 0);
}

TEST(ViewerDays, TwoLinesOfOneNameAreToldApart) {
    app::viewer::Request request = support::request_of("as-held", "as-held");
    layers::Control a = control_of(early), b = control_of(late);
    a.info.name = b.info.name = "control";
    request.control = shared(std::move(a));
    request.control_b = shared(std::move(b));
    const auto result = support::lay(request);
    EXPECT_NE(result->a->plan->line, result->b->plan->line);
    EXPECT_GT(std::abs(result->comparison->net(layers::Holder::russia).area.value()), 100);
    EXPECT_TRUE(has_part(legend_of_difference(*result), "control (A)"));
}

struct TwoDays : testing::Test {
    Robot robot;

    TwoDays() {
        robot.choose("as-held", "A");
        robot.choose("as-held", "B");
        for (const std::string& day : {early, late}) {
            robot.document.open(day, "control");
            robot.settle();
        }
        robot.click("mode/difference");
        robot.settle();
    }

    double net() const { return robot.document.result->comparison->net(layers::Holder::russia).area.value(); }

    void drag_to(const std::string& mark, double share) {
        const layers::ScreenBox box = robot.box(mark);
        const double y = (box.top + box.bottom) / 2, width = box.right - box.left;
        robot.drag({(box.left + box.right) / 2, y}, {box.left + width * share, y});
        robot.settle();
    }
};

TEST_F(TwoDays, BFollowsAUntilItHasADayOfItsOwn) {
    EXPECT_EQ(robot.state.control, 1);
    EXPECT_EQ(net(), 0);
    drag_to("time", 0.5);
    EXPECT_EQ(robot.state.control, 0);
    EXPECT_EQ(net(), 0) << "B has followed";
    EXPECT_FALSE(robot.has("time B"));
    robot.click("time B/own");
    robot.settle();
    EXPECT_EQ(robot.state.control_b, 0) << "where it was";
    EXPECT_EQ(net(), 0);
    drag_to("time B", 0.98);
    EXPECT_EQ(robot.state.control_b, 1);
    EXPECT_EQ(robot.state.control, 0) << "A has stayed";
    const Compared wanted = compared("as-held", "as-held", control_of(early), control_of(late));
    EXPECT_EQ(net(), wanted.comparison.net(layers::Holder::russia).area.value());
    EXPECT_GT(std::abs(net()), 100);
    robot.click("time B/own");
    robot.settle();
    EXPECT_FALSE(robot.state.control_b);
    EXPECT_EQ(net(), 0);
}

TEST_F(TwoDays, BStaysWhereItIsWhileOtherLinesAreOpenedAndADayIsPlayed) {
    robot.click("time B/own");
    robot.settle();
    ASSERT_EQ(robot.state.control_b, 1);
    const auto of_b = robot.document.control_at(1);
    robot.document.add_control(layers::builtin_line("2022-02-23", *robot.document.units), {"--line=2022-02-23"});
    robot.settle();
    EXPECT_EQ(robot.state.control, 0);
    EXPECT_EQ(robot.document.result->request.control_b, of_b);
    robot.key(GLFW_KEY_SPACE);
    for (int i = 0; i < 400 && robot.state.playing; ++i) { robot.settle(); }
    EXPECT_EQ(robot.document.result->request.control, of_b) << "A has come there";
    EXPECT_EQ(robot.document.control_at(*robot.state.control_b), of_b);
    EXPECT_EQ(net(), 0);
}

TEST_F(TwoDays, TheCardOfAPointComesWhereOnlyBStandsOnAFileThatIsFitted) {
    robot.click("time B/own");
    drag_to("time", 0.02);
    ASSERT_EQ(robot.state.control, -1);
    robot.state.fit = geo::Kilometres{5};
    robot.go_to("Pokrovsk");
    robot.settle();
    ASSERT_TRUE(robot.document.plan_index && robot.document.result->request.control_b);
    EXPECT_EQ(robot.document.plan_index->request.fit, robot.document.result->request.fit);
}

TEST(ViewerDays, KeysStepADayAWeekAndAMonth) {
    Robot robot;
    for (const char* day : {"2025-01-31", "2025-02-01", "2025-02-06", "2025-02-08", "2025-02-27", "2025-02-28"}) {
        layers::Control control = layers::builtin_line("2022-02-23", *robot.document.units);
        control.info.name = day;
        control.info.date = geo::parse_iso_date(day);
        robot.document.add_control(std::move(control), {});
    }
    robot.state.control = 0;
    const auto day_after = [&robot](int key, support::Held held = {}) {
        robot.key(key, held);
        return robot.state.control < 0 ? "" : robot.document.control_at(robot.state.control)->info.name;
    };
    EXPECT_EQ(day_after(GLFW_KEY_PERIOD), "2025-02-01");
    EXPECT_EQ(day_after(GLFW_KEY_PERIOD, {.shift = true}), "2025-02-08") << "a week on";
    EXPECT_EQ(day_after(GLFW_KEY_COMMA, {.shift = true}), "2025-02-01");
    EXPECT_EQ(day_after(GLFW_KEY_COMMA), "2025-01-31");
    EXPECT_EQ(day_after(GLFW_KEY_COMMA), "2025-01-31") << "the series begins there";
    EXPECT_EQ(day_after(GLFW_KEY_PERIOD, {.ctrl = true}), "2025-02-28") << "there is no 31 February";
    EXPECT_EQ(day_after(GLFW_KEY_PERIOD, {.ctrl = true}), "2025-02-28") << "and there it ends";
    EXPECT_EQ(day_after(GLFW_KEY_COMMA, {.shift = true}), "2025-02-08") << "of the 21st there is none";
    robot.state.control = -1;
    EXPECT_EQ(day_after(GLFW_KEY_COMMA), "");
    EXPECT_EQ(day_after(GLFW_KEY_PERIOD), "2025-01-31");
}

TEST_F(TwoDays, FiguresAndDifferenceThatAreSavedSayTheDayOfEach) {
    drag_to("time", 0.5);
    robot.click("time B/own");
    drag_to("time B", 0.98);
    const TemporaryFolder folder;
    const auto saved = [&](SaveKind kind, const std::string& name) {
        write({kind, folder.path(name)}, *robot.document.result, {});
        std::ifstream stream{folder.path(name)};
        return std::string{std::istreambuf_iterator<char>{stream}, {}};
    };
    const std::string csv = saved(SaveKind::figures_csv, "figures.csv");
    EXPECT_NE(csv.find("as-held on held (A),"), std::string::npos) << csv;
    EXPECT_NE(csv.find("as-held on held (B),"), std::string::npos);
    const std::string map = saved(SaveKind::difference_geojson, "changes.geojson");
    EXPECT_NE(map.find("as-held on held (A)"), std::string::npos);
    EXPECT_NE(map.find("as-held on held (B)"), std::string::npos);
}

TEST_F(TwoDays, APageShowsBothOfTheWipeOrIsRefused) {
    drag_to("time", 0.5);
    robot.click("time B/own");
    drag_to("time B", 0.98);
    const app::viewer::SaveRequest page{SaveKind::page, "map.svg"}, report{SaveKind::report, "report.html"};
    EXPECT_THROW(page_command(page, robot.document), geo::Error) << "no page of a difference has two lines";
    robot.click("mode/wipe");
    robot.settle();
    EXPECT_THROW(page_command(report, robot.document), geo::Error);
    const std::vector<std::string> words = page_command(page, robot.document);
    const auto count = [&words](const std::string& word) { return std::count(words.begin(), words.end(), word); };
    EXPECT_EQ(count("--control=" + early), 1);
    EXPECT_EQ(count("--control=" + late), 1);
    EXPECT_EQ(count("as-held"), 1);
    const auto at = [&words](const std::string& word) { return std::find(words.begin(), words.end(), word); };
    EXPECT_LT(at("--control=" + early), at("--control=" + late)) << "A comes first";
    robot.choose("us-28-point", "B");
    EXPECT_THROW(page_command(page, robot.document), geo::Error) << "a page has several plans, or several lines";
    robot.click("time B/own");
    robot.settle();
    EXPECT_NO_THROW(page_command(page, robot.document));
}

}  // namespace
