// SPDX-License-Identifier: MIT
#include "layers/time/moves.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "layers/map/move_layers.h"
#include "layers/time/series.h"
#include "support/errors.h"
#include "support/files.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace {

using layers::DayLand;
using layers::Holder;
using layers::Move;

geo::Region box(double west, double south, double east, double north) {
    return {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}}}};
}

layers::Unit unit(const char* name, geo::Region region) {
    layers::Unit made;
    made.name = made.code = name;
    made.region = std::move(region);
    return made;
}

layers::Units two_units() {
    layers::Units units;
    units.units = {unit("west", box(37, 48, 38, 49)), unit("east", box(38, 48, 39, 49))};
    return units;
}

DayLand day(unsigned number, geo::Region held, geo::Region contested = {}) {
    return {*geo::date_of(2025, 12, static_cast<int>(number)), "", std::move(held), std::move(contested), {}};
}

double km2(const geo::Region& region) {
    return geo::area_of(region).value();
}

//      west      east
//   +---------+---------+ 49
//   |      ###|##       |        # gained, in both units
//   |      ###|##+++++++|        + held on both days
//   |      ooo|         |        o lost
//   +---------+---------+ 48
TEST(Moves, ArePiecesByUnitAndDirection) {
    const layers::Units units = two_units();
    geo::Region before = box(38.2, 48.4, 40, 48.7);
    geo::append(before, box(37.6, 48, 38, 48.3));
    const geo::Region after = geo::unite(box(38.2, 48.4, 40, 48.7), box(37.6, 48.3, 38.2, 49));
    const std::vector<Move> moves = layers::moves_between(day(1, before), day(2, after), units);
    ASSERT_EQ(moves.size(), 3U);
    EXPECT_TRUE(
        std::is_sorted(moves.begin(), moves.end(), [](const Move& a, const Move& b) { return b.area < a.area; }));
    const auto find = [&](std::size_t in, Holder to) {
        return *std::find_if(moves.begin(), moves.end(), [&](const Move& m) { return m.unit == in && m.to == to; });
    };
    for (const auto& [in, to, land] : {std::tuple{0U, Holder::russia, box(37.6, 48.3, 38, 49)},
                                       {1U, Holder::russia, box(38, 48.3, 38.2, 49)},
                                       {0U, Holder::ukraine, box(37.6, 48, 38, 48.3)}}) {
        const Move move = find(in, to);
        EXPECT_NEAR(move.area.value(), km2(land), 1e-6);
        EXPECT_NEAR(km2(geo::subtract(move.region, land)) + km2(geo::subtract(land, move.region)), 0, 1e-6);
        EXPECT_TRUE(geo::contains(land, move.inside));
        EXPECT_EQ(move.from, to == Holder::russia ? Holder::ukraine : Holder::russia);
        EXPECT_EQ(geo::to_text(std::optional{move.since}), "2025-12-01");
        EXPECT_EQ(geo::to_text(std::optional{move.date}), "2025-12-02");
    }
}

TEST(Moves, ThatTouchAtACornerAreTwoPieces) {
    geo::Region after = box(37.2, 48.2, 37.4, 48.4);
    geo::append(after, box(37.4, 48.4, 37.6, 48.6));
    EXPECT_EQ(layers::moves_between(day(1, {}), day(2, after), two_units()).size(), 2U);
}

TEST(Moves, ContestedLandIsAHolderOfItsOwn) {
    const std::vector<Move> moves =
        layers::moves_between(day(1, box(37.5, 48.2, 37.6, 48.4), box(37.6, 48.2, 37.7, 48.4)),
                              day(2, box(37.5, 48.2, 37.7, 48.4)), two_units());
    ASSERT_EQ(moves.size(), 1U);
    EXPECT_EQ(moves.front().from, Holder::contested);
    EXPECT_EQ(moves.front().to, Holder::russia);
}

TEST(Moves, NameThePlacesInThemAndTheNearest) {
    const layers::Place* bakhmut = layers::find_place("Bakhmut");
    ASSERT_NE(bakhmut, nullptr);
    const auto [lon, lat] = std::pair{bakhmut->position.lon, bakhmut->position.lat};
    const std::vector<Move> moves = layers::moves_between(
        day(1, {}), day(2, box(lon - 0.01, lat - 0.01, lon + 0.02, lat + 0.01)), layers::builtin_units());
    ASSERT_EQ(moves.size(), 1U);
    ASSERT_FALSE(moves.front().places.empty());
    EXPECT_EQ(moves.front().places.front(), bakhmut) << "the largest first";
    EXPECT_EQ(moves.front().nearest, bakhmut);
    EXPECT_EQ(moves.front().to_nearest.value(), 0);
    const geo::Dataset drawn = layers::move_layers(moves, layers::builtin_units(), {}).dataset;
    EXPECT_EQ(geo::text_of(drawn.features.at(0).properties, "change"), "Ukraine → Russia");
    EXPECT_EQ(geo::text_of(drawn.features.at(0).properties, "nearest_place"), "Bakhmut");
    // A field of 2 km, 1 km east of it, with no place of its own.
    const std::vector<Move> beside = layers::moves_between(
        day(1, {}), day(2, box(lon + 0.014, lat - 0.005, lon + 0.025, lat + 0.005)), layers::builtin_units());
    ASSERT_EQ(beside.size(), 1U);
    const geo::Kilometres away = geo::distance(bakhmut->position, {lon + 0.014, lat});
    EXPECT_TRUE(beside.front().places.empty());
    EXPECT_EQ(beside.front().nearest, bakhmut);
    EXPECT_NEAR(beside.front().to_nearest / away, 1, 0.01);
}

