// SPDX-License-Identifier: MIT
#include "layers/model/resulting_line.h"

#include "geo/measure.h"
#include "geo/nearest.h"
#include "layers/model/area_table.h"
#include "layers/model/contact_line.h"
#include "layers/model/cutting.h"
#include "layers/model/overlay.h"
#include "layers/model/probe.h"
#include "layers/plan_language/plan_file.h"
#include "support/errors.h"
#include "support/files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>

namespace {

using layers::Plan;

/// Kharkiv comes back to Ukraine: where Russia holds Luhansk up to the border, the two meet there.
const std::string with_strip = R"(
name: p
rules:
  - {where: {units: [Kharkiv, Sumy, Dnipropetrovsk, Mykolaiv], held_by: Russia}, holder: Ukraine, status: UA-regained}
  - {where: {held_by: Russia}, holder: Russia, status: frozen}
  - {where: everywhere, holder: Ukraine, status: UA}
zones:
  - {id: new, kind: demilitarized, where: {within: {distance: 5 km, line: resulting}}}
  - {id: old, kind: demilitarized, where: {within: 5 km}}
  - {id: theirs, kind: special, where: {held_by: {side: Russia, line: resulting}}}
)";

layers::Overlay land_for(std::vector<Plan>& plans) {
    const layers::Units units = layers::builtin_units();
    std::vector<layers::Control> lines = layers::lines_under(plans, std::nullopt, units);
    return layers::cut(units, std::move(lines), layers::cuts_for(plans));
}

TEST(ResultingLine, RunsWhereTheTwoSidesMeetUnderThePlan) {
    std::vector<Plan> plans{layers::parse_plan(with_strip, "p.yaml", {})};
    const layers::Overlay land = land_for(plans);
    const layers::FrontLine& line = land.lines[land.line_index(layers::resulting_line_name(plans.front()))];
    EXPECT_EQ(line.control.info.kind, layers::LineKind::resulting);
    EXPECT_FALSE(line.control.info.accuracy) << "it has none of its own";
    const layers::AreaTable table{plans.front(), land};
    EXPECT_NEAR(geo::area_of(line.control.held.front()).value(),
                table.of({layers::Holder::russia, layers::Status::frozen}).area.value(), 1e-6)
        << "what the rules give to Russia";
    EXPECT_NEAR(table.of_zone("theirs").area.value(),
                table.of({layers::Holder::russia, layers::Status::frozen}).area.value(), 1e-9);
    const auto of_unit = [&table](const std::string& zone, const std::string& unit) {
        double sum = 0;
        for (const layers::AreaTable::ZoneRow& row : table.zones) {
            if (row.id == zone && row.unit == unit) { sum += row.estimate.area.value(); }
        }
        return sum;
    };
    EXPECT_EQ(of_unit("new", "Sumy"), 0) << "Russia has left it, and the border with Russia is no line";
    EXPECT_GT(of_unit("old", "Sumy"), 0);
    EXPECT_GT(of_unit("new", "Luhansk"), of_unit("old", "Luhansk") + 100) << "along the border with Kharkiv oblast";
}

/// Where no unit is handed back, the line that results is the line itself, and so is a strip along it: on every
/// built-in line, those on which units were held as a whole, whose borders are no front, included.
TEST(ResultingLine, IsTheLineWherePlansLeaveIt) {
    for (const std::string& name : layers::builtin_line_names()) {
        SCOPED_TRACE(name);
        std::vector<Plan> plans{layers::parse_plan(fmt::format(R"(
name: q
line: {}
rules:
  - {{where: {{held_by: Russia}}, holder: Russia, status: frozen}}
  - {{where: everywhere, holder: Ukraine, status: UA}}
zones:
  - {{id: new, kind: demilitarized, where: {{within: {{distance: 15 km, side: Ukraine, line: resulting}}}}}}
  - {{id: old, kind: demilitarized, where: {{within: {{distance: 15 km, side: Ukraine}}}}}}
)",
                                                               name),
                                                   "q.yaml", {})};
        const layers::Overlay land = land_for(plans);
        EXPECT_NEAR(land.lines[1].length().value(), land.lines[0].length().value(), 1e-6);
        const layers::AreaTable table{plans.front(), land};
        EXPECT_NEAR(table.of_zone("new").area.value(), table.of_zone("old").area.value(), 1e-6);
    }
}

