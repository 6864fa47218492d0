// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/map_terms.h"

#include <deque>

struct GLFWwindow;

namespace app::viewer {

/// What the user did, in order. ImGui sees the state of keys and buttons once a frame: what is pressed and released
/// between two frames would be lost, and a click would be felt where the pointer is by then. So changes wait here, and
/// each frame takes no more of them than it can tell apart.
class InputQueue {
public:
    /// Sets the window's callbacks; the queue must outlive the window.
    void watch(GLFWwindow* window);

    bool empty() const { return events_.empty(); }

    /// Gives ImGui the next events, before its new frame; call after ImGui_ImplGlfw_NewFrame(). `to_logical` turns
    /// window coordinates into logical pixels.
    void feed(GLFWwindow* window, double to_logical);

private:
    struct Event {
        enum class Kind { pointer, button, key, character, wheel } kind;
        int code = 0, scancode = 0, action = 0, modifiers = 0;
        double x = 0, y = 0;
    };
    static InputQueue& of(GLFWwindow* window);
    void add(const Event& event) { events_.push_back(event); }

    std::deque<Event> events_;
    ScreenPoint pointer_{-1e9, -1e9};  ///< window coordinates
    bool down_[5]{};
};

}  // namespace app::viewer
