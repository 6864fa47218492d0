// SPDX-License-Identifier: MIT
#pragma once

#include "geo/date.h"
#include "geo/units.h"
#include "layers/model/area_table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace layers::report {

/// Several words in one entry: a JSON array, or with `between` them.
struct List {
    std::vector<std::string> words;
    const char* between = "; ";
};

/// What stands in a table under a column, or in a record under a field. Nothing: null in JSON, an empty CSV field.
using Entry = std::variant<std::monostate, std::string, bool, std::int64_t, double, geo::Date, geo::PartialDate,
                           geo::Kilometres, geo::SquareKilometres, Estimate, List>;

inline constexpr std::monostate nothing{};

template <class T>
Entry entry_of(const std::optional<T>& value) {
    return value ? Entry{*value} : Entry{};
}

/// Nothing for no words.
inline Entry entry_of(const std::string& words) {
    return words.empty() ? Entry{} : Entry{words};
}

}  // namespace layers::report
