// SPDX-License-Identifier: MIT
#include "layers/report/workbook.h"

#include "layers/report/record.h"

#include <cstdint>
#include <variant>

namespace layers::report {

namespace {

/// Numbers stay numbers; all else is words as a table has them.
geo::Value value_of(const Entry& entry) {
    if (std::holds_alternative<std::monostate>(entry)) { return {}; }
    if (const auto* flag = std::get_if<bool>(&entry)) { return *flag; }
    if (const auto* whole = std::get_if<std::int64_t>(&entry)) { return *whole; }
    if (const auto* number = std::get_if<double>(&entry)) { return *number; }
    if (const auto* length = std::get_if<geo::Kilometres>(&entry)) { return length->value(); }
    if (const auto* area = std::get_if<geo::SquareKilometres>(&entry)) { return area->value(); }
    return text_of(entry, Shows::words);
}

}  // namespace

void add_sheet(const std::string& name, const Table& table, geo::Dataset& workbook) {
    for (const Record& record : records_of(table)) {
        geo::Feature& row = workbook.features.emplace_back();
        row.layer = name;
        for (const Record::Item& item : record.items()) {
            const auto* entry = std::get_if<Entry>(&item.value);
            row.properties.emplace_back(item.field->key, entry == nullptr ? geo::Value{} : value_of(*entry));
        }
    }
}

}  // namespace layers::report
