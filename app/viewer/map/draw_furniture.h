// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/document.h"

#include <optional>

struct ImDrawList;

namespace app::viewer {

/// The map's furniture (layers/map/furniture.h) over the painted map, into the draw list of the ImGui context that is
/// current; nothing while there is no result. No name stands on what is `written` there.
void draw_furniture(const Document& document, const layers::Scene& backdrop, const Viewport& viewport,
                    const Fonts& fonts, const std::vector<ScreenBox>& written, ImDrawList& list);

/// Where its legend stands in the viewport, if one does.
std::optional<ScreenBox> legend_box(const Document& document, const layers::Scene& backdrop, const Viewport& viewport,
                                    const Fonts& fonts);

}  // namespace app::viewer
