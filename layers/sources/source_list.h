// SPDX-License-Identifier: MIT
#pragma once

#include "geo/date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// A place on the network where data for maps is published. What is not known is empty.
struct NamedSource {
    std::string name, title, title_uk;
    std::string kind;                        ///< of source_kinds()
    std::string address;                     ///< with {YYYYMMDD}, {YYMMDD} or {YYYY-MM-DD} where a day goes in
    std::string protocol;                    ///< of source_protocols()
    std::optional<geo::Date> first, newest;  ///< the first day there is, and the newest that was seen
    std::string licence, terms;              ///< and what else its maker asks for
    std::string classes;                     ///< whose words for classes of land it has; empty: none, or one class
    std::string remarks, provenance, tried;  ///< where all this was learnt; whether the address was ever asked
    bool has_days() const;
};

/// "control", "units", "base".
const std::vector<std::string>& source_kinds();

/// How an address is asked: "file" is one answer, "arcgis" a layer of an ArcGIS FeatureServer, "page" is for people.
const std::vector<std::string>& source_protocols();

/// Of builtin/sources.yaml.
const std::vector<NamedSource>& builtin_sources();

/// A file of the user's own, written as that. Throws geo::Error with line and column.
std::vector<NamedSource> read_sources(const std::string& path);

/// Throws geo::Error with a suggestion if there is none of that name.
const NamedSource& find_source(const std::vector<NamedSource>& sources, const std::string& name);

/// The address, of a day where it has days. Throws geo::Error if it needs one, has none, or begins later.
std::string address_on(const NamedSource& source, const std::optional<geo::Date>& day);

}  // namespace layers
