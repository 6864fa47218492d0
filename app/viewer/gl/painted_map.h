// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/gl/canvas.h"
#include "app/viewer/gl/painter.h"
#include "app/viewer/model/map_terms.h"

#include <functional>
#include <memory>

namespace app::viewer {

/// A part of the map, painted once and larger than the viewport: while the map is moved, or nothing but panels changes,
/// it is only copied. The OpenGL context must be current.
class PaintedMap {
public:
    using Paint = std::function<void(const Target&, const Camera&, const Viewport&)>;

    /// Copies what the camera sees into the framebuffer that is bound, within `clip`. `paint` is called first, on a
    /// canvas of its own, if `is_stale` says that it would paint something else than last time, or if the camera has
    /// come nearer or moved past what is painted.
    void show(const Target& target, const Camera& camera, const Viewport& viewport, const Viewport& clip, bool is_stale,
              const Paint& paint);

private:
    std::unique_ptr<Canvas> canvas_;
    Camera camera_;
    Viewport viewport_;  ///< of the canvas, logical pixels
    double scale_ = 0;
};

}  // namespace app::viewer
