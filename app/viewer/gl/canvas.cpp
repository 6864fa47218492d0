// SPDX-License-Identifier: MIT
#include "app/viewer/gl/canvas.h"

#include "geo/error.h"

#include <epoxy/egl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace app::viewer {

Canvas::Canvas(int width, int height) : width_{width}, height_{height} {
    GLint most = 0;
    glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &most);
    if (width < 1 || height < 1 || width > most || height > most) {
        throw geo::Error{fmt::format("a picture of {} × {} pixels cannot be painted here", width, height),
                         fmt::format("each side may have 1 to {} pixels: choose a smaller size or scale", most),
                         geo::Error::Kind::bad_usage};
    }
    glBindRenderbuffer(GL_RENDERBUFFER, colour_.name());
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    bind();
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour_.name());
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
        throw geo::Error{fmt::format("a picture of {} × {} pixels cannot be painted here", width, height),
                         "choose a smaller size or scale", geo::Error::Kind::bad_usage};
    }
}

void Canvas::bind() const {
    glBindFramebuffer(GL_FRAMEBUFFER, frame_.name());
}

print::Pixels Canvas::read() const {
    print::Pixels pixels{width_, height_, {}};
    const std::size_t row = static_cast<std::size_t>(width_) * 4;
    pixels.rgba.resize(row * static_cast<std::size_t>(height_));
    bind();
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, pixels.rgba.data());
    for (int low = 0, high = height_ - 1; low < high; ++low, --high) {  // OpenGL's first row is the lowest
        const auto at = [&](int line) { return pixels.rgba.begin() + static_cast<std::ptrdiff_t>(row) * line; };
        std::swap_ranges(at(low), at(low + 1), at(high));
    }
    for (std::size_t i = 3; i < pixels.rgba.size(); i += 4) { pixels.rgba[i] = 255; }
    return pixels;
}

void Canvas::copy(int x, int y, int part_width, int part_height, int to_x, int to_y) const {
    if (part_width <= 0 || part_height <= 0) { return; }
    const int low = height_ - y - part_height;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, frame_.name());
    glDisable(GL_SCISSOR_TEST);
    glBlitFramebuffer(x, low, x + part_width, low + part_height, to_x, to_y, to_x + part_width, to_y + part_height,
                      GL_COLOR_BUFFER_BIT, GL_NEAREST);
    GLint drawn = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &drawn);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, static_cast<GLuint>(drawn));
}

struct Headless::Context {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    Context() = default;
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() {
        if (display == EGL_NO_DISPLAY) { return; }
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (context != EGL_NO_CONTEXT) { eglDestroyContext(display, context); }
        eglTerminate(display);
    }
};

namespace {

[[noreturn]] void refuse(const char* what) {
    throw geo::Error{fmt::format("no picture can be painted on this machine: {}", what),
                     "install the packages libegl1 and libgl1-mesa-dri"};
}

EGLDisplay surfaceless() {
    if (!epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless")) {
        return eglGetDisplay(EGL_DEFAULT_DISPLAY);
    }
    return eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
}

}  // namespace

Headless::Headless() : context_{std::make_unique<Context>()} {
    if (!epoxy_has_egl()) { refuse("EGL is missing"); }
    context_->display = surfaceless();
    if (context_->display == EGL_NO_DISPLAY || eglInitialize(context_->display, nullptr, nullptr) == EGL_FALSE) {
        context_->display = EGL_NO_DISPLAY;
        refuse("EGL finds no graphics driver");
    }
    eglBindAPI(EGL_OPENGL_API);
    constexpr std::array<EGLint, 3> wanted{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint found = 0;
    eglChooseConfig(context_->display, wanted.data(), &config, 1, &found);
    constexpr std::array<EGLint, 7> version{
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    context_->context =
        eglCreateContext(context_->display, found > 0 ? config : EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, version.data());
    if (context_->context == EGL_NO_CONTEXT) { refuse("its OpenGL is older than 3.3"); }
    if (eglMakeCurrent(context_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, context_->context) == EGL_FALSE) {
        refuse("EGL cannot work without a display");
    }
}

Headless::~Headless() = default;

}  // namespace app::viewer
