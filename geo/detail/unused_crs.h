// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <algorithm>
#include <string>

namespace geo::detail {

/// A CRS that the user gave for a file which says its own, or whose format fixes it, is not ignored in silence: adds a
/// note, once, unless there is none given or it is the same. In the header, for the module as well.
inline void note_unused_crs(const std::string& given, bool is_same, Dataset& into) {
    if (given.empty() || is_same) { return; }
    const std::string note = "the file says its own CRS; " + given + ", given for it, is not used";
    if (std::find(into.notes.begin(), into.notes.end(), note) == into.notes.end()) { into.notes.push_back(note); }
}

}  // namespace geo::detail
