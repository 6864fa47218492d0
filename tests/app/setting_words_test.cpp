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
    EXPECT_EQ(option_words("in ‹Лиман 2›"), "in ‹Лиман 2›") << "words of a file";
}

TEST(SettingWords, InTheWindowAreItsFieldsOrTheCommandThatStartsIt) {
    EXPECT_EQ(window_words("choose " + setting("where", "status = 'RU'")), "choose the field \"where\": status = 'RU'");
    EXPECT_EQ(window_words(setting("held-at")), "the field \"held-at\"");
    EXPECT_EQ(window_words("with " + setting("close", "23km")), "with demarc view --close 23km");
    EXPECT_EQ(window_words("in ‹Лиман 2›"), "in ‹Лиман 2›");
}
