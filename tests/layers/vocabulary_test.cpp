// SPDX-License-Identifier: MIT
#include "layers/model/vocabulary.h"
#include "layers/language/language.h"

#include "layers/builtin/builtin.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <set>

namespace {

/// As the schema lists them, in its own order of keys and with its indents.
template <class Term>
std::string enum_of(const std::vector<Term>& terms, const std::string& indent) {
    std::string text = "\"enum\": [\n";
    for (const Term& term : terms) {
        text += fmt::format("{} \"{}\"{}\n", indent, term.id, &term == &terms.back() ? "" : ",");
    }
    return text + indent + "]";
}

TEST(Vocabulary, TheSchemaListsEveryTerm) {
    const std::string_view schema = layers::builtin_file("plan.schema.json");
    for (const std::string& list : {enum_of(layers::statuses(), "   "), enum_of(layers::holders(), "   "),
                                    enum_of(layers::zone_kinds(), "     ")}) {
        EXPECT_NE(schema.find(list), std::string_view::npos) << "layers/builtin/plan.schema.json lacks\n" << list;
    }
}

TEST(Vocabulary, TheReferenceHasEveryTermWithItsMeaning) {
    std::ifstream file{DEMARC_SOURCE_FOLDER "/layers/PLANS.md"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    std::string statuses = "| status | holder | meaning |\n|---|---|---|\n";
    for (const layers::StatusTerm& term : layers::statuses()) {
        statuses +=
            fmt::format("| `{}` | {} | {} |\n", term.id, term.holder ? id_of(*term.holder) : "any", term.meaning);
    }
    std::string kinds = "| kind | meaning |\n|---|---|\n";
    for (const layers::ZoneKindTerm& term : layers::zone_kinds()) {
        kinds += fmt::format("| `{}` | {} |\n", term.id, term.meaning);
    }
    for (const std::string& table : {statuses, kinds}) {
        EXPECT_NE(text.find("\n\n" + table + "\n"), std::string::npos) << "layers/PLANS.md lacks\n" << table;
    }
}

/// Maps by class are written in the order of ids, whatever that of the enumerators.
TEST(Vocabulary, EnumeratorsStandInTheOrderOfTheirIds) {
    const auto expect_order = [](auto terms, auto value) {
        std::ranges::sort(terms, {}, value);
        EXPECT_TRUE(std::ranges::is_sorted(terms, {}, [](const auto& term) { return term.id; }));
        for (std::size_t i = 0; i < terms.size(); ++i) {
            EXPECT_EQ(static_cast<std::size_t>(std::invoke(value, terms[i])), i) << "each has one term";
        }
    };
    expect_order(layers::statuses(), &layers::StatusTerm::status);
    expect_order(layers::holders(), &layers::HolderTerm::holder);
    expect_order(layers::zone_kinds(), &layers::ZoneKindTerm::kind);
}

TEST(Vocabulary, EveryTermHasItsOwnWordsInBothLanguages) {
    for (const char* language : {"en", "uk"}) {
        layers::speak(language);
        std::set<std::string> words;
        for (const layers::StatusTerm& term : layers::statuses()) {
            EXPECT_FALSE(term.meaning.empty()) << term.id;
            EXPECT_TRUE(words.insert(layers::tr(term.words)).second) << term.words << " is said of two";
        }
        layers::speak("en");
    }
}

}  // namespace
