// SPDX-License-Identifier: MIT
// Land along border and coast that a control polygon leaves uncovered: a country of two square units, whose outline the
// polygon misses by 2 km. What should go over is the strip measured by itself; days of it are checked against the
// overlay, which cuts each day anew.
#include "layers/model/outline_fit.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "layers/model/base_overlay.h"
#include "layers/model/overlay.h"
#include "layers/model/sliver_words.h"
#include "layers/time/held.h"
#include "layers/time/moves.h"
#include "layers/time/outline_fits.h"
#include "layers/time/series.h"
#include "support/files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <atomic>
#include <random>
#include <thread>

namespace {

using geo::Kilometres;
using layers::OutlineFit;

constexpr Kilometres reach{5};

geo::Region box(double west, double south, double east, double north) {
    return {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}}};
}

double km2(const geo::Region& region) {
    return geo::area_of(region).value();
}

layers::Units two_units() {
    layers::Units units;
    units.units = {{"West", "", "W", "", box(37, 48, 38, 49)}, {"East", "", "E", "", box(38, 48, 39, 49)}};
    return units;
}

layers::Control control_of(geo::Region held, geo::Region contested = {}) {
    layers::Control made;
    made.info.name = "drawn";
    made.info.kind = layers::LineKind::control_polygon;
    made.held = {std::move(held)};
    if (!contested.empty()) { made.contested = {std::move(contested)}; }
    return made;
}

TEST(OutlineFit, IsTheStripBetweenHeldLandAndTheBorder) {
    const OutlineFit fit = layers::outline_fit(control_of(box(37.5, 48.02, 39.1, 49.1)), two_units(), reach);
    EXPECT_NEAR(fit.held_by_unit[0].value(), km2(box(37.5, 48, 38, 48.02)), 1e-6);
    EXPECT_NEAR(fit.held_by_unit[1].value(), km2(box(38, 48, 39, 48.02)), 1e-6);
    EXPECT_NEAR(km2(fit.held), km2(box(37.5, 48, 39, 48.02)), 1e-6);
    EXPECT_TRUE(fit.contested.empty());
    EXPECT_EQ(fit.in_all(), fit.held_by_unit[0] + fit.held_by_unit[1]);
}

/// A class of its own is no mismatch of coasts, however near the border it lies.
TEST(OutlineFit, ContestedLandAlongTheBorderStaysContested) {
    const layers::Control control = control_of(box(37.5, 48.02, 39.1, 49.1), box(37.5, 47.9, 38.6, 48.02));
    const OutlineFit fit = layers::outline_fit(control, two_units(), reach);
    EXPECT_NEAR(fit.held_by_unit[0].value(), 0, 1e-9);
    EXPECT_NEAR(fit.held_by_unit[1].value(), km2(box(38.6, 48, 39, 48.02)), 1e-6);
    const layers::Overlay land = layers::cut(two_units(), {control}, {{}, {}, reach});
    double contested = 0;
    for (const layers::Cell& cell : land.cells) {
        contested += cell.side == layers::Side::contested ? cell.area.value() : 0;
    }
    EXPECT_NEAR(contested, km2(box(37.5, 48, 38.6, 48.02)), 1e-6);
}

/// What contested land leaves uncovered goes with it.
TEST(OutlineFit, AStripBesideContestedLandIsContested) {
    const OutlineFit fit =
        layers::outline_fit(control_of(box(38.2, 48.02, 39.1, 49.1), box(37.4, 48.02, 38.2, 49.1)), two_units(), reach);
    EXPECT_NEAR(fit.held_by_unit[0].value(), 0, 1e-9);
    EXPECT_NEAR(fit.held_by_unit[1].value(), km2(box(38.2, 48, 39, 48.02)), 1e-6);
    EXPECT_NEAR(fit.contested_by_unit[0].value(), km2(box(37.4, 48, 38, 48.02)), 1e-6);
    EXPECT_NEAR(fit.contested_by_unit[1].value(), km2(box(38, 48, 38.2, 48.02)), 1e-6);
    EXPECT_NEAR(km2(fit.contested), km2(box(37.4, 48, 38.2, 48.02)), 1e-6);
    const auto line_of = [](std::optional<Kilometres> by) {
        std::vector<layers::Control> lines{control_of(box(38.2, 48.02, 39.1, 49.1), box(37.4, 48.02, 38.2, 49.1))};
        return layers::lay_lines(two_units(), std::move(lines), by).lines.front();
    };
    const layers::FrontLine fitted = line_of(reach), drawn = line_of({});
    EXPECT_NEAR(fitted.control.info.fitted.value(), fit.in_all().value(), 1e-6) << "what track() has";
    EXPECT_NE(layers::sliver_words(fitted).find("count as contested"), std::string::npos);
    EXPECT_NE(layers::sliver_words(drawn).find("count as not contested"), std::string::npos);
}