TEST(Moves, ASliverIsRatherTheLineDrawnAnew) {
    const auto is_redrawing = [](double width) {
        const std::vector<Move> moves = layers::moves_between(day(1, box(37.5, 48.2, 37.6, 48.4)),
                                                              day(2, box(37.5, 48.2, 37.6 + width, 48.4)), two_units());
        return moves.size() == 1 && moves.front().is_thin();
    };
    EXPECT_TRUE(is_redrawing(0.0005)) << "37 m wide, 22 km long";
    EXPECT_FALSE(is_redrawing(0.001)) << "74 m wide";
}

/// A field that goes over and comes back in three days, and beside it one that stays; the second return is a week late.
TEST(Moves, WhatGoesBackWithinAWeekIsUndone) {
    const geo::Region none, field = box(37.5, 48.2, 37.6, 48.4), most_of_it = box(37.5, 48.2, 37.595, 48.4),
                            half = box(37.5, 48.2, 37.55, 48.4);
    const auto moved = [&](std::initializer_list<std::pair<unsigned, geo::Region>> days) {
        std::vector<Move> moves;
        const std::pair<unsigned, geo::Region>* before = nullptr;
        for (const auto& now : days) {
            if (before != nullptr) {
                for (Move& move : layers::moves_between(day(before->first, before->second), day(now.first, now.second),
                                                        two_units())) {
                    moves.push_back(std::move(move));
                }
            }
            before = &now;
        }
        layers::find_undone(moves);
        return moves;
    };
    const std::vector<Move> back = moved({{1, none}, {2, field}, {5, none}});
    ASSERT_EQ(back.size(), 2U);
    EXPECT_EQ(back[0].undone, geo::date_of(2025, 12, 5));
    EXPECT_EQ(back[1].undoes, geo::date_of(2025, 12, 2));
    EXPECT_FALSE(back[0].undoes || back[1].undone);
    EXPECT_TRUE(moved({{1, none}, {2, field}, {9, none}})[0].undone) << "seven days";
    EXPECT_FALSE(moved({{1, none}, {2, field}, {10, none}})[0].undone) << "eight days";
    EXPECT_FALSE(moved({{1, none}, {2, field}, {3, half}})[0].undone) << "half of it stays";
    const geo::Region rest = geo::subtract(field, most_of_it);
    EXPECT_TRUE(moved({{1, none}, {2, field}, {3, rest}})[0].undone) << "95 in 100 parts of it went back";
    const std::vector<Move> apart = moved({{1, none}, {2, field}, {4, rest}, {6, none}});
    ASSERT_EQ(apart.size(), 3U);
    EXPECT_TRUE(apart[2].undoes) << "what goes back last is a return too";
    const std::vector<Move> thrice = moved({{1, none}, {2, field}, {3, none}, {4, field}});
    ASSERT_EQ(thrice.size(), 3U);
    EXPECT_TRUE(thrice[0].undone);
    EXPECT_TRUE(thrice[1].undoes && !thrice[1].undone);
    EXPECT_FALSE(thrice[2].undone || thrice[2].undoes) << "it stays taken";
    const geo::Region other_half = box(37.55, 48.2, 37.6, 48.4);
    const std::vector<Move> flips = moved({{1, none}, {2, field}, {3, other_half}, {4, field}, {5, other_half}});
    EXPECT_FALSE(flips[0].undone) << "one half flips twice, and the other stays";
    const auto changes = [&](bool marks) {
        const geo::Dataset drawn = layers::move_layers(back, two_units(), {}, marks).dataset;
        return geo::text_of(drawn.features.at(0).properties, "changes");
    };
    EXPECT_EQ(changes(true), "undone");
    EXPECT_EQ(changes(false), "hands");
}

/// What stood on both days is no border of what went over, not even where the two kinds of land met.
TEST(Moves, ContestedLandBesideHeldLandThatStays) {
    const std::vector<Move> moves =
        layers::moves_between(day(1, box(37.2, 48.2, 37.4, 48.4), box(37.4, 48.2, 37.6, 48.4)),
                              day(2, box(37.2, 48.2, 37.4, 48.4)), two_units());
    ASSERT_EQ(moves.size(), 1U);
    EXPECT_EQ(moves.front().from, Holder::contested);
    EXPECT_EQ(moves.front().to, Holder::ukraine);
    EXPECT_NEAR(moves.front().area.value(), km2(box(37.4, 48.2, 37.6, 48.4)), 1e-6);
}

