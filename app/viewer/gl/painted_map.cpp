// SPDX-License-Identifier: MIT
#include "app/viewer/gl/painted_map.h"

#include <algorithm>
#include <cmath>

namespace app::viewer {

namespace {

constexpr double margin_px = 128;
constexpr double whole_pixel = 1.0 / 16;  // nearer to a whole number of device pixels than this is one

struct Offset {
    double x = 0, y = 0;  ///< device pixels, to the right and downwards
    bool is_whole() const {
        return std::abs(x - std::round(x)) < whole_pixel && std::abs(y - std::round(y)) < whole_pixel;
    }
};

/// Where the upper left corner of `viewport` lies on a canvas that was painted for `painted`.
Offset offset_on(const Camera& painted, const Viewport& canvas, const Camera& camera, const Viewport& viewport,
                 double scale) {
    const geo::MapPoint corner = to_map(camera, viewport, {viewport.x, viewport.y});
    const ScreenPoint there = to_screen(painted, canvas, corner);
    return {there.x * scale, there.y * scale};
}

int device(double logical, double scale) {
    return static_cast<int>(std::lround(logical * scale));
}

}  // namespace

void PaintedMap::show(const Target& target, const Camera& camera, const Viewport& viewport, const Viewport& clip,
                      bool is_stale, const Paint& paint) {
    const bool same_size = canvas_ && scale_ == target.scale && camera_.metres_per_px == camera.metres_per_px;
    const auto fits = [&](const Offset& offset) {
        return offset.is_whole() && offset.x > -whole_pixel && offset.y > -whole_pixel &&
               offset.x + viewport.width * target.scale < canvas_->width() + whole_pixel &&
               offset.y + viewport.height * target.scale < canvas_->height() + whole_pixel;
    };
    if (is_stale || !same_size || !fits(offset_on(camera_, viewport_, camera, viewport, scale_))) {
        GLint bound = 0;
        glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &bound);
        // Whoever zooms sees every picture once: no margin pays then.
        const double margin = same_size ? margin_px : 0;
        camera_ = camera;
        scale_ = target.scale;
        viewport_ = {0, 0, viewport.width + 2 * margin, viewport.height + 2 * margin};
        const int width = std::max(1, device(viewport_.width, scale_)),
                  height = std::max(1, device(viewport_.height, scale_));
        if (!canvas_ || canvas_->width() != width || canvas_->height() != height) {
            canvas_ = std::make_unique<Canvas>(width, height);
        }
        canvas_->bind();
        paint({width, height, scale_}, camera_, viewport_);
        glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(bound));
    }
    const Offset offset = offset_on(camera_, viewport_, camera, viewport, scale_);
    const int left = device(clip.x, scale_), right = device(clip.x + clip.width, scale_);
    const int top = device(clip.y, scale_), bottom = device(clip.y + clip.height, scale_);
    const int from_x = static_cast<int>(std::lround(offset.x)) + left - device(viewport.x, scale_);
    const int from_y = static_cast<int>(std::lround(offset.y)) + top - device(viewport.y, scale_);
    canvas_->copy(from_x, from_y, right - left, bottom - top, left, target.height - bottom);
}

}  // namespace app::viewer
