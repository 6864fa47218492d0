// SPDX-License-Identifier: MIT
#include "layers/plan_language/detail/plan_folder.h"

#include "geo/database.h"
#include "geo/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace layers::detail {

namespace {

namespace fs = std::filesystem;

bool is_within(const fs::path& folder, const fs::path& path) {
    const auto [left, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return left == folder.end() && rest != path.end();
}

[[noreturn]] void refuse(const std::string& name, const char* why) {
    throw geo::Error{fmt::format("a plan names files in its own folder and below it alone, and \"{}\" {}", name, why),
                     "copy the file into the plan's folder"};
}

}  // namespace

std::string file_beside(const std::string& plan, const std::string& name) {
    const fs::path written{name};
    if (written.is_absolute()) { refuse(name, "is an absolute path"); }
    if (geo::names_database(name)) { refuse(std::string{"PG:…"}, "leads to a database"); }
    if (name.find("://") != std::string::npos) { refuse(name, "is an address"); }
    const fs::path folder = fs::path{plan}.parent_path(), path = folder / written;
    const fs::path normal = written.lexically_normal();
    if (!normal.empty() && *normal.begin() == "..") { refuse(name, "leads out of it"); }
    std::error_code fault;
    const fs::path home = fs::canonical(folder.empty() ? fs::path{"."} : folder, fault);
    if (fault) { return path.string(); }  // no such folder: there is no such file either
    const fs::path real = fs::weakly_canonical(home / written, fault);
    if (!fault && !is_within(home, real)) { refuse(name, "leads out of it by a link"); }
    return path.string();  // what cannot be looked at cannot be opened either
}

}  // namespace layers::detail
