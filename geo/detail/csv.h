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
    CsvText(std::string_view text, char delimiter, int first_line = 1)
        : text_{text}, delimiter_{delimiter}, line_{first_line} {}

    /// False at the end. Throws Error with the line where a quote opens that nothing closes.
    bool next(CsvRecord& record);

private:
    CsvCell cell(int opened_in);
    std::string quoted(int opened_in);

    std::string_view text_;
    char delimiter_;
    int line_;
};

/// The first line "sep=;", by which Excel is told the separator; NUL if the text does not begin so.
struct SeparatorLine {
    char separator = '\0';
    std::size_t size = 0;  ///< in bytes, its end included
};
SeparatorLine separator_line_of(std::string_view text);

/// Comma, semicolon, tab or bar: what stands most often in the first record, outside of quotes; NUL if none does.
char delimiter_of(std::string_view text);

}  // namespace geo::detail
