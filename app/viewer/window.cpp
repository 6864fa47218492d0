// SPDX-License-Identifier: MIT
#include "app/viewer/window.h"

#include "app/viewer/input/input_queue.h"
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
#include <chrono>
#include <cmath>
#include <mutex>

namespace app::viewer {

namespace {

constexpr int frames_after_event = 6;  // ImGui settles within that many, a table in a new panel included
std::mutex loop_mutex;
bool loop_runs = false;  // guarded by it: nobody wakes a loop that has ended

/// While it lives, wake_window() wakes the loop.
class LoopRuns {
public:
    LoopRuns() { set(true); }
    ~LoopRuns() { set(false); }
    LoopRuns(const LoopRuns&) = delete;
    LoopRuns& operator=(const LoopRuns&) = delete;

private:
    static void set(bool runs) {
        const std::lock_guard lock{loop_mutex};
        loop_runs = runs;
    }
};

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

/// While it lives, files that are dropped on the window are opened. Callbacks know the window alone, and there is one.
class Drops {
public:
    Drops(GLFWwindow* window, Document& document) : window_{window} {
        target = &document;
        glfwSetDropCallback(window, open);
    }
    ~Drops() {
        glfwSetDropCallback(window_, nullptr);
        target = nullptr;
    }
    Drops(const Drops&) = delete;
    Drops& operator=(const Drops&) = delete;

private:
    static void open(GLFWwindow*, int count, const char** paths) {
        try {  // GLFW is C: nothing may pass through it
            for (int i = 0; i < count; ++i) { target->open(paths[i]); }
        } catch (const std::exception& error) { target->report(geo::error_of(error)); }
    }
    inline static Document* target = nullptr;
    GLFWwindow* window_;
};

/// ImGui's GLFW backend, in the context of a UI context that outlives it.
class Backend {
public:
    Backend(GLFWwindow* window, const UiContext& ui_context) : ui_context_{ui_context} {
        ui_context.make_current();
        ImGui_ImplGlfw_InitForOpenGL(window, false);
    }
    ~Backend() {
        ui_context_.make_current();
        ImGui_ImplGlfw_Shutdown();
    }
    Backend(const Backend&) = delete;
    Backend& operator=(const Backend&) = delete;

private:
    const UiContext& ui_context_;
};

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

/// ImGui's GLFW backend counts in window coordinates; where these are device pixels, makes them logical. Logical pixels
/// per window coordinate.
double set_logical_size(GLFWwindow* window, double density) {
    int window_width = 1, window_height = 1, width = 1, height = 1;
    glfwGetWindowSize(window, &window_width, &window_height);
    glfwGetFramebufferSize(window, &width, &height);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width / density), static_cast<float>(height / density)};
    io.DisplayFramebufferScale = {static_cast<float>(density), static_cast<float>(density)};
    return width / density / std::max(1, window_width);
}

void write_widgets(const Document& document, const std::string& file) {
    std::string text;
    for (const auto& [name, box] : document.widgets) {
        text += fmt::format("{}\t{:.0f}\t{:.0f}\n", name, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
    }
    text += fmt::format("busy\t{}\t0\nframe\t{}\t0\n", document.busy() ? 1 : 0, ImGui::GetFrameCount());
    geo::write_file(file, text, true);
}

void draw_frame(GLFWwindow* window, Document& document, InputQueue& input, UiContext& ui_context, Viewer& viewer,
                const std::string& widgets_file) {
    const double density = density_of(window);
    ui_context.set_scale(density);
    ui_context.set_theme(document.state.theme);
    int width = 1, height = 1;
    glfwGetFramebufferSize(window, &width, &height);
    ImGui_ImplGlfw_NewFrame();
    input.feed(window, set_logical_size(window, density));
    ui_context.new_frame();
    viewer.frame(ui_context, {std::max(1, width), std::max(1, height), density});
    ui_context.draw();
    glfwSwapBuffers(window);
    if (!widgets_file.empty()) { write_widgets(document, widgets_file); }
}

}  // namespace

void wake_window() {
    const std::lock_guard lock{loop_mutex};
    if (loop_runs) { glfwPostEmptyEvent(); }
}

void run_window(Document& document, const FontFiles& fonts, const std::string& widgets_file) {
    const Library library;
    InputQueue input;  // outlives the window, whose callbacks know it
    const Window window = open_window();
    glfwMakeContextCurrent(window.get());
    glfwSwapInterval(1);
    require_opengl();
    const Drops drops{window.get(), document};
    input.watch(window.get());
    int frames_to_draw = frames_after_event;
    glfwSetWindowRefreshCallback(window.get(), [](GLFWwindow*) { glfwPostEmptyEvent(); });
    UiContext ui_context{fonts, density_of(window.get()), document.state.theme};
    const Backend backend{window.get(), ui_context};
    Viewer viewer{document, fonts};
    const LoopRuns runs;
    while (!document.may_quit) {
        if (glfwWindowShouldClose(window.get()) == GLFW_TRUE) {
            glfwSetWindowShouldClose(window.get(), GLFW_FALSE);
            document.wants_to_quit = true;
            frames_to_draw = frames_after_event;
        }
        if (frames_to_draw > 0 || !input.empty()) {
            glfwPollEvents();
        } else if (document.state.playing) {
            glfwWaitEventsTimeout(std::min(0.1, 0.5 / document.state.days_per_s));
            frames_to_draw = document.state.playing ? 1 : frames_after_event;
        } else if (const auto due =
                       document.recovery ? document.recovery->due(Recovery::Time::clock::now()) : std::nullopt) {
            glfwWaitEventsTimeout(std::chrono::duration<double>{*due}.count());
            frames_to_draw = frames_after_event;
        } else {
            glfwWaitEvents();  // of the user, of the system, or wake_window()
            frames_to_draw = frames_after_event;
        }
        if (!input.empty()) { frames_to_draw = frames_after_event; }
        --frames_to_draw;
        draw_frame(window.get(), document, input, ui_context, viewer, widgets_file);
    }
}

}  // namespace app::viewer
