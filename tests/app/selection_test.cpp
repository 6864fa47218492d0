// SPDX-License-Identifier: MIT
#include "app/viewer/model/selection.h"

#include "layers/model/place.h"
#include "layers/model/point.h"
#include "support/results.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace {

using app::viewer::Result;
using app::viewer::Selection;

const layers::Unit& unit_of(const Result& result, std::size_t cell) {
    return result.land.units.units[static_cast<std::size_t>(result.land.cells[cell].unit)];
}

const Result& two_plans() {
    return support::result_of("us-28-point", "ua-us-20-point");
}

/// Which of these towns, each of another unit or on another side, lie in what a click on the first one selects.
using Towns = std::vector<std::string>;
const Towns towns{"Kramatorsk", "Sloviansk", "Donetsk", "Mariupol", "Luhansk", "Simferopol", "Kharkiv", "Kyiv"};

Towns chosen_with(const char* town, const Result& result, bool of_b, bool difference) {
    const auto cell_of = [&result](const std::string& name) {
        return layers::cell_at(result.land, layers::find_place(name)->position).value();
    };
    const layers::CellSet chosen =
        app::viewer::cells_of(app::viewer::selection_at(cell_of(town), result, of_b, difference), result);
    Towns found;
    std::copy_if(towns.begin(), towns.end(), std::back_inserter(found),
                 [&](const std::string& name) { return chosen[cell_of(name)] != 0; });
    return found;
}

double km2_of(const layers::CellSet& chosen, const Result& result) {
    double sum = 0;
    for (std::size_t i = 0; i < chosen.size(); ++i) { sum += chosen[i] != 0 ? result.land.cells[i].area.value() : 0; }
    return sum;
}

/// Reference: the texts. Under the 28 points Ukraine leaves what it holds of Donetsk, under the 20 it does not.
TEST(Selection, OfATownIsTheLandOfItsUnitThatFaresLikeIt) {
    for (const bool of_b : {false, true}) {
        EXPECT_EQ(chosen_with("Kramatorsk", two_plans(), of_b, false), (Towns{"Kramatorsk", "Sloviansk"}));
        EXPECT_EQ(chosen_with("Donetsk", two_plans(), of_b, false), (Towns{"Donetsk", "Mariupol"}));
        EXPECT_EQ(chosen_with("Kyiv", two_plans(), of_b, false), Towns{"Kyiv"});
    }
    EXPECT_EQ(chosen_with("Sloviansk", two_plans(), false, true), (Towns{"Kramatorsk", "Sloviansk"}));
    EXPECT_EQ(chosen_with("Mariupol", two_plans(), false, true), (Towns{"Donetsk", "Mariupol"}));
    EXPECT_EQ(chosen_with("Luhansk", two_plans(), false, true), Towns{"Luhansk"});
}

/// Reference: the area tables.
TEST(Selection, OfACellIsAllLandOfItsUnitAndLabel) {
    const Result& result = two_plans();
    for (const bool of_b : {false, true}) {
        const layers::PlanView& view = of_b ? *result.b : *result.a;
        for (std::size_t cell = 0; cell < result.land.cells.size(); cell += 7) {
            const layers::CellSet chosen =
                app::viewer::cells_of(app::viewer::selection_at(cell, result, of_b, false), result);
            ASSERT_EQ(chosen.size(), result.land.cells.size());
            ASSERT_NE(chosen[cell], 0) << "the plot itself";
            const layers::Estimate estimate = view.table.of(view.on.drawn().class_at(cell), unit_of(result, cell).name);
            EXPECT_NEAR(km2_of(chosen, result), estimate.area.value(), 1e-6) << cell;
        }
    }
}

/// Reference: layers::Comparison.
TEST(Selection, InADifferenceIsAllLandOfTheUnitThatChangesAlike) {
    const Result& result = two_plans();
    for (std::size_t cell = 0; cell < result.land.cells.size(); cell += 7) {
        const layers::CellSet chosen =
            app::viewer::cells_of(app::viewer::selection_at(cell, result, false, true), result);
        ASSERT_NE(chosen[cell], 0) << "the plot itself";
        const std::vector<layers::Transfer>& matrix = result.comparison->matrix;
        const auto transfer = std::find_if(matrix.begin(), matrix.end(), [&](const layers::Transfer& other) {
            return other.unit_code == unit_of(result, cell).code && other.from == result.a->on.drawn().class_at(cell) &&
                   other.to == result.b->on.drawn().class_at(cell);
        });
        ASSERT_NE(transfer, matrix.end()) << cell;
        EXPECT_NEAR(km2_of(chosen, result), transfer->estimate.area.value(), 1e-6) << cell;
    }
}

