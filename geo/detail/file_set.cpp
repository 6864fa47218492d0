// SPDX-License-Identifier: MIT
#include "geo/detail/file_set.h"

#include "geo/detail/folder_lock.h"
#include "geo/detail/output.h"
#include "geo/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

namespace geo::detail {

namespace {

namespace fs = std::filesystem;

/// What GDAL, QGIS and ArcGIS put beside a Shapefile. A style (.qml) is the user's own work and stays.
constexpr std::array shapefile_parts{".shp", ".shx", ".dbf", ".prj",     ".cpg",        ".qpj", ".cst",
                                     ".qix", ".sbn", ".sbx", ".shp.xml", ".fields.csv", ".fbn", ".fbx",
                                     ".ain", ".aih", ".ixs", ".mxs",     ".idm",        ".ind"};
constexpr std::array database_journals{"-wal", "-shm", "-journal"};

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

template <class Endings>
bool is_one_of(const std::string& ending, const Endings& endings) {
    return std::find(endings.begin(), endings.end(), lower(ending)) != endings.end();
}

bool belongs(const std::string& name, const std::string& main, const std::string& format) {
    const std::string stem = fs::path{main}.stem().string();
    if (format == "gpkg") { return name.starts_with(main) && is_one_of(name.substr(main.size()), database_journals); }
    if (format == "csv") { return name.starts_with(stem) && lower(name.substr(stem.size())) == ".csvt"; }
    if (format != "shp" || name == main || !name.starts_with(stem + ".")) { return false; }
    if (name == main + receipt_ending) { return true; }
    return is_one_of(name.substr(stem.size()), shapefile_parts) || lower(name).ends_with(".atx");
}

/// In one step, and never over a file that is there unless it may be.
void move_file(const fs::path& from, const fs::path& to, bool overwrite) {
    if (!overwrite && renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) { return; }
    const bool knows_how = overwrite || errno == EINVAL || errno == ENOSYS;
    if (!overwrite && (!knows_how || fs::exists(fs::symlink_status(to)))) {
        if (knows_how || errno == EEXIST) { refuse_existing(to, false); }
        throw Error{fmt::format("cannot move into place: {}", std::strerror(errno))}.at({to.string()});
    }
    if (std::rename(from.c_str(), to.c_str()) != 0) {
        throw Error{fmt::format("cannot move into place: {}", std::strerror(errno))}.at({to.string()});
    }
}

ino_t identity_of(const fs::path& file) {
    struct stat found {};
    return lstat(file.c_str(), &found) == 0 ? found.st_ino : 0;
}

/// What recover() must know: the names of the new files and, since renaming keeps it, the identity of each.
void note_down(const FileSet& set) {
    const fs::path made = set.folder / "new";
    std::string text = fmt::format("{} {}", identity_of(made / set.made_as), set.main) + '\0';
    for (const std::string& name : set.aside) { text += fmt::format("{} {}", identity_of(made / name), name) + '\0'; }
    write_all((set.folder / "set").string(), text);
}

struct Noted {
    ino_t identity;
    std::string name;
};

std::vector<Noted> noted_in(const fs::path& folder) {
    std::ifstream stream{folder / "set", std::ios::binary};
    std::vector<Noted> list;
    for (std::string entry; std::getline(stream, entry, '\0');) {
        const std::size_t space = entry.find(' ');
        if (space == std::string::npos || entry.find('/') != std::string::npos) { return {}; }
        list.push_back({std::strtoull(entry.c_str(), nullptr, 10), entry.substr(space + 1)});
    }
    return list;
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code none;
    for (fs::directory_iterator at{folder, none}; !none && at != fs::directory_iterator{}; at.increment(none)) {
        names.push_back(at->path().filename().string());
    }
    return names;
}

void replace_one_by_one(const FileSet& set) {
    const fs::path made = set.folder / "new", kept = set.folder / "old";
    fs::create_directory(kept);
    note_down(set);
    OpenFolder{set.folder}.sync();
    const OpenFolder home{set.home};
    if (fs::exists(set.home / set.main)) { move_file(set.home / set.main, kept / set.main, true); }
    home.sync();
    for (const std::string& name : set.old) { move_file(set.home / name, kept / name, true); }
    for (const std::string& name : set.aside) { move_file(made / name, set.home / name, false); }
    home.sync();
    move_file(made / set.made_as, set.home / set.main, false);
}

}  // namespace

std::vector<std::string> files_of(const fs::path& home, const std::string& main, const std::string& format) {
    std::vector<std::string> found;
    for (const std::string& name : names_in(home)) {
        if (belongs(name, main, format)) { found.push_back(name); }
    }
    return found;
}

void move_into_place(const FileSet& set, bool overwrite) {
    if (!overwrite) {
        refuse_existing(set.home / set.main, false);
        for (const auto& names : {set.aside, set.old}) {
            for (const std::string& name : names) { refuse_existing(set.home / name, false); }
        }
    }
    if (set.aside.empty() && set.old.empty()) {
        move_file(set.folder / "new" / set.made_as, set.home / set.main, overwrite);
    } else {
        try {
            replace_one_by_one(set);
        } catch (...) {
            recover(set.home, set.folder);
            throw;
        }
    }
    OpenFolder{set.home}.sync();
}

void recover(const fs::path& home, const fs::path& folder) {
    const std::vector<Noted> set = noted_in(folder);
    if (set.empty() || fs::exists(home / set.front().name)) { return; }  // nothing begun, or all done
    std::error_code ignored;
    for (const Noted& file : set) {
        if (file.identity != 0 && identity_of(home / file.name) == file.identity) {
            fs::remove(home / file.name, ignored);
        }
    }
    const auto bring_back = [&](const std::string& name) {
        if (!fs::exists(fs::symlink_status(home / name))) { fs::rename(folder / "old" / name, home / name, ignored); }
    };
    for (const std::string& name : names_in(folder / "old")) {
        if (name != set.front().name) { bring_back(name); }
    }
    bring_back(set.front().name);
    OpenFolder{home}.sync();
}

void sync_file(const fs::path& file) {
    const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    const bool done = descriptor >= 0 && (fsync(descriptor) == 0 || errno == EINVAL);
    const int reason = errno;
    if (descriptor >= 0) { (void)close(descriptor); }
    if (!done) { throw Error{fmt::format("cannot write: {}", std::strerror(reason))}; }
}

}  // namespace geo::detail
