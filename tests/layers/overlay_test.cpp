// SPDX-License-Identifier: MIT
#include "layers/model/overlay.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "layers/model/place.h"
#include "support/authalic.h"
#include "support/errors.h"
#include "support/files.h"
#include "support/overlays.h"
#include "support/published.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace {

using layers::Overlay;
using layers::Side;

double held_in(const Overlay& land, const std::string& unit = "") {
    double sum = 0;
    for (const layers::Cell& cell : land.cells) {
        const bool counts = unit.empty() || land.units.units[static_cast<std::size_t>(cell.unit)].name == unit;
        if (counts && cell.side == Side::russia) { sum += cell.area.value(); }
    }
    return sum;
}

Overlay land_of_control(const std::string& path, std::optional<geo::Kilometres> fit = std::nullopt,
                        layers::Units units = layers::builtin_units()) {
    return layers::cut(std::move(units), {layers::control_from_polygons(geo::read(path))}, {{}, {}, fit});
}

/// Two square degrees side by side.
layers::Units two_squares() {
    layers::Units units;
    units.units = {support::box_unit("West", {30, 48}, {31, 49}), support::box_unit("East", {31, 48}, {32, 49})};
    return units;
}

/// Every unit whole, to less than a square metre.
void expect_closed(const Overlay& land) {
    for (std::size_t i = 0; i < land.units.units.size(); ++i) {
        double sum = 0;
        for (const layers::Cell& cell : land.cells) { sum += cell.unit == static_cast<int>(i) ? cell.area.value() : 0; }
        EXPECT_NEAR(sum, geo::area_of(land.units.units[i].region).value(), 1e-6) << land.units.units[i].name;
    }
}

TEST(Overlay, TheBuiltInLineCutsTheCountryAndEveryUnitStaysWhole) {
    const Overlay land = support::builtin_land();
    expect_closed(land);
    EXPECT_EQ(geo::to_text(land.control().info.date), "2025-12-24");
    EXPECT_EQ(land.control().info.accuracy, geo::Kilometres{1.2});
    EXPECT_EQ(held_in(land, "Kyiv oblast"), 0);
    EXPECT_NEAR(held_in(land, "AR Crimea"), 26426.21, 0.01);
}

/// Published: DeepState 78.1 % of Donetsk, 99.6 % of Luhansk, 74.8 % of Zaporizhzhia, 72 % of Kherson on 1 January 2026
/// (reported by umoloda.kyiv.ua, 24tv.ua). The line's coarseness and the coasts leave about a point.
TEST(Overlay, SharesAreThePublishedOnesWithinAPoint) {
    const Overlay land = support::builtin_land();
    const std::map<std::string, double> published{
        {"Donetsk", 78.1}, {"Luhansk", 99.6}, {"Zaporizhzhia", 74.8}, {"Kherson", 72}};
    for (const layers::Unit& unit : land.units.units) {
        const auto share = published.find(unit.name);
        if (share == published.end()) { continue; }
        EXPECT_NEAR(100 * held_in(land, unit.name) / geo::area_of(unit.region).value(), share->second, 1) << unit.name;
    }
    EXPECT_NEAR(100 * held_in(land) / land.total().value(), 19.25, 0.3);
}

struct Day {
    const char* file;
    double all, donetsk, crimea, kharkiv, kherson;
};

/// Reference: shapely 1.8.5 intersections with the built-in units, densified to 0.002°, in PROJ's equal-area "cea".
TEST(Overlay, ControlPolygonsMeasureAsShapelyHasThem) {
    for (const Day& day :
         {Day{"control-2024-07-08.geojson", 107682.07118, 15650.87195, 26135.39939, 811.07256, 18873.54302},
          Day{"control-2025-08-17.geojson", 112775.8545, 19837.95446, 26135.39939, 1223.80752, 18879.72761},
          Day{"control-2025-12-24.geojson", 114320.87318, 20584.46172, 26135.39939, 1351.88279, 18879.72714}}) {
        DEMARC_REAL_INPUT(path, day.file);
        const Overlay land = land_of_control(path);
        expect_closed(land);
        EXPECT_NEAR(held_in(land), day.all, 0.001);
        EXPECT_NEAR(held_in(land, "Donetsk"), day.donetsk, 0.001);
        EXPECT_NEAR(held_in(land, "AR Crimea"), day.crimea, 0.001);
        EXPECT_NEAR(held_in(land, "Kharkiv"), day.kharkiv, 0.001);
        EXPECT_NEAR(held_in(land, "Kherson"), day.kherson, 0.001);
    }
}

