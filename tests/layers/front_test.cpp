// SPDX-License-Identifier: MIT
#include "layers/model/front.h"

#include "geo/detail/geos.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "layers/model/overlay.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using geo::Kilometres;
using geo::Region;
using geo::SquareKilometres;
using layers::Control;
using layers::Overlay;

geo::Polygon box(double west, double south, double east, double north) {
    return {{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}, {}};
}

layers::Units units_of(const std::vector<Region>& regions) {
    layers::Units units;
    for (const Region& region : regions) {
        const std::string name(1, static_cast<char>('A' + units.units.size()));
        units.units.push_back({name, name, name, "oblast", region});
    }
    return units;
}

Control holding(const Region& region) {
    Control control;
    control.info = {"test", layers::LineKind::control_polygon, geo::parse_iso_date("2025-12-24"), "", {}};
    control.held = {region};
    return control;
}

double length_of(const Overlay& land) {
    return land.lines.front().length().value();
}

double held_in(const Overlay& land) {
    SquareKilometres sum;
    for (const layers::Cell& cell : land.cells) {
        if (cell.side == layers::Side::russia) { sum += cell.area; }
    }
    return sum.value();
}

std::string notes_of(const Overlay& land) {
    std::string all;
    for (const geo::Note& note : land.notes) { all += note.text + "\n"; }
    return all;
}

const double one_degree = geo::length_of({{31, 50}, {31, 51}}).value();

/// 30 m by 30 m left over where somebody joined two polygons.
TEST(Front, ACrumbHasNoneAndIsSaid) {
    geo::Polygon held = box(30, 49, 31, 51);
    held.holes.push_back({{30.5, 50.5}, {30.5, 50.5003}, {30.5004, 50.5003}, {30.5004, 50.5}, {30.5, 50.5}});
    const layers::Units units = units_of({Region{{box(30, 50, 32, 51)}}});
    const Overlay land = layers::cut(units, {holding({{held}})});
    EXPECT_NEAR(length_of(land), one_degree, 1e-6);
    EXPECT_NE(notes_of(land).find("1 small hole"), std::string::npos) << notes_of(land);
    Control all = holding({{held}});
    all.min_piece = SquareKilometres{0};
    EXPECT_GT(length_of(layers::cut(units, {all})), one_degree + 0.1);
}

TEST(Front, PiecesUnderTwentySquareKilometresAreCounted) {
    const layers::Units units = units_of({Region{{box(30, 50, 32, 51)}}});
    const Overlay land = layers::cut(units, {holding({{box(30, 49, 31, 52), box(31.5, 50.5, 31.54, 50.53)}})});
    EXPECT_EQ(land.lines.front().small_pieces, 1U);
    ASSERT_EQ(land.lines.front().main_front.size(), 1U);
    EXPECT_NEAR(geo::length_of(land.lines.front().main_front.front()).value(), one_degree, 1e-6);
}

/// Units on two banks; the line runs in the water between. No land of the two sides touches, so that the line is all
/// that there is to measure from, however wide the water; from 30 km, shores do not face each other. Past the ends of
/// the shores, corners face each other on for half the width times tan 30° at either end.
TEST(Front, ALineInTheWaterBetweenUnitsIsMeasuredFrom) {
    for (const double width : {0.003, 0.03, 0.05, 0.2, 0.6}) {
        const layers::Units units =
            units_of({Region{{box(30, 50, 31 - width / 2, 51)}}, Region{{box(31 + width / 2, 50, 32, 51)}}});
        Control control = holding({{box(30, 49, 31, 52)}});
        control.info.kind = layers::LineKind::contact;
        control.cuts = {{{31, 49}, {31, 52}}};
        const Overlay land = layers::cut(units, {control});
        const double past_the_ends = geo::distance({31, 50}, {31 + width, 50}).value() * 0.58;
        EXPECT_NEAR(length_of(land), width < 0.3 ? one_degree : 0, past_the_ends + 1) << width << "° wide";
    }
}

/// The line parts land from land, and then leaves it through a bay 14 km wide, as one does off Crimea.
TEST(Front, ALineOnLandDoesNotGoOnThroughABay) {
    const layers::Units units =
        units_of({Region{{box(30, 50, 30.9, 51), box(30.9, 50.5, 31.1, 51)}}, Region{{box(31.1, 50, 32, 51)}}});
    Control control = holding({{box(30, 49, 31, 52)}});
    control.info.kind = layers::LineKind::contact;
    control.cuts = {{{31, 49}, {31, 52}}};
    const Overlay land = layers::cut(units, {control});
    EXPECT_NEAR(length_of(land), one_degree / 2, 2);
}

/// A polygon of one unit, drawn a hair smaller than the unit; the reference is the border with the other unit.
TEST(Front, HeldLandAHairShortOfTheOutlineHasNoFrontThere) {
    const layers::Units units = units_of({Region{{box(20, 10, 22, 12)}}, Region{{box(22, 10, 24, 12)}}});
    const double border = geo::length_of({{22, 10}, {22, 12}}).value();
    for (const double hair : {0.0, 1e-9, 1e-8, 1e-7, 1e-6, 5e-6, 8e-6, 9e-6, 9.1e-6, 1e-5, 1e-4}) {
        const Overlay land = layers::cut(units, {holding({{box(20 + hair, 10 + hair, 22 - hair, 12 - hair)}})});
        EXPECT_NEAR(length_of(land), border, 0.1) << hair;
    }
}

