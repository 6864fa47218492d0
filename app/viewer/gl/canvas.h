// SPDX-License-Identifier: MIT
#pragma once

#include "app/print/png.h"
#include "app/viewer/gl/gl_objects.h"

#include <memory>

namespace app::viewer {

/// A picture to paint into instead of a window. The OpenGL context must be current.
class Canvas {
public:
    /// Throws geo::Error for a size that the machine's OpenGL does not take.
    Canvas(int width, int height);
    void bind() const;
    print::Pixels read() const;

    /// Copies a part, counted from the upper left, into the framebuffer that is bound for drawing, where its lower left
    /// pixel comes to stand at `to_x`, `to_y` from the lower left. What lies off the canvas is left out.
    void copy(int x, int y, int part_width, int part_height, int to_x, int to_y) const;
    int width() const { return width_; }
    int height() const { return height_; }

private:
    int width_, height_;
    Framebuffer frame_;
    Renderbuffer colour_;
};

/// An OpenGL 3.3 context without window and display, through EGL; current as long as it lives. Throws geo::Error where
/// the machine has none.
class Headless {
public:
    Headless();
    ~Headless();
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

}  // namespace app::viewer