/// Reference: the closed form. The polygon reaches past the border in the north and the east, and stays short of it by
/// 2 km in the south.
TEST(Overlay, AControlPolygonMeasuresWhatItHoldsOfTheUnits) {
    const testing_support::TemporaryFolder folder;
    const std::string path =
        support::published_control(folder, "2025-12-24", {support::clockwise_box({30.5, 48.02}, {32.01, 49.01})});
    const Overlay plain = land_of_control(path, std::nullopt, two_squares());
    const Overlay fitted = land_of_control(path, geo::Kilometres{5}, two_squares());
    for (const Overlay* land : {&plain, &fitted}) {
        expect_closed(*land);
        EXPECT_EQ(geo::to_text(land->control().info.date), "2025-12-24");
        EXPECT_NEAR(land->slivers().past_units.value(),
                    support::cell_km2(1.51, 48.02, 49.01) - support::cell_km2(1.5, 48.02, 49), 1e-6);
    }
    EXPECT_NEAR(held_in(plain, "West"), support::cell_km2(0.5, 48.02, 49), 1e-6);
    EXPECT_NEAR(held_in(plain, "East"), support::cell_km2(1, 48.02, 49), 1e-6);
    EXPECT_NEAR(plain.slivers().slivers.value(), support::cell_km2(1.5, 48, 48.02), 1e-6);
    EXPECT_NEAR(held_in(fitted, "West"), support::cell_km2(0.5, 48, 49), 1e-6);
    EXPECT_NEAR(held_in(fitted, "East"), support::cell_km2(1, 48, 49), 1e-6) << "all of it";
}

TEST(Overlay, TheMismatchOfCoastsIsSaidAndCanBeGivenAway) {
    DEMARC_REAL_INPUT(path, "control-2025-12-24.geojson");
    const Overlay plain = land_of_control(path), fitted = land_of_control(path, geo::Kilometres{5});
    EXPECT_NEAR(plain.slivers().past_units.value(), 1801.63, 0.01);
    ASSERT_FALSE(plain.slivers().slivers_by_unit.empty());
    EXPECT_EQ(plain.slivers().slivers_by_unit[0].first, "AR Crimea");
    EXPECT_NEAR(plain.slivers().slivers_by_unit[0].second.value(), 290.8, 0.5);
    EXPECT_NEAR(held_in(fitted) - held_in(plain), plain.slivers().slivers.value(), 1e-9);
    EXPECT_NEAR(held_in(fitted, "AR Crimea"), 26426.21, 0.01) << "all of it, once the coasts agree";
    EXPECT_NEAR(held_in(fitted, "Odesa"), 0, 1e-9);
    expect_closed(fitted);
}

/// As Project Owl publishes it: one open line with a third coordinate, 300 m short of the border at the one end and
/// past it at the other.
TEST(Overlay, AnOpenLineIsClosedAndCuts) {
    const testing_support::TemporaryFolder folder;
    const std::string path = folder.with("contact-line-2023-08-25.geojson", R"({"type": "FeatureCollection", "features":
[{"type": "Feature", "properties": {}, "geometry": {"type": "LineString",
"coordinates": [[31.25, 49.01, 0], [31.25, 48.5, 0], [31.25, 48.003, 0]]}}]})");
    layers::Units units = two_squares();
    layers::LineDetails details;
    details.held_at = geo::LonLat{31.9, 48.5};
    layers::Control control =
        layers::control_from_lines(geo::read(path), units.country(), layers::default_closing, details);
    EXPECT_EQ(geo::to_text(control.info.date), "2023-08-25");
    const Overlay land = layers::cut(std::move(units), {control});
    expect_closed(land);
    EXPECT_NEAR(held_in(land, "East"), support::cell_km2(0.75, 48, 49), 1e-6);
    EXPECT_EQ(held_in(land, "West"), 0);
}

