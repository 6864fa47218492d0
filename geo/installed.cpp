// SPDX-License-Identifier: MIT
#include "geo/installed.h"

#include "geo/error.h"

#include <fmt/format.h>

#include <filesystem>

namespace geo {

namespace fs = std::filesystem;

std::string installed(const std::string& name, const std::string& use) {
    std::error_code unreadable;
    const fs::path here = fs::read_symlink("/proc/self/exe", unreadable).parent_path();
    const fs::path of_libraries = DEMARC_INSTALLED_PARTS;  // for programs of others, which lie elsewhere
    for (const fs::path& folder : {here, here / ".." / DEMARC_PARTS_FOLDER, of_libraries}) {
        if (fs::exists(folder / name)) { return (folder / name).string(); }
    }
    throw Error{fmt::format("{} is missing beside the program in {}", name, here.string()),
                "install demarc again: " + use};
}

std::string installed_texts() {
    std::error_code unreadable;
    const fs::path here = fs::read_symlink("/proc/self/exe", unreadable).parent_path();
    for (const char* way : {"../share/locale", "../../share/locale"}) {  // of a program, and of a part of one
        const fs::path folder = here / way;
        if (fs::is_directory(folder, unreadable)) { return folder.lexically_normal().string(); }
    }
    return {};
}

}  // namespace geo
