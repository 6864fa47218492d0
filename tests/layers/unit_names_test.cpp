// SPDX-License-Identifier: MIT
#include "layers/model/detail/unit_names.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

using layers::detail::iso_of_name;
using layers::detail::sense_of_code;

/// As GADM 4.1, Natural Earth 5, COD-AB, OpenStreetMap, ISO 3166-2:UA and maps of before 2014 have them.
TEST(UnitNames, PublishersAndPeopleCallUnitsManyThings) {
    const std::vector<std::pair<const char*, const char*>> names{{"Donetska oblast", "UA-14"},
                                                                 {"Donets'k", "UA-14"},
                                                                 {"Донецьк", "UA-14"},
                                                                 {"Донецкая область", "UA-14"},
                                                                 {"Donetskaya Oblast'", "UA-14"},
                                                                 {"Luhanska", "UA-09"},
                                                                 {"Lugansk", "UA-09"},
                                                                 {"Луганська обл.", "UA-09"},
                                                                 {"Avtonomna Respublika Krym", "UA-43"},
                                                                 {"АР Крим", "UA-43"},
                                                                 {"Respublika Krym", "UA-43"},
                                                                 {"Crimea", "UA-43"},
                                                                 {"м. Київ", "UA-30"},
                                                                 {"Київ", "UA-30"},
                                                                 {"Kiev City", "UA-30"},
                                                                 {"Київська", "UA-32"},
                                                                 {"Kyivska oblast", "UA-32"},
                                                                 {"Kiev Oblast", "UA-32"},
                                                                 {"Kyyivs'ka Oblast'", "UA-32"},
                                                                 {"м. Севастополь", "UA-40"},
                                                                 {"Sevastopol'", "UA-40"},
                                                                 {"Kharkov", "UA-63"},
                                                                 {"Nikolaev", "UA-48"},
                                                                 {"Mykolayiv", "UA-48"},
                                                                 {"Zaporozhye", "UA-23"},
                                                                 {"Zaporiz\u02B9ka", "UA-23"},
                                                                 {"Zaporizhzhya", "UA-23"},
                                                                 {"Dnepropetrovsk", "UA-12"},
                                                                 {"Rovno", "UA-56"},
                                                                 {"Chernovtsy", "UA-77"},
                                                                 {"Vinnitsa", "UA-05"},
                                                                 {"Vinnytsya", "UA-05"},
                                                                 {"Zhitomir", "UA-18"},
                                                                 {"Kropyvnytskyi", "UA-35"},
                                                                 {"Kirovograd", "UA-35"},
                                                                 {"Transcarpathia", "UA-21"},
                                                                 {"Odessa", "UA-51"},
                                                                 {"L\u2019viv", "UA-46"},
                                                                 {"Khmel'nyts'kyy", "UA-68"},
                                                                 {"Ivano-Frankivs'k", "UA-26"},
                                                                 {"Івано-Франківська", "UA-26"},
                                                                 {"Ternopil'", "UA-61"}};
    for (const auto& [written, iso] : names) { EXPECT_EQ(iso_of_name(written), iso) << written; }
}

TEST(UnitNames, WhatIsNoFirstLevelUnitIsNotTakenForOne) {
    for (const char* written :
         {"Donetsk raion", "Донецький район", "м. Донецьк", "Kramatorsk", "Ukraine", "oblast", ""}) {
        EXPECT_EQ(iso_of_name(written), "") << written;
    }
    EXPECT_EQ(iso_of_name("Kyiv"), layers::detail::either_kyiv);
}

/// KOATUU numbers differ from ISO's in Crimea, Kyiv city, Luhansk, Sevastopol and Chernivtsi.
TEST(UnitNames, CodesOfSixSystemsMeanTheSameUnits) {
    const std::vector<std::pair<const char*, const char*>> codes{{"UA-14", "UA-14"},
                                                                 {"ua14", "UA-14"},
                                                                 {"UKR-14", "UA-14"},
                                                                 {"UA.14", "UA-14"},
                                                                 {"UA44", "UA-09"},
                                                                 {"UA01", "UA-43"},
                                                                 {"UA80", "UA-30"},
                                                                 {"UA85", "UA-40"},
                                                                 {"UA73", "UA-77"},
                                                                 {"UA74", "UA-74"},
                                                                 {"UA.DT", "UA-14"},
                                                                 {"UA.LH", "UA-09"},
                                                                 {"1400000000", "UA-14"},
                                                                 {"500000000", "UA-05"},
                                                                 {"100000000.0", "UA-43"},
                                                                 {"UA14000000000091971", "UA-14"},
                                                                 {"UA44000000000018893", "UA-09"}};
    for (const auto& [written, iso] : codes) { EXPECT_EQ(sense_of_code(written).iso, iso) << written; }
    for (const char* written : {"UKR-283", "RU-CR", "UKR.14_1", "14", "UA", "UA-99", "6590B14", ""}) {
        EXPECT_EQ(sense_of_code(written).iso, "") << written;
    }
}

TEST(UnitNames, CodesOfRaionsAndHromadasSayWhatTheyLieIn) {
    for (const char* written : {"UA1402", "UA4408013", "1420955100", "UA14120000000012345"}) {
        EXPECT_EQ(sense_of_code(written).iso, "") << written;
        EXPECT_FALSE(sense_of_code(written).upper_iso.empty()) << written;
    }
    EXPECT_EQ(sense_of_code("UA4408013").upper_iso, "UA-09");
}

TEST(UnitNames, WordsForMissingAreNoNames) {
    for (const char* written :
         {"", " ", "NA", "n/a", "-99", "-99.0", "-", "—", "0", "NULL", "<Null>", "None", "?", "nan"}) {
        EXPECT_TRUE(layers::detail::is_placeholder(written)) << written;
    }
    for (const char* written : {"Nadvirna", "99", "UA-14", "N", "Нова", "10"}) {
        EXPECT_FALSE(layers::detail::is_placeholder(written)) << written;
    }
}

}  // namespace
