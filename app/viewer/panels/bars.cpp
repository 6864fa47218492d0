// SPDX-License-Identifier: MIT
#include "app/viewer/map/draw_picture.h"
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"
#include "geo/projection.h"
#include "layers/model/point.h"
#include "layers/model/words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace app::viewer {

namespace {

/// What nobody has read yet, over the words of the bar, until it is clicked: that leads to the list. It covers nothing
/// of the map.
void newest_message(Document& document, float right) {
    const std::string& text = document.messages.back().text;
    const FontMeasure measure{document.fonts};
    const double most = right - 160 - static_cast<double>(right) * 0.4;  // and a button to cancel
    const std::string words =
        layers::fitting(measure, layers::Font::small, layers::one_line(text), std::max(80.0, most));
    const auto wide = static_cast<float>(measure.size_of(layers::Font::small, words).width) + 12;
    ImGui::SameLine(right - wide - 34);
    const ImVec4 colour = rgba(layers::palette(document.state.theme).highlight);
    ImGui::PushStyleColor(ImGuiCol_Button, colour);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, colour);
    ImGui::PushStyleColor(ImGuiCol_Text, {1, 1, 1, 1});
    if (ImGui::SmallButton((label_of(words) + "###newest").c_str())) { document.state.shows_messages = true; }
    ImGui::PopStyleColor(3);
    note_item(document, "message/newest");
    tooltip(text + "\n\n" + tr("click: all messages"));
    ImGui::SameLine(0, 4);
    if (ImGui::SmallButton("x##read")) { document.unread = 0; }
    note_item(document, "message/read");
    tooltip(tr_text("read"));
}

}  // namespace

void status_bar(Document& document, const Layout& layout) {
    place_window(layout.status);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{8, 4});
    if (ImGui::Begin("status", nullptr, fixed_window | ImGuiWindowFlags_NoScrollbar)) {
        ImGui::PushFont(document.fonts.small);
        std::string words = document.hover_words;
        const std::string busy = document.busy_words();
        if (!busy.empty()) { words = busy + " …"; }
        if (words.empty()) { words = tr("F1 lists the keys"); }
        const FontMeasure measure{document.fonts};
        const bool has_news = document.unread > 0 && !document.messages.empty();
        const double room = layout.status.width * (has_news ? 0.4 : 0.8);
        ImGui::TextUnformatted(layers::fitting(measure, layers::Font::small, words, room).c_str());
        tooltip(words);
        if (document.can_cancel()) {
            ImGui::SameLine();
            if (ImGui::SmallButton(tr_text("Cancel"))) { document.cancel(); }
            note_item(document, "cancel");
        }
        const std::string note = document.unread == 0 ? tr("messages") : tr("messages ({})", document.unread);
        const float list_at = static_cast<float>(layout.status.width) - ImGui::CalcTextSize(note.c_str()).x - 24;
        if (has_news) { newest_message(document, list_at); }
        ImGui::SameLine(list_at);
        if (ImGui::SmallButton(note.c_str())) { document.state.shows_messages = !document.state.shows_messages; }
        note_item(document, "messages");
        ImGui::PopFont();
    }
    ImGui::End();
    ImGui::PopStyleVar();
}

void messages_window(Document& document, const Layout& layout) {
    if (!document.state.shows_messages) { return; }
    document.unread = 0;
    const double tall = std::min(230.0, layout.map.height * 0.5);
    ImGui::SetNextWindowPos(
        {static_cast<float>(layout.map.x + 8), static_cast<float>(layout.map.y + layout.map.height - tall - 8)},
        ImGuiCond_Appearing);
    ImGui::SetNextWindowSize({static_cast<float>(std::min(640.0, layout.map.width - 16)), static_cast<float>(tall)},
                             ImGuiCond_Appearing);
    if (ImGui::Begin(tr_text("Messages"), &document.state.shows_messages, ImGuiWindowFlags_NoSavedSettings)) {
        std::string all;
        for (const Message& message : document.messages) { all += message.text + "\n"; }
        if (ImGui::SmallButton(tr_text("Copy all"))) { ImGui::SetClipboardText(all.c_str()); }
        note_item(document, "messages/copy");
        ImGui::SameLine();
        if (ImGui::SmallButton(tr_text("Clear"))) { document.messages.clear(); }
        ImGui::BeginChild("list");
        for (std::size_t i = document.messages.size(); i-- > 0;) {
            const Message& message = document.messages[i];
            const bool is_error = message.kind == Message::Kind::error;
            if (is_error) {
                ImGui::PushStyleColor(ImGuiCol_Text, rgba(layers::palette(document.state.theme).highlight));
            }
            wrapped(message.text);
            if (is_error) { ImGui::PopStyleColor(); }
            ImGui::Separator();
        }
        ImGui::EndChild();
    }
    ImGui::End();
}

void help_window(Document& document) {
    if (!document.state.shows_help) { return; }
    // Wide enough that no row wraps, with room for the title and the words below.
    const float row = ImGui::GetTextLineHeight() + 2 * ImGui::GetStyle().CellPadding.y;
    const float rows = static_cast<float>(shortcut_list().size() + 4);
    ImGui::SetNextWindowSize({600, rows * row}, ImGuiCond_Appearing);
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({size.x / 2, size.y / 2}, ImGuiCond_Appearing, {0.5F, 0.5F});
    if (ImGui::Begin(tr_text("Keys"), &document.state.shows_help, ImGuiWindowFlags_NoSavedSettings)) {
        if (ImGui::BeginTable("keys", 2, ImGuiTableFlags_RowBg)) {
            ImGui::TableSetupColumn("keys", ImGuiTableColumnFlags_WidthFixed);
            ImGui::TableSetupColumn("what", ImGuiTableColumnFlags_WidthStretch);
            for (const Shortcut& shortcut : shortcut_list()) {
                ImGui::TableNextRow();
                ImGui::TableNextColumn();
                ImGui::TextUnformatted(tr_text(shortcut.keys));
                ImGui::TableNextColumn();
                wrapped(tr(shortcut.what));
            }
            ImGui::EndTable();
        }
        faint(tr_text("Keys are those of the place on the keyboard: they work with a Cyrillic layout too."));
    }
    ImGui::End();
}

}  // namespace app::viewer
