// SPDX-License-Identifier: MIT
#include "geo/dataset.h"
#include "geo/error.h"
#include "support/errors.h"
#include "support/files.h"

#include <gtest/gtest.h>

#include <string>

namespace {

using testing_support::TemporaryFolder;

geo::Dataset rows() {
    geo::Dataset dataset;
    dataset.path = "rows";
    const auto add = [&dataset](geo::Properties properties) {
        geo::Feature feature;
        feature.number = static_cast<int>(dataset.features.size()) + 1;
        feature.properties = std::move(properties);
        dataset.features.push_back(std::move(feature));
    };
    using Text = std::string;
    add({{"status", Text{"RU"}},
         {"n", std::int64_t{1}},
         {"ok", true},
         {"mix", std::int64_t{1}},
         {"a b", Text{"x"}},
         {"назва", Text{"Зона"}},
         {"x/y", 3.5}});
    add({{"status", Text{"UA"}},
         {"n", 2.5},
         {"ok", false},
         {"mix", Text{"one"}},
         {"when", std::int64_t{1766534400000}}});
    add({{"status", std::monostate{}}, {"n", std::int64_t{4}}, {"ok", true}});
    return dataset;
}

std::string picked(const std::string& where) {
    std::string marks;
    for (const bool one : geo::matching(rows(), where)) { marks += one ? '1' : '0'; }
    return marks;
}

geo::Error error_of(const std::string& where) {
    return testing_support::error_of([&] { geo::matching(rows(), where); }, where);
}

/// The words are those of OGR SQL (gdal.org/user/ogr_sql_dialect.html), where = ignores case in text.
TEST(Matching, TheWordsOfOgr2ogrPickFeatures) {
    struct Filter {
        const char* where;
        const char* picked;
    };
    for (const Filter& filter :
         {Filter{"status = 'RU'", "100"}, Filter{"status = 'ru'", "100"}, Filter{"status IS NULL", "001"},
          Filter{"status <> 'RU'", "010"}, Filter{"status IN ('RU','UA')", "110"}, Filter{"status LIKE 'U%'", "010"},
          Filter{"n > 1", "011"}, Filter{"n = 1", "100"}, Filter{"n < 3 AND NOT status = 'UA'", "100"},
          Filter{"ok = 1", "101"}, Filter{"ok = 'true'", "101"}, Filter{"ok = 'false' OR n = 4", "011"},
          Filter{"mix = '1'", "100"}, Filter{"\"a b\" = 'x'", "100"}, Filter{"\"назва\" = 'Зона'", "100"},
          Filter{"\"x/y\" > 3", "100"}, Filter{"when = 1766534400000", "010"}, Filter{"STATUS = 'UA'", "010"}}) {
        EXPECT_EQ(picked(filter.where), filter.picked) << filter.where;
    }
}

TEST(Matching, AFilterThatPicksNothingIsRefusedWithTheValuesThereAre) {
    const geo::Error error = error_of("status = 'Russia' AND n > 0");
    EXPECT_EQ(error.kind(), geo::Error::Kind::bad_usage);
    EXPECT_EQ(error.place().file, "rows");
    EXPECT_NE(error.remedy().find("status is 'RU', 'UA', NULL"), std::string::npos) << error.remedy();
    EXPECT_NE(error.remedy().find("n is 1, 2.5, 4"), std::string::npos) << error.remedy();
    EXPECT_EQ(error.remedy().find("mix"), std::string::npos);
}

TEST(Matching, AFilterThatIsNoneIsRefusedWithTheReasonAndAnExample) {
    EXPECT_NE(error_of("status =").remedy().find("\"status\" = 'text'"), std::string::npos);
    EXPECT_NE(error_of("n = 'one'").remedy().find("\"n\" > 5"), std::string::npos);
    const geo::Error unknown = error_of("statuz = 'RU'");
    EXPECT_NE(unknown.problem().find("\"statuz\" not recognised"), std::string::npos) << unknown.problem();
    EXPECT_NE(unknown.remedy().find("status, n, ok"), std::string::npos) << unknown.remedy();
    EXPECT_EQ(error_of("OGR_GEOM_AREA > 1").kind(), geo::Error::Kind::bad_usage);
}

TEST(Matching, AFileIsReadWithThePickedFeaturesAloneInEveryFormat) {
    const TemporaryFolder folder;
    geo::Dataset dataset;
    for (const char* status : {"RU", "UA", "RU"}) {
        geo::Feature feature;
        feature.layer = "land";
        feature.properties = {{"status", std::string{status}}};
        feature.shape.type = "Polygon";
        feature.shape.region.polygons = {{{{37, 48}, {38, 48}, {38, 49}, {37, 48}}, {}}};
        dataset.features.push_back(feature);
    }
    for (const char* format : {"geojson", "gpkg", "kml", "fgb", "csv", "shp"}) {
        const std::string path = folder.path(std::string{"a."} + format);
        geo::write(dataset, path);
        const geo::Dataset read = geo::read(path, {.where = "status = 'RU'"});
        ASSERT_EQ(read.features.size(), 2U) << format;
        EXPECT_EQ(read.features[1].number, 3) << format << ": as counted in the file";
        EXPECT_EQ(read.notes.back(), "2 of 3 features are taken: status = 'RU'") << format;
    }
}

}  // namespace
