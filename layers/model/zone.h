// SPDX-License-Identifier: MIT
#pragma once

#include "geo/error.h"
#include "layers/model/area_expression.h"
#include "layers/model/vocabulary.h"

#include <string>
#include <vector>

namespace layers {

/// Where a statement comes from and how firm it is.
struct Provenance {
    std::string clause;                ///< of the text, such as "21d"
    std::vector<std::string> sources;  ///< keys into the plan's sources
    std::string confidence;            ///< "stated", "general", "derived" or "unclear"
    std::string unclear;               ///< what the text leaves open, in words; empty if nothing
};

/// An area with a regime of its own that lies over holders and statuses.
struct Zone {
    std::string id;
    ZoneKind kind = ZoneKind::special;
    std::string title;
    AreaExpression where;
    Provenance provenance;
    geo::SourceLocation place;  ///< in the plan's file
};

}  // namespace layers
