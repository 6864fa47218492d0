// SPDX-License-Identifier: MIT
#include "geo/dataset.h"
#include "geo/measure.h"
#include "layers/builtin/builtin.h"
#include "layers/map/map_frame.h"
#include "layers/map/scene.h"
#include "layers/model/comparison.h"
#include "layers/model/point.h"
#include "support/overlays.h"
#include "support/scenes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace {

using layers::Part;
using layers::SceneFill;
using layers::ScenePoint;
using layers::Theme;

struct Pair {
    geo::Projection projection = geo::Projection::about(layers::middle_of_ukraine);
    layers::Plan a = layers::load_plan("us-28-point", {}), b = layers::load_plan("ua-us-20-point", {});
    layers::Overlay land = support::builtin_land({&a, &b});
    layers::Assignment of_a = layers::assign(a, land), of_b = layers::assign(b, land);
    layers::SceneLand on_map = layers::scene_land(land, projection);
    layers::Scene difference(Theme theme) const {
        return layers::difference_scene(of_a, of_b, land, on_map, projection, theme);
    }
    layers::Scene scene = difference(Theme::light);
};

const Pair& pair() {
    static const Pair made;
    return made;
}

std::string words(const layers::StatusClass& label) {
    return id_of(label.status) + " (" + id_of(label.holder) + ")";
}

/// Reference: the matrix of layers::Comparison, which sums areas on the ellipsoid; the map is equal-area.
std::string in_words(const layers::StatusClass& status_class) {
    return layers::Sides{}.in_words(status_class.status);
}

TEST(DifferenceScene, DrawsTheTransfersOfTheComparison) {
    const layers::Scene& scene = pair().scene;
    const layers::Comparison comparison{pair().a, pair().b, pair().land};
    std::map<std::string, double> transfers;
    for (const layers::Transfer& transfer : comparison.matrix) {
        if (transfer.estimate.area.value() == 0) { continue; }
        const bool stays = transfer.from == transfer.to;
        transfers[stays ? "unchanged" : words(transfer.from) + " → " + words(transfer.to)] +=
            transfer.estimate.area.value();
    }
    ASSERT_GT(transfers.size(), 3U);
    std::size_t drawn = 0;
    for (const SceneFill& fill : scene.fills) {
        if (fill.part != Part::difference) { continue; }
        ++drawn;
        ASSERT_EQ(transfers.count(fill.id), 1U) << fill.id;
        EXPECT_NEAR(support::km2_of(fill, scene), transfers[fill.id], 0.0005 * transfers[fill.id]) << fill.id;
    }
    EXPECT_EQ(drawn, transfers.size());
    EXPECT_EQ(support::times_filled(scene, Part::difference), std::vector<int>(pair().land.cells.size(), 1));
}

TEST(DifferenceScene, NamesEveryTransferOnItsLand) {
    const layers::Scene& scene = pair().scene;
    std::set<std::string> named;
    for (const layers::SceneLabel& label : scene.labels) {
        if (label.kind != layers::SceneLabel::Kind::transfer) { continue; }
        const geo::LonLat position = pair().projection.inverse({label.at.x_m, label.at.y_m});
        const auto cell = layers::cell_at(pair().land, position);
        ASSERT_TRUE(cell.has_value()) << label.text;
        const layers::StatusClass &from = pair().of_a.class_at(*cell), &to = pair().of_b.class_at(*cell);
        EXPECT_EQ(label.text, in_words(from) + " → " + in_words(to));
        EXPECT_NE(from, to);
        named.insert(words(from) + " → " + words(to));
    }
    for (const SceneFill& fill : scene.fills) {
        if (fill.part == Part::difference && fill.id != "unchanged") { EXPECT_EQ(named.count(fill.id), 1U) << fill.id; }
    }
}

TEST(DifferenceScene, HatchesWhatChangesHands) {
    int changes_hands = 0;
    for (const SceneFill& fill : pair().scene.fills) {
        if (fill.part != Part::difference || fill.id == "unchanged") { continue; }
        const layers::StatusClass &from = pair().of_a.class_at(fill.pieces[0]),
                                  &to = pair().of_b.class_at(fill.pieces[0]);
        EXPECT_EQ(fill.hatch != layers::Hatch::none, from.holder != to.holder) << fill.id;
        changes_hands += from.holder != to.holder ? 1 : 0;
    }
    EXPECT_GT(changes_hands, 0);
}