TEST(Overlay, TheOpenLineOf2023IsClosedAndCuts) {
    DEMARC_REAL_INPUT(path, "contact-line-2023-08-25.geojson");
    layers::Units units = layers::builtin_units();
    layers::Control control = layers::control_from_lines(geo::read(path), units.country(), layers::default_closing);
    EXPECT_EQ(geo::to_text(control.info.date), "2023-08-25");
    const Overlay land = layers::cut(std::move(units), {control});
    expect_closed(land);
    // Published for 19 Feb 2023: 17 % (Guardian on ISW's files); DeepState on 12 Nov 2022: 18.0 %.
    EXPECT_NEAR(100 * held_in(land) / land.total().value(), 18, 1);
}

TEST(Overlay, ALineWithALatitudeFirstIsToldSo) {
    const geo::Dataset swapped =
        geo::read_geojson(R"({"type":"Polygon","coordinates":[[[48,37],[49,37],[49,38],[48,38],[48,37]]]})", "swapped");
    try {
        layers::cut(layers::builtin_units(), {layers::control_from_polygons(swapped)});
        FAIL() << "land in Iran was cut from Ukraine";
    } catch (const geo::Error& error) {
        EXPECT_NE(error.remedy().find("latitudes seem to stand first"), std::string::npos);
    }
}

TEST(Line, ThereIsNoLineOfThatName) {
    EXPECT_THROW(layers::builtin_line("2025-12-42", layers::builtin_units()), geo::Error);
}

TEST(Line, DetailsOfTheUserComeFirst) {
    const geo::Dataset polygon = geo::read_geojson(
        R"({"type":"Polygon","coordinates":[[[37,48],[38,48],[38,49],[37,49],[37,48]]]})", "held-2025-01-02.geojson");
    EXPECT_EQ(geo::to_text(layers::control_from_polygons(polygon).info.date), "2025-01-02");
    const layers::Control control =
        layers::control_from_polygons(polygon, {geo::parse_iso_date("2025-03-04"), "me", geo::Kilometres{1}});
    EXPECT_EQ(geo::to_text(control.info.date), "2025-03-04");
    EXPECT_EQ(control.info.source, "me");
    EXPECT_EQ(control.info.accuracy, geo::Kilometres{1});
}

/// Six coastal points miss the generalised outline by up to 1.1 km: SOURCES.md names them.
TEST(Places, LieInTheirUnits) {
    const layers::Units units = layers::builtin_units();
    int inside = 0, all = 0;
    for (const layers::Place& place : layers::builtin_places()) {
        if (place.unit_code.empty()) { continue; }
        ++all;
        const int index = layers::find_unit(units.units, place.unit_code);
        ASSERT_GE(index, 0) << place.name;
        inside += geo::contains(units.units[static_cast<std::size_t>(index)].region, place.position) ? 1 : 0;
    }
    EXPECT_EQ(all, 138);
    EXPECT_EQ(inside, 132);
    EXPECT_NEAR(layers::capital().lat, 50.45, 0.01);
}

/// A strip through Odesa oblast: the land west of it touches the border, but is far wider than a mismatch of coasts.
TEST(Overlay, WideLandIsNoSliver) {
    const geo::Dataset strip = geo::read_geojson(
        R"({"type":"Polygon","coordinates":[[[29.9,45],[30.3,45],[30.3,47.5],[29.9,47.5],[29.9,45]]]})", "strip");
    const Overlay land =
        layers::cut(layers::builtin_units(), {layers::control_from_polygons(strip)}, {{}, {}, geo::Kilometres{5}});
    EXPECT_LT(land.slivers().slivers.value(), 100);
}

TEST(Line, TheSameLineTwiceIsOneLine) {
    const std::string once = R"({"type":"LineString","coordinates":[[37.5,50.4],[36,47.7],[31.4,46.5]]})";
    const geo::Region country = layers::builtin_units().country();
    const auto held = [&country](const std::string& text) {
        const layers::Control control =
            layers::control_from_lines(geo::read_geojson(text, "line"), country, geo::Kilometres{50});
        return geo::area_of(control.held.front()).value();
    };
    EXPECT_DOUBLE_EQ(held(once), held(once + "\n" + once));
}

