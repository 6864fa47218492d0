// SPDX-License-Identifier: MIT
#include "app/viewer/panels/widgets.h"

#include "app/viewer/input/imgui_input.h"
#include "app/viewer/map/zone_labels.h"
#include "app/viewer/model/document.h"
#include "geo/safe_text.h"
#include "layers/map/picture.h"

#include <imgui/imgui_internal.h>

namespace app::viewer {

namespace {

int resize(ImGuiInputTextCallbackData* data) {
    auto& text = *static_cast<std::string*>(data->UserData);
    text.resize(static_cast<std::size_t>(data->BufTextLen));
    data->Buf = text.data();
    return 0;
}

/// Whatever font is asked for.
class CurrentFont : public layers::TextMeasure {
public:
    layers::TextSize size_of(layers::Font, const std::string& text) const override {
        const ImVec2 size = ImGui::CalcTextSize(text.c_str());
        return {size.x, size.y};
    }
};

}  // namespace

std::string label_of(const std::string& words) {
    std::string label = words.empty() ? " " : geo::plain_text(words);
    for (std::size_t at = 0; (at = label.find("##", at)) != label.npos; ++at) { label.insert(at + 1, " "); }
    return label;
}

void note_item(Document& document, const std::string& name) {
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    document.widgets.insert_or_assign(name, ScreenBox{low.x, low.y, high.x, high.y});
}

std::string unfinished_words(bool is_zone, std::size_t corners) {
    if (is_zone) {
        return corners == 1 ? tr("a zone with 1 corner is not finished")
                            : tr("a zone with {} corners is not finished", corners);
    }
    return corners == 1 ? tr("a line with 1 corner is not finished")
                        : tr("a line with {} corners is not finished", corners);
}

void centre_next() {
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({size.x / 2, size.y / 2}, ImGuiCond_Appearing, {0.5F, 0.5F});
}

bool asks(const char* window) {
    if (!ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId)) { ImGui::OpenPopup(window); }
    return ImGui::IsPopupOpen(window);
}

bool escaped() {
    return pressed(GLFW_KEY_ESCAPE) && !ImGui::IsWindowAppearing();
}

void close_innermost_popup() {
    const ImVector<ImGuiPopupData>& open = ImGui::GetCurrentContext()->OpenPopupStack;
    const auto is = [&open](int level, ImGuiWindowFlags flag) {
        const ImGuiWindow* window = open[level].Window;
        return window != nullptr && (window->Flags & flag) != 0;
    };
    if (open.empty() || is(open.Size - 1, ImGuiWindowFlags_Modal)) { return; }
    int level = open.Size - 1;
    while (level > 0 && is(level, ImGuiWindowFlags_ChildMenu) && is(level - 1, ImGuiWindowFlags_ChildMenu)) { --level; }
    ImGui::ClosePopupToLevel(level, true);
}

std::string in_lines(const std::string& words, float width) {
    std::string lines;
    for (const std::string& line : layers::broken(CurrentFont{}, layers::Font::text, words, width)) {
        lines += (lines.empty() ? "" : "\n") + line;
    }
    return lines;
}

bool wrapped_choice(const std::string& words, bool is_chosen) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const std::string lines = in_lines(words, width);
    const float height = ImGui::CalcTextSize(lines.c_str()).y;
    const bool is_clicked = ImGui::Selectable("##choice", is_chosen, ImGuiSelectableFlags_None, {0, height});
    ImGui::GetWindowDrawList()->AddText(ImGui::GetFont(), ImGui::GetFontSize(), at, ImGui::GetColorU32(ImGuiCol_Text),
                                        lines.c_str());
    return is_clicked;
}

std::string as_format(const std::string& words) {
    std::string format;
    for (const char letter : words) { format += letter == '%' ? "%%" : std::string(1, letter); }
    return format;
}

bool length_slider(const char* label, float& kilometres, float least, float most, int decimals) {
    const bool is_typed = ImGui::TempInputIsActive(ImGui::GetID(label));
    if (is_typed) {
        for (ImWchar& letter : ImGui::GetIO().InputQueueCharacters) { letter = letter == ',' ? '.' : letter; }
    }
    const auto value = static_cast<double>(kilometres);
    const std::string words = as_format(km_words(geo::Kilometres{value}, decimals));
    // what is typed begins as the number alone
    const bool begins = ImGui::GetIO().KeyCtrl;
    return ImGui::SliderFloat(label, &kilometres, least, most,
                              is_typed || begins ? (decimals == 1 ? "%.1f" : "%.2f") : words.c_str(),
                              ImGuiSliderFlags_AlwaysClamp);
}

bool text_field(const char* label, const char* hint, std::string& text, ImGuiInputTextFlags flags) {
    return ImGui::InputTextWithHint(label, hint, text.data(), text.capacity() + 1,
                                    flags | ImGuiInputTextFlags_CallbackResize, resize, &text);
}

}  // namespace app::viewer
