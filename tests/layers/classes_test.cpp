// SPDX-License-Identifier: MIT
#include "layers/model/classes.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/setting.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

using layers::Classified;
using layers::LandClass;

/// Polygons of 0.1° by 0.1° side by side, each with these properties.
geo::Dataset squares(const std::vector<geo::Properties>& properties, const std::vector<std::string>& layers = {}) {
    geo::Dataset dataset;
    dataset.path = "tracker.geojson";
    for (std::size_t i = 0; i < properties.size(); ++i) {
        const double west = 30 + 0.1 * static_cast<double>(i);
        geo::Feature feature;
        feature.shape = {
            "Polygon", {}, {}, {{{{{west, 48}, {west + 0.1, 48}, {west + 0.1, 48.1}, {west, 48.1}, {west, 48}}, {}}}}};
        feature.properties = properties[i];
        feature.number = static_cast<int>(i) + 1;
        feature.layer = layers.empty() ? "" : layers[i];
        dataset.features.push_back(std::move(feature));
    }
    return dataset;
}

geo::Dataset named(const std::vector<std::string>& names, const char* field = "name") {
    std::vector<geo::Properties> properties;
    for (const std::string& name : names) { properties.push_back({{field, name}}); }
    return squares(properties);
}

/// h, c or a by feature.
std::string letters(const Classified& classified) {
    std::string text;
    for (const LandClass one : classified.classes) {
        text += one == LandClass::held ? 'h' : one == LandClass::contested ? 'c' : 'a';
    }
    return text;
}

std::string letters(const geo::Dataset& dataset, const layers::Choosing& by = {}) {
    return letters(layers::classify(dataset, by));
}

std::pair<std::string, std::string> refusal(const geo::Dataset& dataset) {
    try {
        (void)layers::classify(dataset, {});
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.kind(), geo::Error::Kind::bad_usage);
        EXPECT_EQ(error.place().file, "tracker.geojson");
        return {error.problem(), error.remedy()};
    }
    ADD_FAILURE() << "not refused";
    return {};
}

TEST(Classes, NamesOfThreePartsAreReadByTheLastPartThatIsKnown) {
    const geo::Dataset dataset = named({
        "Окуповано /// Occupied /// geoJSON.status.occupied",
        "Окупований Крим /// Occupied Crimea\u00A0/// geoJSON.territories.crimea",
        "ОРДЛО /// CADR and CALR\u00A0///  ",
        "Невідомий статус /// Unknown status /// ",
        "Звільнено 25.03 /// Liberated 25.03\u00A0/// geoJSON.status.dismissed_at {{at:25.03}}",
        "Тимчасово окупована східна Пруссія /// The temporarily occupied East Prussia /// geoJSON.territories.prussia",
        "Придністров'я/// Transnistria /// geoJSON.territories.transnistria",
    });
    const Classified classified = layers::classify(dataset, {});
    EXPECT_EQ(letters(classified), "hhhcaaa");
    ASSERT_EQ(classified.notes.size(), 1U);
    const std::string& note = classified.notes[0].text;
    for (const char* part : {"DeepState", "held", "contested", "left aside", "Transnistria", "km²", "‹where›"}) {
        EXPECT_NE(note.find(part), std::string::npos) << part << " in " << note;
    }
}

TEST(Classes, AKeyThatNobodyKnowsIsNotGuessed) {
    const auto [problem, remedy] =
        refusal(named({"x /// Occupied /// geoJSON.status.occupied", "x /// y /// geoJSON.status.partly"}));
    EXPECT_NE(problem.find("geoJSON.status.partly"), std::string::npos) << problem;
    EXPECT_NE(remedy.find("‹where name = 'x /// Occupied /// geoJSON.status.occupied'›"), std::string::npos) << remedy;
}

