// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/camera.h"
#include "layers/map/paint_options.h"
#include "layers/map/scene.h"
#include "layers/model/area_table.h"
#include "layers/model/comparison.h"
#include "layers/model/plan_on.h"

namespace layers {

/// A plan on a land, with its figures and its map. Plan and land outlive it.
struct PlanView {
    const Plan* plan;
    PlanOn on;
    AreaTable table;
    Scene scene;
};

/// How two plans are shown.
enum class Mode { one, wipe, difference };

/// What a map shows; all of it outlives this.
struct MapContent {
    const Overlay* land;
    const PlanView* a;
    const PlanView* b;  ///< null without a second plan; then so are the two below
    const Comparison* comparison;
    const Scene* difference;
    const Scene* backdrop;
    const MapFrame* frame;
    Theme theme = Theme::light;  ///< of the scenes
};

/// How it is shown.
struct MapStyle {
    Theme theme = Theme::light;
    bool ukrainian = false;  ///< names
    Mode mode = Mode::one;
    double divider = 0.5;  ///< of the wipe, as a share of the map's width
    bool shows_legend = true;
    PaintOptions paint;
    Camera camera;
};

}  // namespace layers
