// SPDX-License-Identifier: MIT
#include "app/viewer/input/input_queue.h"

#include "app/viewer/input/imgui_input.h"

#include <imgui/backends/imgui_impl_glfw.h>

#include <cfloat>

namespace app::viewer {

namespace {

constexpr double nowhere = -1e9;

}  // namespace

InputQueue& InputQueue::of(GLFWwindow* window) {
    return *static_cast<InputQueue*>(glfwGetWindowUserPointer(window));
}

void InputQueue::watch(GLFWwindow* window) {
    using Kind = Event::Kind;
    glfwSetWindowUserPointer(window, this);
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) {
        of(w).add({Kind::pointer, 0, 0, 0, 0, x, y});
    });
    glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int entered) {
        if (entered == GLFW_FALSE) { of(w).add({Kind::pointer, 0, 0, 0, 0, nowhere, nowhere}); }
    });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int modifiers) {
        if (button >= 0 && button < 5) { of(w).add({Kind::button, button, 0, action, modifiers, 0, 0}); }
    });
    glfwSetScrollCallback(window, [](GLFWwindow* w, double x, double y) {
        of(w).add({Kind::wheel, 0, 0, 0, 0, x, y});
    });
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int modifiers) {
        of(w).add({Kind::key, key, scancode, action, modifiers, 0, 0});
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned letter) {
        of(w).add({Kind::character, static_cast<int>(letter), 0, 0, 0, 0, 0});
    });
    glfwSetWindowFocusCallback(window, ImGui_ImplGlfw_WindowFocusCallback);
}

void InputQueue::feed(GLFWwindow* window, double to_logical) {
    bool button_changed = false, key_changed = false, scrolled = false;
    while (!events_.empty()) {
        const Event event = events_.front();
        const bool is_switch = event.kind == Event::Kind::button || event.kind == Event::Kind::key;
        const bool must_wait = (is_switch && (button_changed || key_changed || scrolled)) ||
                               (event.kind == Event::Kind::pointer && (button_changed || scrolled)) ||
                               (event.kind == Event::Kind::wheel && button_changed);
        if (must_wait) { break; }
        events_.pop_front();
        switch (event.kind) {
            case Event::Kind::pointer:
                pointer_ = {event.x, event.y};
                break;
            case Event::Kind::button:
                down_[event.code] = event.action == GLFW_PRESS;
                button_changed = true;
                break;
            case Event::Kind::wheel:
                ImGui_ImplGlfw_ScrollCallback(window, event.x, event.y);
                scrolled = true;
                break;
            case Event::Kind::key:
                ImGui_ImplGlfw_KeyCallback(window, event.code, event.scancode, event.action, event.modifiers);
                key_changed = event.action != GLFW_REPEAT;
                break;
            case Event::Kind::character:
                ImGui_ImplGlfw_CharCallback(window, static_cast<unsigned>(event.code));
                break;
        }
    }
    ImGuiIO& io = ImGui::GetIO();
    const bool is_here = pointer_.x > nowhere;
    set_pointer(
        io, is_here ? ImVec2{static_cast<float>(pointer_.x * to_logical), static_cast<float>(pointer_.y * to_logical)}
                    : ImVec2{-FLT_MAX, -FLT_MAX});
    for (int i = 0; i < 5; ++i) { set_button(io, i, down_[i]); }
}

}  // namespace app::viewer
