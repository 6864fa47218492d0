// SPDX-License-Identifier: MIT
#include "geo/detail/formats.h"

#include "geo/error.h"
#include "geo/installed.h"

#include <dlfcn.h>
#include <fmt/format.h>

namespace geo::detail {

const Formats& formats() {
    static const Formats* const loaded = [] {
        const std::string path = installed(DEMARC_MODULE_NAME, "this module reads every format but GeoJSON");
        void* module = dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL);  // GDAL brings a hundred libraries; it stays
        if (module == nullptr) { throw Error{fmt::format("cannot load {}: {}", path, dlerror())}; }
        void* symbol = dlsym(module, formats_symbol);
        if (symbol == nullptr) { throw Error{fmt::format("{} is not demarc's module: {}", path, dlerror())}; }
        return reinterpret_cast<const Formats* (*)()>(symbol)();
    }();
    return *loaded;
}

}  // namespace geo::detail
