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

bool wrapped_choice(const std::string& words, bool is_chosen) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ImGui::CalcTextSize(words.c_str(), nullptr, false, width).y;
    const bool is_clicked = ImGui::Selectable("##choice", is_chosen, ImGuiSelectableFlags_None, {0, height});
    ImGui::GetWindowDrawList()->AddText(ImGui::GetFont(), ImGui::GetFontSize(), at, ImGui::GetColorU32(ImGuiCol_Text),
                                        words.c_str(), nullptr, width);
    return is_clicked;
}

bool text_field(const char* label, const char* hint, std::string& text, ImGuiInputTextFlags flags) {
    return ImGui::InputTextWithHint(label, hint, text.data(), text.capacity() + 1,
                                    flags | ImGuiInputTextFlags_CallbackResize, resize, &text);
}

}  // namespace app::viewer
