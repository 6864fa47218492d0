// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/canvas.h"
#include "app/viewer/desk.h"
#include "app/viewer/painter.h"
#include "app/viewer/stage.h"

#include <memory>

namespace app::viewer {

/// The whole program but for its window: builds a frame of panels, paints the map. An OpenGL context must be current
/// wherever it is used.
class Viewer {
public:
    Viewer(Desk& desk, FontFiles fonts);

    /// Between Stage::begin() and Stage::draw(): lays out the panels, then paints the map into the bound framebuffer.
    void frame(const Stage& stage, const Target& target);

    /// The same picture of the map, without panels, `scale` device pixels to each logical one of the window's.
    print::Pixels picture(double scale);

    /// Should the next frame come without waiting for an event? While the background works, or the time bar plays.
    bool is_moving() const;

    const Viewport& viewport() const { return viewport_; }

private:
    struct OnGpu {
        std::shared_ptr<const Sheet> sheet;
        std::shared_ptr<GpuScene> a, b, difference, highlight;
        Selection highlighted;
    };
    void upload();
    void paint(const Target& target, const Viewport& viewport) const;
    void fit_once();
    void save_picture();
    void step_time();

    Desk& desk_;
    FontFiles fonts_;
    Painter painter_;
    layers::Scene backdrop_;
    layers::Theme backdrop_theme_;
    std::shared_ptr<GpuScene> backdrop_on_gpu_;
    OnGpu on_gpu_;
    Viewport viewport_;
    double last_step_s_ = 0;  ///< of the time bar
};

}  // namespace app::viewer
