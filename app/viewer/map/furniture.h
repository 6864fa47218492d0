// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/document.h"

#include <string>
#include <vector>

struct ImDrawList;

namespace app::viewer {

/// The longest round length (1, 2 or 5 and zeros) that is no wider than `most_px`.
geo::Kilometres bar_length(double metres_per_px, double most_px);

/// Names, legend, scale bar, divider, title and credits over the painted map, into the draw list of the ImGui context
/// that is current.
void draw_furniture(const Document& document, const layers::Scene& backdrop, const Viewport& viewport,
                    const Fonts& fonts, ImDrawList& list);

/// "line of contact 2025-12-24, accuracy 2 km": what a picture must say of its lines.
std::string credit_of(const Result& result);

}  // namespace app::viewer
