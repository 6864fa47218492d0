// SPDX-License-Identifier: MIT
#include "app/viewer/font_file.h"

#include <gtest/gtest.h>
#include <imgui/imgui.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>

namespace {

using app::viewer::is_sound_font;

std::string dejavu() {
    std::ifstream stream{"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

/// As the viewer has ImGui, and so stb_truetype, draw it: an unsound font ends the program here.
bool draws(std::string bytes) {
    constexpr ImWchar letters[]{0x0020, 0x007F, 0x0400, 0x045F, 0};
    ImFontAtlas plan_index;
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    plan_index.AddFontFromMemoryTTF(bytes.data(), static_cast<int>(bytes.size()), 15, &config, letters);
    return plan_index.Build();
}

TEST(FontFile, AWholeFontIsSound) {
    const std::string font = dejavu();
    if (font.empty()) { GTEST_SKIP() << "no DejaVu here"; }
    EXPECT_TRUE(is_sound_font(font));
    EXPECT_TRUE(draws(font));
}

TEST(FontFile, WhatIsNoFontIsNone) {
    EXPECT_FALSE(is_sound_font(""));
    EXPECT_FALSE(is_sound_font("ttcf"));
    EXPECT_FALSE(is_sound_font("OTTO" + std::string(1000, '\0')));
    EXPECT_FALSE(is_sound_font(std::string{"\0\1\0\0\0\0\0\0\0\0\0\0", 12}));
}

TEST(FontFile, AFontThatIsCutShortIsRefused) {
    const std::string font = dejavu();
    if (font.empty()) { GTEST_SKIP() << "no DejaVu here"; }
    constexpr std::size_t parts = 24;
    for (std::size_t i = 0; i < parts; ++i) {
        EXPECT_FALSE(is_sound_font(font.substr(0, font.size() * i / parts))) << i;
    }
}

TEST(FontFile, WhateverPassesCanBeDrawn) {
    const std::string font = dejavu();
    if (font.empty()) { GTEST_SKIP() << "no DejaVu here"; }
    constexpr unsigned seed = 20251224;
    std::mt19937 random{seed};  // NOLINT: the same fonts in every run
    int passed = 0;
    for (std::size_t i = 0; i < 60; ++i) {
        std::string mutated = font;
        const std::size_t reaches[]{400, 60'000,
                                    font.size()};  // the tables' directory, the tables before the glyphs, all
        for (std::size_t k = 0; k < 1 + i % 4; ++k) {
            mutated[random() % reaches[i % 3]] = static_cast<char>(random());
        }
        if (i % 5 == 0) { std::fill_n(mutated.begin() + static_cast<int>(random() % (font.size() - 64)), 64, '\xff'); }
        if (!is_sound_font(mutated)) { continue; }
        ++passed;
        EXPECT_TRUE(draws(mutated));
    }
    EXPECT_GT(passed, 10);  // else nothing was tried
}

}  // namespace
