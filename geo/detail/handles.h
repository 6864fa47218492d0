// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

namespace geo::detail {

/// Owners for what C libraries hand out: no close, free or destroy anywhere else, and no hand-written destructor.
template <auto close>
struct Closer {
    template <class Handle>
    void operator()(Handle* handle) const noexcept {
        close(handle);
    }
};

template <class Handle, auto close>
using Owned = std::unique_ptr<Handle, Closer<close>>;

}  // namespace geo::detail