/// Reference: GEOS, one overlay for each pair of holders.
TEST(Moves, OfHeldAndContestedLandComeToWhatTheDaysDifferBy) {
    std::mt19937 random{7};
    const auto strip = [&random](double west, double east) {  // columns of ragged height: they share edges and corners
        std::uniform_int_distribution<int> height{0, 5};
        geo::Region all;
        for (double lon = west; lon < east - 1e-9; lon += 0.1) {
            const double top = 48.1 + 0.1 * height(random);
            all = geo::unite(all, box(lon, 48.05, lon + 0.1, top));
        }
        return all;
    };
    const layers::Units units = two_units();
    for (int i = 0; i < 20; ++i) {
        SCOPED_TRACE(i);
        const auto random_day = [&](unsigned number) {
            const geo::Region held = strip(37.2, 38.4), contested = geo::subtract(strip(37.6, 38.8), held);
            return day(number, held, contested);
        };
        const DayLand before = random_day(1), after = random_day(2);
        std::map<std::pair<Holder, Holder>, double> found;
        for (const Move& move : layers::moves_between(before, after, units)) {
            found[{move.from, move.to}] += move.area.value();
        }
        const geo::Region country = units.country();
        const auto land_of = [&](const DayLand& on, Holder holder) {
            if (holder == Holder::russia) { return geo::intersect(country, on.held); }
            if (holder == Holder::contested) { return geo::intersect(country, on.contested); }
            return geo::subtract(geo::subtract(country, on.held), on.contested);
        };
        for (const Holder from : {Holder::russia, Holder::ukraine, Holder::contested}) {
            for (const Holder to : {Holder::russia, Holder::ukraine, Holder::contested}) {
                if (from == to) { continue; }
                const double expected = km2(geo::intersect(land_of(before, from), land_of(after, to)));
                EXPECT_NEAR((found[{from, to}]), expected, 1e-6);
            }
        }
    }
}

/// Reference: track(), which measures edges and cuts no polygon.
TEST(Moves, ComeToWhatTheDaysDifferBy) {
    const testing_support::TemporaryFolder folder;
    const auto file = [&folder](const char* name, double shift) {
        std::string ring;
        for (const auto& [lon, lat] : {std::pair{37.1, 46.0},
                                       {37.9, 47.1},
                                       {37.2, 47.9},
                                       {38.1, 48.6},
                                       {37.7, 49.9},
                                       {41.0, 49.9},
                                       {41.0, 46.0},
                                       {37.1, 46.0}}) {
            const double moved = lon < 40 && lat > 47 && lat < 49 ? lon + shift * (lat - 48) : lon;
            ring += fmt::format("{}[{},{}]", ring.empty() ? "" : ",", moved, lat);
        }
        return folder.with(name, fmt::format(R"({{"type":"Polygon","coordinates":[[{}]]}})", ring));
    };
    const layers::Units units = layers::builtin_units();
    const layers::DayFiles files{{file("2025-12-01.geojson", 0), file("2025-12-02.geojson", 0.3)}};
    const layers::Series series = layers::track(files, units);
    std::vector<layers::NamedDay> named;
    for (const layers::DayAreas& of : series.days) { named.push_back({of.file, of.date}); }
    std::vector<layers::Day> days = layers::days_of(files, named);
    ASSERT_EQ(days.size(), 2U);
    std::vector<double> net(units.units.size());
    double in_all = 0;
    for (const Move& move : layers::moves_between(layers::land_of(days.front()), layers::land_of(days.back()), units)) {
        net[move.unit] += move.to == Holder::russia ? move.area.value() : -move.area.value();
        in_all += move.area.value();
    }
    EXPECT_GT(in_all, 100);
    for (std::size_t i = 0; i < net.size(); ++i) {
        EXPECT_NEAR(net[i], (series.days[1].held[i] - series.days[0].held[i]).value(), 1e-6) << units.units[i].name;
    }
}

TEST(DayFiles, ADayThatIsGoneIsSaid) {
    const testing_support::TemporaryFolder folder;
    const std::string path =
        folder.with("2025-12-01.geojson", R"({"type":"Polygon","coordinates":[[[37,48],[38,48],[38,49],[37,48]]]})");
    const geo::Error error = testing_support::error_of(
        [&] {
            layers::days_of({{path}}, {{path, *geo::date_of(2025, 12, 2)}});
        },
        path);
    EXPECT_EQ(error.problem(), "it no longer holds 2025-12-02");
}

/// Else a plan that names that built-in line would be laid on the file.
TEST(DayFiles, AFileCalledLikeABuiltInLineIsNotThatLine) {
    const testing_support::TemporaryFolder folder;
    const std::string name = layers::builtin_line_names().front();
    const std::string path =
        folder.with(name + ".geojson", R"({"type":"Polygon","coordinates":[[[37,48],[38,48],[38,49],[37,48]]]})");
    const std::vector<layers::Day> days = layers::days_of({{path}}, {{path, *geo::parse_iso_date(name)}});
    ASSERT_EQ(days.size(), 1U);
    EXPECT_NE(days.front().control.info.name, name);
}

}  // namespace