TEST(Classes, OtherTrackersAreKnownByTheirWords) {
    EXPECT_EQ(letters(named({"RU", "UA", "CONTESTED", "RU"}, "status")), "hach");
    EXPECT_EQ(letters(named({"RU", "UA"}, "status_isw")), "ha");
    EXPECT_EQ(letters(named({"Luhansk Axis [Z]", "Crimean Axis\n [Z]", "Pre-War Crimea"})), "hhh");
    const std::vector<geo::Properties> none(3);
    const geo::Dataset isw = squares(none, {"Russian control of terrain in Ukraine", "Assessed Russian advances",
                                            "Claimed Russian territory in Ukraine"});
    EXPECT_EQ(letters(isw), "haa");
    EXPECT_TRUE(layers::classify(isw, {}).by_layer);
    EXPECT_EQ(letters(isw, {"", "", true}), "hhh") << "layers that the user names all count";
}

TEST(Classes, ClassesOfAnUnknownFileAreListedWithTheirAreasAndTheFilterToCopy) {
    const geo::Dataset dataset = named({"occupied", "grey zone", "liberated", "occupied", "it's theirs"}, "status");
    const auto [problem, remedy] = refusal(dataset);
    const double km2 = geo::area_of(dataset.features[0].shape.region).value();  // the same for all, to the west or east
    EXPECT_NE(problem.find(fmt::format("\"occupied\" {:.1f} km²", 2 * km2)), std::string::npos) << problem;
    EXPECT_NE(problem.find(fmt::format("\"liberated\" {:.1f} km²", km2)), std::string::npos) << problem;
    EXPECT_EQ(remedy,
              "choose those that are held: ‹where status = 'occupied'›, and contested land: ‹contested status = 'grey "
              "zone'›");
    EXPECT_EQ(letters(dataset, {"status = 'occupied'", "status = 'grey zone'"}), "hcaha") << "the way out works";
    EXPECT_EQ(letters(dataset, {"status IN ('occupied', 'it''s theirs')", ""}), "haahh");
}

TEST(Classes, AFieldThatTellsClassesAsksWhateverItsWords) {
    for (const char* field : {"status", "control", "class", "Holder", "fill", "styleUrl", "controlled_by"}) {
        EXPECT_FALSE(refusal(named({"alpha", "beta"}, field)).first.empty()) << field;
    }
    EXPECT_FALSE(refusal(squares({{{"status", "x"}}, {}})).first.empty()) << "one polygon has no status";
    EXPECT_FALSE(refusal(named({"Area 1: occupied", "Area 2: liberated in May"})).first.empty());
    EXPECT_FALSE(refusal(named({"Liberated"})).first.empty()) << "all of it is called something else than held";
}

TEST(Classes, AFieldOfAnyNameTellsClassesByItsWords) {
    EXPECT_FALSE(refusal(named({"RU", "UA", "?"}, "owner")).first.empty());
    EXPECT_FALSE(refusal(named({"Russia", "Ukraine"}, "belligerent")).first.empty());
    EXPECT_FALSE(refusal(named({"occupied", "liberated", "unknown"}, "Label")).first.empty());
    EXPECT_FALSE(refusal(named({"Red", "Blue", "Grey"}, "Zone")).first.empty());
    EXPECT_FALSE(refusal(named({"1", "2", "3"}, "status_code")).first.empty());
    EXPECT_FALSE(refusal(named({"Russian occupied land", "Liberated land"}, "description")).first.empty());
    EXPECT_EQ(letters(named({"Russian MoD", "General Staff"}, "told_by")), "hh") << "a name";
    EXPECT_EQ(letters(named({"Ukraine", "Ukraine"}, "country")), "hh") << "one value";
    EXPECT_EQ(letters(named({"2022-03-01", "2024-02-17"}, "occupied_since")), "hh") << "no class but a date";
    EXPECT_EQ(letters(named({"7", "8"}, "status_id")), "hh");
}

TEST(Classes, WordsThatSayNoAreNotHeld) {
    for (const char* word : {"not occupied", "unoccupied", "de-occupied", "Деокуповано", "неокупована"}) {
        EXPECT_FALSE(refusal(named({word})).first.empty()) << word;
    }
}

