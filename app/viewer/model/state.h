// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/history.h"
#include "app/viewer/model/map_terms.h"
#include "app/viewer/model/result.h"
#include "geo/projection.h"
#include "geo/shapes.h"
#include "layers/map/palette.h"
#include "layers/model/sketch.h"
#include "layers/model/slivers.h"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app::viewer {

/// What a click on the map does.
enum class Tool { look, measure, polygon, line, edit };

/// What the pointer has hold of: the chosen corner, or all of the chosen shape.
enum class Drag { none, corner, shape };

/// A row of the figures, or what a click on the map chose.
struct Selection {
    bool of_b = false;
    std::string unit_code;                                                      ///< empty: all units
    std::optional<layers::StatusClass> status_class;                            ///< none: all
    std::string zone;                                                           ///< id; empty: none
    std::optional<std::pair<layers::StatusClass, layers::StatusClass>> change;  ///< of a difference
    bool empty() const { return unit_code.empty() && !status_class && zone.empty() && !change; }
    friend bool operator==(const Selection&, const Selection&) = default;
};

/// Days, or other lines, in a second.
inline constexpr std::array play_speeds{1, 2, 5, 10, 20};

/// What the user has chosen; plain values, part of which the settings file keeps.
struct State {
    std::string plan_a = "us-28-point", plan_b;
    Mode mode = Mode::one;
    Settings settings;
    std::optional<geo::Kilometres> fit = layers::sliver_reach;  ///< of control polygons: see Request
    int control = -1;              ///< index of the loaded control polygons; -1: the line that each plan stands on
    std::optional<int> control_b;  ///< the same for B; none: B follows A

    layers::Theme theme = layers::Theme::light;
    bool ukrainian = false;  ///< names on the map
    PaintOptions paint;
    double divider = 0.5;  ///< of the wipe, as a share of the map's width
    bool shows_panels = true, shows_help = false, shows_messages = false, shows_legend = true;

    Camera camera;
    ScreenPoint panned_to;         ///< of a drag of the map
    bool fitted = false;           ///< the camera has been set
    bool frames_interest = false;  ///< and is to be set on what the plans are about, once that is known

    Tool tool = Tool::look;
    History<layers::Sketch> sketch;
    History<geo::Path> zone_corners, line_corners;  ///< of shapes that are not finished, whatever tool is at work
    History<geo::Path> measured;                    ///< stations of the distance that is being measured
    Drag drag = Drag::none;
    bool drags_divider = false;
    geo::MapPoint dragged_from;  ///< where the pointer took hold of a shape
    layers::Sketch dragged;      ///< the sketch meanwhile: no step to undo yet
    int chosen_shape = -1, chosen_vertex = -1;

    Selection selection;
    std::optional<geo::LonLat> pinned;  ///< of the card
    bool playing = false;               ///< the time bar
    int days_per_s = 2;                 ///< so fast, if the days can be laid so fast: one of play_speeds
};

}  // namespace app::viewer
