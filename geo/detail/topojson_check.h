// SPDX-License-Identifier: MIT
#pragma once

#include <simdjson.h>

namespace geo::detail {

/// TopoJSON draws lines and rings of arcs that it names by their numbers. GDAL leaves out, without a word, what names
/// an arc that is not there, and joins by a straight edge arcs that do not meet. Throws Error, with the object's name,
/// for both. Looks at nothing in JSON of other kinds.
void check_topojson(const simdjson::dom::object& document);

}  // namespace geo::detail
