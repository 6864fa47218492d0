// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/map_view.h"
#include "layers/map/picture.h"

#include <vector>

namespace layers::detail {

/// The scenes' names on spots that nothing else has taken: towns by their rank and more of them as one comes nearer,
/// units, neighbours and seas, and what changes on land wide enough to be named.
Picture::Group names_of(const std::vector<const Scene*>& scenes, const MapStyle& style, const Viewport& viewport,
                        const std::vector<ScreenBox>& taken, const TextMeasure& measure);

}  // namespace layers::detail
