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
    std::string upper{};  ///< of a raion, hromada, …: the unit that it lies in, where that is known
};

/// Where a layer comes from; what is not known is empty.
struct Source {
    std::string title, source, date, licence, accuracy;
};

Source source_of(const geo::Dataset& dataset);

/// Throws geo::Error (bad usage) that lists the layers if lines or polygons come from several and nobody chose among
/// them; `setting` is the one that chooses.
void require_one_layer(const geo::Dataset& dataset, const std::string& setting = "input-layer");

struct Units {
    std::vector<Unit> units;
    Source source;
    std::vector<geo::Note> notes;    ///< what was repaired on reading
    std::string path{};              ///< of the file, if they come from one
    std::string fields{};            ///< of the file, that names and codes came from, in words
    int level = 0;                   ///< 1 oblasts, 2 raions, 3 hromadas, …; 0: the file does not say
    geo::Region country() const;     ///< the union of all units
    geo::Coverage coverage() const;  ///< the units, for a partition; it points into this object
};

/// The 27 units of Ukraine, Natural Earth generalised: see builtin/SOURCES.md.
Units builtin_units();

/// Of the built-in units, by its ISO 3166-2 code; null if there is none.
const Unit* known_unit(std::string_view code);

/// The name, the code, the Ukrainian name, and what people write for them ("Donetsk oblast", "Crimea", "UA14",
/// "Донецьк", "Lugansk"), without regard to case: the index in `units`, or -1. "Kyiv" alone is none: it may be the city
/// or the oblast.
int find_unit(const std::vector<Unit>& units, std::string_view written);

}  // namespace layers
