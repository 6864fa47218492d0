// SPDX-License-Identifier: MIT
#include "app/receipt/receipt.h"

#include "app/print/png.h"
#include "app/receipt/contents.h"
#include "app/receipt/sha256.h"
#include "geo/error.h"
#include "support/files.h"

#include <gtest/gtest.h>

#include <fstream>

namespace {

using testing_support::TemporaryFolder;

void write(const std::string& path, const std::string& text) {
    std::ofstream{path, std::ios::binary} << text;
}

/// Reference: FIPS 180-4, examples.
TEST(Sha256, IsThatOfTheStandard) {
    EXPECT_EQ(app::sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(app::sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Receipt, ReadsBackAsItWasWritten) {
    const app::Receipt receipt{
        "1.0", {"GEOS 3"}, {"areas", "a \"plan\".yaml"}, "", {{"a \"plan\".yaml", "00ff", 12, false}}};
    const app::Receipt back = app::parse_receipt(app::json_of(receipt));
    EXPECT_EQ(back.version, receipt.version);
    EXPECT_EQ(back.command, receipt.command);
    EXPECT_EQ(back.output, "");
    ASSERT_EQ(back.inputs.size(), 1U);
    EXPECT_EQ(back.inputs[0].name, receipt.inputs[0].name);
    EXPECT_EQ(back.inputs[0].bytes, 12U);
    EXPECT_FALSE(back.inputs[0].is_builtin);
    EXPECT_THROW(app::parse_receipt("{}"), geo::Error);
    EXPECT_THROW(app::parse_receipt("no JSON"), geo::Error);
}

TEST(Receipt, SaysWhatWasLeftOut) {
    app::Receipt receipt{"1.0", {}, {"track"}, "", {}};
    EXPECT_EQ(app::json_of(receipt).find("left_out"), std::string::npos);
    receipt.left_out = {{"2025-01-02.geojson", "2025-01-02", "the file is empty"}};
    EXPECT_NE(app::json_of(receipt).find(
                  R"("left_out":[{"name":"2025-01-02.geojson","date":"2025-01-02","why":"the file is empty"}])"),
              std::string::npos)
        << app::json_of(receipt);
}

TEST(Receipt, GoesAlongInAPictureAndLeavesItAsItWas) {
    const TemporaryFolder folder;
    const app::print::Pixels pixels{2, 1, {1, 2, 3, 255, 4, 5, 6, 255}};
    app::print::write_png(pixels, folder.path("with.png"), false, R"({"title": "Зона"})");
    app::print::write_png(pixels, folder.path("without.png"), false);
    EXPECT_EQ(app::receipt_of_file(folder.path("with.png")), R"({"title": "Зона"})");
    EXPECT_EQ(app::receipt_of_file(folder.path("without.png")), std::nullopt);
    EXPECT_TRUE(app::differences_of(folder.path("with.png"), folder.path("without.png")).empty());
    app::print::write_png({2, 1, {1, 2, 3, 255, 4, 5, 7, 255}}, folder.path("other.png"), false);
    EXPECT_EQ(app::differences_of(folder.path("with.png"), folder.path("other.png")).size(), 1U);
}

TEST(Receipt, OddInputIsNoneOrAnError) {
    const TemporaryFolder folder;
    write(folder.path("empty.json"), "[]");
    write(folder.path("number.json"), R"({"type": 5})");
    write(folder.path("deep.json"), std::string(3'000'000, '['));
    write(folder.path("cut.png"), "\x89PNG\r\n\x1a\n\xff\xff\xff\xff");
    write(folder.path("no.gpkg"), "text");
    for (const char* name : {"empty.json", "number.json", "cut.png", "no.gpkg"}) {
        EXPECT_EQ(app::receipt_of_file(folder.path(name)), std::nullopt) << name;
    }
    EXPECT_THROW(app::receipt_of_file(folder.path("deep.json")), geo::Error);
    EXPECT_THROW(app::receipt_of_file(folder.path("")), geo::Error) << "a folder";
    EXPECT_THROW(app::receipt_of_file(folder.path("none.json")), geo::Error);
}

TEST(Differences, NameTheEntryAndByHowMuchItMoved) {
    const TemporaryFolder folder;
    write(folder.path("then.json"), R"([{"plan": "p", "rows": [{"unit": "Donetsk", "km2": 5}], "receipt": {"a": 1}}])");
    write(folder.path("now.json"),
          R"([{"plan": "p", "rows": [{"unit": "Donetsk", "km2": 7.5}], "receipt": {"a": 2}}])");
    const auto differences = app::differences_of(folder.path("then.json"), folder.path("now.json"));
    ASSERT_EQ(differences.size(), 1U) << "receipts are not compared";
    EXPECT_EQ(differences[0].what, "p, rows, Donetsk, km2");
    EXPECT_EQ(differences[0].by, "+2.5");
    write(folder.path("less.json"), R"([{"plan": "p", "rows": []}])");
    const auto gone = app::differences_of(folder.path("then.json"), folder.path("less.json"));
    ASSERT_EQ(gone.size(), 2U);
    EXPECT_EQ(gone[0].now, "");
}

}  // namespace
