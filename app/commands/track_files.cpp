// SPDX-License-Identifier: MIT
#include "app/commands/track_files.h"

#include "geo/dataset.h"
#include "geo/error.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace app {

namespace {

namespace fs = std::filesystem;

bool is_geodatabase(const fs::path& path) {
    return path.extension() == ".gdb" || path.parent_path().extension() == ".gdb";
}

/// Texts and receipts lie beside data.
bool is_of_days(const fs::directory_entry& entry) {
    const std::string path = entry.path().string();
    return entry.is_regular_file() && geo::has_known_ending(path) && !path.ends_with(".txt") &&
           !path.ends_with(".receipt.json");
}

/// What lies in a folder and in those in it under names of formats that are read; geodatabases, which are folders.
std::vector<std::string> files_in_folder(const std::string& folder) {
    std::vector<std::string> files;
    for (fs::recursive_directory_iterator entry{folder}; entry != fs::recursive_directory_iterator{}; ++entry) {
        const std::string path = entry->path().string(), name = entry->path().filename().string();
        const bool is_hidden = name.starts_with('.') || name == "__MACOSX";
        const bool is_database = entry->is_directory() && entry->path().extension() == ".gdb";
        if (entry->is_directory() && (is_hidden || is_database)) { entry.disable_recursion_pending(); }
        if (!is_hidden && (is_database || is_of_days(*entry))) { files.push_back(path); }
    }
    if (files.empty()) {
        throw geo::Error{folder + ": the folder holds no file of a known format", "name the files",
                         geo::Error::Kind::bad_usage};
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

std::vector<std::string> files_in(const std::vector<std::string>& sources) {
    std::vector<std::string> files;
    for (const std::string& source : sources) {
        std::error_code ignored;
        if (!fs::is_directory(source, ignored) || is_geodatabase(source)) {
            files.push_back(source);
            continue;
        }
        const std::vector<std::string> inside = files_in_folder(source);
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

}  // namespace app
