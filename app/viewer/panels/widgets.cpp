// SPDX-License-Identifier: MIT
#include "app/viewer/panels/widgets.h"

namespace app::viewer {

namespace {

int resize(ImGuiInputTextCallbackData* data) {
    auto& text = *static_cast<std::string*>(data->UserData);
    text.resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = text.data();
    return 0;
}

}  // namespace

bool text_field(const char* label, const char* hint, std::string& text, ImGuiInputTextFlags flags) {
    return ImGui::InputTextWithHint(label, hint, text.data(), text.capacity() + 1,
                                    flags | ImGuiInputTextFlags_CallbackResize, resize, &text);
}

}  // namespace app::viewer
