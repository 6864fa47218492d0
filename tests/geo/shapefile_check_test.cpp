// SPDX-License-Identifier: MIT
#include "geo/detail/shapefile_check.h"

#include "geo/dataset.h"
#include "support/errors.h"
#include "support/files.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace {

using testing_support::error_of;
using testing_support::TemporaryFolder;

std::string content_of(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The parts of a Shapefile of two squares.
class Parts {
public:
    Parts() {
        geo::Dataset dataset;
        for (const double west : {36.0, 38.0}) {
            geo::Feature feature;
            feature.properties = {{"name", std::string{"x"}}};
            feature.shape.region.polygons = {{{{west, 48}, {west + 1, 48}, {west + 1, 49}, {west, 48}}, {}}};
            dataset.features.push_back(feature);
        }
        geo::write(dataset, folder_.path("x.shp"));
    }

    std::string part(const char* ending) const { return content_of(folder_.path(std::string{"x"} + ending)); }
    void put(const char* ending, const std::string& bytes) const {
        (void)folder_.with(std::string{"x"} + ending, bytes);
    }
    std::size_t count() const { return geo::read(folder_.path("x.shp")).features.size(); }
    geo::Error refusal() const {
        return error_of([this] { (void)count(); });
    }

private:
    TemporaryFolder folder_;
};

TEST(ShapefileCheck, FewerRowsThanShapesAreRefusedWithBothCounts) {
    const Parts parts;
    EXPECT_EQ(parts.count(), 2U);
    std::string dbf = parts.part(".dbf");
    dbf[4] = 1;
    parts.put(".dbf", dbf);
    const geo::Error error = parts.refusal();
    EXPECT_EQ(error.problem(), "its parts disagree: x.shp holds 2 shapes, and x.dbf holds 1 rows");
    EXPECT_NE(error.remedy().find("without the .dbf"), std::string::npos);
    EXPECT_TRUE(error.place().file.ends_with("x.shp"));
}

TEST(ShapefileCheck, AnIndexThatIsShorterThanTheShapesIsRefused) {
    constexpr std::size_t header = 100, entry = 8, length_at = 27;
    for (const bool bytes_are_there : {true, false}) {
        const Parts parts;
        std::string shx = parts.part(".shx");
        shx[length_at] = static_cast<char>((header + entry) / 2);
        parts.put(".shx", bytes_are_there ? shx : shx.substr(0, header + entry));
        const geo::Error error = parts.refusal();
        EXPECT_EQ(error.problem(), "its parts disagree: x.shp holds 2 shapes, and x.shx names 1");
        EXPECT_NE(error.remedy().find("SHAPE_RESTORE_SHX"), std::string::npos);
    }
}

TEST(ShapefileCheck, MoreRowsOrIndexEntriesThanShapesAreRefusedToo) {
    const Parts parts;
    const std::string shp = parts.part(".shp");
    parts.put(".shp", shp.substr(0, 100 + (shp.size() - 100) / 2));
    EXPECT_EQ(parts.refusal().problem(), "its parts disagree: x.shp holds 1 shapes, and x.shx names 2");
}

TEST(ShapefileCheck, AShapeThatWasEditedMayHaveLeftItsOldRecordAndFillingBehind) {
    const Parts parts;
    const std::string shp = parts.part(".shp");
    parts.put(".shp", shp + shp.substr(100, (shp.size() - 100) / 2) + std::string(16, '\0'));
    EXPECT_EQ(parts.count(), 2U);
}

}  // namespace