/// Every reading of a plan has a line of its own, and two plans have two.
TEST(ResultingLine, BelongsToOnePlanInOneReading) {
    std::vector<Plan> plans{layers::load_plan("ua-us-20-point", {}), layers::load_plan("fez-us", {})};
    const layers::Overlay land = land_for(plans);
    std::vector<std::string> names;
    for (const layers::FrontLine& line : land.lines) {
        const layers::LineInfo& info = line.control.info;
        names.push_back(info.kind == layers::LineKind::resulting ? info.source : info.name);
    }
    // The smallest reading has the rules of the plan as it is drawn, and so its line.
    EXPECT_EQ(names, (std::vector<std::string>{"2026-10-10", "ua-us-20-point, 2026-10-10",
                                               "ua-us-20-point@largest, 2026-10-10", "fez-us, 2026-10-10",
                                               "fez-us@smallest, 2026-10-10", "fez-us@largest, 2026-10-10"}));
    EXPECT_EQ(layers::lines_of(plans[0], land), (std::vector<std::size_t>{0, 1})) << "a reading's is not the plan's";
}

/// Reference: the land cut for the plan.
TEST(ResultingLine, APointAsksTheSame) {
    std::vector<Plan> plans{layers::parse_plan(with_strip, "p.yaml", {})};
    const layers::Overlay land = land_for(plans);
    const layers::Probe probe{layers::base_of(land), plans};
    const auto zones_at = [&](const geo::LonLat& position) {
        std::vector<std::string> ids;
        const auto spot = probe.spot(position);
        if (!spot) { return ids; }
        for (const layers::Zone* zone : probe.point_status(plans.front(), *spot).zones) { ids.push_back(zone->id); }
        return ids;
    };
    const geo::Path& border = land.lines[1].front.front();
    const geo::LonLat on_line = border[border.size() / 2];
    EXPECT_EQ(zones_at(on_line).front(), "new");
    EXPECT_TRUE(zones_at({24.03, 49.84}).empty()) << "Lviv";
    EXPECT_EQ(zones_at({37.80, 48.00}), std::vector<std::string>{"theirs"}) << "Donetsk";
}

/// Two plans of one name are two plans, and what one is called changes nothing.
TEST(ResultingLine, GoesByWhatThePlanSaysNotByItsName) {
    std::string other = with_strip;
    other.replace(other.find("Kharkiv, "), 9, "");
    std::vector<Plan> plans{layers::parse_plan(with_strip, "p.yaml", {}), layers::parse_plan(other, "mine.yaml", {})};
    const auto strip_of = [](const Plan& plan) {
        std::vector<Plan> alone{plan};
        const layers::Overlay land = land_for(alone);
        return layers::AreaTable{alone.front(), land}.of_zone("new").area.value();
    };
    const double first = strip_of(plans[0]), second = strip_of(plans[1]);
    EXPECT_GT(std::abs(first - second), 10);
    const layers::Overlay land = land_for(plans);
    plans[1].name = "renamed after it was laid";
    EXPECT_NEAR((layers::AreaTable{plans[0], land}.of_zone("new").area.value()), first, 1e-6);
    EXPECT_NEAR((layers::AreaTable{plans[1], land}.of_zone("new").area.value()), second, 1e-6);
}

TEST(ResultingLine, RulesCannotAskForWhatTheyMake) {
    const auto refuse = [](const std::string& text) {
        return testing_support::error_of([&] { (void)layers::parse_plan(text, "r.yaml", {}); }, "a circle");
    };
    const geo::Error rule = refuse(
        "name: r\nrules:\n  - {where: {held_by: {side: Russia, line: resulting}}, holder: "
        "Russia, status: frozen}\n");
    EXPECT_EQ(rule.problem(), "the rules make the line that results: none of them can ask for it");
    EXPECT_EQ(rule.place().line, 3);
    const geo::Error between = refuse(
        "name: r\nrules:\n  - {where: {between: [line, resulting]}, holder: undecided, "
        "status: undecided}\n");
    EXPECT_EQ(between.problem(), rule.problem());
    const geo::Error own = refuse(
        "name: r\nline: resulting\nrules:\n  - {where: everywhere, holder: undecided, status: "
        "undecided}\n");
    EXPECT_EQ(own.problem(), "the line that results is made of the one that the plan stands on");
}

}  // namespace
