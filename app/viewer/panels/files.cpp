// SPDX-License-Identifier: MIT
#include "app/viewer/input/imgui_input.h"
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"
#include "geo/dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>

namespace app::viewer {

namespace {

namespace fs = std::filesystem;

constexpr float details_width = 520;

struct SaveChoice {
    SaveKind kind;
    const char *words, *file;
};

constexpr std::array choices{
    SaveChoice{SaveKind::map_png, tr_later("map as PNG"), "map.png"},
    SaveChoice{SaveKind::figures_csv, tr_later("figures as CSV"), "figures.csv"},
    SaveChoice{SaveKind::plan_geojson, tr_later("plan A as GeoJSON"), "plan.geojson"},
    SaveChoice{SaveKind::difference_geojson, tr_later("difference A to B as GeoJSON"), "difference.geojson"},
    SaveChoice{SaveKind::sketch_plan, tr_later("drawn zones as a plan (YAML)"), "my-plan.yaml"},
    SaveChoice{SaveKind::sketch_geojson, tr_later("drawing as GeoJSON"), "drawing.geojson"},
    SaveChoice{SaveKind::page, tr_later("map to publish, with its sources: .pdf, .svg or .png"), "map.pdf"},
    SaveChoice{SaveKind::report, tr_later("report with tables and towns: .html, .pdf or .md"), "report.html"},
    SaveChoice{SaveKind::pack, tr_later("all that a newsroom needs, in a folder"), "story"},
    SaveChoice{SaveKind::session, tr_later("session: what the window shows, to be opened again"), "story.demarc"},
};

bool is_readable_kind(const fs::path& path) {
    return geo::has_known_ending(path.string()) || path.extension() == ".yaml" || path.extension() == ".yml";
}

/// Folders, then files that demarc reads.
std::vector<fs::path> listing(const fs::path& folder) {
    std::vector<fs::path> folders, files;
    std::error_code error;
    fs::directory_iterator at{folder, fs::directory_options::skip_permission_denied, error};
    for (; !error && at != fs::directory_iterator{}; at.increment(error)) {
        const fs::directory_entry& entry = *at;
        if (entry.path().filename().string().starts_with('.')) { continue; }
        if (entry.is_directory(error)) {
            folders.push_back(entry.path());
        } else if (is_readable_kind(entry.path())) {
            files.push_back(entry.path());
        }
    }
    std::sort(folders.begin(), folders.end());
    std::sort(files.begin(), files.end());
    folders.insert(folders.end(), files.begin(), files.end());
    return folders;
}

/// The folder in which the program works; it may have been removed.
fs::path here() {
    std::error_code error;
    const fs::path folder = fs::current_path(error);
    return error ? fs::path{"/"} : folder;
}

fs::path whole(const fs::path& path) {
    return path.is_absolute() ? path : here() / path;
}

bool cancelled(Document& document) {
    ImGui::SameLine();
    const bool escape = pressed(GLFW_KEY_ESCAPE, true);
    const bool clicked = ImGui::Button(tr_text("Cancel"));
    note_item(document, "file/cancel");
    return clicked || escape;
}

void open_window(Document& document) {
    FileDialog& dialog = document.dialog;
    ImGui::SetNextWindowSize({620, 430}, ImGuiCond_Appearing);
    centre_next();
    if (!ImGui::BeginPopupModal(tr_text("Open"), nullptr, ImGuiWindowFlags_NoSavedSettings)) { return; }
    faint(tr(
        "GeoJSON, GeoPackage, KML, Shapefile and others, also in a zip; or a plan as YAML. Files can also be dropped "
        "on the map."));
    ImGui::SetNextItemWidth(-1);
    if (ImGui::IsWindowAppearing()) { ImGui::SetKeyboardFocusHere(); }
    bool open = text_field("##path", tr_text("path"), dialog.path, ImGuiInputTextFlags_EnterReturnsTrue);
    note_item(document, "file/path");
    const fs::path typed{dialog.path.empty() ? "." : dialog.path};
    std::error_code error;
    const fs::path folder = fs::is_directory(typed, error) ? typed
                            : typed.has_parent_path()      ? typed.parent_path()
                                                           : ".";
    ImGui::BeginChild("listing", {0, -ImGui::GetFrameHeightWithSpacing()}, true);
    if (ImGui::Selectable("..")) { dialog.path = (whole(folder) / "..").lexically_normal().string(); }
    for (const fs::path& entry : listing(folder)) {
        const bool is_folder = fs::is_directory(entry, error);
        const std::string label = label_of(entry.filename().string() + (is_folder ? "/" : ""));
        if (ImGui::Selectable(label.c_str(), entry == typed)) { dialog.path = entry.string(); }
        open = open || (!is_folder && ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0));
    }
    ImGui::EndChild();
    const bool is_file = fs::is_regular_file(typed, error);
    ImGui::BeginDisabled(!is_file);
    open = ImGui::Button(tr_text("Open")) || open;
    ImGui::EndDisabled();
    note_item(document, "file/open");
    if (open && is_file) {
        document.open(dialog.path);
        ImGui::CloseCurrentPopup();
    } else if (open && fs::is_directory(typed, error)) {
        dialog.path = whole(typed).lexically_normal().string();
    }
    if (cancelled(document)) { ImGui::CloseCurrentPopup(); }
    ImGui::EndPopup();
}

void save_window(Document& document) {
    SaveRequest& request = document.dialog.request;
    centre_next();
    ImGui::SetNextWindowSize({560, 0});  // as tall as its rows, which come and go
    if (!ImGui::BeginPopupModal(tr_text("Save"), nullptr, ImGuiWindowFlags_NoSavedSettings)) { return; }
    for (const SaveChoice& choice : choices) {
        const bool possible = (choice.kind != SaveKind::difference_geojson || document.has_b()) &&
                              ((choice.kind != SaveKind::sketch_plan && choice.kind != SaveKind::sketch_geojson) ||
                               !document.state.sketch.present().shapes.empty());
        ImGui::BeginDisabled(!possible);
        if (ImGui::RadioButton(tr_text(choice.words), request.kind == choice.kind)) {
            request.kind = choice.kind;
            request.path = (fs::path{request.path}.parent_path() / choice.file).string();
        }
        ImGui::EndDisabled();
        note_item(document, std::string{"save/"} + choice.file);
    }
    if (request.kind == SaveKind::map_png) {
        auto scale = static_cast<float>(request.scale);
        if (ImGui::SliderFloat(tr_text("pixels per map pixel"), &scale, 1, 4, "%.0f ×")) { request.scale = scale; }
        tooltip(tr_text("2 for a web page, 4 for print"));
    }
    if (is_page(request.kind) && !document.state.sketch.present().shapes.empty()) {
        wrapped(tr(
            "what is drawn is not on pages: save the drawn zones as a plan, and choose that plan to have them there"));
    }
    ImGui::SetNextItemWidth(-1);
    const bool enter =
        text_field("##path", tr_text("file to write"), request.path, ImGuiInputTextFlags_EnterReturnsTrue);
    note_item(document, "save/path");
    std::error_code error;
    const bool exists = fs::exists(request.path, error);
    if (exists) { ImGui::Checkbox(tr_text("the file exists: replace it"), &request.overwrite); }
    if (exists) { note_item(document, "save/overwrite"); }
    ImGui::BeginDisabled(request.path.empty() || (exists && !request.overwrite));
    const bool save = ImGui::Button(tr_text("Save"));
    ImGui::EndDisabled();
    note_item(document, "save/go");
    if ((save || enter) && !request.path.empty() && (!exists || request.overwrite)) {
        document.save(request);
        ImGui::CloseCurrentPopup();
    }
    if (cancelled(document)) { ImGui::CloseCurrentPopup(); }
    ImGui::EndPopup();
}

/// The words of the command line's options, whose messages name them.
void request_details(Document& document, OpenedFile& file) {
    const auto field = [&](bool possible, const char* name, const char* hint, std::string& text) {
        if (!possible) { return; }
        ImGui::SetNextItemWidth(details_width - 110);
        text_field(name, hint, text);
        note_item(document, std::string{"opened/"} + name);
    };
    const bool opens = !file.problem.empty();
    if (opens) { ImGui::SetNextItemOpen(true, ImGuiCond_Appearing); }
    const bool shown = ImGui::CollapsingHeader(tr_text("Only a part of it, or another side"));
    note_item(document, "opened/details");
    if (!shown) { return; }
    field(true, "input-layer", tr_text("layers, with commas between"), file.details.layers);
    field(true, "where", tr_text("which features count: status = 'RU'"), file.details.where);
    field(file.has_polygons, "contested", tr_text("which of them are contested land"), file.details.contested);
    field(true, "date", tr_text("the day: 2025-12-24"), file.details.date);
    field(file.has_lines, "held-at", tr_text("place or LON,LAT on the held side of a line"), file.details.held_at);
}

void show_problem(const std::string& problem) {
    if (problem.empty()) { return; }
    ImGui::Separator();
    ImGui::BeginChild("problem", {details_width, 120});
    wrapped(problem);
    ImGui::EndChild();
    ImGui::Separator();
}

void opened_window(Document& document) {
    if (document.opened.empty()) { return; }
    if (!asks(tr_text("What is it?"))) { return; }
    centre_next();
    if (!ImGui::BeginPopupModal(tr_text("What is it?"), nullptr, ImGuiWindowFlags_AlwaysAutoResize)) { return; }
    OpenedFile& file = document.opened.front();
    ImGui::TextUnformatted(fs::path{file.path}.filename().string().c_str());
    const std::size_t count = file.dataset->features.size();
    faint(count == 1 ? tr("1 feature") : tr("{} features", count));
    show_problem(file.problem);
    request_details(document, file);
    std::string use;
    const auto choice = [&](bool possible, const char* words, const char* as) {
        if (!possible) { return; }
        if (ImGui::Button(words, {details_width, 0})) { use = as; }
        note_item(document, std::string{"opened/"} + as);
    };
    choice(file.has_polygons,
           tr("land that {} holds on one day", document.shown_sides().in_words(layers::Holder::russia)).c_str(),
           "control");
    choice(file.has_lines, tr_text("a line of contact"), "line");
    choice(true, tr_text("zones or lines of my own, to measure and edit"), "zones");
    const bool cancel = ImGui::Button(tr_text("Cancel")) || escaped();
    note_item(document, "opened/cancel");
    if (!use.empty()) { document.use_opened(use); }
    if (cancel) { document.opened.pop_front(); }
    if (cancel || !use.empty()) { ImGui::CloseCurrentPopup(); }
    ImGui::EndPopup();
}

bool is_asking() {
    const std::array windows{tr_text("Open"), tr_text("Save"), tr_text("What is it?"),
                             tr_text("The drawing is not saved"), tr_text("A drawing was not saved")};
    return std::any_of(windows.begin(), windows.end(), [](const char* name) { return ImGui::IsPopupOpen(name); });
}

}  // namespace

void open_file_window(Document& document, const char* which) {
    document.dialog.requested_for = which;
    if (document.dialog.path.empty()) { document.dialog.path = here().string(); }
    if (document.dialog.request.path.empty()) { document.dialog.request.path = (here() / "map.png").string(); }
    document.dialog.request.overwrite = false;
}

void open_save(Document& document, SaveKind kind) {
    open_file_window(document, "save");
    SaveRequest& request = document.dialog.request;
    request.kind = kind;
    for (const SaveChoice& choice : choices) {
        if (choice.kind == kind) { request.path = (fs::path{request.path}.parent_path() / choice.file).string(); }
    }
}

void file_windows(Document& document) {
    if (!document.dialog.requested_for.empty()) {
        ImGui::OpenPopup(document.dialog.requested_for == "open" ? tr_text("Open") : tr_text("Save"));
        document.dialog.requested_for.clear();
    }
    open_window(document);
    save_window(document);
    recovery_window(document);
    opened_window(document);
    quit_window(document);
    document.is_asking = is_asking();
}

}  // namespace app::viewer
