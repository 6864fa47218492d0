// SPDX-License-Identifier: MIT
#include "layers/report/table.h"

#include "layers/report/record.h"

#include <gtest/gtest.h>

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
    EXPECT_EQ(width_of(table), 13);
}

TEST(Table, HeadingsAreTheFieldsOwnInEitherLanguage) {
    report::Table table{{{&field::unit}, {&field::km2, Shows::estimate}, {&field::km2, Shows::tolerance, "±"}}};
    table.add({"Donetsk", estimate(5877, 5565.5, 6000), estimate(5877, 5565.5, 6000)});
    EXPECT_EQ(to_text(table), "unit            km²     ±\nDonetsk  5,877 ±312  ±312\n");
    EXPECT_EQ(to_text(table, {}, report::Language::ukrainian),
              "одиниця         км²     ±\nDonetsk  5,877 ±312  ±312\n");
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
              "unit,km2,km2_min,km2_max,km2_smallest,km2_largest,km2_contested_not_held,km2_contested_held,line_date\n"
              "Sumy,10,8,12,5,20,9,11,2025-12-24\n"
              "Lviv,0,,,,,,,\n");
    EXPECT_EQ(to_json(records_of(table)),
              "[\n  {\n    \"unit\": \"Sumy\",\n    \"km2\": 10.0,\n    \"km2_min\": 8.0,\n    \"km2_max\": 12.0,\n"
              "    \"km2_smallest\": 5.0,\n    \"km2_largest\": 20.0,\n    \"km2_contested_not_held\": 9.0,\n"
              "    \"km2_contested_held\": 11.0,\n    \"line_date\": \"2025-12-24\"\n  },\n"
              "  {\n    \"unit\": \"Lviv\",\n    \"km2\": 0.0,\n    \"km2_min\": null,\n    \"km2_max\": null,\n"
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

/// Names that a Shapefile has room for need no short one, and no short one stands for two.
TEST(Field, ShortNamesAreShortAndDistinct) {
    std::vector<std::string> seen;
    for (const auto& [key, short_key] : layers::short_names()) {
        EXPECT_GT(key.size(), 10U) << key;
        EXPECT_LE(short_key.size(), 10U) << key;
        EXPECT_EQ(std::count(seen.begin(), seen.end(), short_key), 0) << short_key;
        seen.push_back(short_key);
    }
    EXPECT_GE(seen.size(), 11U);
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
