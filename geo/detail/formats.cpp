// SPDX-License-Identifier: MIT
#include "geo/detail/formats.h"

#include "geo/error.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <filesystem>

namespace geo::detail {

namespace {

namespace fs = std::filesystem;

fs::path module_path() {
    std::error_code unreadable;
    const fs::path here = fs::read_symlink("/proc/self/exe", unreadable).parent_path();
    for (const fs::path& folder : {here, here / ".." / DEMARC_MODULE_FOLDER}) {
        if (fs::exists(folder / DEMARC_MODULE_NAME)) { return folder / DEMARC_MODULE_NAME; }
    }
    throw Error{fmt::format("{} is missing beside the program in {}", DEMARC_MODULE_NAME, here.string()),
                "install demarc again: this module reads every format but GeoJSON"};
}

}  // namespace

const Formats& formats() {
    static const Formats* const loaded = [] {
        const std::string path = module_path().string();
        void* module = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);  // stays until the program ends
        if (module == nullptr) { throw Error{fmt::format("cannot load {}: {}", path, dlerror())}; }
        void* symbol = dlsym(module, formats_symbol);
        if (symbol == nullptr) { throw Error{fmt::format("{} is not demarc's module: {}", path, dlerror())}; }
        return reinterpret_cast<const Formats* (*)()>(symbol)();
    }();
    return *loaded;
}

}  // namespace geo::detail
