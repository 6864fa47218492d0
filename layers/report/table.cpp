// SPDX-License-Identifier: MIT
#include "layers/report/table.h"

#include "geo/safe_text.h"
#include "layers/language/language.h"
#include "layers/model/estimate_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace layers::report {

namespace {

bool is_right(const Column& column) {
    return column.shows != Shows::words;
}

/// Of every row, as it is printed.
using Printed = std::vector<std::vector<std::string>>;

Printed printed(const Table& table) {
    Printed rows;
    for (const Table::Row& row : table.rows()) {
        rows.emplace_back();
        for (std::size_t i = 0; i < row.entries.size(); ++i) {
            rows.back().push_back(printable(text_of(row.entries[i], table.columns()[i].shows)));
        }
    }
    return rows;
}

std::vector<std::size_t> widths_of(const Table& table, const Printed& rows) {
    std::vector<std::size_t> widths;
    for (const Column& column : table.columns()) { widths.push_back(columns_of(printable(heading_of(column)))); }
    for (std::size_t k = 0; k < rows.size(); ++k) {
        if (table.rows()[k].role == Table::Role::title) { continue; }
        for (std::size_t i = 0; i < rows[k].size(); ++i) { widths[i] = std::max(widths[i], columns_of(rows[k][i])); }
    }
    return widths;
}

/// Columns of the table, by index, that stand side by side.
using Block = std::vector<std::size_t>;

/// The columns that say what a row is about: the first, and those of words that follow it, before the first number.
std::size_t leading_columns(const Table& table, const std::vector<std::size_t>& widths, std::size_t room) {
    std::size_t count = 1, used = widths.empty() ? 0 : widths[0];
    const auto& columns = table.columns();
    while (count < columns.size() && !is_right(columns[count])) {
        used += 2 + widths[count];
        if (used > room / 2) { break; }
        ++count;
    }
    return count;
}

/// As many columns side by side as the terminal has room for, and the leading ones before each lot.
std::vector<Block> blocks_of(const Table& table, const std::vector<std::size_t>& widths, std::size_t room) {
    const auto& columns = table.columns();
    if (std::none_of(columns.begin(), columns.end(), is_right)) {  // words alone: a line that is too long runs on
        room = std::numeric_limits<std::size_t>::max();
    }
    const std::size_t leading = std::min(leading_columns(table, widths, room), widths.size());
    Block first(leading);
    std::iota(first.begin(), first.end(), std::size_t{0});
    std::size_t lead_width = 0;
    for (const std::size_t i : first) { lead_width += widths[i] + (i > 0 ? 2 : 0); }
    std::vector<Block> blocks{first};
    std::size_t used = lead_width;
    for (std::size_t i = leading; i < widths.size(); ++i) {
        if (used + 2 + widths[i] > room && blocks.back().size() > leading) {
            blocks.push_back(first);
            used = lead_width;
        }
        blocks.back().push_back(i);
        used += 2 + widths[i];
    }
    return blocks;
}

std::string line_of(const Table& table, const std::vector<std::string>& words, const std::vector<std::size_t>& widths,
                    const Block& block) {
    std::string result;
    for (const std::size_t i : block) {
        const std::string space(widths[i] - columns_of(words[i]), ' ');
        if (i > 0) { result += "  "; }
        result += is_right(table.columns()[i]) ? space + words[i] : words[i] + space;
    }
    result.erase(result.find_last_not_of(' ') + 1);
    return result;
}

struct InWords {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const std::string& words) const { return words; }
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
    std::string operator()(double value) const { return exact(value); }
    std::string operator()(geo::Date value) const { return geo::to_text(std::optional{value}); }
    std::string operator()(const geo::PartialDate& value) const { return geo::to_text(std::optional{value}); }
    std::string operator()(geo::Kilometres value) const { return exact(value.value()); }
    std::string operator()(geo::SquareKilometres value) const { return exact(value.value()); }
    std::string operator()(const Estimate& value) const { return exact(value.area.value()); }
    std::string operator()(const List& value) const { return fmt::format("{}", fmt::join(value.words, value.between)); }
};

/// Letters, digits and blanks alone mean nothing to a spreadsheet or to CSV.
bool is_harmless(const std::string& words) {
    return std::all_of(words.begin(), words.end(), [](char c) {
        return c == ' ' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    });
}

void add_csv_words(const std::string& words, std::string& text) {
    if (is_harmless(words)) {
        text += words;
        return;
    }
    const std::string field = geo::spreadsheet_text(words);
    if (field.find_first_of(",\"") == std::string::npos) {
        text += field;
        return;
    }
    text += '"';
    for (const char c : field) { text.append(c == '"' ? 2 : 1, c); }
    text += '"';
}

