// SPDX-License-Identifier: MIT
#include "app/viewer/window.h"

#include "app/viewer/viewer.h"
#include "geo/error.h"
#include "geo/file.h"

#include <epoxy/gl.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <fmt/format.h>
#include <imgui/backends/imgui_impl_glfw.h>
#include <imgui/imgui.h>

#include <algorithm>
#include <atomic>
#include <cmath>

namespace app::viewer {

namespace {

constexpr int frames_after_event = 3;  // ImGui settles within that many
std::atomic<bool> loop_runs = false;

struct Library {
    Library() {
        if (glfwInit() == GLFW_TRUE) { return; }
        const char* reason = nullptr;
        glfwGetError(&reason);
        throw geo::Error{fmt::format("no window can be opened: {}", reason == nullptr ? "no reason given" : reason),
                         "start it on a desktop, or give --screenshot out.png to paint the map without a display"};
    }
    ~Library() { glfwTerminate(); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
};

struct WindowCloser {
    void operator()(GLFWwindow* window) const noexcept { glfwDestroyWindow(window); }
};
using Window = std::unique_ptr<GLFWwindow, WindowCloser>;

Window open_window() {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    Window window{glfwCreateWindow(1600, 1000, "demarc", nullptr, nullptr)};
    if (window) { return window; }
    const char* reason = nullptr;
    glfwGetError(&reason);
    throw geo::Error{fmt::format("the viewer needs OpenGL 3.3, and the display has none: {}",
                                 reason == nullptr ? "no reason given" : reason),
                     "update the graphics driver, set LIBGL_ALWAYS_SOFTWARE=1, or use --screenshot"};
}

/// What GLFW's callbacks reach through the window's user pointer.
struct Loop {
    Desk* desk;
    int frames_to_draw = frames_after_event;
};

Loop& loop_of(GLFWwindow* window) {
    return *static_cast<Loop*>(glfwGetWindowUserPointer(window));
}

void on_drop(GLFWwindow* window, int count, const char** paths) {
    for (int i = 0; i < count; ++i) { loop_of(window).desk->open(paths[i]); }
}

/// Any event asks for a few frames; ImGui's own callbacks, set after these, call them.
void watch(GLFWwindow* window) {
    glfwSetDropCallback(window, on_drop);
    glfwSetKeyCallback(window,
                       [](GLFWwindow* w, int, int, int, int) { loop_of(w).frames_to_draw = frames_after_event; });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned) { loop_of(w).frames_to_draw = frames_after_event; });
    glfwSetMouseButtonCallback(window,
                               [](GLFWwindow* w, int, int, int) { loop_of(w).frames_to_draw = frames_after_event; });
    glfwSetScrollCallback(window,
                          [](GLFWwindow* w, double, double) { loop_of(w).frames_to_draw = frames_after_event; });
    glfwSetCursorPosCallback(window,
                             [](GLFWwindow* w, double, double) { loop_of(w).frames_to_draw = frames_after_event; });
    glfwSetFramebufferSizeCallback(window,
                                   [](GLFWwindow* w, int, int) { loop_of(w).frames_to_draw = frames_after_event; });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { loop_of(w).frames_to_draw = frames_after_event; });
    glfwSetWindowContentScaleCallback(
        window, [](GLFWwindow* w, float, float) { loop_of(w).frames_to_draw = frames_after_event; });
}

/// Device pixels per logical pixel: of the framebuffer against the window (macOS, Wayland), or the content scale where
/// the two are the same (X11).
double density_of(GLFWwindow* window) {
    int window_width = 1, window_height = 1, width = 1, height = 1;
    glfwGetWindowSize(window, &window_width, &window_height);
    glfwGetFramebufferSize(window, &width, &height);
    float x = 1, y = 1;
    glfwGetWindowContentScale(window, &x, &y);
    const double by_size = window_width > 0 ? static_cast<double>(width) / window_width : 1;
    return std::clamp(std::round(std::max<double>(by_size, x) * 4) / 4, 1.0, 4.0);
}

/// ImGui's GLFW backend counts in window coordinates; where these are device pixels, makes them logical.
void to_logical(GLFWwindow* window, double density) {
    int window_width = 1, window_height = 1, width = 1, height = 1;
    glfwGetWindowSize(window, &window_width, &window_height);
    glfwGetFramebufferSize(window, &width, &height);
    ImGuiIO& io = ImGui::GetIO();
    const auto to_window = static_cast<float>(width / density / std::max(1, window_width));
    io.DisplaySize = {static_cast<float>(width / density), static_cast<float>(height / density)};
    io.DisplayFramebufferScale = {static_cast<float>(density), static_cast<float>(density)};
    if (ImGui::IsMousePosValid(&io.MousePos)) { io.MousePos = {io.MousePos.x * to_window, io.MousePos.y * to_window}; }
}

void write_marks(const Desk& desk, const std::string& file) {
    std::string text;
    for (const auto& [name, box] : desk.marks.boxes()) {
        text += fmt::format("{}\t{:.0f}\t{:.0f}\n", name, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
    }
    text += fmt::format("busy\t{}\t0\n", desk.busy() ? 1 : 0);
    geo::write_file(file, text, true);
}

void draw_frame(GLFWwindow* window, Desk& desk, Stage& stage, Viewer& viewer, const std::string& marks_file) {
    const double density = density_of(window);
    stage.set_scale(density);
    stage.set_theme(desk.state.theme);
    int width = 1, height = 1;
    glfwGetFramebufferSize(window, &width, &height);
    ImGui_ImplGlfw_NewFrame();
    to_logical(window, density);
    stage.new_frame();
    viewer.frame(stage, {std::max(1, width), std::max(1, height), density});
    stage.draw();
    glfwSwapBuffers(window);
    if (!marks_file.empty()) { write_marks(desk, marks_file); }
}

}  // namespace

void wake_window() {
    if (loop_runs) { glfwPostEmptyEvent(); }
}

void run_window(Desk& desk, const FontFiles& fonts, const std::string& marks_file) {
    const Library library;
    const Window window = open_window();
    glfwMakeContextCurrent(window.get());
    glfwSwapInterval(1);
    require_opengl();
    Loop loop{&desk};
    glfwSetWindowUserPointer(window.get(), &loop);
    watch(window.get());
    Stage stage{fonts, density_of(window.get()), desk.state.theme};
    ImGui_ImplGlfw_InitForOpenGL(window.get(), true);
    Viewer viewer{desk, fonts};
    loop_runs = true;
    bool was_busy = true;
    while (glfwWindowShouldClose(window.get()) == GLFW_FALSE && !desk.wants_to_quit) {
        if (loop.frames_to_draw > 0) {
            glfwPollEvents();
        } else if (desk.state.playing) {
            glfwWaitEventsTimeout(0.1);
            loop.frames_to_draw = 1;
        } else {
            glfwWaitEvents();
            if (desk.busy() || was_busy) { loop.frames_to_draw = frames_after_event; }  // the background woke us
        }
        was_busy = desk.busy();
        if (loop.frames_to_draw == 0) { continue; }
        --loop.frames_to_draw;
        draw_frame(window.get(), desk, stage, viewer, marks_file);
    }
    loop_runs = false;
    ImGui_ImplGlfw_Shutdown();
}

}  // namespace app::viewer
