// SPDX-License-Identifier: MIT
#include "app/viewer/model/selection.h"

#include "layers/model/place.h"
#include "layers/model/point.h"
#include "support/sheets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace {

using app::viewer::Selection;
using app::viewer::Sheet;

const layers::Unit& unit_of(const Sheet& sheet, std::size_t plot) {
    return sheet.land.units.units[static_cast<std::size_t>(sheet.land.plots[plot].unit)];
}

const Sheet& two_plans() {
    return support::sheet_of("us-28-point", "ua-us-20-point");
}

/// Which of these towns, each of another unit or on another side, lie in what a click on the first one selects.
using Towns = std::vector<std::string>;
const Towns towns{"Kramatorsk", "Sloviansk", "Donetsk", "Mariupol", "Luhansk", "Simferopol", "Kharkiv", "Kyiv"};

Towns chosen_with(const char* town, const Sheet& sheet, bool of_b, bool difference) {
    const auto plot_of = [&sheet](const std::string& name) {
        return layers::plot_at(sheet.land, layers::find_place(name)->position).value();
    };
    const layers::PlotSet chosen =
        app::viewer::plots_of(app::viewer::selection_at(plot_of(town), sheet, of_b, difference), sheet);
    Towns found;
    std::copy_if(towns.begin(), towns.end(), std::back_inserter(found),
                 [&](const std::string& name) { return chosen[plot_of(name)] != 0; });
    return found;
}

double km2_of(const layers::PlotSet& chosen, const Sheet& sheet) {
    double sum = 0;
    for (std::size_t i = 0; i < chosen.size(); ++i) { sum += chosen[i] != 0 ? sheet.land.plots[i].area.value() : 0; }
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
TEST(Selection, OfAPlotIsAllLandOfItsUnitAndLabel) {
    const Sheet& sheet = two_plans();
    for (const bool of_b : {false, true}) {
        const app::viewer::Laid& laid = of_b ? *sheet.b : *sheet.a;
        for (std::size_t plot = 0; plot < sheet.land.plots.size(); plot += 7) {
            const layers::PlotSet chosen =
                app::viewer::plots_of(app::viewer::selection_at(plot, sheet, of_b, false), sheet);
            ASSERT_EQ(chosen.size(), sheet.land.plots.size());
            ASSERT_NE(chosen[plot], 0) << "the plot itself";
            const layers::Figure figure = laid.table.of(laid.on.drawn().class_at(plot), unit_of(sheet, plot).name);
            EXPECT_NEAR(km2_of(chosen, sheet), figure.area.value(), 1e-6) << plot;
        }
    }
}

/// Reference: layers::Comparison.
TEST(Selection, InADifferenceIsAllLandOfTheUnitThatChangesAlike) {
    const Sheet& sheet = two_plans();
    for (std::size_t plot = 0; plot < sheet.land.plots.size(); plot += 7) {
        const layers::PlotSet chosen =
            app::viewer::plots_of(app::viewer::selection_at(plot, sheet, false, true), sheet);
        ASSERT_NE(chosen[plot], 0) << "the plot itself";
        const std::vector<layers::Transfer>& matrix = sheet.comparison->matrix;
        const auto transfer = std::find_if(matrix.begin(), matrix.end(), [&](const layers::Transfer& other) {
            return other.unit_code == unit_of(sheet, plot).code && other.from == sheet.a->on.drawn().class_at(plot) &&
                   other.to == sheet.b->on.drawn().class_at(plot);
        });
        ASSERT_NE(transfer, matrix.end()) << plot;
        EXPECT_NEAR(km2_of(chosen, sheet), transfer->figure.area.value(), 1e-6) << plot;
    }
}

/// Reference: the units that the places' own file gives them. Places are good to 2 km and units are generalised.
TEST(Selection, AClickOnATownChoosesItsUnit) {
    const Sheet& sheet = two_plans();
    int clicked = 0, elsewhere = 0;
    for (const layers::PlaceOfInterest& place : layers::builtin_places()) {
        const auto plot = layers::plot_at(sheet.land, place.position);
        if (!plot || place.unit_code.empty()) { continue; }
        ++clicked;
        elsewhere += app::viewer::selection_at(*plot, sheet, false, false).unit_code == place.unit_code ? 0 : 1;
    }
    EXPECT_GT(clicked, 120);
    EXPECT_LE(elsewhere, 2);
    const auto at = [&sheet](const char* name) {
        return app::viewer::selection_at(*layers::plot_at(sheet.land, layers::find_place(name)->position), sheet, false,
                                         false);
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
    const Sheet& sheet = two_plans();
    const auto km2 = [&sheet](const Selection& selection) {
        return km2_of(app::viewer::plots_of(selection, sheet), sheet);
    };
    for (const bool of_b : {false, true}) {
        const app::viewer::Laid& laid = of_b ? *sheet.b : *sheet.a;
        for (const layers::AreaTable::Row& row : laid.table.rows) {
            EXPECT_NEAR(km2({of_b, row.unit_code, row.status_class, {}, {}}), row.figure.area.value(), 1e-6)
                << row.unit;
        }
        for (const layers::StatusClass& label : laid.table.classes()) {
            EXPECT_NEAR(km2({of_b, {}, label, {}, {}}), laid.table.of(label).area.value(), 1e-6);
        }
        for (const layers::Zone& zone : laid.plan->zones) {
            EXPECT_NEAR(km2({of_b, {}, {}, zone.id, {}}), laid.table.of_zone(zone.id).area.value(), 1e-6) << zone.id;
        }
        for (const layers::AreaTable::ZoneRow& row : laid.table.zones) {
            EXPECT_NEAR(km2({of_b, row.unit_code, {}, row.id, {}}), row.figure.area.value(), 1e-6) << row.id;
        }
    }
}

/// A selection may outlive the plan that it was made in.
TEST(Selection, OfAPlanThatIsGoneIsOfTheOneThatIsThere) {
    const Sheet& one = support::sheet_of("us-28-point");
    const Selection of_b{
        true, "UA-14", layers::StatusClass{layers::Holder::russia, layers::Status::withdrawn_ua}, {}, {}};
    Selection of_a = of_b;
    of_a.of_b = false;
    EXPECT_EQ(app::viewer::plots_of(of_b, one), app::viewer::plots_of(of_a, one));
    EXPECT_EQ(app::viewer::selection_at(0, one, true, true).status_class, one.a->on.drawn().class_at(0));
}

TEST(Selection, OfAZoneThatThePlanDoesNotHaveIsEmpty) {
    const Sheet& sheet = support::sheet_of("us-28-point");
    const layers::PlotSet chosen = app::viewer::plots_of({false, {}, {}, "no-such-zone", {}}, sheet);
    EXPECT_EQ(std::count(chosen.begin(), chosen.end(), 0), static_cast<std::ptrdiff_t>(chosen.size()));
}

}  // namespace
