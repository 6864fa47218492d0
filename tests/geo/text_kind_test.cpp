// SPDX-License-Identifier: MIT
#include "geo/detail/text_kind.h"

#include "geo/dataset.h"
#include "geo/error.h"
#include "support/errors.h"
#include "support/files.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>

namespace {

using testing_support::TemporaryFolder;

geo::Error error_of(const std::string& text, const char* name = "a.geojson") {
    const TemporaryFolder folder;
    return testing_support::error_of([&] { geo::read(folder.with(name, text)); }, name);
}

/// ASCII text in bytes of so many, the zeros before or behind.
std::string widened(const std::string& text, std::size_t width, bool zeros_first, const std::string& mark = "") {
    std::string wide = mark;
    for (const char c : text) {
        if (zeros_first) { wide.append(width - 1, '\0'); }
        wide += c;
        if (!zeros_first) { wide.append(width - 1, '\0'); }
    }
    return wide;
}

TEST(TextKind, WideEncodingsAreNamedWithTheWayOut) {
    const std::string json = R"({"type":"FeatureCollection","features":[]})", csv = "name,lon,lat\na,37,48\n";
    struct Wide {
        std::size_t width;
        bool zeros_first;
        std::string mark;
        const char* name;
    };
    for (const Wide& wide :
         {Wide{2, false, "\xFF\xFE", "UTF-16LE"}, Wide{2, false, "", "UTF-16LE"}, Wide{2, true, "\xFE\xFF", "UTF-16BE"},
          Wide{2, true, "", "UTF-16BE"}, Wide{4, false, std::string{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
          Wide{4, false, "", "UTF-32LE"}, Wide{4, true, std::string{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
          Wide{4, true, "", "UTF-32BE"}}) {
        for (const auto& [text, name] : {std::pair{json, "a.geojson"}, std::pair{csv, "a.csv"}}) {
            const geo::Error error = error_of(widened(text, wide.width, wide.zeros_first, wide.mark), name);
            EXPECT_NE(error.problem().find(wide.name), std::string::npos) << error.problem();
            EXPECT_NE(error.remedy().find(std::string{"iconv -f "} + wide.name), std::string::npos) << error.remedy();
        }
    }
}

TEST(TextKind, CyrillicInWindows1251IsNamedAndOtherBytesAreSaid) {
    // "Зона" in Windows-1251, and "é" in Latin-1
    const geo::Error cyrillic = error_of("{\"type\":\"Feature\",\n\"properties\":{\"name\":\"\xC7\xEE\xED\xE0\"}}");
    EXPECT_NE(cyrillic.problem().find("Windows-1251"), std::string::npos);
    EXPECT_NE(cyrillic.remedy().find("iconv -f CP1251"), std::string::npos);
    EXPECT_EQ(cyrillic.place().line, 2);
    EXPECT_NE(error_of("{\"name\":\"caf\xE9\"}").problem().find("not in UTF-8"), std::string::npos);
}

TEST(TextKind, AnswersOfServersAreCalledWhatTheyAre) {
    struct Answer {
        const char* name;
        const char* text;
        const char* problem;
    };
    for (const Answer& answer :
         {Answer{"a.geojson", "<!DOCTYPE html>\n<html><head><title>502 Bad\nGateway</title>", "\"502 Bad Gateway\""},
          Answer{"a.kml", "<?xml version=\"1.0\"?><html><body>Log in", "HTML page, no data"},
          Answer{"a.gml", "<?xml version=\"1.0\"?><!-- c --><ows:ExceptionReport><ows:ExceptionText>no layer x",
                 "error answer of a server, no data: no layer x"},
          Answer{"a.json", "<Error><Code>AccessDenied</Code><Message>Denied", "AccessDenied Denied"},
          Answer{"a.geojson", "429 Too Many Requests\n", "it begins \"429 Too Many Requests\""},
          Answer{"a.geojson", "<OGRVRTDataSource></OGRVRTDataSource>", "GDAL virtual format"}}) {
        const geo::Error error = error_of(answer.text, answer.name);
        EXPECT_NE(error.problem().find(answer.problem), std::string::npos) << error.problem();
    }
}

TEST(TextKind, PlainTextIsUtf8WithoutControls) {
    EXPECT_TRUE(geo::detail::is_plain_text("a,b\r\n\tЗона"));
    EXPECT_TRUE(geo::detail::is_plain_text(std::string_view{"Зона"}.substr(0, 7))) << "cut within a letter";
    EXPECT_FALSE(geo::detail::is_plain_text("a\x01"));
    EXPECT_FALSE(geo::detail::is_plain_text("\xC7\xEE\xED\xE0 and more"));
}

TEST(TextKind, LongitudesTo360AreSaid) {
    const geo::Error error = error_of(R"({"type":"LineString","coordinates":[[170,10],[190,10]]})");
    EXPECT_NE(error.problem().find("0 to 360"), std::string::npos) << error.problem();
    EXPECT_NE(error.remedy().find("-160"), std::string::npos);
}

}  // namespace
