// SPDX-License-Identifier: MIT
#include "geo/detail/csv.h"

#include "geo/detail/endings.h"
#include "geo/error.h"

#include <algorithm>
#include <array>

namespace geo::detail {

std::string CsvText::quoted(int opened_in) {
    std::string value;
    for (;;) {
        const std::size_t quote = text_.find('"');
        if (quote == std::string_view::npos) {
            throw Error{"a quote opens on this line and nothing closes it", "close it, or double quotes in the text"}
                .at({"", opened_in});
        }
        value += text_.substr(0, quote);
        text_.remove_prefix(quote + 1);
        if (!text_.starts_with('"')) { return value; }
        value += '"';
        text_.remove_prefix(1);
    }
}

CsvCell CsvText::cell(int opened_in) {
    CsvCell cell;
    const std::size_t first = text_.find_first_not_of(' ');
    if (first != std::string_view::npos && text_[first] == '"') {
        text_.remove_prefix(first + 1);
        cell.text = quoted(opened_in);
        cell.quoted = true;
        line_ += static_cast<int>(std::count(cell.text.begin(), cell.text.end(), '\n'));
    }
    const std::array ends{delimiter_, '\n', '\r'};
    const std::string_view known{ends.data(), ends.size()};
    const std::size_t end = std::min(text_.find_first_of(delimiter_ == '\0' ? known.substr(1) : known), text_.size());
    const std::string_view rest = text_.substr(0, end);
    if (!cell.quoted || rest.find_first_not_of(' ') != std::string_view::npos) { cell.text += rest; }
    text_.remove_prefix(end);
    return cell;
}

bool CsvText::next(CsvRecord& record) {
    if (text_.empty()) { return false; }
    record = {line_, {}};
    for (;;) {
        record.cells.push_back(cell(record.line));
        if (text_.empty() || text_.front() == '\n' || text_.front() == '\r') { break; }
        text_.remove_prefix(1);  // the delimiter
    }
    if (text_.starts_with('\r')) { text_.remove_prefix(1); }
    if (text_.starts_with('\n')) { text_.remove_prefix(1); }
    ++line_;
    return true;
}

SeparatorLine separator_line_of(std::string_view text) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    std::string_view line = text.substr(0, end);
    if (line.size() > 1 && line.front() == '"' && line.back() == '"') { line = line.substr(1, line.size() - 2); }
    constexpr std::size_t size = 5;
    const bool is_one = line.size() == size && lower(line).starts_with("sep=") && line.back() != '"';
    if (!is_one) { return {}; }
    const std::size_t line_end = text.substr(end).starts_with("\r\n") ? 2 : 1;
    return {line.back(), std::min(end + line_end, text.size())};
}

char delimiter_of(std::string_view text) {
    constexpr std::array candidates{',', ';', '\t', '|'};
    std::array<int, candidates.size()> counts{};
    bool in_quotes = false;
    for (const char c : text) {
        if (c == '"') { in_quotes = !in_quotes; }
        if (in_quotes) { continue; }
        if (c == '\n' || c == '\r') { break; }
        for (std::size_t i = 0; i < candidates.size(); ++i) { counts[i] += c == candidates[i] ? 1 : 0; }
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return *most == 0 ? '\0' : candidates[static_cast<std::size_t>(most - counts.begin())];
}

}  // namespace geo::detail