/// Reference: the units that the places' own file gives them. Places are good to 2 km and units are generalised.
TEST(Selection, AClickOnATownChoosesItsUnit) {
    const Result& result = two_plans();
    int clicked = 0, elsewhere = 0;
    for (const layers::Place& place : layers::builtin_places()) {
        const auto cell = layers::cell_at(result.land, place.position);
        if (!cell || place.unit_code.empty()) { continue; }
        ++clicked;
        elsewhere += app::viewer::selection_at(*cell, result, false, false).unit_code == place.unit_code ? 0 : 1;
    }
    EXPECT_GT(clicked, 120);
    EXPECT_LE(elsewhere, 2);
    const auto at = [&result](const char* name) {
        return app::viewer::selection_at(*layers::cell_at(result.land, layers::find_place(name)->position), result,
                                         false, false);
    };
    EXPECT_EQ(at("Kyiv").unit_code, "UA-30");
    EXPECT_EQ(at("Kramatorsk").unit_code, "UA-14");
    EXPECT_EQ(at("Kramatorsk").status_class,
              (layers::StatusClass{layers::Holder::russia, layers::Status::withdrawn_ua}));
    EXPECT_EQ(at("Simferopol").unit_code, "UA-43");
    EXPECT_EQ(at("Simferopol").status_class,
              (layers::StatusClass{layers::Holder::russia, layers::Status::ru_de_facto}));
}

/// Reference: the area tables.
TEST(Selection, OfARowIsAsLargeAsItsFigure) {
    const Result& result = two_plans();
    const auto km2 = [&result](const Selection& selection) {
        return km2_of(app::viewer::cells_of(selection, result), result);
    };
    for (const bool of_b : {false, true}) {
        const layers::PlanView& view = of_b ? *result.b : *result.a;
        for (const layers::AreaTable::Row& row : view.table.rows) {
            EXPECT_NEAR(km2({of_b, row.unit_code, row.status_class, {}, {}}), row.estimate.area.value(), 1e-6)
                << row.unit;
        }
        for (const layers::StatusClass& label : view.table.classes()) {
            EXPECT_NEAR(km2({of_b, {}, label, {}, {}}), view.table.of(label).area.value(), 1e-6);
        }
        for (const layers::Zone& zone : view.plan->zones) {
            EXPECT_NEAR(km2({of_b, {}, {}, zone.id, {}}), view.table.of_zone(zone.id).area.value(), 1e-6) << zone.id;
        }
        for (const layers::AreaTable::ZoneRow& row : view.table.zones) {
            EXPECT_NEAR(km2({of_b, row.unit_code, {}, row.id, {}}), row.estimate.area.value(), 1e-6) << row.id;
        }
    }
}

/// A selection may outlive the plan that it was made in.
TEST(Selection, OfAPlanThatIsGoneIsOfTheOneThatIsThere) {
    const Result& one = support::result_of("us-28-point");
    const Selection of_b{
        true, "UA-14", layers::StatusClass{layers::Holder::russia, layers::Status::withdrawn_ua}, {}, {}};
    Selection of_a = of_b;
    of_a.of_b = false;
    EXPECT_EQ(app::viewer::cells_of(of_b, one), app::viewer::cells_of(of_a, one));
    EXPECT_EQ(app::viewer::selection_at(0, one, true, true).status_class, one.a->on.drawn().class_at(0));
}

TEST(Selection, OfAZoneThatThePlanDoesNotHaveIsEmpty) {
    const Result& result = support::result_of("us-28-point");
    const layers::CellSet chosen = app::viewer::cells_of({false, {}, {}, "no-such-zone", {}}, result);
    EXPECT_EQ(std::count(chosen.begin(), chosen.end(), 0), static_cast<std::ptrdiff_t>(chosen.size()));
}

}  // namespace
