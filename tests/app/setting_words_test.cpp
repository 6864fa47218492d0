// SPDX-License-Identifier: MIT
#include "app/setting_words.h"

#include "app/viewer/model/window_words.h"
#include "geo/safe_text.h"
#include "geo/setting.h"

#include <gtest/gtest.h>

using app::option_words;
using app::viewer::window_words;
using geo::setting;

TEST(SettingWords, OnACommandLineAreOptionsThatAShellTakes) {
    EXPECT_EQ(option_words("add " + setting("overwrite") + " to replace it"), "add --overwrite to replace it");
    EXPECT_EQ(option_words(setting("close", "23km")), "--close 23km");
    EXPECT_EQ(option_words(setting("where", "status = 'RU'")), "--where \"status = 'RU'\"");
    EXPECT_EQ(option_words(setting("where", "$(touch x)")), "--where " + geo::shell_quoted("$(touch x)"));
    for (const char* text : {"in ‹Лиман 2›", "the ‹freeze now› plan", "‹csv", "‹a› ‹b›"}) {
        EXPECT_EQ(option_words(text), text) << "words of a file";
    }
    EXPECT_EQ(option_words(std::string(200000, 'a') + setting("json")).size(), 200006U);
    std::string marks;
    for (int i = 0; i < 100000; ++i) { marks += "‹"; }
    EXPECT_EQ(option_words(marks), marks) << "in one pass";
    EXPECT_EQ(option_words(setting("control", "FILE") + " and " + setting("partial")), "--control FILE and --partial");
}

TEST(SettingWords, InTheWindowAreItsFieldsOrTheCommandThatStartsIt) {
    EXPECT_EQ(window_words("choose " + setting("where", "status = 'RU'")), "choose the field \"where\": status = 'RU'");
    EXPECT_EQ(window_words(setting("held-at")), "the field \"held-at\"");
    EXPECT_EQ(window_words("with " + setting("close", "23km")), "with demarc view --close 23km");
    EXPECT_EQ(window_words("in ‹Лиман 2›"), "in ‹Лиман 2›");
}
