// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "layers/model/detail/unit_names.h"
#include "layers/model/unit_file.h"

#include <string>
#include <vector>

namespace layers::detail {

/// What a file says of one feature's unit, placeholders left out.
struct UnitIdentity {
    std::string name, name_uk, kind;
    std::vector<std::string> other_names;  ///< for recognising it
    std::string code;                      ///< empty if it has none
    CodeSense sense;                       ///< of the code
    std::string id;                        ///< of the feature in its publisher's files
    std::string upper;                     ///< the unit that it lies in, as the built-in units call it if they know it
    int level = 0;                         ///< 1 oblast, 2 raion, 3 hromada, …; 0: the file does not say
};

struct UnitIdentities {
    std::vector<UnitIdentity> of_features;
    std::string fields;  ///< "names from ADM2_EN, codes from ADM2_PCODE"
};

/// Throws geo::Error (bad usage) that lists the file's fields if it lacks one that the user has named.
UnitIdentities identities_of(const geo::Dataset& dataset, const UnitFields& chosen);

}  // namespace layers::detail
