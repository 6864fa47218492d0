// SPDX-License-Identifier: MIT
#pragma once

#include "layers/report/table.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace layers::report {

/// Fields with their values, in order: an entry, another record, or a list of them. JSON is written from it.
class Record {
public:
    struct Item;

    Record& add(const Field& field, Entry entry);
    Record& add(const Field& field, Record record);
    Record& add(const Field& field, std::vector<Record> records);
    Record& add_all(const Record& other);

    Record& add_interval(const Estimate& estimate);   ///< km2, km2_min, km2_max
    Record& add_readings(const Estimate& estimate);   ///< km2_smallest, km2_largest
    Record& add_contested(const Estimate& estimate);  ///< where contested land makes a difference
    Record& add_estimate(const Estimate& estimate);   ///< all of these

    const std::vector<Item>& items() const { return items_; }

private:
    std::vector<Item> items_;
};

using Records = std::vector<Record>;

struct Record::Item {
    const Field* field;
    std::variant<Entry, Record, Records> value;
};

/// A record a row, without titles and totals.
Records records_of(const Table& table);

/// Indented JSON, one line feed at the end; numbers in full; bytes that are not UTF-8 are replaced, what a terminal
/// would obey is escaped.
std::string to_json(const Record& record);
std::string to_json(const Records& records);

/// JSON Lines: a record a line, numbers and escapes as to_json() has them.
std::string to_json_lines(const Records& records);

}  // namespace layers::report
