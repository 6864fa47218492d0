// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/classes.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace layers::detail {

/// The pseudo-field of the layer or folder that a feature comes from.
inline constexpr std::string_view layer_field = "(layer)";

/// The words by which one tracker names its classes; without a name: words that many files use.
struct Tracker {
    std::string name, source;
    std::vector<std::string> fields;                        ///< in which they stand
    std::string mark;                                       ///< that its values have in them; empty: none
    std::vector<std::pair<std::string, LandClass>> words;   ///< folded
    std::vector<std::pair<std::string, LandClass>> inside;  ///< the same, looked for within longer names
    bool has_field(const std::string& field) const;         ///< whatever its case
    std::optional<LandClass> class_of(const std::string& value) const;
    bool is_word(const std::string& value) const;  ///< one of `words`, and nothing else beside it
};

/// Of builtin/trackers.yaml, read once; the last one is the common words.
const std::vector<Tracker>& trackers();

/// The value of a field, or of the pseudo-field, as words; without spaces at its ends.
std::string value_of(const geo::Feature& feature, const std::string& field);

}  // namespace layers::detail
