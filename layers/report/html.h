// SPDX-License-Identifier: MIT
#pragma once

#include "layers/report/table.h"

#include <string>
#include <string_view>

namespace layers::report {

/// Text as HTML and XML have it, within elements and between quotes; without control characters but line feeds.
std::string escaped(std::string_view text);

/// JSON as a script element of a page holds it: no text in it ends the element.
std::string json_in_html(std::string json);

/// A table with headings in scope, its caption, and figures at their right end, each with its number for a script that
/// sorts by it. Titles span the table, totals have the class "total".
std::string to_html(const Table& table, const std::string& caption);

}  // namespace layers::report
