// SPDX-License-Identifier: MIT
#include "layers/model/unit.h"

#include "geo/measure.h"
#include "geo/partition.h"

#include <gtest/gtest.h>

namespace {

TEST(Units, TheBuiltInUnitsAreUkraine) {
    const layers::Units units = layers::builtin_units();
    ASSERT_EQ(units.units.size(), 27U);
    geo::SquareKilometres sum;
    for (const layers::Unit& unit : units.units) {
        EXPECT_EQ(unit.code.substr(0, 3), "UA-");
        EXPECT_FALSE(unit.name_uk.empty());
        EXPECT_TRUE(geo::repair(unit.region).notes.empty()) << unit.name << " should be valid as it is";
        sum += geo::area_of(unit.region);
    }
    // The same rows of qgis-common's world_map.gpkg, densified to 0.002° in PROJ's equal-area "cea": 599,166.7311 km².
    EXPECT_NEAR(sum.value(), 599166.7311, 0.001);
    EXPECT_FALSE(units.source.licence.empty());
}

TEST(Units, TheBuiltInUnitsNeitherOverlapNorLeaveGaps) {
    const layers::Units units = layers::builtin_units();
    geo::Coverage layer;
    for (const layers::Unit& unit : units.units) { layer.emplace_back(&unit.region); }
    const geo::Partition parts = geo::partition({layer});
    EXPECT_EQ(parts.overlaps[0].value(), 0);
    for (const geo::Face& face : parts.faces) { EXPECT_NE(face.owners[0], geo::Face::none) << to_text(face.inside); }
}

TEST(Units, PeopleWriteNamesInManyWays) {
    const std::vector<layers::Unit> units = layers::builtin_units().units;
    const auto code = [&units](const char* written) {
        const int index = layers::find_unit(units, written);
        return index < 0 ? std::string{"none"} : units[static_cast<std::size_t>(index)].code;
    };
    for (const char* written : {"Donetsk", "donetsk oblast", "UA-14", "Донецька область", "ДОНЕЦЬКА"}) {
        EXPECT_EQ(code(written), "UA-14") << written;
    }
    for (const char* written : {"Donetska", "Donetskaya oblast'", "UA14", "UA.DT", "UA14000000000091971"}) {
        EXPECT_EQ(code(written), "UA-14") << written;
    }
    for (const char* written : {"Crimea", "AR Crimea", "Autonomous Republic of Crimea", "Крим"}) {
        EXPECT_EQ(code(written), "UA-43") << written;
    }
    EXPECT_EQ(code("Kyiv city"), "UA-30");
    EXPECT_EQ(code("Київ"), "UA-30");
    EXPECT_EQ(code("Київська область"), "UA-32");
    EXPECT_EQ(code("Sevastopol city"), "UA-40");
    EXPECT_EQ(code("Івано-Франківська область"), "UA-26");
    EXPECT_EQ(code("Kyiv"), "none") << "it may be the city or the oblast";
    EXPECT_EQ(code("Atlantis"), "none");
}

}  // namespace
