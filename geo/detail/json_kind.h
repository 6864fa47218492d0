// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

namespace geo::detail {

/// The text under a key; empty if there is none.
std::string_view string_at(const simdjson::dom::object& object, std::string_view key);

/// A whole number or text as Value; nothing for lists and objects.
std::optional<Value> scalar_of(const simdjson::dom::element& element);

/// Does an ArcGIS, GeoServer or OGC API server say that it left features out of an answer with so many? In words.
std::string left_out(const simdjson::dom::object& answer, std::size_t features);

/// The FeatureCollection that a document holds under some key, as trackers' APIs wrap it; throws Error if there are
/// several.
struct Wrapped {
    std::string key;
    simdjson::dom::element collection;
};
std::optional<Wrapped> wrapped_in(const simdjson::dom::object& document);

/// Throws Error for JSON that neither this program nor GDAL reads, by what it looks like: a server's error with its
/// words, a type in the wrong case, a list of features without a collection, OpenStreetMap's own JSON.
void refuse_known_kinds(const simdjson::dom::object& document);
[[noreturn]] void refuse_list(const simdjson::dom::array& list);

/// A key that stands twice in one object means one of two things, and a reader sees one of them only: throws Error with
/// the path to it, as jq writes paths, unless both say the same.
void refuse_repeated_keys(const simdjson::dom::element& document);

/// The CRS that GeoJSON of before 2016 names; empty for none and for longitude and latitude on WGS84. Throws Error for
/// one by a link, which is not fetched, and for one that is no name.
std::string named_crs(const simdjson::dom::object& document, const std::string& say_crs);

}  // namespace geo::detail
