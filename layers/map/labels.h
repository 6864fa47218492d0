// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/picture.h"

#include <vector>

namespace layers {

/// Words that want a place on the map.
struct LabelWish {
    ScreenPoint at;  ///< the dot that they name, or their middle
    double width = 0, height = 0;
    double dot_px = 0;        ///< radius of the dot; 0: the words stand on `at`
    double rank = 0;          ///< the greater goes first
    bool stands_off = false;  ///< without a dot, and wider than what it names: beside it, with a line that leads there
};

/// Where a wish came to stand.
struct PlacedLabel {
    std::size_t wish;  ///< index
    ScreenBox box;
};

/// Words on free spots: none overlaps another, the dot of one that is shown, or what is taken already; all lie in the
/// viewport. Higher ranks first; beside a dot the right side is tried first, then left, above, below and the corners.
/// Words that stand off go up to 150 px away. Whatever finds no spot is left out, with its dot.
std::vector<PlacedLabel> place_labels(const std::vector<LabelWish>& wishes, const Viewport& viewport,
                                      const std::vector<ScreenBox>& taken);

}  // namespace layers
