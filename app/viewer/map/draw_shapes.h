// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/map/map_input.h"
#include "app/viewer/model/document.h"

#include <optional>
#include <vector>

struct ImDrawList;

namespace app::viewer {

/// What the user drew, zones with name and area; its corners too while they can be moved. Where there are words of it.
std::vector<ScreenBox> draw_shapes(Document& document, const Viewport& viewport, const Fonts& fonts, bool with_corners,
                                   ImDrawList& list);

/// The land that the zone under the pencil would take were it ended now, at `document.aim`: the same that counts in the
/// km² beside the pointer, by the even-odd rule where the outline crosses itself.
void wash_unfinished(Document& document, const Viewport& viewport, ImDrawList& list);

/// Corners and edges of what is not finished, the edge that would close a zone in dashes, and beside the pointer the km
/// or km² so far. `aim` is where the tool at work would set the next corner; what it is drawn to stands there too.
void draw_unfinished(Document& document, const Viewport& viewport, const std::optional<Aim>& aim, ImDrawList& list);

}  // namespace app::viewer