/// A country with a lake 14 km wide in it, and the line through the middle of the lake.
TEST(Front, RunsThroughAReservoir) {
    geo::Polygon country = box(30, 50, 32, 51);
    country.holes.push_back({{30.9, 50.2}, {30.9, 50.8}, {31.1, 50.8}, {31.1, 50.2}, {30.9, 50.2}});
    Control control = holding({{box(30, 49, 31, 52)}});
    control.info.kind = layers::LineKind::contact;
    control.cuts = {{{31, 49}, {31, 52}}};
    const Overlay land = layers::cut(units_of({{{country}}}), {control});
    EXPECT_GT(length_of(land), one_degree * 0.85);
}

/// Held land that stays short of border and coast all round: the strip is given, and the front ends where it should.
TEST(Fit, LandShortOfTheOutlineReachesIt) {
    const layers::Units units = units_of({Region{{box(30, 50, 32, 51)}}});
    for (const double short_by : {0.001, 0.005, 0.02}) {
        const Region held{{box(30 + short_by, 50 + short_by, 31, 51 - short_by)}};
        const double whole = geo::area_of(box(30, 50, 31, 51)).value();
        const Overlay plain = layers::cut(units, {holding(held)});
        EXPECT_NEAR(held_in(plain), geo::area_of(held).value(), 1e-6);
        EXPECT_NEAR(plain.slivers().slivers.value(), whole - geo::area_of(held).value(), 1) << short_by;
        const Overlay fitted = layers::cut(units, {holding(held)}, {{}, {}, Kilometres{5}});
        EXPECT_NEAR(held_in(fitted), whole, 1) << short_by;
        EXPECT_NEAR(length_of(fitted), one_degree, 0.1) << short_by;
    }
}

/// A village of 4 km by 4 km at the border, left out by whoever drew the polygon, and a front that meets the border.
TEST(Fit, APocketAtTheBorderStays) {
    const layers::Units units = units_of({Region{{box(30, 50, 32, 51)}}});
    const Region village{{box(29.9, 50.5, 30.056, 50.536)}};
    for (const double short_by : {0.0, 0.003}) {
        const Region held = geo::subtract({{box(30 + short_by, 50 + short_by, 31, 51 - short_by)}}, village);
        const Overlay fitted = layers::cut(units, {holding(held)}, {{}, {}, Kilometres{5}});
        const double expected = geo::area_of(geo::subtract({{box(30, 50, 31, 51)}}, village)).value();
        EXPECT_NEAR(held_in(fitted), expected, 3) << short_by;
    }
}

/// Reference: the same land partitioned anew by everything that cuts it.
TEST(Fit, TheFacesThatTheLineHasMadeAreThoseOfAnotherPartition) {
    const layers::Units units = units_of({Region{{box(30, 50, 31, 51)}}, Region{{box(31, 50, 32, 51)}}});
    const Region village{{box(29.9, 50.5, 30.056, 50.536)}};
    for (const double short_by : {0.0, 0.003, 0.02}) {
        const Region held = geo::subtract({{box(30 + short_by, 50 + short_by, 31.2, 51 - short_by)}}, village);
        for (const bool is_fitted : {false, true}) {
            const std::optional<Kilometres> fit = is_fitted ? std::optional{Kilometres{5}} : std::nullopt;
            layers::BaseOverlay base = layers::lay_lines(units, {holding(held)}, fit);
            const Overlay reused = layers::cut(base, {});
            base.parts.reset();
            const Overlay anew = layers::cut(std::move(base), {});
            ASSERT_EQ(reused.cells.size(), anew.cells.size()) << short_by << is_fitted;
            for (std::size_t i = 0; i < anew.cells.size(); ++i) {
                const layers::Cell &a = reused.cells[i], &b = anew.cells[i];
                EXPECT_EQ(a.unit, b.unit);
                EXPECT_EQ(a.side, b.side) << short_by << is_fitted << geo::to_text(b.face->inside);
                EXPECT_EQ(a.area, b.area);
                EXPECT_EQ(a.from_line, b.from_line);
                EXPECT_EQ(a.face->owners.size(), b.face->owners.size());
            }
            EXPECT_EQ(notes_of(reused), notes_of(anew));
        }
    }
}

Region smaller(const Region& region, double degrees) {
    using namespace geo::detail;
    const Geometry shape = to_geos(region);
    return to_region(checked(GEOSBuffer_r(geos(), shape.get(), -degrees, 8), "shrinking").get());
}

/// Reference: the same line on the units as they are, each unit's held land meeting its smaller self.
TEST(Gaps, TheBuiltInUnitsDrawnSmallerAreCutAsTheyAre) {
    const layers::Units whole = layers::builtin_units();
    const Region held = layers::builtin_line("2025-12-24", whole).held.front();
    for (const double metres : {11.0, 111.0, 167.0, 222.0, 334.0, 445.0, 2000.0}) {
        layers::Units apart = whole;
        for (layers::Unit& unit : apart.units) { unit.region = smaller(unit.region, metres / 111200 / 2); }
        const Control control = layers::builtin_line("2025-12-24", apart);
        for (const layers::Unit& unit : apart.units) {
            const double expected = geo::area_of(geo::intersect(held, unit.region)).value();
            EXPECT_NEAR(geo::area_of(geo::intersect(control.held.front(), unit.region)).value(), expected, 1e-3)
                << metres << " m, " << unit.name;
        }
    }
}

}  // namespace
