// SPDX-License-Identifier: MIT
#include "geo/error.h"
#include "layers/model/place.h"
#include "layers/model/subject.h"

#include <gtest/gtest.h>

#include <set>

namespace {

std::string found(const std::string& name) {
    const layers::Place* place = layers::find_place(name);
    return place == nullptr ? "" : place->name;
}

/// Old and new names: builtin/old_names.csv.
TEST(PlaceNames, OldNamesFindNewOnes) {
    EXPECT_EQ(found("Artemivsk"), "Bakhmut");
    EXPECT_EQ(found("Dnipropetrovsk"), "Dnipro");
    EXPECT_EQ(found("Kirovohrad"), "Kropyvnytskyi");
    EXPECT_EQ(layers::renaming_words("Artemivsk", *layers::find_place("Artemivsk")),
              "Artemivsk is found as Bakhmut, Donetsk; also Kypuche, Luhansk, was called so");
    EXPECT_EQ(layers::renaming_words("Bakhmut", *layers::find_place("Bakhmut")), "");
}

TEST(PlaceNames, TownsOf2024AreFoundByOldNamesInBothScripts) {
    for (const char* old : {"Sievierodonetsk", "Severodonetsk", "Сєвєродонецьк", "Северодонецк", "Сіверськодонецьк"}) {
        EXPECT_EQ(found(old), "Siverskodonetsk") << old;
    }
    for (const auto& [old, now] : {std::pair{"Новомосковськ", "Самар"}, {"Красноград", "Берестин"}}) {
        ASSERT_NE(layers::find_place(old), nullptr) << old;
        EXPECT_EQ(layers::find_place(old)->name_uk, now);
    }
}

TEST(PlaceNames, AnyApostropheWillDo) {
    for (const char* written : {"Слов'янськ", "Слов’янськ", "Словʼянськ"}) {
        EXPECT_EQ(found(written), "Sloviansk") << written;
    }
}

TEST(PlaceNames, UkrainianNamesWithoutRegardToCase) {
    EXPECT_EQ(found("Краматорськ"), "Kramatorsk");
    EXPECT_EQ(found("біла церква"), "Bila Tserkva");
}

TEST(PlaceNames, OfSeveralAlikeTheUnitSaysWhich) {
    try {
        layers::find_place("Ivanivka");
        FAIL() << "there are several";
    } catch (const geo::Error& error) {
        EXPECT_NE(std::string{error.problem()}.find("settlements are called \"Ivanivka\""), std::string::npos);
        EXPECT_EQ(error.kind(), geo::Error::Kind::bad_usage);
    }
    ASSERT_NE(layers::find_place("Ivanivka, Kherson"), nullptr);
    EXPECT_EQ(layers::find_place("Ivanivka, Kherson")->unit_code, "UA-65");
    EXPECT_EQ(layers::find_place("Ivanivka, Atlantis"), nullptr);
    EXPECT_EQ(found("Pokrovsk"), "Pokrovsk") << "what plans name comes first";
}

TEST(PlaceNames, NoSettlementStandsTwice) {
    std::set<std::pair<double, double>> positions;
    for (const layers::Place* place : layers::all_places()) {
        EXPECT_TRUE(positions.emplace(place->position.lon, place->position.lat).second) << place->name;
        if (place->is_minor) { EXPECT_GT(place->population.value_or(0), 0) << place->name; }
    }
    EXPECT_GT(positions.size(), 2800U);
}

TEST(Subject, TwoNumbersThatLieOnTheUnitsOnlyTheOtherWayRoundAreReadSoAndNoted) {
    const layers::Units units = layers::builtin_units();
    const layers::Subject swapped = layers::subject_from("48.7389, 37.5848", units);
    EXPECT_EQ(swapped.position, (geo::LonLat{37.5848, 48.7389}));
    EXPECT_NE(swapped.note, "");
    const layers::Subject plain = layers::subject_from("37.5848,48.7389", units);
    EXPECT_EQ(plain.position, (geo::LonLat{37.5848, 48.7389}));
    EXPECT_EQ(plain.note, "");
}

}  // namespace
