// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/scene.h"

namespace layers {

/// Does any of it lie in the box? Of an outline that only touches it: either answer.
bool meets(const ScenePiece& piece, const MapBox& box);
bool meets(const SceneFill& fill, const Scene& scene, const MapBox& box);
bool meets(const SceneStroke& stroke, const MapBox& box);

/// How many m² of it lie in the box.
double area_within(const ScenePiece& piece, const MapBox& box);

}  // namespace layers
