// SPDX-License-Identifier: MIT
#include "app/session/session_file.h"

#include "app/database_words.h"
#include "app/receipt/sha256.h"
#include "geo/error.h"
#include "layers/model/contact_line.h"
#include "layers/plan_language/plan_file.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>

namespace app {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr const char* kind = "demarc session";

bool is_file_option(const std::string& name) {
    return name == "--line" || name == "--control" || name == "--units";
}

/// What is read and how; nothing that writes, or that names a program's own files.
bool may_stand_in_a_session(const std::string& name) {
    constexpr std::array allowed{
        "--line",      "--control",     "--units",     "--fit-outline", "--close",  "--input-layer", "--where",
        "--contested", "--units-layer", "--unit-name", "--unit-code",   "--sides",  "--held-at",     "--min-piece",
        "--partial",   "--max-size",    "--crs",       "--date",        "--source", "--accuracy",    "--correlation"};
    return std::find(allowed.begin(), allowed.end(), name) != allowed.end();
}

template <class Names>
bool has(const Names& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

struct Option {
    std::string name, value;
    bool has_value;
};

Option parted(const std::string& word) {
    const std::size_t equals = word.find('=');
    if (equals == word.npos) { return {word, "", false}; }
    return {word.substr(0, equals), word.substr(equals + 1), true};
}

std::string put_together(const Option& option) {
    return option.has_value ? option.name + "=" + option.value : option.name;
}

/// The file, or the archive that it lies in; nothing if there is none.
std::optional<fs::path> on_disk(const fs::path& path) {
    std::error_code none;
    for (fs::path at = path; !at.empty() && at != at.root_path(); at = at.parent_path()) {
        if (fs::is_regular_file(at, none)) { return at; }
        if (fs::exists(at, none)) { break; }
    }
    return std::nullopt;
}

[[noreturn]] void refuse_reading(const std::string& path, const std::string& what) {
    throw geo::Error{"this is no session of demarc: " + what, "save it again in the window, or mend it"}.at({path});
}

Json json_in(const std::string& path) {
    std::ifstream file{path};
    if (!file) { throw geo::Error{"the session cannot be opened", "check its name"}.at({path}); }
    constexpr int deepest = 64;
    bool is_deep = false;
    const auto look = [&is_deep](int depth, Json::parse_event_t, Json&) {
        is_deep = is_deep || depth > deepest;
        return !is_deep;
    };
    Json json = Json::parse(file, look, false);
    if (is_deep) { refuse_reading(path, "it is nested too deeply"); }
    if (json.is_discarded()) { refuse_reading(path, "it is cut short, or no JSON"); }
    const auto type = json.is_object() ? json.find("type") : json.end();
    if (type == json.end() || *type != kind) { refuse_reading(path, "its type is another"); }
    return json;
}

std::vector<std::string> words_in(const Json& json, const char* key, const std::string& path) {
    std::vector<std::string> words;
    const auto found = json.find(key);
    if (found == json.end() || !found->is_array()) { refuse_reading(path, fmt::format("it has no {}", key)); }
    for (const Json& word : *found) {
        if (!word.is_string()) { refuse_reading(path, fmt::format("{} has what is no text", key)); }
        words.push_back(word.get<std::string>());
    }
    return words;
}

}  // namespace

bool names_session(std::string_view path) {
    return path.size() > 7 && path.ends_with(".demarc") && !path.starts_with("-");
}

std::string session_text(const SessionFile& session, const std::string& path) {
    const fs::path folder = fs::absolute(path).parent_path();
    std::map<std::string, std::string> files;
    const auto seen_from_there = [&](const std::string& name) {
        if (name == "-" || has_database(name)) {
            throw geo::Error{"what is shown was read from standard input or a database, which a session cannot name",
                             "save it as a file, and open that"};
        }
        const fs::path whole = fs::absolute(name), near = whole.lexically_relative(folder);
        std::string kept = near.empty() || *near.begin() == ".." ? whole.string() : near.string();
        if (kept.starts_with("-")) { kept = "./" + kept; }
        const std::optional<fs::path> file = on_disk(whole);
        files[kept] = file ? sha256_of_file(file->string()) : "";
        return kept;
    };
    const std::vector<std::string> plans = layers::builtin_plan_names(), lines = layers::builtin_line_names();
    Json json{{"type", kind}, {"version", DEMARC_VERSION}, {"plans", Json::array()}, {"options", Json::array()}};
    for (const std::string& plan : session.plans) {
        json["plans"].push_back(has(plans, plan) ? plan : seen_from_there(plan));
    }
    for (const std::string& word : session.options) {
        Option option = parted(word);
        const bool is_builtin = option.name == "--line" && has(lines, option.value);
        if (is_file_option(option.name) && !is_builtin) { option.value = seen_from_there(option.value); }
        json["options"].push_back(put_together(option));
    }
    json["files"] = files;
    json["look"] = Json::parse(session.look);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

SessionFile read_session(const std::string& path) {
    const Json json = json_in(path);
    const fs::path folder = fs::path{path}.parent_path();
    const auto files = json.find("files");
    const auto seen_from_here = [&](const std::string& name) {
        const bool is_file = files != json.end() && files->is_object() && files->contains(name);
        return is_file ? (folder / name).lexically_normal().string() : name;
    };
    SessionFile session;
    session.plans = words_in(json, "plans", path);
    if (session.plans.size() > 2) { refuse_reading(path, "it has more than two plans"); }
    for (std::string& plan : session.plans) {
        if (plan.starts_with("-")) { refuse_reading(path, fmt::format("\"{}\" is no plan", plan)); }
        plan = seen_from_here(plan);
    }
    for (const std::string& word : words_in(json, "options", path)) {
        Option option = parted(word);
        const bool is_whole = option.has_value ? !option.value.empty() && option.value != "-" : word == "--partial";
        if (!may_stand_in_a_session(option.name) || !is_whole || has_database(word)) {
            refuse_reading(path, fmt::format("\"{}\" does not say what is read and how", word));
        }
        if (is_file_option(option.name)) { option.value = seen_from_here(option.value); }
        session.options.push_back(put_together(option));
    }
    if (const auto look = json.find("look"); look != json.end()) { session.look = look->dump(); }
    return session;
}

std::vector<std::string> changed_files(const std::string& path) {
    const Json json = json_in(path);
    std::vector<std::string> changed;
    const auto files = json.find("files");
    if (files == json.end() || !files->is_object()) { return changed; }
    for (const auto& [name, sum] : files->items()) {
        const fs::path whole = fs::absolute(fs::path{path}.parent_path() / name);
        const std::optional<fs::path> file = on_disk(whole);
        const std::string was = sum.is_string() ? sum.get<std::string>() : "";
        std::error_code none;
        if ((!file && !fs::exists(whole, none)) || (file && !was.empty() && sha256_of_file(file->string()) != was)) {
            changed.push_back(name);
        }
    }
    return changed;
}

std::vector<std::string> with_session_opened(std::vector<std::string> words) {
    auto view = words.begin() + (words.empty() ? 0 : 1);  // behind the program's own name
    while (view != words.end() && view->starts_with("-")) {
        view += *view == "--lang" && view + 1 != words.end() ? 2 : 1;
    }
    if (view != words.end() && *view != "view") { view = words.end(); }
    const auto named = view == words.end() ? view : std::find_if(view, words.end(), names_session);
    if (named == words.end()) { return words; }
    const std::string path = *named;
    const SessionFile session = read_session(path);
    std::vector<std::string> opened = session.plans;
    opened.insert(opened.end(), session.options.begin(), session.options.end());
    opened.push_back("--session=" + path);
    const auto at = words.erase(named);
    words.insert(at, opened.begin(), opened.end());
    return words;
}

}  // namespace app
