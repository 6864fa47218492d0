// SPDX-License-Identifier: MIT
#include "layers/time/estimates.h"

#include "geo/dataset.h"
#include "geo/measure.h"
#include "layers/plan_language/plan_file.h"
#include "support/files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace {

using layers::DayEstimates;
using layers::Estimate;
using testing_support::TemporaryFolder;

/// Held land from the east up to a meridian.
std::string held_from(double meridian) {
    return fmt::format(
        R"({{"type":"Polygon","coordinates":[[[{0},46],[41,46],[41,50],[{0},50],[{0},48.2],[{0},46]]]}})", meridian);
}

std::vector<layers::Day> days_of(const TemporaryFolder& folder, const std::vector<double>& meridians) {
    layers::DayFiles files;
    std::vector<layers::NamedDay> named;
    for (std::size_t i = 0; i < meridians.size(); ++i) {
        const std::string name = fmt::format("2025-01-{:02}.geojson", i + 1);
        files.paths.push_back(folder.with(name, held_from(meridians[i])));
        named.push_back({files.paths.back(), *geo::parse_iso_date(name.substr(0, 10))});
    }
    files.details.source = "a tracker";
    files.details.accuracy = geo::Kilometres{1};
    return layers::days_of(files, named);
}

double half_width(const Estimate& estimate) {
    return estimate.line ? (estimate.line->most - estimate.line->least).value() / 2 : 0;
}

TEST(Estimates, ChangesOfUnitsComeToTheWholeAndVaryByLess) {
    const TemporaryFolder folder;
    const layers::Units units = layers::builtin_units();
    const layers::Plan plan = layers::load_plan("as-held", {});
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < units.units.size(); ++i) { all.push_back(i); }
    std::size_t counted = 0;
    const layers::EstimatedDays made = layers::estimates_of(
        days_of(folder, {38, 37.8, 37.8, 38}), units,
        {plan, layers::IntervalKind::probable, all, [&counted](std::size_t count) { counted = count; }});
    ASSERT_EQ(made.days.size(), 4U);
    EXPECT_EQ(counted, 4U);
    EXPECT_FALSE(made.days[0].change.line) << "the first does not differ from itself";
    EXPECT_GT(half_width(made.days[0].held), 0);
    const DayEstimates& day = made.days[1];
    double sum = 0, widths = 0, widest = 0;
    for (const auto& [unit, change] : day.unit_changes) {
        sum += change.area.value();
        widths += half_width(change);
        widest = std::max(widest, half_width(change));
    }
    EXPECT_GT(day.change.area.value(), 1000);
    EXPECT_NEAR(sum, day.change.area.value(), 1e-6);
    EXPECT_GT(half_width(day.change), widest) << "no unit varies as all of them";
    EXPECT_LT(half_width(day.change), widths) << "errors of units far apart do not add up";
    EXPECT_EQ(made.days[2].change.area, day.change.area) << "a day that repeats the one before";
    EXPECT_EQ(half_width(made.days[2].change), half_width(day.change));
    EXPECT_NEAR(made.days[3].change.area.value(), 0, 1e-6);
    EXPECT_NEAR(half_width(made.days[3].change), 0, 1e-6) << "where the line did not move both are off alike";
}

/// From each day to the next, and from the first to the last: as a comparison of the two has it.
TEST(Estimates, StepsGoFromDayToDay) {
    const TemporaryFolder folder;
    const layers::Units units = layers::builtin_units();
    const layers::Plan plan = layers::load_plan("as-held", {});
    const auto days = [&] { return days_of(folder, {38, 37.8, 37.8, 37.7}); };
    const layers::EstimatedSteps made = layers::steps_of(days(), units, {plan, layers::IntervalKind::probable, {}, {}});
    const layers::EstimatedDays since_first =
        layers::estimates_of(days(), units, {plan, layers::IntervalKind::probable, {}, {}});
    ASSERT_EQ(made.days.size(), 4U);
    const auto change_on = [&](std::size_t day) { return made.days[day].all.at(layers::Holder::russia).change; };
    EXPECT_EQ(change_on(0).area.value(), 0);
    EXPECT_FALSE(change_on(0).line);
    EXPECT_NEAR(change_on(1).area.value(), since_first.days[1].change.area.value(), 1e-6);
    EXPECT_NEAR(half_width(change_on(1)), half_width(since_first.days[1].change), 1e-9);
    EXPECT_NEAR(change_on(2).area.value(), 0, 1e-6);
    EXPECT_NEAR(half_width(change_on(2)), 0, 1e-9) << "nothing moved, and both days are off alike";
    const layers::HeldAndChange& whole = made.whole.all.at(layers::Holder::russia);
    EXPECT_NEAR(whole.change.area.value(), change_on(1).area.value() + change_on(3).area.value(), 1e-6);
    EXPECT_NEAR(half_width(whole.change), half_width(since_first.days[3].change), 1e-9);
    EXPECT_GT(half_width(change_on(3)), 0);
    for (const layers::StepEstimates& day : made.days) {
        double held = 0, whole_units = 0;
        for (const auto& unit : day.units) {
            held += unit.at(layers::Holder::russia).held.area.value();
            for (const auto& [holder, one] : unit) { whole_units += one.held.area.value(); }
            EXPECT_NEAR(unit.at(layers::Holder::russia).change.area.value(),
                        -unit.at(layers::Holder::ukraine).change.area.value(), 1e-6);
        }
        EXPECT_NEAR(held, day.all.at(layers::Holder::russia).held.area.value(), 1e-6);
        EXPECT_NEAR(whole_units, geo::area_of(units.country()).value(), 1e-3);
    }
}

/// Of two sources errors are independent, on the same land too: such a day repeats nothing.
TEST(Estimates, ADayOfAnotherSourceOnTheSameLandIsNotTheDayBefore) {
    const TemporaryFolder folder;
    const layers::Units units = layers::builtin_units();
    const layers::Plan plan = layers::load_plan("as-held", {});
    std::vector<layers::Day> days = days_of(folder, {38, 37.99, 37.99});  // near the first: there errors are alike
    days.back().control.info.source = "another tracker";
    const layers::EstimatedDays made =
        layers::estimates_of(days, units, {plan, layers::IntervalKind::probable, {}, {}});
    EXPECT_EQ(made.days[2].change.area, made.days[1].change.area);
    EXPECT_GT(half_width(made.days[2].change), 1.5 * half_width(made.days[1].change));
}

}  // namespace
