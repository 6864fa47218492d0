// SPDX-License-Identifier: MIT
#include "geo/safe_text.h"

#include "support/files.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace {

TEST(SafeText, WhatATerminalObeysOrNobodySeesIsReplaced) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"\x1b[31m", "\uFFFD[31m"},  // the terminal's escape
        {"\x9b[31m", "\uFFFD[31m"},  // C1 as a bare byte is no UTF-8
        {"\u009B31m", "\uFFFD31m"},  // and the same as UTF-8
        {"a\rb\x08\x7f", "a\uFFFDb\uFFFD\uFFFD"},
        {"a\tb\nc", "a b c"},
        {"\u202Egnp.exe", "\uFFFDgnp.exe"},  // right-to-left override
        {"\u2066x\u2069", "\uFFFDx\uFFFD"},
        {"a\u2028b\u2029c", "a\uFFFDb\uFFFDc"},
        {"Ky\u200Biv\uFEFF", "Ky\uFFFDiv\uFFFD"},
        {"Ky\u200Div", "Ky\uFFFDiv"},        // a joiner has nothing to join in Latin
        {"می\u200Cخواهم", "می\u200Cخواهم"},  // and is spelling in Persian
        {"\xE2\x82", "\uFFFD\uFFFD"},
        {"Київ – km² ±", "Київ – km² ±"}};
    for (const auto& [given, expected] : cases) { EXPECT_EQ(geo::plain_text(given), expected) << given; }
}

/// The reference is the shell itself.
TEST(SafeText, AShellTakesAQuotedWordAsItIs) {
    const testing_support::TemporaryFolder folder;
    for (const char* word : {"plain", "two words", "it's", "say \"no\"", "$(touch x)", "`touch x`", "a\\b", "wow!",
                             "$HOME", "", "'$x' \"`y`\" \\", "status = 'RU'"}) {
        const std::string command = "printf %s " + geo::shell_quoted(word) + " > '" + folder.path("out") + "'";
        ASSERT_EQ(std::system(command.c_str()), 0) << command;
        std::ifstream said{folder.path("out"), std::ios::binary};
        EXPECT_EQ(std::string(std::istreambuf_iterator<char>{said}, {}), word) << command;
    }
    EXPECT_EQ(geo::shell_quoted("status = 'RU'"), "\"status = 'RU'\"") << "readable where it can be";
}

TEST(SafeText, JsonKeepsItsValues) {
    EXPECT_EQ(geo::harmless_json("{\n\"a\": \"\u202Eb\u009B\x7f\U000E0041\"}"),
              "{\n\"a\": \"\\u202eb\\u009b\\u007f\\udb40\\udc41\"}");
}

TEST(SafeText, AFormulaGetsAnApostropheAndANumberStays) {
    for (const char* number : {"-12.5", "+3", "1e5", "-1e-7", ".5", "-.5", "0", ""}) {
        EXPECT_EQ(geo::spreadsheet_text(number), number);
    }
    for (const std::string formula : {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "-inf", "- 1", " =1", "＝1", "+", "-1,000"}) {
        EXPECT_EQ(geo::spreadsheet_text(formula), "'" + formula);
    }
    EXPECT_EQ(geo::spreadsheet_text("\t=1"), "' =1");
    EXPECT_EQ(geo::spreadsheet_text("\r=1"), "\uFFFD=1");
}

TEST(SafeText, KmlShowsTagsInsteadOfObeyingThem) {
    EXPECT_EQ(geo::text_in_kml("<img src=x> & ]]> <![CDATA["), "&lt;img src=x> & ]]&gt; &lt;![CDATA[");
    EXPECT_EQ(geo::text_in_kml("a > b\x01\u202E"), "a > b\uFFFD\uFFFD");
}

}  // namespace
