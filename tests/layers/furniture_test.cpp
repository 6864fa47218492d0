// SPDX-License-Identifier: MIT
#include "layers/map/furniture.h"

#include "layers/map/legend.h"
#include "layers/map/map_frame.h"
#include "layers/model/estimate_words.h"
#include "support/files.h"
#include "support/random_region.h"
#include "support/results.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace {

using app::viewer::Result;
using layers::LegendEntry;
using layers::MapBox;
using layers::PaintOptions;
using layers::Part;

const MapBox everything{-2e6, -2e6, 2e6, 2e6};

MapBox box_about(const geo::LonLat& position, double reach_m) {
    const geo::MapPoint at = geo::Projection::about(layers::middle_of_ukraine).forward(position);
    return {at.x_m - reach_m, at.y_m - reach_m, at.x_m + reach_m, at.y_m + reach_m};
}

PaintOptions without(Part part) {
    PaintOptions options;
    options.shown[static_cast<std::size_t>(part)] = false;
    return options;
}

std::vector<std::string> texts_of(const std::vector<LegendEntry>& entries, bool lines = false) {
    std::vector<std::string> texts;
    for (const LegendEntry& entry : entries) {
        if (entry.is_line == lines && !entry.is_note) { texts.push_back(entry.text); }
    }
    return texts;
}

/// The number at the beginning, "115,298 ±2,022 km²" → 115298; -1 if there is none.
double number_in(const std::string& estimate) {
    std::string digits;
    for (const char letter : estimate) {
        if (letter == ',') { continue; }
        if (letter < '0' || letter > '9') { break; }
        digits += letter;
    }
    return digits.empty() ? -1 : std::stod(digits);
}

TEST(ScaleBar, IsRoundAndAsLongAsFits) {
    std::mt19937_64 random{testing_support::test_seed()};
    std::uniform_real_distribution<double> exponent{std::log(5), std::log(4000)}, width{60, 400};
    for (int i = 0; i < 1000; ++i) {
        const double metres_per_px = std::exp(exponent(random)), most_px = width(random);
        const double km = layers::bar_length(metres_per_px, most_px).value();
        const double px = km * 1000 / metres_per_px;
        EXPECT_LE(px, most_px * (1 + 1e-12)) << metres_per_px << " m a pixel";
        EXPECT_GE(px, most_px * 2 / 5 * (1 - 1e-12)) << metres_per_px << " m a pixel";
        const double digit = km / std::pow(10, std::floor(std::log10(km) + 1e-9));
        EXPECT_TRUE(std::abs(digit - 1) < 1e-9 || std::abs(digit - 2) < 1e-9 || std::abs(digit - 5) < 1e-9) << km;
    }
}

TEST(ScaleBar, MayFillItsRoom) {
    EXPECT_DOUBLE_EQ(layers::bar_length(1000, 100).value(), 100);
    EXPECT_DOUBLE_EQ(layers::bar_length(50, 100).value(), 5);
    EXPECT_DOUBLE_EQ(layers::bar_length(100, 200).value(), 20);
    EXPECT_DOUBLE_EQ(layers::bar_length(100, 199).value(), 10);
    EXPECT_DOUBLE_EQ(layers::bar_length(5, 60).value(), 0.2);
}

/// Reference: the area table.
TEST(Legend, NamesEveryStatusAndZoneWithItsFigure) {
    for (const char* plan : {"us-28-point", "kellogg-15-15"}) {
        const Result& result = support::result_of(plan);
        const std::vector<LegendEntry> entries =
            layers::legend_of(*result.a, support::content_of(result), PaintOptions{}, everything);
        std::size_t expected = 0;
        const auto expect = [&](const std::string& text, const layers::Estimate& estimate) {
            const auto entry = std::find_if(entries.begin(), entries.end(),
                                            [&text](const LegendEntry& other) { return other.text == text; });
            ASSERT_NE(entry, entries.end()) << plan << ": " << text;
            EXPECT_EQ(number_in(entry->estimate), std::round(estimate.area.value())) << text << ": " << entry->estimate;
            EXPECT_TRUE(entry->estimate.ends_with(" km²")) << entry->estimate;
            const bool moves = estimate.line && (estimate.line->most - estimate.line->least).value() > 1;
            EXPECT_EQ(entry->estimate.find("±") != std::string::npos, moves) << text << ": " << entry->estimate;
            ++expected;
        };
        for (const layers::StatusClass& label : result.a->table.classes()) {
            if (result.a->table.of(label).area.value() == 0) { continue; }  // of a reading only
            expect(layers::in_words(label, result.a->plan->sides), result.a->table.of(label));
        }
        for (const layers::Zone& zone : result.a->plan->zones) {
            expect(id_of(zone.kind) + ": " + zone.title, result.a->table.of_zone(zone.id));
        }
        ++expected;  // land within the accuracy of the line, which has no figure
        EXPECT_EQ(texts_of(entries).size(), expected) << plan << ": and nothing else";
    }
}

