// SPDX-License-Identifier: MIT
#include "app/viewer/model/settings.h"

#include "app/viewer/model/json_take.h"
#include "app/viewer/model/look_json.h"
#include "geo/error.h"
#include "geo/file.h"
#include "geo/safe_text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>

namespace app::viewer {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// $variable/demarc, or the same under the home folder; empty without either.
fs::path folder_under(const char* variable, const char* below_home) {
    const char* folder = std::getenv(variable);
    if (folder != nullptr && fs::path{folder}.is_absolute()) { return fs::path{folder} / "demarc"; }
    const char* home = std::getenv("HOME");
    return home == nullptr || *home == '\0' ? fs::path{} : fs::path{home} / below_home / "demarc";
}

fs::path settings_in(const fs::path& folder) {
    return folder.empty() ? folder : folder / "viewer.json";
}

/// Where a file goes that cannot be read when another takes its place.
fs::path kept_as(fs::path path) {
    return path.replace_extension(".json.unreadable");
}

fs::path config_file() {
    return settings_in(folder_under("XDG_CONFIG_HOME", ".config"));
}

fs::path state_file() {
    return settings_in(state_folder());
}

/// None where there is no file; no object where it cannot be read.
std::optional<Json> content_of(const fs::path& path) {
    std::ifstream stream{path};
    if (path.empty() || !stream) { return std::nullopt; }
    return Json::parse(stream, nullptr, false);
}

Json read(const fs::path& path, Document& document) {
    const std::optional<Json> json = content_of(path);
    if (!json) { return Json::object(); }
    if (json->is_object()) { return *json; }
    document.say(Message::Kind::note,
                 fmt::format("the settings in {} cannot be read; defaults are used, and it will be kept as {}",
                             path.string(), kept_as(path).filename().string()));
    return Json::object();
}

void write(const fs::path& path, const Json& json, Document& document) {
    if (path.empty()) { return; }
    try {
        fs::create_directories(path.parent_path());
        if (const std::optional<Json> old = content_of(path); old && !old->is_object()) {
            fs::rename(path, kept_as(path));
        }
        const std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace);
        geo::write_file(path.string(), geo::harmless_json(text) + "\n", true);
    } catch (const std::exception& error) {
        document.say(Message::Kind::note, fmt::format("the settings were not saved: {}", error.what()));
    }
}

}  // namespace

fs::path state_folder() {
    return folder_under("XDG_STATE_HOME", ".local/state");
}

void load_settings(Document& document) {
    State& state = document.state;
    const Json config = read(config_file(), document);
    take_look(config, state);
    int speed = state.days_per_s;
    take(config, "days_per_second", speed);
    if (std::ranges::find(play_speeds, speed) != play_speeds.end()) { state.days_per_s = speed; }
    const Json last = read(state_file(), document);
    take(last, "recent_files", document.recent);
    std::string a, b;
    take(last, "plan_a", a);
    take(last, "plan_b", b);
    const std::vector<std::string> known = layers::builtin_plan_names();
    const auto is_known = [&known](const std::string& name) {
        return std::find(known.begin(), known.end(), name) != known.end();
    };
    if (is_known(a)) { state.plan_a = a; }
    if (is_known(b)) { state.plan_b = b; }
}

void save_settings(Document& document) {
    const State& state = document.state;
    Json config = look_json(state);
    config["days_per_second"] = state.days_per_s;
    write(config_file(), config, document);
    write(state_file(), {{"plan_a", state.plan_a}, {"plan_b", state.plan_b}, {"recent_files", document.recent}},
          document);
}

}  // namespace app::viewer
