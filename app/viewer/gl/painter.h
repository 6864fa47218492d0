// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/map_terms.h"
#include "app/viewer/model/triangles.h"
#include "layers/map/scene.h"

#include <memory>

namespace app::viewer {

/// The picture that is painted into: the framebuffer that is bound.
struct Target {
    int width = 1, height = 1;  ///< device pixels
    double scale = 1;           ///< device pixels per logical pixel
};

/// Checks that the current context is OpenGL 3.3 or later. Throws geo::Error that names the version found and needed.
void require_opengl();

/// A scene in the memory of the graphics card.
class GpuScene;

/// All OpenGL of the map. The context must be current at every call.
class Painter {
public:
    Painter();
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    /// `triangles` are those of the scene's pieces.
    std::shared_ptr<GpuScene> upload(const layers::Scene& scene, const Triangles& triangles) const;

    void clear(const Target& target, layers::Colour colour) const;

    /// Only within `clip`.
    void paint(const GpuScene& scene, const Target& target, const Camera& camera, const Viewport& viewport,
               const Viewport& clip, const PaintOptions& options) const;

private:
    struct Programs;
    std::unique_ptr<Programs> programs_;
};

}  // namespace app::viewer
