// SPDX-License-Identifier: MIT
#include "geo/sides.h"

#include <numeric>

namespace geo {

Sides::Sides(std::size_t count) : parent_(count), across_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
}

std::size_t Sides::set_of(std::size_t thing) {
    std::size_t root = thing;
    bool across = false;
    while (parent_[root] != root) {
        across = across != across_[root];
        root = parent_[root];
    }
    while (parent_[thing] != thing) {  // the next way will be shorter
        const std::size_t next = parent_[thing];
        const bool step = across_[thing];
        parent_[thing] = root;
        across_[thing] = across;
        across = across != step;
        thing = next;
    }
    return root;
}

bool Sides::is_across(std::size_t thing) {
    set_of(thing);
    return across_[thing];
}

bool Sides::join(std::size_t a, std::size_t b, bool across) {
    const std::size_t from = set_of(a), to = set_of(b);
    const bool roots_across = (across != across_[a]) != across_[b];
    if (from == to) { return !roots_across; }
    parent_[from] = to;
    across_[from] = roots_across;
    return true;
}

}  // namespace geo