TEST(Line, WithoutKyivOneMustSayWhichSideIsHeld) {
    const geo::Region elsewhere{{{{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}, {}}}};
    const geo::Dataset one = geo::read_geojson(R"({"type":"LineString","coordinates":[[2,5],[2,-1]]})", "line");
    EXPECT_THROW(layers::control_from_lines(one, elsewhere, geo::Kilometres{1}), geo::Error)
        << "the direction of a line says nothing";
    const geo::Dataset line =
        geo::read_geojson(R"({"type":"MultiLineString","coordinates":[[[2,5],[2,2]],[[2,2],[2,-1]]]})", "line");
    EXPECT_THROW(layers::control_from_lines(line, elsewhere, geo::Kilometres{1}), geo::Error);
    layers::LineDetails details;
    details.held_at = geo::LonLat{3, 1};
    const geo::Region held = layers::control_from_lines(line, elsewhere, geo::Kilometres{1}, details).held.front();
    EXPECT_NEAR(geo::bounds_of(held).west, 2, 1e-9);
    details.held_at = geo::LonLat{9, 9};
    EXPECT_THROW(layers::control_from_lines(line, elsewhere, geo::Kilometres{1}, details), geo::Error) << "at sea";
}

/// Neither side can be told: the position may as well lie on the one as on the other.
TEST(Line, APositionOnTheLineSaysNotWhichSideIsHeld) {
    const geo::Region elsewhere{{{{{20, 10}, {24, 10}, {24, 12}, {20, 12}, {20, 10}}, {}}}};
    const geo::Dataset line = geo::read_geojson(R"({"type":"LineString","coordinates":[[21,9.9],[21,12.1]]})", "line");
    layers::LineDetails details;
    for (const double off : {0.0, 1e-9, -1e-9}) {
        details.held_at = geo::LonLat{21 + off, 10.5};
        const geo::Error error = testing_support::error_of(
            [&] { layers::control_from_lines(line, elsewhere, geo::Kilometres{1}, details); }, "on the line");
        EXPECT_NE(error.problem().find("lies on the line"), std::string::npos) << error.problem();
    }
    details.held_at = geo::LonLat{21.001, 10.5};
    EXPECT_EQ(layers::control_from_lines(line, elsewhere, geo::Kilometres{1}, details).held.size(), 1U);
}

TEST(Line, AClosedLineThatCrossesTheOpenOneIsSaid) {
    const geo::Region elsewhere{{{{{20, 10}, {24, 10}, {24, 12}, {20, 12}, {20, 10}}, {}}}};
    const std::string open = R"({"type":"LineString","coordinates":[[21,9.9],[21,12.1]]})";
    const auto notes = [&](const std::string& closed) {
        layers::LineDetails details;
        details.held_at = geo::LonLat{20.2, 11};
        std::string all;
        for (const geo::Note& note :
             layers::control_from_lines(geo::read_geojson(fmt::format("{}\n{}", open, closed), "lines"), elsewhere,
                                        geo::Kilometres{1}, details)
                 .notes) {
            all += note.text + "\n";
        }
        return all;
    };
    const std::string across =
        R"({"type":"LineString","coordinates":[[20.8,10.2],[21.2,10.2],[21.2,10.6],[20.8,10.6],[20.8,10.2]]})";
    EXPECT_NE(notes(across).find("crosses another line at 21.0000° E, 10.2000° N"), std::string::npos) << notes(across);
    const std::string apart =
        R"({"type":"LineString","coordinates":[[22,10.2],[22.2,10.2],[22.2,10.6],[22,10.6],[22,10.2]]})";
    EXPECT_EQ(notes(apart), "");
}

/// Longitudes jump from 180 to -180 in the middle of the country: what is near and what lies between is not to be told.
TEST(Line, ACountryOnBothSidesOfTheAntimeridianIsRefused) {
    const geo::Region country{{{{{177, 10}, {180, 10}, {180, 12}, {177, 12}, {177, 10}}, {}},
                               {{{-180, 10}, {-177, 10}, {-177, 12}, {-180, 12}, {-180, 10}}, {}}}};
    layers::LineDetails details;
    details.held_at = geo::LonLat{178, 11};
    const auto cut = [&](const std::string& line, const geo::Region& land) {
        return layers::control_from_lines(geo::read_geojson(line, "line"), land, geo::Kilometres{1}, details);
    };
    const std::string east = R"({"type":"LineString","coordinates":[[179.5,9],[179.5,13]]})";
    const std::string over = R"({"type":"LineString","coordinates":[[179,9],[-179,13]]})";
    const geo::Region one_side{{country.polygons.front()}};
    for (const auto& [line, land] : {std::pair{east, country}, std::pair{over, country}, std::pair{over, one_side}}) {
        const geo::Error error = testing_support::error_of([&, l = line, c = land] { cut(l, c); }, "antimeridian");
        EXPECT_NE(error.problem().find("180"), std::string::npos) << error.problem();
    }
    EXPECT_NEAR(geo::bounds_of(cut(east, one_side).held.front()).east, 179.5, 1e-9);
}

