// SPDX-License-Identifier: MIT
#include "app/fetch/arcgis.h"

#include <gtest/gtest.h>

namespace {

TEST(JsonList, IsThereByteForByte) {
    EXPECT_EQ(app::list_in(R"({"features": [1.50, {"a": "]"}]})", "features"), R"(1.50, {"a": "]"})");
    EXPECT_EQ(app::list_in(R"( { "x":{"features":[1]}, "s":"\"features\":[2]" , "features" : [ ] } )", "features"),
              " ");
    EXPECT_EQ(app::list_in(R"({"k": "features", "l": ["features", [3]], "features": [[4]]})", "features"), "[4]");
    EXPECT_EQ(app::list_in(R"({"features": {"a": [1]}})", "features"), "");
    EXPECT_EQ(app::list_in("", "features"), "");
    EXPECT_EQ(app::list_in("{\"features", "features"), "");
}

TEST(JsonList, LayersAreKnownByTheirAddress) {
    EXPECT_TRUE(app::is_arcgis_layer("https://x/arcgis/rest/services/A/FeatureServer/49"));
    EXPECT_TRUE(app::is_arcgis_layer("https://x/A/MapServer/0/?token=1"));
    EXPECT_TRUE(app::is_arcgis_layer("https://x/A/FeatureServer"));
    EXPECT_FALSE(app::is_arcgis_layer("https://x/A/FeatureServer/49/query?where=1"));
    EXPECT_FALSE(app::is_arcgis_layer("https://x/49"));
}

}  // namespace
