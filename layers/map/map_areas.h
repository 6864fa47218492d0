// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/camera.h"
#include "layers/map/paint_options.h"
#include "layers/map/sheet.h"

namespace layers {

/// The areas and lines of a scene as a sheet has them, those alone that lie in sight. With `on_map`, the land that the
/// scene's pieces are cells of, what one fill covers is one area without inner edges.
void add_scene(const Scene& scene, const SceneLand* on_map, const Camera& camera, const Viewport& viewport,
               const SheetStyle& style, Sheet::Group& group);

}  // namespace layers
