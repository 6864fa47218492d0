// SPDX-License-Identifier: MIT
#pragma once

#include "geo/error.h"
#include "geo/shapes.h"
#include "geo/units.h"

#include <memory>
#include <string>
#include <vector>

namespace geo {

/// What was done to a shape on the way in.
struct Note {
    std::string text;
    SquareKilometres moved;  ///< land that changed between inside and outside; 0 where only the writing changed
};

/// A note on one of many features.
struct FeatureNote {
    std::string feature;
    Note note;
};

/// The same words on several features become one note that names the first few of them and sums the km².
std::vector<Note> gathered(const std::vector<FeatureNote>& notes);

/// Nothing with an area is left of a region.
class NoArea : public Error {
public:
    NoArea() : Error{"the polygon encloses no area", "draw at least three corners"} {}
};

struct Repaired {
    Region region;
    std::vector<Note> notes;
};

namespace detail {
class ValidMemory;
}

/// Regions that were valid as they were written, so that of one with nearly the same edges, as the next day's land,
/// only the new ones are looked at. Not for several threads at once.
class RepairMemory {
public:
    RepairMemory();
    ~RepairMemory();
    RepairMemory(const RepairMemory&) = delete;
    RepairMemory& operator=(const RepairMemory&) = delete;

    detail::ValidMemory& valid() { return *valid_; }

private:
    std::unique_ptr<detail::ValidMemory> valid_;
};

/// The region that the rings mean, valid and wound as RFC 7946 asks: within one polygon a point is inside if an odd
/// number of rings goes round it, in whatever order and direction they are written; polygons that overlap are united.
/// Unclosed rings are closed, rings of fewer than three corners dropped, and rings that jump from one side of the
/// antimeridian to the other are read as crossing it. Every such change is noted with the km² that it moved against
/// reading ring 1 as shell and the others as holes in it. Repairing twice is repairing once. Throws NoArea if nothing
/// with an area is left, Error if rings cross too often to be read in seconds (detail/noding.h).
/// `memory`: may be null; with it the same comes out sooner.
Repaired repair(const Region& as_written, RepairMemory* memory = nullptr);

}  // namespace geo
