// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/map_terms.h"
#include "layers/language/language.h"
#include "layers/language/messages.h"
#include "layers/map/palette.h"

#include <imgui/imgui.h>

#include <string>

namespace app::viewer {

using layers::tr;
using layers::tr_later;
using layers::tr_text;

class Document;

inline constexpr ImGuiWindowFlags fixed_window =
    ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
    ImGuiWindowFlags_NoBackground;  // Viewer has cleared what lies behind it

/// The next window stands there.
inline void place_window(const Viewport& box) {
    ImGui::SetNextWindowPos({static_cast<float>(box.x), static_cast<float>(box.y)});
    ImGui::SetNextWindowSize({static_cast<float>(box.width), static_cast<float>(box.height)});
}

inline void tooltip(const std::string& words) {
    if (!ImGui::IsItemHovered() || words.empty()) { return; }
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(ImGui::GetFontSize() * 30);
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

inline void wrapped(const std::string& words) {
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(words.c_str());
    ImGui::PopTextWrapPos();
}

inline void faint(const std::string& words) {
    ImGui::PushStyleColor(ImGuiCol_Text, ImGui::GetStyleColorVec4(ImGuiCol_TextDisabled));
    wrapped(words);
    ImGui::PopStyleColor();
}

inline ImVec4 rgba(layers::Colour colour) {
    return {static_cast<float>(colour.r) / 255, static_cast<float>(colour.g) / 255, static_cast<float>(colour.b) / 255,
            static_cast<float>(colour.a) / 255};
}

/// Text at the right edge of the column.
inline void right_aligned(const std::string& words) {
    const float room = ImGui::GetContentRegionAvail().x - ImGui::CalcTextSize(words.c_str()).x;
    if (room > 0) { ImGui::SetCursorPosX(ImGui::GetCursorPosX() + room); }
    ImGui::TextUnformatted(words.c_str());
}

/// The words as a widget's label. ImGui shows nothing of what follows "##" and takes what follows "###" for the
/// widget's name, and a label may not be empty; words come from files.
std::string label_of(const std::string& words);

/// The words in lines that are no wider; those too long break behind a hyphen, if they have one.
std::string in_lines(const std::string& words, float width);

/// A line of a list that takes as many lines as its words need.
bool wrapped_choice(const std::string& words, bool is_chosen);

/// Of a shape that has been begun.
std::string unfinished_words(bool is_zone, std::size_t corners);

/// The next window appears in the middle.
void centre_next();

/// Opens the window that asks something, unless another asks. True if it is open.
bool asks(const char* window);

/// Esc, pressed since the window appeared: not that which closed another one.
bool escaped();

/// A menu, with those that it opened, or a list of choices. Windows that ask something answer Esc themselves.
void close_innermost_popup();

/// Says under what name the last item stands in Document::widgets.
void note_item(Document& document, const std::string& name);

/// ImGui reads the text on a slider as a format.
std::string as_format(const std::string& words);

/// A slider with a value that is read and typed as the language has it: with its comma for decimals, too.
bool length_slider(const char* label, float& kilometres, float least, float most, int decimals);

/// A text field over a std::string.
bool text_field(const char* label, const char* hint, std::string& text, ImGuiInputTextFlags flags = 0);

}  // namespace app::viewer