/// A front and, behind it, the line of years ago: the land beyond both would silently be Ukraine's.
TEST(Line, TwoLinesOneBehindTheOtherAreRefused) {
    const geo::Region country = layers::builtin_units().country();
    const std::string front = R"({"type":"LineString","coordinates":[[37.5,50.4],[36,47.7],[31.4,46.5]]})";
    const std::string old = R"({"type":"LineString","coordinates":[[39.9,50.2],[37.5,48.2],[37.5,46.5]]})";
    try {
        layers::control_from_lines(geo::read_geojson(front + "\n" + old, "lines"), country, geo::Kilometres{50});
        FAIL() << "two lines were taken for one";
    } catch (const geo::Error& error) { EXPECT_NE(error.problem().find("two lines"), std::string::npos); }
}

/// A pocket that its own words call liberated is none.
TEST(Line, PolygonsBesideItAreHeldByTheirClass) {
    const geo::Region country = layers::builtin_units().country();
    const auto control = [&country](const std::string& words) {
        const std::string line =
            R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[37.5,50.4],[36,47.7],[31.4,46.5]]}})";
        const std::string pocket =
            R"({"type":"Feature","properties":{"status":")" + words +
            R"("},"geometry":{"type":"Polygon","coordinates":[[[33,49],[34,49],[34,50],[33,49]]]}})";
        return layers::control_from_lines(geo::read_geojson(line + "\n" + pocket, "line"), country,
                                          geo::Kilometres{50});
    };
    EXPECT_EQ(control("occupied").held.size(), 2U);
    EXPECT_THROW(control("liberated"), geo::Error);
}

/// Each in features that meet end to end, none of which cuts the country by itself.
TEST(Line, TwoLinesOfSeveralFeaturesEachAreRefused) {
    const geo::Region country = layers::builtin_units().country();
    const std::string front = R"({"type":"LineString","coordinates":[[37.5,50.4],[36,47.7]]}
{"type":"LineString","coordinates":[[31.4,46.5],[36,47.7]]})";
    const std::string old = R"({"type":"LineString","coordinates":[[39.9,50.2],[37.5,48.2]]}
{"type":"LineString","coordinates":[[37.5,48.2],[37.5,46.5]]})";
    const auto control = [&country](const std::string& lines) {
        return layers::control_from_lines(geo::read_geojson(lines, "lines"), country, geo::Kilometres{50});
    };
    EXPECT_EQ(control(front).held.size(), 1U);
    EXPECT_EQ(control(old).held.size(), 1U);
    const geo::Error error = testing_support::error_of([&] { control(front + "\n" + old); }, "two lines");
    EXPECT_NE(error.problem().find("two lines"), std::string::npos) << error.problem();
}

TEST(Control, DateAccuracyAndSourceMayStandInAFeature) {
    geo::Dataset dataset;
    dataset.path = "held.geojson";
    const auto triangle = [](double west, double south) {
        const geo::Ring ring{{west, south}, {west + 1, south}, {west + 1, south + 1}, {west, south}};
        return geo::Region{{{ring, {}}}};
    };
    dataset.features.push_back({{"Polygon", {}, {}, triangle(38, 48)}, {}, 1, ""});
    dataset.features.push_back({{"Polygon", {}, {}, triangle(37, 47)},
                                {{"date", "2026-01-15"}, {"accuracy", "about 3 km"}, {"source", "my own map"}},
                                2,
                                ""});
    const layers::LineInfo info = layers::control_from_polygons(dataset).info;
    EXPECT_EQ(geo::to_text(info.date), "2026-01-15");
    EXPECT_EQ(info.source, "my own map");
    ASSERT_TRUE(info.accuracy);
    EXPECT_EQ(info.accuracy->value(), 3);
}

}  // namespace
