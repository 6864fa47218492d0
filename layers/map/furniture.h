// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/map_view.h"
#include "layers/map/picture.h"

#include <string>
#include <vector>

namespace layers {

/// The longest round length (1, 2 or 5 and zeros) that is no wider than `most_px`.
geo::Kilometres bar_length(double metres_per_px, double most_px);

/// "line of contact 2025-12-24, accuracy 2 km": what a picture must say of its lines.
std::string credit_of(const Overlay& land);

/// What stands over the map: names, legends, scale bar, divider and credit. No name stands on what is `written` there.
Picture furniture_of(const MapContent& content, const MapStyle& style, const Viewport& viewport,
                     const TextMeasure& measure, const std::vector<ScreenBox>& written = {});

}  // namespace layers
