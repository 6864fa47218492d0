// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace geo {

/// Sets of things of which any two are known to be on one side, or on two; joined two by two.
class Sides {
public:
    explicit Sides(std::size_t count);

    /// A thing that stands for its whole set.
    std::size_t set_of(std::size_t thing);

    /// Is it across from the thing that stands for its set?
    bool is_across(std::size_t thing);

    /// The two are on one side, or across from each other. False if the contrary is known already.
    bool join(std::size_t a, std::size_t b, bool across);

private:
    std::vector<std::size_t> parent_;
    std::vector<bool> across_;  ///< from its parent
};

}  // namespace geo