TEST(Legend, ListsOnlyWhatTheBoxShows) {
    const Result& result = support::result_of("us-28-point");
    const geo::LonLat lviv{24.03, 49.84}, kramatorsk{37.58, 48.74}, black_sea{31, 44};
    const auto about = [&](const geo::LonLat& position) {
        return texts_of(
            layers::legend_of(*result.a, support::content_of(result), PaintOptions{}, box_about(position, 5000)));
    };
    EXPECT_EQ(about(lviv), std::vector<std::string>{"stays with Ukraine"});
    EXPECT_TRUE(about(black_sea).empty());
    const std::vector<std::string> fortress = about(kramatorsk);
    ASSERT_EQ(fortress.size(), 2U) << "its status and the buffer zone";
    EXPECT_EQ(fortress[0], "Ukraine withdraws, on the side of Russia");
    EXPECT_EQ(fortress[1].substr(0, 15), "demilitarized: ");
}

/// "nothing that is off or out of sight": the line is 700 km from Lviv.
TEST(Legend, ListsTheLineOnlyWhereItIsSeen) {
    const Result& result = support::result_of("us-28-point");
    const auto about = [&](const geo::LonLat& position) {
        return texts_of(
            layers::legend_of(*result.a, support::content_of(result), PaintOptions{}, box_about(position, 30000)),
            true);
    };
    EXPECT_EQ(about({37.6, 48.5}).size(), 1U);
    EXPECT_EQ(about({24.03, 49.84}), std::vector<std::string>{});
}

TEST(Legend, DoesNotListWhatIsHidden) {
    const Result& result = support::result_of("us-28-point");
    const auto legend = [&](const PaintOptions& options) {
        return layers::legend_of(*result.a, support::content_of(result), options, everything);
    };
    const std::size_t all = texts_of(legend({})).size(), zones = result.a->plan->zones.size();
    ASSERT_GT(zones, 0U);
    EXPECT_EQ(texts_of(legend({}), true).size(), 1U);
    EXPECT_EQ(texts_of(legend(without(Part::zone))).size(), all - zones);
    EXPECT_EQ(texts_of(legend(without(Part::status))).size(), zones + 1);
    EXPECT_EQ(texts_of(legend(without(Part::accuracy))).size(), all - 1);
    EXPECT_TRUE(texts_of(legend(without(Part::line)), true).empty());
    EXPECT_EQ(texts_of(legend(without(Part::place))).size(), all) << "names are not listed anyway";
}

/// What the picture shows is what the legend shows: with the slider half way, half as opaque on the land's white.
TEST(Legend, ColoursAreThoseOfTheMap) {
    const Result& result = support::result_of("us-28-point");
    PaintOptions half;
    half.opacity = 0.5;
    for (const LegendEntry& entry : layers::legend_of(*result.a, support::content_of(result), half, everything)) {
        for (const layers::SceneFill& fill : result.a->scene.fills) {
            if (fill.part != Part::status || fill.id != entry.text) { continue; }
            const double opacity = fill.colour.a / 2.0 / 255;
            EXPECT_NEAR(entry.colour.r, fill.colour.r * opacity + 255 * (1 - opacity), 1.1);
            EXPECT_NEAR(entry.colour.b, fill.colour.b * opacity + 255 * (1 - opacity), 1.1);
            EXPECT_EQ(entry.colour.a, 255);
        }
    }
}