/// Words out of files and plans may need quotes, and numbers do not.
void add_csv_field(const Entry& entry, std::string& text) {
    const bool is_words = std::holds_alternative<std::string>(entry) || std::holds_alternative<List>(entry);
    if (is_words) { return add_csv_words(std::visit(InWords{}, entry), text); }
    text += std::visit(InWords{}, entry);
}

}  // namespace

void Table::add(std::vector<Entry> entries, Role role) {
    if (entries.size() != columns_.size()) { throw std::logic_error{"a row has not as many entries as columns"}; }
    rows_.push_back({std::move(entries), role});
}

std::string heading_of(const Column& column) {
    return column.heading.empty() ? tr(column.field->heading) : column.heading;
}

std::string text_of(const Entry& entry, Shows shows) {
    const auto* estimate = std::get_if<Estimate>(&entry);
    if (estimate == nullptr) { return std::visit(InWords{}, entry); }
    switch (shows) {
        case Shows::tolerance:
            return tolerance(*estimate);
        case Shows::estimate:
            return estimate_text(*estimate);
        default:
            return area_text(*estimate);
    }
}

std::vector<std::pair<const Field*, std::optional<geo::SquareKilometres>>> parts_of(const Estimate& estimate,
                                                                                    Shows shows) {
    using MaybeArea = std::optional<geo::SquareKilometres>;
    const auto least = [](const std::optional<Range>& range) { return range ? MaybeArea{range->least} : MaybeArea{}; };
    const auto most = [](const std::optional<Range>& range) { return range ? MaybeArea{range->most} : MaybeArea{}; };
    switch (shows) {
        case Shows::interval:
            return {{&field::km2, estimate.area},
                    {&field::km2_min, least(estimate.line)},
                    {&field::km2_max, most(estimate.line)},
                    {&field::km2_redrawn, estimate.redrawn}};
        case Shows::readings:
            return {{&field::km2_smallest, least(estimate.readings)}, {&field::km2_largest, most(estimate.readings)}};
        case Shows::contested:
            return {{&field::km2_contested_not_held, least(estimate.contested)},
                    {&field::km2_contested_held, most(estimate.contested)}};
        default:
            return {};
    }
}

std::string to_text(const Table& table, const TextOutput& output) {
    const Printed rows = printed(table);
    const std::vector<std::size_t> widths = widths_of(table, rows);
    std::vector<std::string> headings;
    for (const Column& column : table.columns()) { headings.push_back(printable(heading_of(column))); }
    std::string result;
    for (const Block& block : blocks_of(table, widths, static_cast<std::size_t>(std::max(output.columns, 1)))) {
        result += (result.empty() ? "" : "\n") + output.painted(line_of(table, headings, widths, block), "2") + "\n";
        for (std::size_t k = 0; k < rows.size(); ++k) {
            const Table::Role role = table.rows()[k].role;
            const std::string words =
                role == Table::Role::title ? rows[k].front() : line_of(table, rows[k], widths, block);
            result += (role == Table::Role::plain ? words : output.painted(words, "1")) + "\n";
        }
    }
    return result;
}

std::string csv_heading(const Table& table) {
    std::string text;
    const auto add = [&text](const Field& field) {
        if (!text.empty()) { text += ','; }
        add_csv_words(std::string{field.key}, text);
    };
    for (const Column& column : table.columns()) {
        const auto parts = parts_of({}, column.shows);
        for (const auto& [part, none] : parts) { add(*part); }
        if (parts.empty()) { add(*column.field); }
    }
    return text + '\n';
}

std::string csv_rows(const Table& table) {
    std::vector<char> is_spread;  // by column
    for (const Column& column : table.columns()) { is_spread.push_back(parts_of({}, column.shows).empty() ? 0 : 1); }
    std::string text;
    for (const Table::Row& row : table.rows()) {
        if (row.role != Table::Role::plain) { continue; }
        for (std::size_t i = 0; i < row.entries.size(); ++i) {
            if (is_spread[i] == 0) {
                add_csv_field(row.entries[i], text);
                text += ',';
                continue;
            }
            const auto* estimate = std::get_if<Estimate>(&row.entries[i]);
            const auto parts = parts_of(estimate == nullptr ? Estimate{} : *estimate, table.columns()[i].shows);
            for (const auto& [part, area] : parts) { text += (area ? exact(area->value()) : "") + ','; }
        }
        text.back() = '\n';
    }
    return text;
}

std::string to_csv(const Table& table) {
    return csv_heading(table) + csv_rows(table);
}

}  // namespace layers::report
