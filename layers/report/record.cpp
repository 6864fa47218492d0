// SPDX-License-Identifier: MIT
#include "layers/report/record.h"

namespace layers::report {

Record& Record::add(const Field& field, Entry entry) {
    items_.push_back({&field, std::move(entry)});
    return *this;
}

Record& Record::add(const Field& field, Record record) {
    items_.push_back({&field, std::move(record)});
    return *this;
}

Record& Record::add(const Field& field, Records records) {
    items_.push_back({&field, std::move(records)});
    return *this;
}

Record& Record::add_all(const Record& other) {
    items_.insert(items_.end(), other.items_.begin(), other.items_.end());
    return *this;
}

Record& Record::add_interval(const Estimate& estimate) {
    for (const auto& [part, area] : parts_of(estimate, Shows::interval)) { add(*part, entry_of(area)); }
    if (estimate.redrawn_deviation) { add(field::km2_redrawn_deviation, entry_of(estimate.redrawn_deviation)); }
    return *this;
}

Record& Record::add_readings(const Estimate& estimate) {
    for (const auto& [part, area] : parts_of(estimate, Shows::readings)) { add(*part, entry_of(area)); }
    return *this;
}

Record& Record::add_contested(const Estimate& estimate) {
    if (!estimate.contested) { return *this; }
    for (const auto& [part, area] : parts_of(estimate, Shows::contested)) { add(*part, entry_of(area)); }
    return *this;
}

Record& Record::add_estimate(const Estimate& estimate) {
    return add_interval(estimate).add_readings(estimate).add_contested(estimate);
}

Records records_of(const Table& table) {
    Records records;
    for (const Table::Row& row : table.rows()) {
        if (row.role != Table::Role::plain) { continue; }
        Record& record = records.emplace_back();
        for (std::size_t i = 0; i < row.entries.size(); ++i) {
            const Column& column = table.columns()[i];
            const auto* estimate = std::get_if<Estimate>(&row.entries[i]);
            if (estimate == nullptr) {
                record.add(*column.field, row.entries[i]);
            } else if (column.shows == Shows::readings) {
                record.add_readings(*estimate);
            } else if (column.shows == Shows::contested) {
                record.add_contested(*estimate);
            } else {
                record.add_interval(*estimate);
            }
        }
    }
    return records;
}

}  // namespace layers::report
