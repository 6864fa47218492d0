// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <string_view>

namespace geo::detail {

/// Is this what a file of delimited text with geometry begins with? `named` so: by a file's ending, else by content.
bool is_delimited(std::string_view path);
bool looks_delimited(std::string_view text);

/// Appends the features of delimited text: a row each, cells typed column by column. Throws Error with the row, its
/// line and what is wrong in words of WKT.
void read_csv(std::string_view text, const ReadOptions& options, Dataset& into);

}  // namespace geo::detail
