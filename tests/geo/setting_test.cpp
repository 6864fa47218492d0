// SPDX-License-Identifier: MIT
#include "geo/setting.h"

#include <gtest/gtest.h>

namespace {

std::string in_brackets(std::string_view message) {
    return geo::with_settings(message, [](std::string_view name, std::string_view value) {
        if (name == "unknown") { return std::string{}; }
        return "[" + std::string{name} + "=" + std::string{value} + "]";
    });
}

TEST(Setting, StandsInAMessageUntilSomebodyNamesIt) {
    EXPECT_EQ(geo::setting("partial"), "‹partial›");
    const std::string message = "name it with " + geo::setting("accuracy", "2 km") + ", or " + geo::setting("partial");
    EXPECT_EQ(message, "name it with ‹accuracy 2 km›, or ‹partial›") << "readable as it stands";
    EXPECT_EQ(in_brackets(message), "name it with [accuracy=2 km], or [partial=]");
}

TEST(Setting, ValuesOutOfFilesKeepTheirCharacters) {
    for (const char* value : {"status = '›'", "‹x›", "a›", "››", "›a", "'", "\\", "земля ‹та› море"}) {
        EXPECT_EQ(in_brackets("choose: " + geo::setting("where", value) + "."),
                  "choose: [where=" + std::string{value} + "].");
    }
}

TEST(Setting, OtherWordsInSuchMarksStay) {
    for (const char* text : {"", "‹", "›", "‹open", "a ‹ b", "‹unknown thing› stays"}) {
        EXPECT_EQ(in_brackets(text), text);
    }
    EXPECT_EQ(in_brackets("‹unknown› ‹partial›"), "‹unknown› [partial=]") << "one after another";
}

}  // namespace
