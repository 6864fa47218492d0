// SPDX-License-Identifier: MIT
#include "app/console.h"
#include "app/table.h"

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
}

TEST(Table, ColumnsLineUp) {
    const app::Console console;
    app::Table table{{{"назва"}, {"km²", app::Table::Align::right}}};
    table.add({"Київ", "1,655"});
    table.add({"Крим", "26,426"});
    EXPECT_EQ(table.text(console), "назва     km²\nКиїв    1,655\nКрим   26,426\n");
}

TEST(Table, CsvQuotesWhatItMust) {
    EXPECT_EQ(app::csv_line({"a", "b,c", "say \"x\"", ""}), "a,\"b,c\",\"say \"\"x\"\"\",\n");
    EXPECT_EQ(app::exact(0.1), "0.1");
    EXPECT_EQ(app::exact(599166.73115781846), "599166.7311578185");
}

}  // namespace
