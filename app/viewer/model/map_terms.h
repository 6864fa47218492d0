// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/map_view.h"
#include "layers/map/picture.h"

namespace app::viewer {

// The window shows a map of layers/map, and speaks of it in the same terms.
using layers::Camera;
using layers::MapBox;
using layers::Mode;
using layers::PaintOptions;
using layers::PlanView;
using layers::ScreenBox;
using layers::ScreenPoint;
using layers::Viewport;

}  // namespace app::viewer
