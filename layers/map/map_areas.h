// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/camera.h"
#include "layers/map/paint_options.h"
#include "layers/map/sheet.h"

namespace layers {

/// What some cells of a land cover, as one area.
Sheet::Area area_of(const SceneFill& fill, const SceneLand& on_map, const Camera& camera, const Viewport& viewport);

/// The areas and lines of a scene as a sheet has them, those alone that lie in sight. With `on_map`, the land that the
/// scene's pieces are cells of, what one fill covers is one area without inner edges.
void add_fills(const Scene& scene, const SceneLand* on_map, const Camera& camera, const Viewport& viewport,
               const SheetStyle& style, Sheet::Group& group);
void add_strokes(const Scene& scene, const Camera& camera, const Viewport& viewport, const SheetStyle& style,
                 Sheet::Group& group);

/// Both, the areas first.
void add_scene(const Scene& scene, const SceneLand* on_map, const Camera& camera, const Viewport& viewport,
               const SheetStyle& style, Sheet::Group& group);

}  // namespace layers
