// SPDX-License-Identifier: MIT
#include "layers/map/base_map.h"

#include "layers/map/map_frame.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace {

using layers::BaseKind;

enum class Shape { line, area, point };

geo::Feature feature(Shape shape, geo::Properties properties) {
    geo::Feature result;
    result.properties = std::move(properties);
    if (shape == Shape::line) { result.shape.paths = {{{37, 48}, {37.1, 48.1}}}; }
    if (shape == Shape::point) { result.shape.points = {{37, 48}}; }
    if (shape == Shape::area) { result.shape.region.polygons = {{{{37, 48}, {37.1, 48}, {37.1, 48.1}, {37, 48}}, {}}}; }
    return result;
}

struct Case {
    const char* from;
    Shape shape;
    geo::Properties properties;
    BaseKind kind;
    double rank;
};

/// Reference: the tags of OpenStreetMap's wiki, Geofabrik's description of its Shapefiles, OpenMapTiles' schema, and
/// Natural Earth's attributes.
TEST(BaseMap, KnowsTheUsualColumns) {
    using enum Shape;
    const std::vector<Case> cases{
        {"OpenStreetMap", line, {{"highway", "motorway"}}, BaseKind::road, 1},
        {"OpenStreetMap", line, {{"highway", "residential"}}, BaseKind::road, 5},
        {"OpenStreetMap", line, {{"other_tags", R"("gauge"=>"1520","railway"=>"rail")"}}, BaseKind::railway, 1},
        {"OpenStreetMap", line, {{"waterway", "stream"}}, BaseKind::river, 5},
        {"OpenStreetMap", area, {{"natural", "water"}}, BaseKind::water, 1},
        {"OpenStreetMap", area, {{"landuse", "industrial"}}, BaseKind::built_up, 1},
        {"OpenStreetMap",
         point,
         {{"place", "village"}, {"other_tags", R"("population"=>"1234")"}},
         BaseKind::place,
         1234},
        {"Geofabrik", line, {{"fclass", "residential"}}, BaseKind::road, 5},
        {"Geofabrik", area, {{"fclass", "residential"}}, BaseKind::built_up, 1},
        {"Geofabrik", area, {{"FCLASS", "river"}}, BaseKind::water, 1},
        {"OpenMapTiles", line, {{"class", "trunk"}}, BaseKind::road, 1},
        {"Natural Earth", line, {{"featurecla", "Road"}, {"scalerank", std::int64_t{3}}}, BaseKind::road, 1},
        {"Natural Earth", line, {{"featurecla", "Railroad"}}, BaseKind::railway, 1},
        {"Natural Earth", line, {{"featurecla", "River"}, {"scalerank", std::int64_t{8}}}, BaseKind::river, 3},
        {"Natural Earth", area, {{"featurecla", "Urban area"}}, BaseKind::built_up, 1},
        {"somebody", point, {{"place", "town"}, {"population", "25,000"}}, BaseKind::place, 25000},
        {"Natural Earth", point, {{"FEATURECLA", "Populated place"}, {"POP_MAX", 25000.0}}, BaseKind::place, 25000}};
    for (const Case& one : cases) {
        const auto found = layers::base_class_of(feature(one.shape, one.properties));
        ASSERT_TRUE(found) << one.from << " " << one.properties.front().first;
        EXPECT_EQ(found->kind, one.kind) << one.from << " " << one.properties.front().first;
        EXPECT_EQ(found->rank, one.rank) << one.from << " " << one.properties.front().first;
    }
    for (const geo::Feature& other : {feature(line, {{"highway", "footway"}}), feature(line, {{"railway", "disused"}}),
                                      feature(area, {{"building", "yes"}}), feature(point, {{"shop", "kiosk"}})}) {
        EXPECT_FALSE(layers::base_class_of(other)) << other.properties.front().first;
    }
}

