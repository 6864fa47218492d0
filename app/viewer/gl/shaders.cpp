// SPDX-License-Identifier: MIT
#include "app/viewer/gl/shaders.h"

#include "geo/error.h"

#include <cstddef>
#include <string>

// Made by layers/embed.cmake out of shaders/.
extern "C" {
struct DemarcShaderFile {
    const char* name;
    const char* begin;
    const char* end;
};
extern const DemarcShaderFile demarc_shader_files[];
}

namespace app::viewer {

std::string_view shader_source(std::string_view name) {
    for (const DemarcShaderFile* file = demarc_shader_files; file->name != nullptr; ++file) {
        if (name == file->name) { return {file->begin, static_cast<std::size_t>(file->end - file->begin)}; }
    }
    throw geo::Error{"there is no shader " + std::string{name}};
}

}  // namespace app::viewer
