// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/scene.h"

#include <vector>

namespace app::viewer {

/// Pieces of a scene cut into triangles, three corners each.
struct Triangles {
    std::vector<layers::ScenePoint> corners;
    std::vector<int> first, count;  ///< by piece: where its corners stand
};

/// By GLU's tessellator: no corner that is no vertex, so that neighbours meet without a gap. About 1 µs a vertex.
Triangles triangles_of(const std::vector<layers::ScenePiece>& pieces);

}  // namespace app::viewer
