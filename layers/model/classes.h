// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "geo/repair.h"

#include <string>
#include <vector>

namespace layers {

/// What a polygon of a file says of the land.
enum class LandClass { held, contested, aside };

/// By feature of the file; features without polygons are `aside`.
struct Classified {
    std::vector<LandClass> classes;
    std::vector<geo::Note> notes;  ///< which classes counted, with km²
    bool by_layer = false;         ///< the layers or folders are the classes
};

/// What the user said of it.
struct Choosing {
    std::string held, contested;     ///< attribute filters, such as "status = 'RU'"
    bool layers_are_chosen = false;  ///< by name: all of them count
};

/// Which polygons count. Attribute filters choose (`held`: all but the contested ones where it is empty); without one,
/// a file whose polygons bear the classes of a known tracker (builtin/trackers.yaml) is read by them, which is noted,
/// and any other file with several classes is refused with their list, the km² of each, and the filter to copy.
/// Throws geo::Error (bad usage) for that, and as geo::matching() does.
Classified classify(const geo::Dataset& dataset, const Choosing& by);

/// Throws geo::Error for polygons that bear known words of several classes, such as "occupied" and "liberated".
void refuse_several_classes(const geo::Dataset& dataset);

}  // namespace layers
