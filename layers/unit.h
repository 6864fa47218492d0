// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "geo/partition.h"
#include "geo/repair.h"
#include "geo/shapes.h"

#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// A first-level unit: oblast, autonomous republic, or city with special status.
struct Unit {
    std::string name, name_uk;
    std::string code;  ///< ISO 3166-2, such as UA-14
    std::string kind;
    geo::Region region;
};

/// Where a layer comes from; what is not known is empty.
struct Source {
    std::string title, source, date, licence, accuracy;
};

Source source_of(const geo::Dataset& dataset);

/// Throws geo::Error (bad usage) that lists the layers if lines or polygons come from several and nobody chose among
/// them; `option` is the one that chooses.
void require_one_layer(const geo::Dataset& dataset, const std::string& option = "--input-layer");

struct Units {
    std::vector<Unit> units;
    Source source;
    std::vector<geo::Note> notes;  ///< what was repaired on reading
    geo::Region country() const;   ///< the union of all units
    geo::Layer layer() const;      ///< the units, for a partition; it points into this object
};

/// The 27 units of Ukraine, Natural Earth generalised: see builtin/SOURCES.md.
Units builtin_units();

/// Units out of the user's own polygons, repaired. Names and codes come from the file; a unit whose name or code the
/// built-in units know gets their name and code, so that plans find it. Throws geo::Error if there are no polygons.
Units to_units(const geo::Dataset& dataset);

/// The name, the code, the Ukrainian name, and what people write for them ("Donetsk oblast", "Crimea", "UA-14",
/// "Донецьк"), without regard to case: the index in `units`, or -1.
int find_unit(const std::vector<Unit>& units, std::string_view written);

}  // namespace layers
