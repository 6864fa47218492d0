// SPDX-License-Identifier: MIT
#include "app/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace app {

std::vector<std::size_t> Table::widths() const {
    std::vector<std::size_t> widths;
    for (const Column& column : columns_) {
        widths.push_back(columns_of(column.heading));
    }
    for (const Row& row : rows_) {
        if (row.role == "title") {
            continue;
        }
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

std::string Table::line(const std::vector<std::string>& cells) const {
    const std::vector<std::size_t> all = widths();
    std::string result;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string space(all[i] - columns_of(cells[i]), ' ');
        if (i > 0) {
            result += "  ";
        }
        result += columns_[i].align == Align::right ? space + cells[i] : cells[i] + space;
    }
    result.erase(result.find_last_not_of(' ') + 1);
    return result;
}

std::string Table::text(const Console& console) const {
    std::vector<std::string> headings;
    for (const Column& column : columns_) {
        headings.push_back(column.heading);
    }
    std::string result = console.painted(line(headings), "2") + "\n";
    for (const Row& row : rows_) {
        if (row.role == "rule") {
            result += "\n";
        } else if (row.role == "title") {
            result += console.painted(row.cells.front(), "1") + "\n";
        } else {
            result += (row.role.empty() ? line(row.cells) : console.painted(line(row.cells), row.role)) + "\n";
        }
    }
    return result;
}

std::string csv_line(const std::vector<std::string>& fields) {
    std::string result;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) {
            result += ',';
        }
        if (fields[i].find_first_of(",\"\r\n") == std::string::npos) {
            result += fields[i];
            continue;
        }
        result += '"';
        for (const char c : fields[i]) {
            result += c == '"' ? std::string{"\"\""} : std::string{c};
        }
        result += '"';
    }
    return result + "\n";
}

std::string exact(double value) {
    return fmt::format("{}", value);
}

}  // namespace app
