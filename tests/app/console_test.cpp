// SPDX-License-Identifier: MIT
#include "app/console.h"

#include <gtest/gtest.h>

namespace {

TEST(Console, ThousandsStandApart) {
    EXPECT_EQ(app::with_thousands(0), "0");
    EXPECT_EQ(app::with_thousands(999), "999");
    EXPECT_EQ(app::with_thousands(1000), "1,000");
    EXPECT_EQ(app::with_thousands(-1234567.891, 2), "-1,234,567.89");
}

TEST(Console, ColumnsCountLettersNotBytes) {
    EXPECT_EQ(app::columns_of("Київ – km²"), 10U);
}

TEST(Console, NothingFromAFileReachesTheTerminalRaw) {
    EXPECT_EQ(app::printable("a\x1b[31mb\x07"), "a\uFFFD[31mb\uFFFD");
    EXPECT_EQ(app::printable("Донецьк", 3), "Дон…");
    EXPECT_EQ(app::one_line("a\nb\tc"), "a b c");
}

TEST(Console, PrintsLinesAndNothingThatATerminalObeys) {
    testing::internal::CaptureStdout();
    app::Console console;
    console.print("title\x1b]0;x\a\n\u202Erow\u0085\r\n" + console.painted("bold", "1") + "\n");
    EXPECT_TRUE(console.flush());
    EXPECT_EQ(testing::internal::GetCapturedStdout(), "title\uFFFD]0;x\uFFFD\n\uFFFDrow\uFFFD\uFFFD\nbold\n");
}

TEST(Console, AnErrorKeepsItsShapeWhateverItNames) {
    const geo::Error error =
        geo::Error{"bad\nerror: forged\x1b[2J", "first\nsecond"}.at({"a\x1b[31m.yaml", 3, 4, 0, "\t\xffkey: value", 3});
    EXPECT_EQ(app::error_text(error),
              "a\uFFFD[31m.yaml:3:4: error: bad error: forged\uFFFD[2J\n"
              "  3 |  \uFFFDkey: value\n"
              "    |    ^^^\n"
              "  first\n  second");
}

}  // namespace
