// SPDX-License-Identifier: MIT
#include "layers/map/camera.h"

#include "support/random_region.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace {

using layers::Camera;
using layers::MapBox;
using layers::ScreenPoint;
using layers::Viewport;

/// Cameras, viewports and points on the screen as they may come, the map not at the window's corner.
class Chance {
public:
    Camera camera() { return {{between(-8e5, 8e5), between(-6e5, 6e5)}, between(20, 3000)}; }
    Viewport viewport() { return {between(0, 400), between(0, 100), between(200, 2000), between(200, 1200)}; }
    ScreenPoint in(const Viewport& viewport) {
        return {viewport.x + between(0, viewport.width), viewport.y + between(0, viewport.height)};
    }
    double between(double least, double most) { return std::uniform_real_distribution<double>{least, most}(random_); }

private:
    std::mt19937_64 random_{testing_support::test_seed()};
};

constexpr int rounds = 500;
constexpr double nothing_px = 1e-6, nothing_m = 1e-4;

void expect_same(const ScreenPoint& a, const ScreenPoint& b) {
    EXPECT_NEAR(a.x, b.x, nothing_px);
    EXPECT_NEAR(a.y, b.y, nothing_px);
}

void expect_same(const geo::MapPoint& a, const geo::MapPoint& b) {
    EXPECT_NEAR(a.x_m, b.x_m, nothing_m);
    EXPECT_NEAR(a.y_m, b.y_m, nothing_m);
}

TEST(Camera, ShowsItsCentreInTheMiddleNorthUp) {
    const Viewport viewport{300, 40, 800, 600};
    const Camera camera{{1000, 2000}, 10};
    expect_same(to_screen(camera, viewport, {1000, 2000}), {700, 340});
    expect_same(to_screen(camera, viewport, {1000 + 500, 2000}), {750, 340});
    expect_same(to_screen(camera, viewport, {1000, 2000 + 500}), {700, 290});
}

TEST(Camera, ThereAndBackIsTheSamePoint) {
    Chance chance;
    for (int i = 0; i < rounds; ++i) {
        const Camera camera = chance.camera();
        const Viewport viewport = chance.viewport();
        const ScreenPoint point = chance.in(viewport);
        expect_same(to_screen(camera, viewport, to_map(camera, viewport, point)), point);
        const geo::MapPoint place{chance.between(-1e6, 1e6), chance.between(-1e6, 1e6)};
        expect_same(to_map(camera, viewport, to_screen(camera, viewport, place)), place);
    }
}

TEST(Camera, ZoomingKeepsWhatLiesUnderThePointer) {
    Chance chance;
    int stopped = 0;
    for (int i = 0; i < rounds; ++i) {
        const Camera camera = chance.camera();
        const Viewport viewport = chance.viewport();
        const ScreenPoint pointer = chance.in(viewport);
        const double factor = std::exp(chance.between(-6, 6));
        const Camera closer = zoomed(camera, viewport, pointer, factor);
        expect_same(to_map(closer, viewport, pointer), to_map(camera, viewport, pointer));
        const double wanted = camera.metres_per_px / factor;
        EXPECT_NEAR(closer.metres_per_px, std::min(4000.0, std::max(5.0, wanted)), 1e-9);
        stopped += wanted < 5 || wanted > 4000 ? 1 : 0;
    }
    EXPECT_GT(stopped, 10) << "also where it cannot go on";
}

TEST(Camera, ZoomingInAndOutAgainReturns) {
    Chance chance;
    for (int i = 0; i < rounds; ++i) {
        const Camera camera = chance.camera();
        const Viewport viewport = chance.viewport();
        const ScreenPoint pointer = chance.in(viewport);
        const double factor = std::exp(chance.between(-0.25, 0.25));  // within the limits
        const Camera back = zoomed(zoomed(camera, viewport, pointer, factor), viewport, pointer, 1 / factor);
        expect_same(back.centre, camera.centre);
        EXPECT_NEAR(back.metres_per_px, camera.metres_per_px, 1e-9);
    }
}

TEST(Camera, PanningMovesTheMapWithThePointer) {
    Chance chance;
    for (int i = 0; i < rounds; ++i) {
        const Camera camera = chance.camera();
        const Viewport viewport = chance.viewport();
        const ScreenPoint from = chance.in(viewport), to = chance.in(viewport);
        const Camera moved = panned(camera, from, to);
        expect_same(to_map(moved, viewport, to), to_map(camera, viewport, from));
        EXPECT_EQ(moved.metres_per_px, camera.metres_per_px);
        expect_same(panned(moved, to, from).centre, camera.centre);
    }
}

