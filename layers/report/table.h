// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/field.h"
#include "layers/model/words.h"
#include "layers/report/entry.h"

#include <string>
#include <vector>

namespace layers::report {

/// What of an entry a column shows. The last three are of files and spread an estimate over several columns: km2,
/// km2_min and km2_max; km2_smallest and km2_largest; km2_contested_not_held and km2_contested_held.
enum class Shows { words, number, area, tolerance, estimate, interval, readings, contested };

struct Column {
    const Field* field;
    Shows shows = Shows::words;
    std::string heading{};  ///< instead of the field's, in the reader's language: of one of several of the same field
};

/// Rows of entries under fields, from which text and files are written and a window fills its lists.
class Table {
public:
    enum class Role { plain, total, title };
    struct Row {
        std::vector<Entry> entries;  ///< one a column; of a title, its words alone
        Role role = Role::plain;
    };

    explicit Table(std::vector<Column> columns) : columns_{std::move(columns)} {}

    /// Throw std::logic_error unless there is one entry a column.
    void add(std::vector<Entry> entries) { add(std::move(entries), Role::plain); }
    void add_total(std::vector<Entry> entries) { add(std::move(entries), Role::total); }
    void add_title(const std::string& words) { rows_.push_back({{words}, Role::title}); }

    const std::vector<Column>& columns() const { return columns_; }
    const std::vector<Row>& rows() const { return rows_; }

private:
    void add(std::vector<Entry> entries, Role role);

    std::vector<Column> columns_;
    std::vector<Row> rows_;
};

/// A field's heading in the reader's language, or the column's own.
std::string heading_of(const Column& column);

/// What is written of an entry where the column shows that of it: "5,877 ±312" of an estimate.
std::string text_of(const Entry& entry, Shows shows);

/// The key and the number of each of the columns over which such a column spreads an estimate; of any other, none.
std::vector<std::pair<const Field*, std::optional<geo::SquareKilometres>>> parts_of(const Estimate& estimate,
                                                                                    Shows shows);

/// Headings and rows that line up, numbers at their right end; what is wider than the terminal is folded: columns that
/// find no room stand below, behind the first one again. Titles and words out of files on one line.
std::string to_text(const Table& table, const TextOutput& output = {});

/// RFC 4180, without titles and totals: fields quoted where it asks for it, line breaks within one become spaces.
/// Numbers in full. Words that a spreadsheet would take for a formula get an apostrophe before them
/// (geo::spreadsheet_text).
std::string to_csv(const Table& table);

/// Its first line, and the others: of a long table that is written part by part.
std::string csv_heading(const Table& table);
std::string csv_rows(const Table& table);

}  // namespace layers::report