TEST(BaseMap, AFileWhoseColumnsSayNothingIsDrawnAlike) {
    geo::Dataset read;
    read.features = {feature(Shape::line, {{"a", "b"}}), feature(Shape::area, {{"a", "b"}}),
                     feature(Shape::point, {{"a", "b"}}), feature(Shape::point, {{"name", "Mine"}})};
    const geo::Dataset base = layers::base_features(read);
    EXPECT_EQ(base.features.size(), 3U) << "a point without a name is nothing to draw";
    ASSERT_EQ(base.notes.size(), 1U);
    read.features.push_back(feature(Shape::line, {{"highway", "primary"}}));
    EXPECT_EQ(layers::base_features(read).features.size(), 1U) << "of a file that is known, what is known";
}

layers::Scene scene_of(const geo::Dataset& base, bool has_gazetteer) {
    const geo::Projection projection = geo::Projection::about(layers::middle_of_ukraine);
    layers::Scene scene;
    add_base(base, projection, layers::Theme::light, has_gazetteer, scene);
    return scene;
}

TEST(BaseMap, LesserThingsAppearAsOneComesNearer) {
    geo::Dataset read;
    for (const char* highway : {"motorway", "secondary", "residential"}) {
        read.features.push_back(feature(Shape::line, {{"highway", highway}}));
    }
    const layers::Scene scene = scene_of(layers::base_features(read), true);
    ASSERT_EQ(scene.strokes.size(), 5U) << "two of them with a casing under them";
    for (const auto& [lesser, greater] : {std::pair{0, 2}, std::pair{2, 4}}) {  // the least first, under the others
        const layers::SceneStroke &a = scene.strokes[static_cast<std::size_t>(lesser)],
                                  &b = scene.strokes[static_cast<std::size_t>(greater)];
        EXPECT_LT(a.coarsest_m_per_px, b.coarsest_m_per_px);
        EXPECT_LT(a.width_px, b.width_px);
    }
}

TEST(BaseMap, NoTownIsNamedTwice) {
    geo::Dataset read;
    read.features = {feature(Shape::point, {{"place", "city"}, {"name", "Краматорськ"}, {"name:en", "Kramatorsk"}}),
                     feature(Shape::point, {{"place", "hamlet"}, {"name", "Тестове"}})};
    read.features.front().shape.points = {{37.56, 48.73}};
    const geo::Dataset base = layers::base_features(read);
    const layers::Scene with = scene_of(base, true), without = scene_of(base, false);
    ASSERT_EQ(with.labels.size(), 1U);
    EXPECT_EQ(with.labels.front().text_uk, "Тестове");
    EXPECT_EQ(without.labels.size(), 2U) << "where the map has no names of its own";
    read.features.front().shape.points = {{30, 50}};
    EXPECT_EQ(scene_of(layers::base_features(read), true).labels.size(), 2U) << "a namesake far off is another town";
}

/// An industrial site within a town: both are built up, and no hole is in the town.
TEST(BaseMap, AreasThatLieOverOneAnotherAreFilledEach) {
    geo::Dataset read;
    read.features = {feature(Shape::area, {{"landuse", "residential"}}),
                     feature(Shape::area, {{"landuse", "industrial"}})};
    const layers::Scene scene = scene_of(layers::base_features(read), true);
    ASSERT_EQ(scene.fills.size(), 2U);
    for (const layers::SceneFill& fill : scene.fills) { EXPECT_EQ(fill.pieces.size(), 1U); }
}

TEST(BaseMap, NamesWhoMadeIt) {
    geo::Dataset read;
    read.features = {feature(Shape::line, {{"osm_id", "1"}, {"highway", "primary"}})};
    EXPECT_EQ(layers::base_credit(read), "© OpenStreetMap contributors, ODbL");
    read.about = {{"attribution", "Somebody, CC BY 4.0"}};
    EXPECT_EQ(layers::base_credit(read), "Somebody, CC BY 4.0");
    EXPECT_EQ(layers::base_credit({}), "");
}

}  // namespace