/// What differs lies between the two, and a week of it is thinner than a line with its halo.
TEST(DifferenceScene, OfTwoLinesDrawsThemFinelyAndApart) {
    layers::Plan early = layers::load_plan("as-held", {}), late = early;
    const layers::Units units = layers::builtin_units();
    layers::stand_on(early, "2025-12-24");
    layers::stand_on(late, "2026-10-10");
    const layers::Overlay land =
        layers::cut(units, {layers::builtin_line(early.line, units), layers::builtin_line(late.line, units)});
    const layers::Scene two =
        layers::difference_scene(layers::assign(early, land), layers::assign(late, land), land,
                                 layers::scene_land(land, pair().projection), pair().projection, Theme::light);
    const auto lines_of = [](const layers::Scene& scene) {
        std::vector<layers::SceneStroke> lines;
        std::ranges::copy_if(scene.strokes, std::back_inserter(lines),
                             [](const auto& stroke) { return stroke.part == Part::line; });
        return lines;
    };
    const auto fine = lines_of(two), bold = lines_of(pair().scene);
    ASSERT_EQ(fine.size(), 2U);
    EXPECT_EQ(fine[0].id, early.line);
    EXPECT_NE(fine[0].colour, fine[1].colour);
    EXPECT_LT(std::max(fine[0].width_px, fine[1].width_px), 1.5F);
    ASSERT_GE(bold.size(), 2U) << "one line, and its halo";
    EXPECT_EQ(bold[0].id, bold[1].id);
    EXPECT_GT(bold[1].width_px, 2);
}

TEST(HighlightScene, IsAWashWithAClosedEdge) {
    layers::CellSet donetsk(pair().land.cells.size());
    double km2 = 0;
    for (std::size_t i = 0; i < donetsk.size(); ++i) {
        const layers::Cell& cell = pair().land.cells[i];
        donetsk[i] = pair().land.units.units[static_cast<std::size_t>(cell.unit)].code == "UA-14" ? 1 : 0;
        km2 += donetsk[i] != 0 ? cell.area.value() : 0;
    }
    const layers::Scene scene = layers::highlight_scene(donetsk, pair().on_map, Theme::light);
    ASSERT_EQ(scene.fills.size(), 1U);
    ASSERT_EQ(scene.strokes.size(), 1U);
    layers::CellSet filled(donetsk.size());
    for (const std::uint32_t cell : scene.fills[0].pieces) { ++filled[cell]; }
    EXPECT_EQ(filled, donetsk);
    EXPECT_NEAR(support::km2_of(scene.fills[0], scene), km2, 0.0005 * km2);
    EXPECT_LT(scene.fills[0].colour.a, 128) << "what is selected stays to be seen";
    EXPECT_FALSE(scene.strokes[0].paths.empty());
    EXPECT_TRUE(support::is_closed(support::segments_of(scene.strokes[0])));
    const layers::Scene nothing = layers::highlight_scene(layers::CellSet(donetsk.size()), pair().on_map, Theme::light);
    EXPECT_TRUE(nothing.fills[0].pieces.empty());
    EXPECT_TRUE(nothing.strokes[0].paths.empty());
}

bool is_on_frame(const geo::LonLat& a, const geo::LonLat& b) {
    constexpr double rounding = 1e-5;  // a metre: positions on the map are rounded to 0.1 m
    const auto both = [](double x, double y, double at) {
        return std::abs(x - at) < rounding && std::abs(y - at) < rounding;
    };
    return both(a.lon, b.lon, 19) || both(a.lon, b.lon, 44) || both(a.lat, b.lat, 42) || both(a.lat, b.lat, 55);
}

TEST(BackdropScene, HasLandAndSeaWhereTheAtlasHasThem) {
    const geo::Projection projection = geo::Projection::about(layers::middle_of_ukraine);
    const layers::Scene scene = layers::backdrop_scene(projection, Theme::light);
    const auto is_in = [&](const char* key, const geo::LonLat& position) {
        const geo::MapPoint at = projection.forward(position);
        const SceneFill* fill = support::fill_of(scene, Part::backdrop, key);
        return fill != nullptr && std::any_of(fill->pieces.begin(), fill->pieces.end(), [&](std::uint32_t piece) {
                   return support::contains((*scene.pieces)[piece], at.x_m, at.y_m);
               });
    };
    const geo::LonLat warsaw{21.01, 52.23}, minsk{27.57, 53.90}, bucharest{26.10, 44.43}, rostov{39.72, 47.24};
    for (const geo::LonLat& city : {warsaw, minsk, bucharest, rostov}) {
        EXPECT_TRUE(is_in("neighbours", city)) << to_text(city);
    }
    const geo::LonLat black_sea{31, 44}, azov{36.5, 46}, kyiv{30.52, 50.45};
    for (const geo::LonLat& elsewhere : {black_sea, azov, kyiv}) {
        EXPECT_FALSE(is_in("neighbours", elsewhere)) << to_text(elsewhere);
        EXPECT_TRUE(is_in("sea", elsewhere)) << "below everything";
    }
    EXPECT_EQ(scene.fills.front().id, "sea");
}

/// Reference: the file of the neighbours itself.
TEST(BackdropScene, NeighboursHaveTheirArea) {
    const layers::Scene scene = layers::backdrop_scene(geo::Projection::about(layers::middle_of_ukraine), Theme::light);
    double km2 = 0;
    for (const geo::Feature& feature :
         geo::read_geojson(layers::builtin_file("neighbours.geojson"), "neighbours").features) {
        km2 += geo::area_of(feature.shape.region).value();
    }
    EXPECT_NEAR(support::km2_of(*support::fill_of(scene, Part::backdrop, "neighbours"), scene), km2, 0.0005 * km2);
}

