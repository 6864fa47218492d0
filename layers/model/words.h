// SPDX-License-Identifier: MIT
#pragma once

#include "geo/setting.h"
#include "geo/units.h"

#include <functional>
#include <string>
#include <string_view>

namespace layers {

/// What text is written for: a terminal or a file.
struct TextOutput {
    int columns = 10000;  ///< of the terminal; a generous number where there is none
    /// The text in a colour of ECMA-48 ("1;34"), where colours are shown.
    std::function<std::string(std::string_view text, std::string_view code)> painted =
        [](std::string_view text, std::string_view) { return std::string{text}; };
    /// A setting in the words of whoever shows the text.
    std::function<std::string(std::string_view name, std::string_view value)> setting = geo::setting;
};

/// "12,345.7": thousands apart, `decimals` places, in the marks of the language that is spoken.
std::string with_thousands(double value, int decimals = 0);

/// "15 km", "0.5 km": in the marks and units of the language that is spoken.
std::string length_words(geo::Kilometres length);

/// Shortest digits that read back as the same double: as CSV has it.
std::string exact(double value);

/// Names and words out of files as a terminal may show them on one line (geo::plain_text), all but the first
/// `most_columns` columns cut off.
std::string printable(std::string_view text, std::size_t most_columns = 200);

/// The same in full.
std::string one_line(std::string_view text);

/// The number of columns that UTF-8 text takes.
std::size_t columns_of(std::string_view text);

}  // namespace layers
