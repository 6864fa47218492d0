// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace geo::detail {

struct CsvCell {
    std::string text;
    bool quoted = false;
};

struct CsvRecord {
    int line = 0;  ///< of the text on which it begins, from 1
    std::vector<CsvCell> cells;
    bool blank() const { return cells.size() == 1 && cells[0].text.empty() && !cells[0].quoted; }
};

/// Records of delimited text (RFC 4180): cells in quotes may hold delimiters, line ends and doubled quotes.
class CsvText {
public:
    CsvText(std::string_view text, char delimiter) : text_{text}, delimiter_{delimiter} {}

    /// False at the end. Throws Error with the line where a quote opens that nothing closes.
    bool next(CsvRecord& record);

private:
    CsvCell cell(int opened_in);
    std::string quoted(int opened_in);

    std::string_view text_;
    char delimiter_;
    int line_ = 1;
};

/// Comma, semicolon, tab or bar: what stands most often in the first record, outside of quotes; NUL if none does.
char delimiter_of(std::string_view text);

}  // namespace geo::detail