TEST(BackdropScene, DrawsNoCoastWhereTheMapWasCutOff) {
    const geo::Projection projection = geo::Projection::about(layers::middle_of_ukraine);
    const layers::Scene scene = layers::backdrop_scene(projection, Theme::light);
    const auto position = [&](ScenePoint point) { return projection.inverse({point.x_m, point.y_m}); };
    int cut_off = 0;
    for (const std::uint32_t piece : support::fill_of(scene, Part::backdrop, "neighbours")->pieces) {
        const auto& ring = (*scene.pieces)[piece].rings.front();
        for (std::size_t i = 1; i < ring.size(); ++i) {
            cut_off += is_on_frame(position(ring[i - 1]), position(ring[i])) ? 1 : 0;
        }
    }
    EXPECT_GT(cut_off, 100) << "the land reaches the frame";
    const auto coast = support::segments_of(*support::stroke_of(scene, Part::backdrop, "neighbours"));
    EXPECT_GT(coast.size(), 1000U);
    for (std::size_t i = 0; i + 1 < coast.size(); i += 2) {
        const geo::LonLat from = position(coast[i]), to = position(coast[i + 1]);
        EXPECT_FALSE(is_on_frame(from, to)) << to_text(from) << " to " << to_text(to);
    }
}

TEST(BackdropScene, TheGraticuleIsWholeDegrees) {
    const geo::Projection projection = geo::Projection::about(layers::middle_of_ukraine);
    const layers::Scene scene = layers::backdrop_scene(projection, Theme::light);
    const auto grid = support::segments_of(*support::stroke_of(scene, Part::grid, "graticule"));
    const auto whole = [](double a, double b) {
        return std::abs(a - b) < 1e-5 && std::abs(a - std::round(a)) < 1e-5 ? static_cast<int>(std::lround(a)) : -1;
    };
    std::set<int> meridians, parallels;
    for (std::size_t i = 0; i + 1 < grid.size(); i += 2) {
        const geo::LonLat from = projection.inverse({grid[i].x_m, grid[i].y_m}),
                          to = projection.inverse({grid[i + 1].x_m, grid[i + 1].y_m});
        const int lon = whole(from.lon, to.lon), lat = whole(from.lat, to.lat);
        ASSERT_NE(lon == -1, lat == -1) << to_text(from) << " to " << to_text(to);
        (lon == -1 ? parallels : meridians).insert(lon == -1 ? lat : lon);
    }
    EXPECT_EQ(meridians, (std::set<int>{20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44}));
    EXPECT_EQ(parallels, (std::set<int>{42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55}));
}

/// How many colours differ; everything else must be the same.
int recoloured(const layers::Scene& light, const layers::Scene& dark) {
    EXPECT_EQ(light.pieces->size(), dark.pieces->size());
    for (std::size_t i = 0; i < light.pieces->size(); ++i) {
        EXPECT_EQ((*light.pieces)[i].rings, (*dark.pieces)[i].rings);
    }
    EXPECT_EQ(light.fills.size(), dark.fills.size());
    int differ = 0;
    for (std::size_t i = 0; i < std::min(light.fills.size(), dark.fills.size()); ++i) {
        const SceneFill &a = light.fills[i], &b = dark.fills[i];
        EXPECT_EQ(a.id, b.id);
        EXPECT_EQ(a.part, b.part);
        EXPECT_EQ(a.pieces, b.pieces);
        EXPECT_EQ(a.hatch, b.hatch);
        differ += a.colour == b.colour ? 0 : 1;
    }
    EXPECT_EQ(light.strokes.size(), dark.strokes.size());
    for (std::size_t i = 0; i < std::min(light.strokes.size(), dark.strokes.size()); ++i) {
        EXPECT_EQ(light.strokes[i].id, dark.strokes[i].id);
        EXPECT_EQ(light.strokes[i].paths, dark.strokes[i].paths);
        EXPECT_EQ(light.strokes[i].width_px, dark.strokes[i].width_px);
        differ += light.strokes[i].colour == dark.strokes[i].colour ? 0 : 1;
    }
    EXPECT_EQ(light.labels.size(), dark.labels.size());
    for (std::size_t i = 0; i < std::min(light.labels.size(), dark.labels.size()); ++i) {
        EXPECT_EQ(light.labels[i].text, dark.labels[i].text);
        EXPECT_EQ(light.labels[i].at, dark.labels[i].at);
        EXPECT_EQ(light.labels[i].rank, dark.labels[i].rank);
    }
    return differ;
}

TEST(SceneThemes, ChangeColoursAndNothingElse) {
    const Pair& on = pair();
    const auto plan = [&](Theme theme) {
        return layers::plan_scene(on.of_a, on.land, on.on_map, on.projection, theme);
    };
    EXPECT_GT(recoloured(plan(Theme::light), plan(Theme::dark)), 5);
    EXPECT_GT(recoloured(on.scene, on.difference(Theme::dark)), 5);
    EXPECT_EQ(recoloured(layers::backdrop_scene(on.projection, Theme::light),
                         layers::backdrop_scene(on.projection, Theme::dark)),
              4)
        << "sea, land, coast, graticule";
}

}  // namespace
