// SPDX-License-Identifier: MIT
#include "layers/builtin/builtin.h"

#include "geo/error.h"

#include <cstddef>

// Made by embed.cmake: names, first bytes and ends of the files, in the order of their names; a null name ends it.
extern "C" {
struct DemarcBuiltinFile {
    const char* name;
    const char* begin;
    const char* end;
};
extern const DemarcBuiltinFile demarc_builtin_files[];
}

namespace layers {

std::string_view builtin_file(std::string_view name) {
    for (const DemarcBuiltinFile* file = demarc_builtin_files; file->name != nullptr; ++file) {
        if (name == file->name) { return {file->begin, static_cast<std::size_t>(file->end - file->begin)}; }
    }
    throw geo::Error{"there is no built-in file " + std::string{name}};
}

std::vector<std::string> builtin_files(std::string_view prefix, std::string_view suffix) {
    std::vector<std::string> names;
    for (const DemarcBuiltinFile* file = demarc_builtin_files; file->name != nullptr; ++file) {
        const std::string_view name = file->name;
        if (name.starts_with(prefix) && name.ends_with(suffix)) { names.emplace_back(name); }
    }
    return names;
}

}  // namespace layers