/// A spit of land all of which lies near the sea touches held land at its root, and was left out by the source.
TEST(OutlineFit, APeninsulaThatWasGivenBackStaysSo) {
    layers::Units units = two_units();
    units.units.push_back({"Spit", "", "S", "", box(39, 48.4, 39.6, 48.44)});
    const auto fit = [&units](double east) {
        return layers::outline_fit(control_of(geo::unite(box(37.5, 47.9, 39, 49.1), box(38.9, 48.39, east, 48.42))),
                                   units, reach);
    };
    EXPECT_NEAR(fit(39.02).held_by_unit[2].value(), 0, 1e-9);
    EXPECT_NEAR(fit(39.7).held_by_unit[2].value(), km2(box(39, 48.42, 39.6, 48.44)), 1e-6)
        << "held, and drawn otherwise";
}

/// A bay of other land in the middle of a strip takes nothing from what lies before and behind it.
TEST(OutlineFit, ABayEndsNothingElse) {
    const geo::Region strip = geo::unite(box(37.5, 48, 38.2, 48.02), box(38.3, 48, 39, 48.02));
    const geo::Region held = geo::subtract(box(37.5, 48.02, 39.1, 49.1), box(38.2, 48, 38.3, 48.3));
    const OutlineFit fit = layers::outline_fit(control_of(held), two_units(), reach);
    EXPECT_NEAR(fit.in_all().value(), km2(strip), 0.05 * km2(strip));
    EXPECT_LT(km2(geo::intersect(fit.held, box(38.22, 48, 38.28, 48.3))), 0.01);
}

/// Where held land draws away from the border, what lies farther than the reach is no sliver.
TEST(OutlineFit, GoesNoFartherThanItsReach) {
    const geo::Region held{{{{{37.1, 48.001}, {39.1, 48.14}, {39.1, 49.1}, {37.1, 49.1}, {37.1, 48.001}}, {}}}};
    const OutlineFit fit = layers::outline_fit(control_of(held), two_units(), reach);
    EXPECT_GT(fit.in_all(), geo::SquareKilometres{10});
    EXPECT_LT(km2(geo::subtract(fit.held, box(37, 48, 39, 48.046))), 0.01);
}

TEST(OutlineFit, OfWhatHoldsNothingHereIsNothing) {
    const OutlineFit fit = layers::outline_fit(control_of(box(50, 48, 51, 49)), two_units(), reach);
    EXPECT_EQ(fit.in_all(), geo::SquareKilometres{0});
}

TEST(OutlineFit, IsALengthOrNone) {
    EXPECT_EQ(layers::parse_outline_fit(""), layers::sliver_reach);
    EXPECT_EQ(layers::parse_outline_fit("2.5 km"), Kilometres{2.5});
    EXPECT_EQ(layers::parse_outline_fit("none"), std::nullopt);
    EXPECT_THROW(layers::parse_outline_fit("5"), geo::Error);
    EXPECT_THROW(layers::parse_outline_fit("500 km"), geo::Error) << "and so the whole country";
    for (const auto& fit : {std::optional{Kilometres{2.5}}, std::optional<Kilometres>{}}) {
        EXPECT_EQ(layers::parse_outline_fit(layers::outline_fit_text(fit)), fit);
    }
}

/// A front that moves, and a border that is missed by 1 to 3 km and drawn anew on some days; on some a part of the
/// front lies by the border.
class FittedDays : public testing::Test {
protected:
    static constexpr int count = 40;

    FittedDays() {
        std::mt19937 random{20261128};
        std::uniform_real_distribution<double> part{-0.02, 0.02};
        geo::Ring front, border;
        for (double lat = 48.03; lat < 49; lat += 0.03) { front.push_back({37.8 + part(random), lat}); }
        for (double lon = 39.2; lon > 37.85; lon -= 0.05) { border.push_back({lon, 48.02 + part(random) / 3}); }
        for (int day = 0; day < count; ++day) {
            front[5 + random() % (front.size() - 5)].lon += part(random);
            if (day % 7 == 6) { border[random() % border.size()].lat += part(random) / 4; }
            if (day % 11 == 10) { front[random() % 3].lon += part(random); }
            std::string ring = "[39.2,49.1]";
            for (auto corner = front.rbegin(); corner != front.rend(); ++corner) {
                ring += fmt::format(",[{},{}]", corner->lon, corner->lat);
            }
            for (auto corner = border.rbegin(); corner != border.rend(); ++corner) {
                ring += fmt::format(",[{},{}]", corner->lon, corner->lat);
            }
            paths.push_back(folder.with(fmt::format("2025-{:02}-{:02}.geojson", 1 + day / 28, 1 + day % 28),
                                        fmt::format(R"({{"type":"Polygon","coordinates":[[{},[39.2,49.1]]]}})", ring)));
        }
    }

    testing_support::TemporaryFolder folder;
    std::vector<std::string> paths;
    const layers::Units units = two_units();
};

