// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/gl/canvas.h"
#include "app/viewer/gl/painted_map.h"
#include "app/viewer/gl/painter.h"
#include "app/viewer/model/document.h"
#include "app/viewer/ui_context.h"

#include <memory>

namespace app::viewer {

/// The whole program but for its window: builds a frame of panels, paints the map. An OpenGL context must be current
/// wherever it is used.
class Viewer {
public:
    Viewer(Document& document, FontFiles fonts);

    /// Between UiContext::begin() and UiContext::draw(): lays out the panels, then paints the map into the bound
    /// framebuffer.
    void frame(const UiContext& ui_context, const Target& target);

    /// The same picture of the map, without panels, `scale` device pixels to each logical one of the window's.
    print::Pixels picture(double scale);

    const Viewport& viewport() const { return viewport_; }

private:
    struct OnGpu {
        std::shared_ptr<const Result> result;
        std::shared_ptr<GpuScene> a, b, difference, highlight;
        Selection highlighted;
    };
    using Shown = std::shared_ptr<GpuScene> OnGpu::*;
    /// What the painted map depends on besides the camera.
    struct Look {
        std::shared_ptr<const Result> result;
        Selection selection;
        PaintOptions options;
        layers::Theme theme = layers::Theme::light;
        Shown shown = nullptr;
        friend bool operator==(const Look&, const Look&) = default;
    };
    struct Layer {
        PaintedMap map;
        Look look;
    };
    void upload();
    /// All that is seen within the viewport, under the divider or without one.
    template <class Show>
    void arrange(const Viewport& viewport, const Show& show);
    void paint_scene(Shown shown, const Target& target, const Camera& camera, const Viewport& viewport,
                     const Viewport& clip) const;
    void show_map(const Target& target);
    void fit_once();
    void frame_interest();  ///< where the state asks for it, once the result is there
    void save_picture();
    void step_time();

    Document& document_;
    FontFiles fonts_;
    Camera whole_;        ///< that shows the country, as long as the user leaves it so
    Viewport fitted_to_;  ///< in which it does
    Painter painter_;
    layers::Scene backdrop_;
    layers::Theme backdrop_theme_;
    std::shared_ptr<GpuScene> backdrop_on_gpu_;
    OnGpu on_gpu_;
    Layer left_, right_;  ///< of the divider; without one, the left is everything
    Viewport viewport_;
    double last_step_s_ = 0;  ///< of the time bar
};

}  // namespace app::viewer
