// SPDX-License-Identifier: MIT
#pragma once

#include "layers/land.h"

#include <string>
#include <vector>

namespace layers {

/// A set of plots, as a text describes it.
struct Where {
    enum class Kind { everywhere, units, held_by, all, any, except };
    Kind kind = Kind::everywhere;
    std::vector<std::string> unit_codes;  ///< of `units`
    Side side = Side::ukraine;            ///< of `held_by`
    std::vector<Where> parts;             ///< of `all`, `any`; `except` has one
};

/// Is the plot in the set?
bool matches(const Where& where, const Plot& plot, const Units& units);

/// Every unit that the set speaks of, by code.
std::vector<std::string> units_named(const Where& where);

/// Where a statement comes from and how firm it is.
struct Basis {
    std::string clause;                ///< of the text, such as "21d"
    std::vector<std::string> sources;  ///< keys into the plan's sources
    std::string confidence;            ///< "stated", "general", "derived" or "unclear"
    std::string unclear;               ///< what the text leaves open, in words; empty if nothing
};

/// An area with a regime of its own that lies over holders and statuses.
struct Zone {
    std::string id, kind, title;  ///< kind: demilitarized, economic, …
    Where where;
    Basis basis;
};

}  // namespace layers
