// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace layers::detail {

/// A word for "missing", such as "NA", "-99" or "?": no name and no code.
bool is_placeholder(std::string_view written);

/// What a code says of one of Ukraine's first-level units.
struct CodeSense {
    std::string iso;        ///< "UA-14" of that unit itself; empty if the code is of something else
    std::string upper_iso;  ///< of the unit that the coded raion, hromada or settlement lies in
    bool sure = true;       ///< not of HASC codes: Natural Earth has Odesa's and Mykolaiv's alike, GeoNames others
};

/// ISO 3166-2 ("UA-14", "ua14"), P-codes of OCHA ("UA44", "UA1402"), KOATUU ("1400000000"), KATOTTH
/// ("UA14000000000091971") and HASC ("UA.DT").
CodeSense sense_of_code(std::string_view written);

/// "Kyiv" without a word more is the city for some and the oblast for others.
inline constexpr std::string_view either_kyiv = "UA-30 or UA-32";

/// The ISO 3166-2 code of the first-level unit that people, publishers and earlier maps call so; either_kyiv; or empty.
std::string iso_of_name(std::string_view written);

/// The name for comparing: lower case, no apostrophes, hyphens, points and spaces.
std::string name_key(std::string_view written);

}  // namespace layers::detail
