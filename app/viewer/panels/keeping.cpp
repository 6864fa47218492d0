// SPDX-License-Identifier: MIT
#include "app/viewer/model/unfinished.h"
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"

namespace app::viewer {

namespace {

constexpr float button_width = 420;

bool choice(Document& document, const char* words, const char* mark) {
    const bool pressed = ImGui::Button(words, {button_width, 0});
    note_item(document, mark);
    return pressed;
}

void say_unfinished(std::size_t zone_corners, std::size_t line_corners) {
    if (zone_corners > 0) { ImGui::TextUnformatted(unfinished_words(true, zone_corners).c_str()); }
    if (line_corners > 0) { ImGui::TextUnformatted(unfinished_words(false, line_corners).c_str()); }
}

void say_drawing(const Drawing& drawing) {
    ImGui::TextUnformatted(tr("shapes drawn: {}", drawing.sketch.shapes.size()).c_str());
    say_unfinished(drawing.zone_corners.size(), drawing.line_corners.size());
}

/// The old file goes once the drawing is in this window's own.
void take_up(Document& document, const Recovery::Left& left) {
    if (!restore(left.drawing, document.state)) {
        return document.say(Message::Kind::note,
                            "the drawing waits until demarc starts again: finish first what is being drawn");
    }
    if (document.recovery->keep_now(document.state, document.has_unsaved_drawing())) { left.folder.remove(); }
}

}  // namespace

void recovery_window(Document& document) {
    if (!document.recovery || document.recovery->left.empty()) { return; }
    if (!asks(tr_text("A drawing was not saved"))) { return; }
    centre_next();
    if (!ImGui::BeginPopupModal(tr_text("A drawing was not saved"), nullptr, ImGuiWindowFlags_AlwaysAutoResize)) {
        return;
    }
    const Recovery::Left& left = document.recovery->left.front();
    ImGui::TextUnformatted(tr_text("demarc ended before it was saved."));
    say_drawing(left.drawing);
    ImGui::TextUnformatted(tr("last changed: {}", left.changed).c_str());
    ImGui::Separator();
    bool& is_sure = document.discards_recovery;
    const bool escape = escaped();
    bool answered = false;
    if (is_sure) {
        ImGui::TextUnformatted(tr_text("Nothing brings it back then."));
        // first, where a double click on the button before it ends
        if (choice(document, tr_text("Keep it"), "recovery/keep") || escape) { is_sure = false; }
        if (choice(document, tr_text("Discard it for good"), "recovery/for good")) {
            left.folder.remove();
            answered = true;
        }
    } else {
        if (choice(document, tr_text("Restore it"), "recovery/restore")) {
            take_up(document, left);
            answered = true;
        }
        if (choice(document, tr_text("Discard it …"), "recovery/discard")) { is_sure = true; }
        if (choice(document, tr_text("Later: ask when demarc starts again"), "recovery/later") || escape) {
            answered = true;
        }
    }
    if (answered) {
        document.recovery->left.pop_front();
        is_sure = false;
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

void quit_window(Document& document) {
    if (!document.wants_to_quit || document.may_quit) { return; }
    State& state = document.state;
    if (!document.has_unsaved_drawing()) {
        document.may_quit = true;
        return;
    }
    if (!asks(tr_text("The drawing is not saved"))) { return; }
    centre_next();
    if (!ImGui::BeginPopupModal(tr_text("The drawing is not saved"), nullptr, ImGuiWindowFlags_AlwaysAutoResize)) {
        return;
    }
    say_drawing(drawing_of(state));
    if (has_unfinished(state)) { ImGui::TextDisabled("%s", tr_text("only finished shapes can be saved")); }
    ImGui::Separator();
    if (can_finish(state, Tool::polygon) && choice(document, tr_text("Finish the zone"), "quit/finish zone")) {
        finish(state, Tool::polygon);
    }
    if (can_finish(state, Tool::line) && choice(document, tr_text("Finish the line"), "quit/finish line")) {
        finish(state, Tool::line);
    }
    const bool with_lines = has_lines(state.sketch.present());
    const char* save_words = with_lines ? tr_text("Save it as GeoJSON …") : tr_text("Save it as a plan …");
    const bool save = document.has_unsaved_shapes() && choice(document, save_words, "quit/save");
    const bool quit = choice(document, tr_text("Quit without it"), "quit/discard");
    const bool stay = choice(document, tr_text("Stay"), "quit/stay") || escaped();
    if (save || quit || stay) { ImGui::CloseCurrentPopup(); }
    ImGui::EndPopup();
    document.may_quit = quit;
    if (save || stay) { document.wants_to_quit = false; }
    if (save) { open_save(document, with_lines ? SaveKind::sketch_geojson : SaveKind::sketch_plan); }
}

}  // namespace app::viewer