TEST(Camera, AFittedBoxTouchesTheMarginOnOneAxisAndCrossesItOnNone) {
    Chance chance;
    for (int i = 0; i < rounds; ++i) {
        const Viewport viewport = chance.viewport();
        const double west = chance.between(-6e5, 0), south = chance.between(-6e5, 0);
        const MapBox box{west, south, west + chance.between(1e5, 6e5), south + chance.between(1e5, 6e5)};
        const double margin = chance.between(0, 60);
        const Camera camera = fitted(box, viewport, margin);
        const ScreenPoint low = to_screen(camera, viewport, {box.west, box.south});
        const ScreenPoint high = to_screen(camera, viewport, {box.east, box.north});
        const double left = low.x - viewport.x, right = viewport.x + viewport.width - high.x;
        const double top = high.y - viewport.y, bottom = viewport.y + viewport.height - low.y;
        EXPECT_NEAR(left, right, nothing_px) << "in the middle";
        EXPECT_NEAR(top, bottom, nothing_px) << "in the middle";
        if (camera.metres_per_px == layers::farthest_m_per_px) { continue; }  // as far as it goes
        EXPECT_NEAR(std::min(left, top), margin, nothing_px);
    }
}

TEST(Camera, FittingKeepsTheLimits) {
    const Viewport viewport{0, 0, 1000, 800};
    EXPECT_EQ(fitted({0, 0, 10, 10}, viewport, 20).metres_per_px, 5);
    EXPECT_EQ(fitted({-1e8, -1e8, 1e8, 1e8}, viewport, 20).metres_per_px, 4000);
    const Camera tiny = layers::fitted({0, 0, 1e5, 1e5}, {0, 0, 30, 30}, 20);
    EXPECT_TRUE(std::isfinite(tiny.metres_per_px)) << "a margin wider than the viewport";
    EXPECT_GT(tiny.metres_per_px, 0);
}

TEST(Camera, IsBroughtBackIntoTheBox) {
    const MapBox box{-100, -50, 200, 80};
    expect_same(kept_within({{0, 0}, 10}, box).centre, {0, 0});
    expect_same(kept_within({{-500, 100}, 10}, box).centre, {-100, 80});
    expect_same(kept_within({{500, -100}, 10}, box).centre, {200, -50});
    EXPECT_EQ(kept_within({{500, -100}, 10}, box).metres_per_px, 10);
}

TEST(Camera, TheShownBoxIsWhatTheCornersShow) {
    Chance chance;
    for (int i = 0; i < rounds; ++i) {
        const Camera camera = chance.camera();
        const Viewport viewport = chance.viewport();
        const MapBox box = shown_box(camera, viewport);
        expect_same(to_screen(camera, viewport, {box.west, box.north}), {viewport.x, viewport.y});
        expect_same(to_screen(camera, viewport, {box.east, box.south}),
                    {viewport.x + viewport.width, viewport.y + viewport.height});
    }
}

TEST(Viewport, NeighboursShareNoPixel) {
    const Viewport left{0, 10, 100, 50}, right{100, 10, 100, 50};
    for (const double x : {0.0, 99.9, 100.0, 150.0}) {
        EXPECT_NE(left.contains({x, 30}), right.contains({x, 30})) << x;
    }
    EXPECT_FALSE(left.contains({50, 9.9}));
    EXPECT_FALSE(left.contains({50, 60}));
}

/// Whatever corner is taken, the box lies in the rest of the viewport, and where nothing is, in its middle.
TEST(Camera, ABoxFindsRoomBesideWhatIsTaken) {
    const MapBox box{-100000, -50000, 100000, 50000};
    const Viewport viewport{100, 50, 1000, 700};
    for (const Viewport& taken : {Viewport{110, 60, 500, 250}, Viewport{110, 500, 300, 240},
                                  Viewport{900, 60, 190, 600}, Viewport{700, 500, 390, 240}}) {
        const Camera camera = layers::on_box(box, {}, viewport, taken);
        const layers::ScreenPoint low = to_screen(camera, viewport, {box.west, box.south}),
                                  high = to_screen(camera, viewport, {box.east, box.north});
        EXPECT_GT(low.x, viewport.x);
        EXPECT_LT(high.x, viewport.x + viewport.width);
        EXPECT_GT(high.y, viewport.y);
        EXPECT_LT(low.y, viewport.y + viewport.height);
        const bool apart =
            high.x < taken.x || low.x > taken.x + taken.width || low.y < taken.y || high.y > taken.y + taken.height;
        EXPECT_TRUE(apart) << taken.x << ", " << taken.y;
    }
    const Camera alone = layers::on_box(box, {}, viewport);
    EXPECT_NEAR(alone.centre.x_m, 0, 1e-6);
    EXPECT_NEAR(alone.centre.y_m, 0, 1e-6);
    EXPECT_EQ(layers::on_box(box, {}, viewport, viewport).metres_per_px, alone.metres_per_px) << "there is no room";
}

}  // namespace
