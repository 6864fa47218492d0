// SPDX-License-Identifier: MIT
#pragma once

#include "app/console.h"

#include <string>
#include <vector>

namespace app {

/// Columns of text or figures that line up.
class Table {
public:
    enum class Align { left, right };
    struct Column {
        std::string heading;
        Align align = Align::left;
    };

    explicit Table(std::vector<Column> columns) : columns_{std::move(columns)} {}

    void add(std::vector<std::string> cells) { rows_.push_back({std::move(cells), {}}); }
    void add_total(std::vector<std::string> cells) { rows_.push_back({std::move(cells), "1"}); }
    void add_title(std::string words) { rows_.push_back({{std::move(words)}, "title"}); }
    void add_rule() { rows_.push_back({{}, "rule"}); }

    int width() const;
    std::string text(const Console& console) const;

private:
    struct Row {
        std::vector<std::string> cells;
        std::string role;
    };
    std::vector<std::size_t> widths() const;
    std::string line(const std::vector<std::string>& cells) const;

    std::vector<Column> columns_;
    std::vector<Row> rows_;
};

/// Fields quoted where RFC 4180 asks for it, one line.
std::string csv_line(const std::vector<std::string>& fields);

/// A number as JSON and CSV carry it: shortest digits that read back as the same double.
std::string exact(double value);

}  // namespace app
