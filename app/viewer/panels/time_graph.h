// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/held_graph.h"
#include "app/viewer/model/time_places.h"

#include <imgui/imgui.h>

namespace app::viewer {

inline constexpr float time_graph_px = 44;

/// Where the graph stands: above the axis, its lines over those of the axis.
struct TimeGraphFrame {
    ImVec2 at;
    float width = 0;
    const TimePlaces& places;
    int chosen = -1, under = -1;  ///< lines: the one that is shown, and that under the pointer
};

/// km² held over the lines of a document, from the least to the greatest, which stand at its left; broken where days
/// are missing.
void draw_time_graph(const Document& document, const HeldGraph& graph, const TimeGraphFrame& frame);

}  // namespace app::viewer
