// SPDX-License-Identifier: MIT
#include "app/report/table.h"

#include "geo/safe_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace app {

Table::Table(std::vector<Column> columns) : columns_{std::move(columns)} {
    for (Column& column : columns_) { column.heading = printable(column.heading); }
}

void Table::add(Role role, const std::vector<std::string>& cells) {
    Row row{{}, role};
    for (const std::string& cell : cells) { row.cells.push_back(printable(cell)); }
    rows_.push_back(std::move(row));
}

std::vector<std::size_t> Table::widths() const {
    std::vector<std::size_t> widths;
    for (const Column& column : columns_) { widths.push_back(columns_of(column.heading)); }
    for (const Row& row : rows_) {
        if (row.role == Role::title) { continue; }
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            widths[i] = std::max(widths[i], columns_of(row.cells[i]));
        }
    }
    return widths;
}

int Table::width() const {
    const std::vector<std::size_t> all = widths();
    return static_cast<int>(std::accumulate(all.begin(), all.end(), all.empty() ? 0 : 2 * (all.size() - 1)));
}

std::string Table::line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const {
    std::string result;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string space(widths[i] - columns_of(cells[i]), ' ');
        if (i > 0) { result += "  "; }
        result += columns_[i].align == Align::right ? space + cells[i] : cells[i] + space;
    }
    result.erase(result.find_last_not_of(' ') + 1);
    return result;
}

std::string Table::text(const Console& console) const {
    const std::vector<std::size_t> all = widths();
    std::vector<std::string> headings;
    for (const Column& column : columns_) { headings.push_back(column.heading); }
    std::string result = console.painted(line(headings, all), "2") + "\n";
    for (const Row& row : rows_) {
        const std::string words = row.role == Role::title ? row.cells.front() : line(row.cells, all);
        result += (row.role == Role::plain ? words : console.painted(words, "1")) + "\n";
    }
    return result;
}

std::string csv_line(const std::vector<std::string>& fields) {
    std::string result;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) { result += ','; }
        const std::string field = geo::spreadsheet_text(fields[i]);
        if (field.find_first_of(",\"") == std::string::npos) {
            result += field;
            continue;
        }
        result += '"';
        for (const char c : field) { result += c == '"' ? std::string{"\"\""} : std::string{c}; }
        result += '"';
    }
    return result + "\n";
}

std::string exact(double value) {
    return fmt::format("{}", value);
}

}  // namespace app
