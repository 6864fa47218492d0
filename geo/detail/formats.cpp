// SPDX-License-Identifier: MIT
#include "geo/detail/formats.h"

#include "geo/detail/module.h"

namespace geo::detail {

const Formats& formats() {
    static const Formats* const loaded = [] {
        void* symbol =
            symbol_in_module("demarc-formats.so", formats_symbol, "this module reads every format but GeoJSON");
        return reinterpret_cast<const Formats* (*)()>(symbol)();
    }();
    return *loaded;
}

}  // namespace geo::detail
