// SPDX-License-Identifier: MIT
#include "layers/time/series.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "layers/model/days.h"
#include "layers/report/track_report.h"
#include "support/files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>

namespace {

using geo::SquareKilometres;
using layers::Every;
using layers::Series;
using testing_support::TemporaryFolder;

/// Held land from the east up to a meridian, with a notch that is in each oblast.
std::string day(double meridian, const std::string& properties = "{}") {
    return fmt::format(
        R"({{"type":"Feature","properties":{},"geometry":{{"type":"Polygon","coordinates":[[[{},46],[41,46],[41,50],[{},50],[{},48.2],[{},46]]]}}}})",
        properties, meridian, meridian, meridian + 0.3, meridian);
}

Series track(const std::vector<std::string>& files) {
    return layers::track({files}, layers::builtin_units());
}

/// Reference: the overlay, by GEOS, of the same polygons.
TEST(Series, MeasuresEachDayAsAnOverlayDoes) {
    const TemporaryFolder folder;
    const layers::Units units = layers::builtin_units();
    std::vector<std::string> files;
    for (const auto& [name, meridian] : {std::pair{"held-2025-01-02.geojson", 37.9},
                                         {"held-2025-01-01.geojson", 38.0},
                                         {"held-2025-01-05.geojson", 37.9}}) {
        files.push_back(folder.with(name, day(meridian)));
    }
    const Series series = track(files);
    ASSERT_EQ(series.days.size(), 3U);
    EXPECT_EQ(geo::to_text(std::optional{series.days.front().date}), "2025-01-01") << "in their order";
    for (const layers::DayAreas& of : series.days) {
        const layers::Control control = layers::control_from_polygons(geo::read(of.file), {});
        for (std::size_t unit = 0; unit < units.units.size(); ++unit) {
            EXPECT_NEAR(of.held[unit].value(),
                        geo::area_of(geo::intersect(units.units[unit].region, control.held.front())).value(), 1e-6)
                << of.file << " " << units.units[unit].name;
        }
    }
    EXPECT_FALSE(series.days[1].repeats);
    EXPECT_TRUE(series.days[2].repeats);
    EXPECT_LT(series.distinct_edges, series.edges);
    ASSERT_EQ(layers::missing_days(series).size(), 2U);
    EXPECT_TRUE(layers::leaps(series).empty());
}

/// References: the overlay, by GEOS, of the same polygons; and each day by itself, to the last bit.
TEST(Series, ManyDaysThatShareMostEdgesAreEachMeasuredRight) {
    const TemporaryFolder folder;
    const layers::Units units = layers::builtin_units();
    std::mt19937 random{20261128};
    std::uniform_real_distribution<double> part{-0.05, 0.05};
    geo::Ring front;
    for (double lat = 46.5; lat < 50; lat += 0.05) { front.push_back({37.5 + part(random), lat}); }
    std::vector<std::string> files;
    for (int day = 0; day < 70; ++day) {  // more than are read at once
        for (int changes = day % 4; changes > 0; --changes) {
            front[random() % front.size()].lon += part(random);
            if (day % 10 == 9) { front.erase(front.begin() + static_cast<std::ptrdiff_t>(random() % front.size())); }
        }
        std::string ring = "[41,46],[41,50.1]";
        for (auto corner = front.rbegin(); corner != front.rend(); ++corner) {
            ring += fmt::format(",[{},{}]", corner->lon, corner->lat);
        }
        const std::string hole = day % 7 < 3 ? ",[[39,47],[39,48],[39.5,48],[39,47]]" : "";
        files.push_back(folder.with(fmt::format("2025-{:02}-{:02}.geojson", 1 + day / 28, 1 + day % 28),
                                    fmt::format(R"({{"type":"Polygon","coordinates":[[{},[41,46]]{}]}})", ring, hole)));
    }
    const Series series = track(files);
    ASSERT_EQ(series.days.size(), 70U);
    EXPECT_LT(series.distinct_edges * 10, series.edges);
    for (std::size_t i = 0; i < files.size(); i += 3) {
        const layers::Control control = layers::control_from_polygons(geo::read(files[i]), {});
        const Series alone = track({files[i]});
        for (std::size_t unit = 0; unit < units.units.size(); ++unit) {
            const SquareKilometres cut = geo::area_of(geo::intersect(units.units[unit].region, control.held.front()));
            ASSERT_NEAR(series.days[i].held[unit].value(), cut.value(), 1e-6) << files[i];
            ASSERT_EQ(series.days[i].held[unit].value(), alone.days[0].held[unit].value()) << files[i];
        }
    }
    std::vector<std::size_t> listed;
    for (std::size_t i = 0; i < files.size(); ++i) { listed.push_back(i); }
    const layers::Sides sides;
    std::string parts;
    for (std::size_t first = 0; first < files.size(); first += 30) {
        const layers::report::Table table =
            layers::report::track_data(series, listed, units, sides, {first, first + 30});
        parts += first == 0 ? to_csv(table) : csv_rows(table);
    }
    EXPECT_EQ(parts, to_csv(layers::report::track_data(series, listed, units, sides))) << "part by part as at once";
}

/// Reference: the files of single days.
TEST(Series, AFileOfManyDaysIsAsOneForEach) {
    const TemporaryFolder folder;
    const std::string both = folder.with(
        "both.geojson", fmt::format(R"({{"type":"FeatureCollection","features":[{},{}]}})",
                                    day(37.9, R"({"date":"2025-01-02"})"), day(38, R"({"date":"2025-01-01"})")));
    const Series one = track({both});
    const Series each =
        track({folder.with("2025-01-01.geojson", day(38)), folder.with("2025-01-02.geojson", day(37.9))});
    ASSERT_EQ(one.days.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(one.days[i].date, each.days[i].date);
        EXPECT_EQ(one.days[i].held_in_all().value(), each.days[i].held_in_all().value());
    }
}

TEST(Series, RefusesWhatIsOfNoDayAndTwoOfOne) {
    const TemporaryFolder folder;
    const std::string undated = folder.with("held.geojson", day(38)),
                      first = folder.with("2025-01-01.geojson", day(38)),
                      again = folder.with("again-2025-01-01.geojson", day(37));
    EXPECT_THROW(track({undated}), geo::Error);
    EXPECT_THROW(track({first, again}), geo::Error);
    const std::string odd = folder.with(
        "odd.geojson", fmt::format(R"({{"type":"FeatureCollection","features":[{},{}]}})",
                                   day(37.9, R"({"date":"2025-13-02"})"), day(38, R"({"date":"2025-01-01"})")));
    EXPECT_THROW(track({odd}), geo::Error);
}

TEST(Series, ADayOfWhichThereIsNothingIsLeftOutAndTold) {
    const TemporaryFolder folder;
    const std::string first = folder.with("2025-01-01.geojson", day(38, R"({"status":"held"})")),
                      none = folder.with("2025-01-02.geojson", R"({"type":"FeatureCollection","features":[]})"),
                      other = folder.with("2025-01-03.geojson", day(37.9, R"({"status":"free"})")),
                      last = folder.with("2025-01-04.geojson", day(37.8, R"({"status":"held"})"));
    layers::DayFiles files{{first, none, other, last}};
    files.details.choosing.held = "status = 'held'";
    const Series series = layers::track(files, layers::builtin_units());
    ASSERT_EQ(series.days.size(), 2U);
    EXPECT_EQ(series.days[1].file, last);
    ASSERT_EQ(series.unread.empty.size(), 2U);
    EXPECT_EQ(geo::to_text(std::optional{series.unread.empty[0].date}), "2025-01-02");
    EXPECT_EQ(series.unread.empty[0].file, none);
    EXPECT_EQ(series.unread.empty[1].file, other);
    EXPECT_NE(series.unread.empty[1].why.problem().find("status = 'held'"), std::string::npos);
    EXPECT_THROW(track({none}), geo::Error) << "where there is nothing at all";
    EXPECT_THROW(track({first, folder.with("none.geojson", R"({"type":"FeatureCollection","features":[]})")}),
                 geo::Error)
        << "of no day";
    EXPECT_THROW(track({first, folder.with("2025-01-05.geojson", "")}), geo::Error) << "no file of features";
    files.paths = {first, last};
    files.details.choosing.held = "stat = 'held'";
    EXPECT_THROW(layers::track(files, layers::builtin_units()), geo::Error) << "a filter that no file knows";
}

TEST(Series, AllThatCannotBeReadIsNamedAtOnceOrLeftOut) {
    const TemporaryFolder folder;
    const std::string first = folder.with("2025-01-01.geojson", day(38)),
                      cut = folder.with("2025-01-02.geojson", day(38).substr(0, 60)),
                      nothing = folder.with("2025-01-03.geojson", ""), undated = folder.with("held.geojson", day(38)),
                      last = folder.with("2025-01-04.geojson", day(37.8));
    layers::DayFiles files{{first, cut, nothing, undated, last}};
    try {
        layers::track(files, layers::builtin_units());
        FAIL() << "three files are bad";
    } catch (const layers::BadDays& bad) {
        ASSERT_EQ(bad.days.size(), 3U);
        EXPECT_EQ(bad.files, 5U);
        EXPECT_EQ(bad.good_days, 2U);
        EXPECT_EQ(bad.days[0].file, cut);
        EXPECT_EQ(bad.days[0].why.place().file, cut);
        EXPECT_EQ(geo::to_text(bad.days[1].date), "2025-01-03");
        EXPECT_FALSE(bad.days[2].date) << "nobody knows";
        EXPECT_EQ(bad.problem(), bad.days[0].why.problem());
    }
    files.leaves_out_bad = true;
    const Series series = layers::track(files, layers::builtin_units());
    ASSERT_EQ(series.days.size(), 2U);
    EXPECT_EQ(series.days[1].file, last);
    ASSERT_EQ(series.unread.bad.size(), 3U);
    EXPECT_EQ(series.unread.bad[2].file, undated);
    files.paths = {cut, nothing};
    EXPECT_THROW(layers::track(files, layers::builtin_units()), layers::BadDays) << "nothing remains";
}

/// Reference: the areas of the rectangles, by area_of().
TEST(Series, UnitsThatOverlapHaveEachPlaceOnceAndSoHasContestedLand) {
    const auto rectangle = [](double west, double east) {
        return geo::Region{{{{{west, 48}, {east, 48}, {east, 49}, {west, 49}, {west, 48}}, {}}}};
    };
    layers::Units units;
    units.units = {{"A", "", "A", "", rectangle(30, 32)}, {"B", "", "B", "", rectangle(31, 33)}};
    const TemporaryFolder folder;
    const auto polygon = [](double west, double east, const char* status) {
        return fmt::format(
            R"({{"type":"Feature","properties":{{"status":"{}"}},"geometry":{{"type":"Polygon","coordinates":[[[{},48],[{},48],[{},49],[{},49],[{},48]]]}}}})",
            status, west, east, east, west, west);
    };
    const auto file = [&](const char* name, const std::string& a, const std::string& b) {
        return folder.with(name, fmt::format(R"({{"type":"FeatureCollection","features":[{},{}]}})", a, b));
    };
    layers::DayFiles files;
    files.paths = {file("2025-01-01.geojson", polygon(31.5, 32.5, "held"), polygon(32, 33, "grey")),
                   file("2025-01-02.geojson", polygon(31.5, 32.5, "grey"), polygon(32, 33, "held"))};
    files.details.choosing = {"status = 'held'", "status = 'grey'", false};
    const Series series = layers::track(files, units);
    const auto area = [&](double west, double east) { return geo::area_of(rectangle(west, east)).value(); };
    ASSERT_EQ(series.days.size(), 2U);
    const layers::DayAreas& first = series.days.front();
    EXPECT_NEAR(first.held[0].value(), area(31.5, 32), 1e-6) << "the first in the file has what two claim";
    EXPECT_NEAR(first.held[1].value(), area(32, 32.5), 1e-6);
    EXPECT_NEAR(first.contested[1].value(), area(32.5, 33), 1e-6) << "what is held is not contested";
    EXPECT_NEAR(series.units[1].value(), area(32, 33), 1e-6);
    EXPECT_FALSE(series.days.back().repeats) << "other classes of the same edges";
}

TEST(Series, ADayThatHasLostHalfItsLandIsTold) {
    const TemporaryFolder folder;
    const Series series =
        track({folder.with("2025-01-01.geojson", day(36)), folder.with("2025-01-02.geojson", day(39.5)),
               folder.with("2025-01-03.geojson", day(36))});
    EXPECT_EQ(layers::leaps(series), (std::vector<std::size_t>{1, 2}));
}

TEST(Series, ListsTheLastDayOfEachPeriodAndTheFirstOfAll) {
    Series series;
    for (const char* date : {"2024-12-29", "2024-12-30", "2024-12-31", "2025-01-01", "2025-01-05", "2025-01-06"}) {
        series.days.push_back({*geo::parse_iso_date(date), "", {}, {}});
    }
    EXPECT_EQ(layers::listed_days(series, Every::day).size(), 6U);
    EXPECT_EQ(layers::listed_days(series, Every::week), (std::vector<std::size_t>{0, 4, 5})) << "Sundays, and the last";
    EXPECT_EQ(layers::listed_days(series, Every::month), (std::vector<std::size_t>{0, 2, 5}));
    EXPECT_EQ(layers::listed_days(series, Every::year), (std::vector<std::size_t>{0, 2, 5}));
}

TEST(Series, OfTwoSourcesTheDaysThatBothHaveAreCompared) {
    Series a, b;
    for (const char* date : {"2025-01-01", "2025-01-02", "2025-01-04"}) {
        a.days.push_back({*geo::parse_iso_date(date), "", {}, {}});
    }
    for (const char* date : {"2025-01-02", "2025-01-03", "2025-01-04", "2025-01-05"}) {
        b.days.push_back({*geo::parse_iso_date(date), "", {}, {}});
    }
    const layers::LeftOut left = layers::keep_common_days(a, b);
    EXPECT_EQ(left.of_first, 1U);
    EXPECT_EQ(left.of_second, 2U);
    ASSERT_EQ(a.days.size(), 2U);
    ASSERT_EQ(b.days.size(), 2U);
    EXPECT_EQ(a.days[1].date, b.days[1].date);
}

TEST(Series, IsDailyWhereTheNextDayFollowsOnMost) {
    const auto of = [](std::initializer_list<const char*> dates) {
        Series series;
        for (const char* date : dates) { series.days.push_back({*geo::parse_iso_date(date), "", {}, {}}); }
        return series;
    };
    EXPECT_TRUE(layers::is_daily(of({"2025-01-01", "2025-01-02", "2025-01-03", "2025-06-01"})));
    EXPECT_FALSE(layers::is_daily(of({"2025-01-01", "2025-01-08", "2025-01-15"}))) << "weekly";
    EXPECT_FALSE(layers::is_daily(of({"2025-01-01"})));
}

}  // namespace