TEST(Classes, TheFilterPicksWhatIsWrittenWithSpacesToo) {
    const geo::Dataset dataset = named({"Occupied", "occupied ", "liberated"}, "status");
    const std::string remedy = refusal(dataset).second;
    EXPECT_NE(remedy.find("'Occupied'"), std::string::npos) << remedy;
    EXPECT_NE(remedy.find("'occupied '"), std::string::npos) << remedy;
    EXPECT_EQ(letters(dataset, {"status IN ('Occupied', 'occupied ')", "", false}), "hha");
}

TEST(Classes, NumberedNamesAreClassesByTheirBeginning) {
    std::vector<std::string> names;
    for (int i = 0; i < 30; ++i) { names.push_back(fmt::format("{} {}", i % 2 == 0 ? "Occupied" : "Liberated", i)); }
    const geo::Dataset dataset = named(names);
    EXPECT_NE(refusal(dataset).second.find("‹where name LIKE 'Occupied%'›"), std::string::npos)
        << refusal(dataset).second;
    EXPECT_TRUE(letters(dataset, {"name LIKE 'Occupied%'", "", false}).starts_with("haha"));
    for (std::string& name : names) { name = "Village of " + name.substr(name.find(' ') + 1); }
    EXPECT_EQ(letters(named(names)), std::string(30, 'h'));
}

TEST(Classes, AFileThatIsCalledAsLandThatIsNotHeldIsAskedAbout) {
    geo::Dataset dataset = named({"1"}, "OBJECTID");
    EXPECT_EQ(letters(dataset), "h");
    dataset.about = {{"name", "VIEW_ClaimedRussianTerritoryinUkraine_V2"}};
    EXPECT_NE(refusal(dataset).first.find("ISW"), std::string::npos);
    EXPECT_EQ(letters(dataset, {"1 = 1", "", false}), "h") << "the way out";
    dataset.about.clear();
    dataset.features[0].layer = "Claimed Russian Control";
    EXPECT_NE(refusal(dataset).first.find("ISW"), std::string::npos);
}

/// A name out of the file must not be run by the shell that a proposed command is pasted into: option_words() quotes
/// it.
TEST(Classes, AProposedFilterIsASettingForWhoShowsItToQuote) {
    const std::string remedy = refusal(named({"occupied $(touch x)", "liberated"}, "status")).second;
    EXPECT_NE(remedy.find(geo::setting("where", "status = 'occupied $(touch x)'")), std::string::npos) << remedy;
}

TEST(Classes, WhatAFilterLeavesAsideIsNamed) {
    const geo::Dataset dataset = named({"uk /// Occupied", "uk /// Liberated", "uk /// Unknown status"});
    const Classified held = layers::classify(dataset, {"name LIKE '%Occupied'", "", false});
    ASSERT_EQ(held.notes.size(), 1U);
    EXPECT_NE(held.notes[0].text.find("left aside: name is \"uk /// Liberated\""), std::string::npos)
        << held.notes[0].text;
    EXPECT_NE(held.notes[0].text.find("‹contested name = 'uk /// Unknown status'›"), std::string::npos)
        << held.notes[0].text;
    const Classified both = layers::classify(dataset, {"", "name LIKE '%Liberated'", false});
    EXPECT_EQ(letters(both), "hcc");
    ASSERT_EQ(both.notes.size(), 1U);
    EXPECT_NE(both.notes[0].text.find("and as chosen, contested 82."), std::string::npos) << both.notes[0].text;
}

TEST(Classes, NamesAndNumbersAreNoClasses) {
    EXPECT_EQ(letters(named({"Bakhmut pocket", "Kinburn Spit"})), "hh");
    EXPECT_EQ(letters(named({"1", "2", "3"}, "id")), "hhh");
    EXPECT_EQ(letters(squares({{{"date", "2025-12-24"}, {"km2", 1.5}}, {{"date", "2025-12-24"}, {"km2", 2.5}}})), "hh");
    EXPECT_EQ(letters(named({"occupied", "occupied"}, "status")), "hh") << "one class";
    EXPECT_EQ(letters(squares(std::vector<geo::Properties>(2))), "hh");
    EXPECT_TRUE(layers::classify(named({"occupied", "occupied"}, "status"), {}).notes.empty());
}

}  // namespace
