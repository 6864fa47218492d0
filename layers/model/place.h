// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// A town, plant, dam, bridge or spit that plans and reports name.
struct Place {
    std::string name, name_uk;
    std::string unit_code;  ///< empty outside Ukraine
    std::string kind, role;
    std::optional<std::int64_t> population;  ///< before 24 February 2022
    bool population_approximate = false;     ///< known to 1–3 % only, or of a year that is not known
    geo::LonLat position;                    ///< good to about 2 km
    bool is_minor = false;                   ///< of settlements(): no plan or report need name it
    std::vector<std::string> other_names{};  ///< other spellings, and what it was called
};

/// The places of builtin/places.geojson.
const std::vector<Place>& builtin_places();

/// The settlements of GeoNames with a population that are not among these: builtin/settlements.csv. Most villages of
/// most oblasts are missing. Populations are of about 2001 to 2020.
const std::vector<Place>& settlements();

/// Both: those of builtin_places() first.
const std::vector<const Place*>& all_places();

/// A place by a name in English or Ukrainian, by an old name, or by another spelling, without regard to case, in that
/// order; of several alike the one of builtin_places(). "Ivanivka, Kherson" is the one in that unit. Null if there is
/// none. Throws geo::Error (bad usage) that lists them if there are several.
const Place* find_place(std::string_view name);

/// "Artemivsk is found as Bakhmut, Donetsk", where the place is called otherwise now; else empty.
std::string renaming_words(std::string_view written, const Place& found);

/// What a place of that name is called in the language that is spoken; the name itself where it is none.
std::string local_place_name(const std::string& name);

std::vector<std::string> place_names();

/// A nuclear plant, a dam, a bridge, or a town with a port.
bool is_facility(const Place& place);

/// "nuclear plant", "dam", "bridge" or "port".
std::string facility_kind(const Place& place);

/// Kyiv, which tells which side of a line Ukraine holds.
geo::LonLat capital();

}  // namespace layers