/// Reference: layers::Comparison.
TEST(Legend, OfADifferenceNamesItsTransfers) {
    const Result& result = support::result_of("us-28-point", "ua-us-20-point");
    const std::vector<LegendEntry> entries =
        layers::legend_of_difference(support::content_of(result), PaintOptions{}, everything);
    double sum = 0;
    std::size_t transfers = 0;
    for (const LegendEntry& entry : entries) {
        if (entry.is_line || entry.text.find("→") == std::string::npos) { continue; }
        ++transfers;
        ASSERT_GE(number_in(entry.estimate), 0) << entry.text << ": " << entry.estimate;
        sum += number_in(entry.estimate);
    }
    EXPECT_GT(transfers, 1U);
    EXPECT_NEAR(sum, result.comparison->changed().area.value(), 0.5 * static_cast<double>(transfers));
    EXPECT_TRUE(
        texts_of(layers::legend_of_difference(support::content_of(result), without(Part::difference), everything))
            .empty());
}

/// Two plans side by side that stand on lines of different days.
TEST(Legend, NamesTheLineThatItsOwnMapShows) {
    const testing_support::TemporaryFolder folder;
    const std::string old = folder.with("old.yaml", R"(name: old
title: Old
text_status: example
line: 2022-02-23
sources: {ME: {title: me}}
rules:
  - {where: {held_by: Russia}, holder: Russia, status: frozen, sources: ME}
  - {where: everywhere, holder: Ukraine, status: UA, sources: ME}
)");
    const auto result = support::lay(support::request_of(old, "freeze"));
    for (const auto& [view, line] : {std::pair{result->a.get(), "2022-02-23"}, {result->b.get(), "2026-10-10"}}) {
        EXPECT_TRUE(
            std::any_of(view->scene.strokes.begin(), view->scene.strokes.end(),
                        [line = line](const auto& stroke) { return stroke.part == Part::line && stroke.id == line; }))
            << line;
        const std::vector<std::string> lines =
            texts_of(layers::legend_of(*view, support::content_of(*result), PaintOptions{}, everything), true);
        ASSERT_EQ(lines.size(), 1U);
        EXPECT_NE(lines[0].find(line), std::string::npos) << lines[0];
    }
}

TEST(Credit, NamesLineDateAndAccuracy) {
    const std::string one = layers::credit_of(support::result_of("us-28-point").land);
    EXPECT_NE(one.find("line of contact 2026-10-10"), std::string::npos) << one;
    EXPECT_NE(one.find("accuracy 1 km"), std::string::npos) << one;
    const std::string two = layers::credit_of(support::result_of("template-minsk-2").land);
    EXPECT_NE(two.find("2026-10-10"), std::string::npos) << two;
    EXPECT_NE(two.find("2014-09-19"), std::string::npos) << two;
    EXPECT_NE(two.find("accuracy 6 km"), std::string::npos) << two;
}

TEST(Credit, OfAFileNamesTheDateThatItStates) {
    app::viewer::Request request = support::request_of("freeze");
    layers::Control control = layers::builtin_line("2022-02-23", *request.units);
    control.info = {"mine.geojson", layers::LineKind::control_polygon, geo::parse_iso_date("2022-02-23"), "",
                    std::nullopt};
    request.control = std::make_shared<const layers::Control>(std::move(control));
    const std::string words = layers::credit_of(support::lay(request)->land);
    EXPECT_NE(words.find("control polygon mine.geojson of 2022-02-23, accuracy not stated"), std::string::npos)
        << words;
}

TEST(Legend, SaysWhatPlanItIsAndWhatWasSet) {
    const Result& result = support::result_of("us-28-point");
    const std::vector<LegendEntry> entries =
        layers::legend_of(*result.a, support::content_of(result), PaintOptions{}, everything);
    ASSERT_TRUE(entries.front().is_note);
    EXPECT_EQ(entries.front().text, "leaked draft, 2025-11-20");
    app::viewer::Request request = result.request;
    request.a = "kellogg-15-15";
    request.settings[request.a]["depth"] = "26 km";
    const std::shared_ptr<const Result> changed = support::lay(request);
    const std::vector<LegendEntry> legend =
        layers::legend_of(*changed->a, support::content_of(*changed), PaintOptions{}, everything);
    EXPECT_EQ(legend[1].text, "set here: depth = 26 km (15 km in the plan)");
}

}  // namespace
