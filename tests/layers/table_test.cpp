// SPDX-License-Identifier: MIT
#include "layers/report/table.h"
#include "layers/language/language.h"

#include "layers/map/difference_layers.h"
#include "layers/map/plan_layers.h"
#include "layers/report/record.h"
#include "support/overlays.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace {

namespace field = layers::field;
namespace report = layers::report;
using layers::Estimate;
using layers::Range;
using report::Entry;
using report::Shows;

Estimate estimate(double km2, double least, double most) {
    Estimate made;
    made.area = geo::SquareKilometres{km2};
    made.line = Range{geo::SquareKilometres{least}, geo::SquareKilometres{most}};
    return made;
}

TEST(Table, ColumnsLineUp) {
    report::Table table{{{&field::unit, Shows::words, "назва"}, {&field::km2, Shows::number}}};
    table.add({"Київ", "1,655"});
    table.add({"Крим", "26,426"});
    EXPECT_EQ(to_text(table), "назва     km²\nКиїв    1,655\nКрим   26,426\n");
}

TEST(Table, HeadingsAreTheFieldsOwnInEitherLanguage) {
    report::Table table{{{&field::unit}, {&field::km2, Shows::estimate}, {&field::km2, Shows::tolerance, "±"}}};
    table.add({"Donetsk", estimate(5877, 5565.5, 6000), estimate(5877, 5565.5, 6000)});
    EXPECT_EQ(to_text(table), "unit            km²     ±\nDonetsk  5,877 ±312  ±312\n");
    layers::speak("uk");
    const std::string in_ukrainian = to_text(table);
    layers::speak("en");
    EXPECT_EQ(in_ukrainian, "одиниця         км²     ±\nDonetsk  5\u00A0877 ±312  ±312\n");
}

/// The same row as text, as CSV and as JSON: one name for one figure.
TEST(Table, AnEstimateHasTheSameNamesInEveryFile) {
    Estimate full = estimate(10, 8, 12);
    full.readings = Range{geo::SquareKilometres{5}, geo::SquareKilometres{20}};
    full.contested = Range{geo::SquareKilometres{9}, geo::SquareKilometres{11}};
    report::Table table{{{&field::unit},
                         {&field::km2, Shows::interval},
                         {&field::km2, Shows::readings},
                         {&field::km2, Shows::contested},
                         {&field::line_date}}};
    table.add({"Sumy", full, full, full, *geo::date_of(2025, 12, 24)});
    table.add({"Lviv", Estimate{}, Estimate{}, Estimate{}, report::nothing});
    EXPECT_EQ(to_csv(table),
              "unit,km2,km2_min,km2_max,km2_redrawn,km2_smallest,km2_largest,km2_contested_not_held,km2_contested_held,"
              "line_date\n"
              "Sumy,10,8,12,,5,20,9,11,2025-12-24\n"
              "Lviv,0,,,,,,,,\n");
    EXPECT_EQ(to_json(records_of(table)),
              "[\n  {\n    \"unit\": \"Sumy\",\n    \"km2\": 10.0,\n    \"km2_min\": 8.0,\n    \"km2_max\": 12.0,\n"
              "    \"km2_redrawn\": null,\n"
              "    \"km2_smallest\": 5.0,\n    \"km2_largest\": 20.0,\n    \"km2_contested_not_held\": 9.0,\n"
              "    \"km2_contested_held\": 11.0,\n    \"line_date\": \"2025-12-24\"\n  },\n"
              "  {\n    \"unit\": \"Lviv\",\n    \"km2\": 0.0,\n    \"km2_min\": null,\n    \"km2_max\": null,\n"
              "    \"km2_redrawn\": null,\n"
              "    \"km2_smallest\": null,\n    \"km2_largest\": null,\n    \"line_date\": null\n  }\n]\n")
        << "contested land only where there is some";
}

TEST(Table, CsvQuotesWhatItMustAndLeavesOutTitlesAndTotals) {
    report::Table table{{{&field::name}, {&field::title}, {&field::notes}, {&field::km2}}};
    table.add_title("a title");
    table.add({"a", "b,c", "say \"x\"", report::nothing});
    table.add({"=1+1", "-12.5", "two\nlines", "@x,y"});
    table.add({true, std::int64_t{7}, report::List{{"p", "q"}}, 599166.73115781846});
    table.add_total({"all", "", "", ""});
    EXPECT_EQ(to_csv(table),
              "name,title,notes,km2\n"
              "a,\"b,c\",\"say \"\"x\"\"\",\n"
              "'=1+1,-12.5,two lines,\"'@x,y\"\n"
              "true,7,p; q,599166.7311578185\n");
}

/// Every key that an export writes has room in a Shapefile, or a short name that has, and no two are cut to one.
TEST(Field, EveryPropertyOfAnExportHasANameInAShapefile) {
    const layers::Plan a = layers::load_plan("us-28-point", {}), b = layers::load_plan("ua-us-20-point", {});
    const layers::Overlay land = support::builtin_land({&a, &b});
    layers::PlanLayers made = layers::layers_of(b, land, layers::exportable_layers());
    const layers::PlanLayers differing = layers::difference_layers(a, b, layers::Comparison{a, b, land}, land);
    for (const geo::Feature& feature : differing.dataset.features) { made.dataset.features.push_back(feature); }
    std::map<std::string, std::string> keys_by_short;
    for (const geo::Feature& feature : made.dataset.features) {
        for (const auto& [key, value] : feature.properties) {
            const auto& names = layers::short_names();
            const auto found =
                std::find_if(names.begin(), names.end(), [key = key](const auto& name) { return name.first == key; });
            const std::string short_key = found == names.end() ? key : found->second;
            EXPECT_LE(short_key.size(), 10U) << key;
            const auto [known, is_new] = keys_by_short.emplace(short_key, key);
            EXPECT_EQ(known->second, key) << "two keys are " << short_key;
        }
    }
    EXPECT_GT(keys_by_short.size(), 40U);
}

TEST(Record, KeepsItsOrderAndWhatItHolds) {
    const report::Record inner = report::Record{}.add(field::holder, "Ukraine").add(field::status, "UA");
    const report::Record record = report::Record{}
                                      .add(field::plan, "x\x1b")
                                      .add(field::from, inner)
                                      .add(field::zones, report::List{{"a", "b"}})
                                      .add(field::rows, report::Records{inner, {}});
    EXPECT_EQ(
        to_json(record),
        "{\n  \"plan\": \"x\\u001b\",\n  \"from\": {\n    \"holder\": \"Ukraine\",\n    \"status\": \"UA\"\n  },\n"
        "  \"zones\": [\n    \"a\",\n    \"b\"\n  ],\n  \"rows\": [\n    {\n      \"holder\": \"Ukraine\",\n"
        "      \"status\": \"UA\"\n    },\n    {}\n  ]\n}\n");
}

}  // namespace
