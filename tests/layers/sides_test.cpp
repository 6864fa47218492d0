// SPDX-License-Identifier: MIT
#include "layers/model/sides.h"

#include "geo/error.h"
#include "layers/model/plan.h"

#include <gtest/gtest.h>

namespace {

using layers::Sides;

const Sides island{"Republic", "North"};

TEST(Sides, TheDefaultOnesLeaveEveryWordAsItIs) {
    for (const layers::StatusTerm& term : layers::statuses()) {
        EXPECT_EQ(Sides{}.status(term.status), term.id);
        EXPECT_EQ(Sides{}.meaning(term.status), term.meaning);
    }
    EXPECT_EQ(Sides{}.holder(layers::Holder::russia), "Russia");
    EXPECT_EQ(Sides{}.id("ukraine-side"), "ukraine-side");
}

TEST(Sides, StatusesBearTheirNames) {
    EXPECT_EQ(island.status(layers::Status::ru_held), "North-held");
    EXPECT_EQ(island.status(layers::Status::ru_de_facto), "North-de-facto");
    EXPECT_EQ(island.status(layers::Status::withdrawn_ua), "withdrawn-Republic");
    EXPECT_EQ(island.status(layers::Status::withdrawn_ru), "withdrawn-North");
    EXPECT_EQ(island.status(layers::Status::ua_regained), "Republic-regained");
    EXPECT_EQ(island.status(layers::Status::ua), "Republic");
    EXPECT_EQ(island.status(layers::Status::frozen), "frozen");
    EXPECT_EQ((Sides{"South Side", "North"}.status(layers::Status::ua_regained)), "South-Side-regained");
    EXPECT_EQ((Sides{"Russia", "Ukraine"}.status(layers::Status::ru_held)), "UA-held");
}

TEST(Sides, NoMeaningSpeaksOfOthers) {
    for (const layers::StatusTerm& term : layers::statuses()) {
        const std::string words = island.meaning(term.status) + " " + island.status(term.status);
        for (const char* other : {"Ukrain", "Russia", "RU", "UA"}) {
            EXPECT_EQ(words.find(other), std::string::npos) << words;
        }
    }
    EXPECT_EQ(island.meaning(layers::Status::withdrawn_ua), "forces of Republic leave it");
    EXPECT_EQ(island.meaning(layers::Status::ru_recognised), "recognised as land of North in law");
}

TEST(Sides, TextsAreTurnedInOnePassAndByWholeWords) {
    EXPECT_EQ(island.text("Zone, Ukrainian side; Russia's; Prussia; Russians"),
              "Zone, side of Republic; North's; Prussia; Russians");
    EXPECT_EQ((Sides{"Russia", "Ukraine"}.text("Ukraine and Russia")), "Russia and Ukraine");
    EXPECT_EQ(island.id("russia-side"), "north-side");
    EXPECT_EQ((Sides{"Κύπρος", "Північ"}.id("ukraine-russia")), "first-pivnich");
}

TEST(Sides, NamesLoseTheBlanksAroundThem) {
    EXPECT_EQ(layers::parse_sides(" Republic of the South , North"), (Sides{"Republic of the South", "North"}));
    EXPECT_EQ(layers::parse_sides("Україна,Росія").second, "Росія");
}

TEST(Sides, NamesThatMeanSomethingElseOrCannotBeToldApartAreRefused) {
    const std::string forty(40, 'x');
    EXPECT_EQ(layers::parse_sides(forty + ",y").first, forty);
    for (const std::string& text :
         {std::string{}, std::string{"North"}, std::string{"a,b,c"}, std::string{"a,"}, std::string{"North,north"},
          std::string{"undecided,b"}, std::string{"a,Contested"}, std::string{"side,b"}, std::string{"$depth,b"},
          std::string{"a b,a-b"}, std::string{"b-held,b"}, std::string{"a\nb,c"}, std::string{"a\x1b[31m,c"},
          std::string{"a\u202e,c"}, std::string{"a\xff,c"}, forty + "x,y"}) {
        try {
            layers::parse_sides(text);
            ADD_FAILURE() << "taken: " << text;
        } catch (const geo::Error& error) {
            EXPECT_EQ(error.kind(), geo::Error::Kind::bad_usage);
            EXPECT_FALSE(error.remedy().empty());
        }
    }
}

}  // namespace
