// SPDX-License-Identifier: MIT
#include "layers/language/language.h"

#include "geo/error.h"
#include "layers/language/messages.h"
#include "layers/model/sides.h"
#include "layers/model/words.h"
#include "layers/plan_language/plan_file.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

/// Ukrainian until the end of the scope.
class InUkrainian {
public:
    InUkrainian() { layers::speak("uk"); }
    ~InUkrainian() { layers::speak("en"); }
    InUkrainian(const InUkrainian&) = delete;
    InUkrainian& operator=(const InUkrainian&) = delete;
};

TEST(Language, ThereAreEnglishAndUkrainian) {
    const std::vector<std::string> codes = layers::languages();
    EXPECT_EQ(codes, (std::vector<std::string>{"en", "uk"}));
    EXPECT_EQ(layers::language(), "en");
}

TEST(Language, AnotherIsRefusedWithThoseThatThereAre) {
    try {
        layers::speak("tlh");
        FAIL() << "it was taken";
    } catch (const geo::Error& error) {
        EXPECT_EQ(error.problem(), "there are no texts in the language \"tlh\"");
        EXPECT_EQ(error.remedy(), "known are: en, uk");
        EXPECT_EQ(error.kind(), geo::Error::Kind::bad_usage);
    }
    EXPECT_EQ(layers::language(), "en");
}

TEST(Language, TextsAndTheirValuesComeInTheLanguageThatIsSpoken) {
    EXPECT_EQ(layers::tr("all land"), "all land");
    EXPECT_EQ(layers::tr("and {} more", 7), "and 7 more");
    const InUkrainian ukrainian;
    EXPECT_EQ(layers::tr("all land"), "уся територія");
    EXPECT_EQ(layers::tr("and {} more", 7), "і ще 7");
    EXPECT_EQ(layers::tr("no text of demarc"), "no text of demarc");
    EXPECT_EQ(layers::tr(""), "") << "not the head of the catalogue";
}

TEST(Language, NumbersHaveTheMarksOfTheLanguage) {
    EXPECT_EQ(layers::with_thousands(1234567.25, 1), "1,234,567.2");
    EXPECT_EQ(layers::length_words(geo::Kilometres{1.5}), "1.5 km");
    const InUkrainian ukrainian;
    EXPECT_EQ(layers::with_thousands(1234567.25, 1), "1\u00A0234\u00A0567,2") << "116,226 would be read as a decimal";
    EXPECT_EQ(layers::with_thousands(-999), "-999");
    EXPECT_EQ(layers::length_words(geo::Kilometres{1.5}), "1,5 км");
}

TEST(Language, APlanIsReadInTheLanguageThatIsSpoken) {
    const InUkrainian ukrainian;
    const layers::Plan plan = layers::load_plan("us-28-point", {});
    const auto is_cyrillic = [](const std::string& text) { return text.find('\xD0') != std::string::npos; };
    EXPECT_TRUE(is_cyrillic(plan.summary)) << plan.summary;
    EXPECT_TRUE(is_cyrillic(plan.text_status)) << plan.text_status;
    for (const layers::Zone& zone : plan.zones) {
        EXPECT_TRUE(is_cyrillic(zone.title)) << zone.title;
        EXPECT_TRUE(zone.provenance.unclear.empty() || is_cyrillic(zone.provenance.unclear));
    }
    EXPECT_EQ(plan.sides.in_words(layers::Holder::russia), "Росія");
    EXPECT_EQ(plan.sides.holder(layers::Holder::russia), "Russia") << "ids are in no language";
    EXPECT_EQ(plan.sides.status(layers::Status::frozen), "frozen");
}

TEST(Language, SidesWithNamesKeepThem) {
    const InUkrainian ukrainian;
    const layers::Sides sides{"Republic", "North"};
    EXPECT_EQ(sides.in_words(layers::Status::ru_held), "held by North");
    EXPECT_EQ(sides.in_words(layers::Holder::ukraine), "Republic");
}

