// SPDX-License-Identifier: MIT
#include "geo/detail/module.h"

#include "geo/error.h"
#include "geo/installed.h"

#include <dlfcn.h>
#include <fmt/format.h>

namespace geo::detail {

void* symbol_in_module(const std::string& file, const char* symbol, const std::string& purpose) {
    const std::string path = installed(file, purpose);
    void* module = dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (module == nullptr) { throw Error{fmt::format("cannot load {}: {}", path, dlerror())}; }
    void* address = dlsym(module, symbol);
    if (address == nullptr) { throw Error{fmt::format("{} is not demarc's module: {}", path, dlerror())}; }
    return address;
}

}  // namespace geo::detail
