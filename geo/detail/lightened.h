// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geo::detail {

/// A GeoJSON text whose polygons have been taken out: nearly all of it is numbers, which need no tree.
struct Lightened {
    std::string
        text;  ///< with one position, (its number, 0), in place of each Polygon's and MultiPolygon's coordinates
    std::vector<Region> regions;  ///< by number
};

/// Nothing if there is anything in the coordinates that does not read plainly as those of polygons, or none of them:
/// then nothing is known of the text. Numbers are those that a JSON parser reads, to the last bit.
std::optional<Lightened> lightened(std::string_view text);

/// Puts the regions where their numbers stand, each once; no if they do not stand so, which leaves `shapes` in between.
bool put_back(std::vector<Region> regions, const std::vector<Region*>& shapes);

}  // namespace geo::detail