/// Reference: uk.po.
TEST(Language, MessagesArePutTogetherAnewInTheLanguageThatIsSpoken) {
    EXPECT_EQ(layers::tr_message("the file has no layer \"a\""), "the file has no layer \"a\"") << "English stays";
    const InUkrainian ukrainian;
    EXPECT_EQ(layers::tr_message("the file has no layer \"a {b} c\""), "файл не має шару \"a {b} c\"");
    EXPECT_EQ(layers::tr_message("two lines can be compared at a time"), "за раз можна порівняти дві лінії");
    EXPECT_EQ(layers::tr_message("--draws: \"5\" is no number from 16 to 10000"),
              "--draws: \"5\" — не число від 16 до 10000");
    EXPECT_EQ(layers::tr_message("name one that differs"), "name one that differs") << "of nobody";
    EXPECT_EQ(
        layers::tr_message("days.zip: feature 3: 10 outer rings ran clockwise, against RFC 7946; turned"),
        "days.zip: об’єкт 3: 10 зовнішніх кілець ішли за годинниковою стрілкою, всупереч RFC 7946; напрям змінено")
        << "behind names and numbers";
    EXPECT_EQ(layers::tr_message("10: x"), "10: x");
    EXPECT_EQ(layers::tr_message("a: b"), "a: b") << "like anything";
    EXPECT_EQ(layers::tr_message("such as {depth: 5 km}"), "such as {depth: 5 km}");
    EXPECT_EQ(layers::tr_message("write {depth: 5 km}"), "пишіть {depth: 5 km}");
    EXPECT_EQ(layers::tr_message("beside the line, its content is larger than 2 GB once unpacked"),
              "поруч із лінією розпакований вміст більший за 2 GB")
        << "a value that is a message";
    EXPECT_EQ(layers::tr_message(""), "");
}

/// Reference: the cardinal plural rules of Ukrainian in Unicode's CLDR (one: 1, 21, 101; few: 2-4, 22; many: the rest).
TEST(Language, WordsAgreeWithTheNumberBeforeThem) {
    EXPECT_EQ(layers::plural_form(1), 0U);
    EXPECT_EQ(layers::plural_form(2), 1U);
    EXPECT_EQ(layers::plural_form(21), 1U) << "English has \"21 days\"";
    const InUkrainian ukrainian;
    const auto days = [](const std::string& number) { return layers::agreeing(number + " ⟨день|дні|днів⟩"); };
    for (const char* one : {"1", "21", "101", "1001", "1 000 001"}) {
        EXPECT_EQ(days(one), std::string{one} + " день");
    }
    for (const char* few : {"2", "3", "4", "22", "104"}) { EXPECT_EQ(days(few), std::string{few} + " дні"); }
    for (const char* many : {"0", "5", "11", "12", "14", "111", "213", "1\u00A0011"}) {
        EXPECT_EQ(days(many), std::string{many} + " днів");
    }
    EXPECT_EQ(days("день 3:"), "день 3: дні") << "the nearest number";
    EXPECT_EQ(days("12345678901234567890121"), "12345678901234567890121 день") << "as large as it may be";
    EXPECT_EQ(days(""), " днів") << "no number";
    EXPECT_EQ(layers::agreeing("1 ⟨a|b|c⟩, 2 ⟨a|b|c⟩, 5 ⟨a⟩"), "1 a, 2 b, 5 a") << "each its own";
    EXPECT_EQ(layers::agreeing("3 ⟨a|b"), "3 ⟨a|b") << "no such list";
    EXPECT_EQ(layers::tr("{} features", 21), "21 об’єкт");
    EXPECT_EQ(layers::tr_message("wrote held.svg: 3 panels"), "записано held.svg: 3 панелі");
    EXPECT_EQ(layers::tr_message("wrote held.svg: 1 panel"), "записано held.svg: 1 панель");
}

}  // namespace
