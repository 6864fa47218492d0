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

    explicit Table(std::vector<Column> columns);

    void add(const std::vector<std::string>& cells) { add(Role::plain, cells); }
    void add_total(const std::vector<std::string>& cells) { add(Role::total, cells); }
    void add_title(const std::string& words) { add(Role::title, {words}); }

    int width() const;
    std::string text(const Console& console) const;

private:
    enum class Role { plain, total, title };
    struct Row {
        std::vector<std::string> cells;
        Role role;
    };
    void add(Role role, const std::vector<std::string>& cells);
    std::vector<std::size_t> widths() const;
    std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const;

    std::vector<Column> columns_;
    std::vector<Row> rows_;
};

/// Fields quoted where RFC 4180 asks for it, on one line: line breaks within a field become spaces. One that a
/// spreadsheet would take for a formula gets an apostrophe before it; numbers stay as they are (geo::spreadsheet_text).
std::string csv_line(const std::vector<std::string>& fields);

/// A number as JSON and CSV carry it: shortest digits that read back as the same double.
std::string exact(double value);

}  // namespace app