/// Reference: the overlay of each day.
TEST_F(FittedDays, AreEachWhatAnOverlayMakesOfThem) {
    const layers::Series series = layers::track({paths}, units, reach), drawn = layers::track({paths}, units);
    layers::HeldMeter meter{units, reach};
    ASSERT_EQ(series.days.size(), static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const layers::Control control = layers::control_from_polygons(geo::read(paths[i]), {});
        const layers::Overlay land = layers::cut(units, {control}, {{}, {}, reach});
        std::vector<double> held(units.units.size());
        for (const layers::Cell& cell : land.cells) {
            if (cell.side == layers::Side::russia) { held[static_cast<std::size_t>(cell.unit)] += cell.area.value(); }
        }
        for (std::size_t unit = 0; unit < held.size(); ++unit) {
            ASSERT_NEAR(series.days[i].held[unit].value(), held[unit], 1e-6) << paths[i];
            ASSERT_EQ((series.days[i].held[unit] - series.days[i].fit->held_by_unit[unit]).value(),
                      drawn.days[i].held[unit].value())
                << paths[i];
        }
        EXPECT_GT(series.days[i].fit->in_all(), geo::SquareKilometres{100});
        EXPECT_EQ(meter.measure(control).held, series.days[i].held) << paths[i];
        const layers::Series alone = layers::track({{paths[i]}}, units, reach);
        ASSERT_EQ(alone.days.front().held, series.days[i].held) << "to the last bit, whatever days are beside it";
    }
}

/// Reference: track(). Where only the drawing of the border changed, nothing changes hands.
TEST_F(FittedDays, MovesComeToWhatTheyDifferBy) {
    const layers::Series series = layers::track({paths}, units, reach);
    std::vector<layers::NamedDay> named;
    for (const layers::DayAreas& of : series.days) { named.push_back({of.file, of.date}); }
    layers::OutlineFits fits{units, reach, layers::OutlineFits::Keeps::land};
    std::optional<layers::DayLand> before;
    std::size_t i = 0;
    for (layers::Day& day : layers::days_of({paths}, named)) {
        const auto fit = fits.of(day.control);
        layers::DayLand land = layers::land_of(std::move(day), fit.get());
        if (before) {
            std::vector<double> net(units.units.size());
            for (const layers::Move& move : layers::moves_between(*before, land, units)) {
                net[move.unit] += move.to == layers::Holder::russia ? move.area.value() : -move.area.value();
                EXPECT_TRUE(move.inside.lon < 38.2 || move.area.value() < 1e-6) << "in the east is border alone";
            }
            for (std::size_t unit = 0; unit < net.size(); ++unit) {
                EXPECT_NEAR(net[unit], (series.days[i].held[unit] - series.days[i - 1].held[unit]).value(), 1e-6);
            }
        }
        before = std::move(land);
        ++i;
    }
}

/// Two strips of 40 km with a bay between them, which on the second day runs through the whole country: near the border
/// nothing is new, and what goes over is the same. Reference: each day by itself.
TEST(FittedBays, AreTheSameWhateverTheFrontDoesInland) {
    const testing_support::TemporaryFolder folder;
    const layers::Units units = two_units();
    const auto day = [&folder](const char* name, const char* end_of_bay) {
        return folder.with(name, fmt::format(R"({{"type":"MultiPolygon","coordinates":[{}]}})", end_of_bay));
    };
    const std::string closed = day("2025-01-01.geojson",
                                   "[[[37.4,47.9],[37.42,48.02],[38,48.02],[38,48.2],[38.1,48.2],[38.1,48.02],"
                                   "[38.65,48.02],[38.67,47.9],[39.1,47.9],[39.1,49.1],[37.4,49.1],[37.4,47.9]]]"),
                      open = day("2025-01-02.geojson",
                                 "[[[37.4,47.9],[37.42,48.02],[38,48.02],[38,49.1],[37.4,49.1],[37.4,47.9]]],"
                                 "[[[38.1,49.1],[38.1,48.02],[38.65,48.02],[38.67,47.9],[39.1,47.9],[39.1,49.1],"
                                 "[38.1,49.1]]]");
    const layers::Series both = layers::track({{closed, open}}, units, reach);
    for (std::size_t i = 0; i < 2; ++i) {
        const layers::Series alone = layers::track({{i == 0 ? closed : open}}, units, reach);
        EXPECT_EQ(both.days[i].held, alone.days.front().held);
        EXPECT_GT(alone.days.front().fit->in_all(), geo::SquareKilometres{150}) << "of about 180";
    }
}

TEST_F(FittedDays, MayBeAskedByManyThreads) {
    std::vector<layers::Control> controls;
    for (const std::string& path : paths) { controls.push_back(layers::control_from_polygons(geo::read(path), {})); }
    layers::OutlineFits fits{units, reach, layers::OutlineFits::Keeps::areas};
    std::vector<std::thread> threads;
    std::atomic<int> wrong = 0;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&] {
            for (const layers::Control& control : controls) {
                const auto begun = fits.begun(control);
                if (begun() != fits.of(control) || !begun()->held.empty()) { ++wrong; }
            }
        });
    }
    for (std::thread& thread : threads) { thread.join(); }
    EXPECT_EQ(wrong, 0);
}

}  // namespace
