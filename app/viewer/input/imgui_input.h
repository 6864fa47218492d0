// SPDX-License-Identifier: MIT
#pragma once

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui/imgui.h>

/// What Dear ImGui is told of keys and mouse, and asked about them. Keys go by GLFW's numbers, also where there is no
/// window. Dear ImGui itself took those until 1.86; from 1.87 on it has names of its own, and takes events.
namespace app::viewer {

/// What Dear ImGui calls a key, and what GLFW does.
struct NamedKey {
    int imgui, glfw;
};

/// All that Dear ImGui asks for itself, and what else is no letter, digit or function key.
inline constexpr NamedKey named_keys[] = {
    {ImGuiKey_Tab, GLFW_KEY_TAB},
    {ImGuiKey_LeftArrow, GLFW_KEY_LEFT},
    {ImGuiKey_RightArrow, GLFW_KEY_RIGHT},
    {ImGuiKey_UpArrow, GLFW_KEY_UP},
    {ImGuiKey_DownArrow, GLFW_KEY_DOWN},
    {ImGuiKey_Home, GLFW_KEY_HOME},
    {ImGuiKey_End, GLFW_KEY_END},
    {ImGuiKey_Delete, GLFW_KEY_DELETE},
    {ImGuiKey_Backspace, GLFW_KEY_BACKSPACE},
    {ImGuiKey_Space, GLFW_KEY_SPACE},
    {ImGuiKey_Enter, GLFW_KEY_ENTER},
    {ImGuiKey_Escape, GLFW_KEY_ESCAPE},
    {ImGuiKey_A, GLFW_KEY_A},
    {ImGuiKey_C, GLFW_KEY_C},
    {ImGuiKey_V, GLFW_KEY_V},
    {ImGuiKey_X, GLFW_KEY_X},
    {ImGuiKey_Z, GLFW_KEY_Z},
#if IMGUI_VERSION_NUM >= 18700
    {ImGuiKey_Equal, GLFW_KEY_EQUAL},
    {ImGuiKey_Comma, GLFW_KEY_COMMA},
    {ImGuiKey_Period, GLFW_KEY_PERIOD},
    {ImGuiKey_Minus, GLFW_KEY_MINUS},
    {ImGuiKey_KeypadAdd, GLFW_KEY_KP_ADD},
    {ImGuiKey_KeypadSubtract, GLFW_KEY_KP_SUBTRACT},
#endif
};

#if IMGUI_VERSION_NUM >= 18700

inline ImGuiKey imgui_key(int key) {
    const auto within = [key](int first, int last) { return key >= first && key <= last; };
    const auto counted = [key](int imgui_first, int first) { return static_cast<ImGuiKey>(imgui_first + key - first); };
    if (within(GLFW_KEY_A, GLFW_KEY_Z)) { return counted(ImGuiKey_A, GLFW_KEY_A); }
    if (within(GLFW_KEY_0, GLFW_KEY_9)) { return counted(ImGuiKey_0, GLFW_KEY_0); }
    if (within(GLFW_KEY_F1, GLFW_KEY_F12)) { return counted(ImGuiKey_F1, GLFW_KEY_F1); }
    for (const NamedKey& named : named_keys) {
        if (named.glfw == key) { return static_cast<ImGuiKey>(named.imgui); }
    }
    return ImGuiKey_None;
}

inline void prepare_keys(ImGuiIO& io) {
    io.ConfigInputTrickleEventQueue = false;  // our InputQueue spreads events over frames
}

inline void set_key(ImGuiIO& io, int key, bool down) {
    io.AddKeyEvent(imgui_key(key), down);
}

inline void set_modifiers(ImGuiIO& io, bool ctrl, bool shift) {
#if IMGUI_VERSION_NUM >= 18900
    constexpr auto ctrl_key = ImGuiMod_Ctrl, shift_key = ImGuiMod_Shift;
#else
    constexpr auto ctrl_key = ImGuiKey_ModCtrl, shift_key = ImGuiKey_ModShift;
#endif
    io.AddKeyEvent(ctrl_key, ctrl);
    io.AddKeyEvent(shift_key, shift);
}

inline void set_pointer(ImGuiIO& io, ImVec2 position) {
    io.AddMousePosEvent(position.x, position.y);
}

inline void set_button(ImGuiIO& io, int button, bool down) {
    io.AddMouseButtonEvent(button, down);
}

#else

inline int imgui_key(int key) {
    return key;
}

inline void prepare_keys(ImGuiIO& io) {
    for (const NamedKey& named : named_keys) { io.KeyMap[named.imgui] = named.glfw; }
}

inline void set_key(ImGuiIO& io, int key, bool down) {
    io.KeysDown[key] = down;
}

inline void set_modifiers(ImGuiIO& io, bool ctrl, bool shift) {
    io.KeyCtrl = ctrl;
    io.KeyShift = shift;
}

inline void set_pointer(ImGuiIO& io, ImVec2 position) {
    io.MousePos = position;
}

inline void set_button(ImGuiIO& io, int button, bool down) {
    io.MouseDown[button] = down;
}

#endif

inline bool pressed(int key, bool again_while_held = false) {
    return ImGui::IsKeyPressed(imgui_key(key), again_while_held);
}

}  // namespace app::viewer
