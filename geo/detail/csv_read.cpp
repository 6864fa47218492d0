// SPDX-License-Identifier: MIT
#include "geo/detail/csv_read.h"

#include "geo/detail/csv_columns.h"
#include "geo/detail/input.h"
#include "geo/detail/reproject.h"
#include "geo/detail/text_kind.h"
#include "geo/detail/unused_crs.h"
#include "geo/detail/wkt.h"
#include "geo/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <set>

namespace geo::detail {

namespace {

template <class Number>
std::optional<Number> as_number(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) { return std::nullopt; }
    return number;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') { text.remove_prefix(1); }
    while (!text.empty() && text.back() == ' ') { text.remove_suffix(1); }
    return text;
}

/// Degrees with a point or a comma for the decimals.
double degrees_in(std::string_view written, const char* what) {
    std::string text{trimmed(written)};
    if (std::count(text.begin(), text.end(), ',') == 1 && text.find('.') == std::string::npos) {
        std::replace(text.begin(), text.end(), ',', '.');
    }
    if (const auto degrees = as_number<double>(text)) { return *degrees; }
    throw Error{fmt::format("the {} is no number: \"{}\"", what, text.substr(0, 40)), "write degrees as 37.5848"};
}

struct Rows {
    std::string_view text;
    char delimiter;
    int first_line;
    CsvText read() const { return {text, delimiter, first_line}; }
};

/// As the first line says, or as the header looks; none in bare WKT, a geometry on each line.
Rows rows_in(std::string_view text) {
    const SeparatorLine said = separator_line_of(text);
    if (said.size > 0) { return {text.substr(said.size), said.separator, 2}; }
    const std::string_view first_line = trimmed(text.substr(0, text.find_first_of("\r\n")));
    return {text, looks_like_geometry(first_line) ? '\0' : delimiter_of(text), 1};
}

/// The rows of a text and the one that is read, for messages.
class CsvReader {
public:
    CsvReader(std::string_view text, const ReadOptions& options, Dataset& into)
        : text_{text}, options_{options}, into_{into} {}

    void read() {
        const Rows rows = rows_in(text_);
        CsvText csv = rows.read();
        CsvRecord header, record;
        while (csv.next(header) && header.blank()) {}
        bool more = csv.next(record);
        while (more && record.blank()) { more = csv.next(record); }
        columns_ = columns_of(header, record);
        check_columns(rows.delimiter);
        check_names(header.line);
        if (!columns_.has_header) { add(header); }
        for (; more; more = csv.next(record)) {
            if (!record.blank()) { add(record); }
        }
        type_columns();
        add_notes();
    }

private:
    void check_columns(char delimiter) const {
        if (columns_.has_geometry()) { return; }
        const bool numbers = std::all_of(columns_.names.begin(), columns_.names.end(), [](const std::string& name) {
            return as_number<double>(trimmed(name)).has_value();
        });
        if (numbers) { throw Error{"this CSV begins with numbers and has no header", "add a first line: lon,lat"}; }
        std::vector<std::string> names = columns_.names;
        names.resize(std::min<std::size_t>(names.size(), 12));
        throw Error{fmt::format("this CSV has no column of geometry; its columns are: {}", fmt::join(names, ", ")),
                    delimiter == '\0' ? "separate columns by commas, semicolons or tabs; " + known_column_names()
                                      : known_column_names()};
    }

    /// Of two columns with one name, a reader or a filter sees the first.
    void check_names(int line) {
        if (!columns_.has_header) { return; }
        const std::vector<bool> repeated = repeated_names(columns_);
        for (const int column : {columns_.geometry, columns_.longitude, columns_.latitude}) {
            const auto at = static_cast<std::size_t>(column);  // a row may have more columns than the header names
            if (column == no_column || at >= repeated.size() || !repeated[at]) { continue; }
            throw Error{fmt::format("two columns are called \"{}\"", columns_.names[at]),
                        "keep the one that is meant, or give the other another name"}
                .at({"", line});
        }
        std::set<std::string> said;
        for (std::size_t i = 0; i < repeated.size(); ++i) {
            const std::string& name = columns_.names[i];
            if (name.empty() || !repeated[i] || !said.insert(name).second) { continue; }
            into_.notes.push_back(fmt::format("two columns are called \"{}\": filters see the first", name));
        }
    }

    void add(const CsvRecord& record) {
        Feature feature;
        feature.number = static_cast<int>(into_.features.size()) + 1;
        try {
            check_width(record);
            add_geometry(record, feature.shape);
        } catch (const Error& error) {
            throw Error{fmt::format("row {}: {}", feature.number, error.problem()), error.remedy(), error.kind()}.at(
                {into_.path, record.line});
        }
        if (feature.shape.type.empty()) { without_geometry_.push_back(feature.number); }
        for (std::size_t i = 0; i < columns_.names.size(); ++i) {
            if (static_cast<int>(i) == columns_.geometry) { continue; }
            const bool is_null = i >= record.cells.size() || (record.cells[i].text.empty() && !record.cells[i].quoted);
            feature.properties.emplace_back(columns_.names[i], is_null ? Value{} : Value{record.cells[i].text});
        }
        into_.features.push_back(std::move(feature));
    }

    void check_width(const CsvRecord& record) const {
        if (record.cells.size() <= columns_.names.size()) { return; }
        throw Error{fmt::format("it has {} cells, and the first line names {} columns", record.cells.size(),
                                columns_.names.size()),
                    "put text with commas, such as WKT, in double quotes"};
    }

    std::string_view cell(const CsvRecord& record, int column) const {
        if (column < 0 || static_cast<std::size_t>(column) >= record.cells.size()) { return {}; }
        return record.cells[static_cast<std::size_t>(column)].text;
    }

    void add_geometry(const CsvRecord& record, Shape& shape) {
        if (columns_.geometry != no_column) { return add_written(trimmed(cell(record, columns_.geometry)), shape); }
        const std::string_view lon = trimmed(cell(record, columns_.longitude)),
                               lat = trimmed(cell(record, columns_.latitude));
        if (lon.empty() && lat.empty()) { return; }
        shape.type = "Point";
        shape.points.push_back({degrees_in(lon, "longitude"), degrees_in(lat, "latitude")});
        bring_home(shape, options_.crs);
    }

    void add_written(std::string_view text, Shape& shape) {
        if (text.empty()) { return; }
        std::string crs = options_.crs;
        if (text.starts_with('{')) {
            shape = parse_geojson_geometry(text);
        } else {
            WrittenGeometry written = parse_wkt(text);
            shape = std::move(written.shape);
            if (written.srid != 0) {
                crs = fmt::format("EPSG:{}", written.srid);
                says_crs_ = true;
                note_unused_crs(options_.crs, is_same_crs(options_.crs, crs), into_);
            }
        }
        bring_home(shape, crs);
    }

    void bring_home(Shape& shape, const std::string& crs) {
        if (!crs.empty() && !is_wgs84(crs)) { reprojection_.apply(shape, crs); }
    }

    /// A column of whole numbers, or of numbers, all through; a code such as 0123 is text.
    void type_columns() {
        for (std::size_t i = 0; !into_.features.empty() && i < into_.features[0].properties.size(); ++i) {
            bool whole = true, number = true;
            for (const Feature& feature : into_.features) {
                const auto* text = std::get_if<std::string>(&feature.properties[i].second);
                if (text == nullptr) { continue; }
                const bool is_code = text->size() > 1 && text->front() == '0' && text->find('.') == std::string::npos;
                const bool has_digits = std::any_of(text->begin(), text->end(),
                                                    [](unsigned char c) { return std::isdigit(c) != 0; });  // not "nan"
                whole = whole && !is_code && as_number<std::int64_t>(*text).has_value();
                number = number && !is_code && has_digits && as_number<double>(*text).has_value();
            }
            if (!number) { continue; }
            for (Feature& feature : into_.features) {
                Value& value = feature.properties[i].second;
                if (const auto* text = std::get_if<std::string>(&value)) {
                    value = whole ? Value{*as_number<std::int64_t>(*text)} : Value{*as_number<double>(*text)};
                }
            }
        }
    }

    void add_notes() {
        for (std::string& note : reprojection_.notes()) { into_.notes.push_back(std::move(note)); }
        if (!columns_.has_header) { into_.notes.emplace_back("no line names the columns; read as rows of geometry"); }
        if (columns_.guessed) {
            into_.notes.push_back(fmt::format("the geometry is taken from the column \"{}\"",
                                              columns_.names[static_cast<std::size_t>(columns_.geometry)]));
        }
        const bool may_be_any_crs = columns_.geometry != no_column || columns_.by_letters;
        if (options_.crs.empty() && !says_crs_ && may_be_any_crs) {
            into_.notes.emplace_back("the file does not say its CRS; read as longitude and latitude on WGS84");
        }
        if (without_geometry_.empty()) { return; }
        constexpr std::size_t named = 5;
        const std::size_t more = without_geometry_.size() - std::min(without_geometry_.size(), named);
        std::vector<int> first = without_geometry_;
        first.resize(first.size() - more);
        into_.notes.push_back(fmt::format("rows without geometry: {}, of the number {}{}", without_geometry_.size(),
                                          fmt::join(first, ", "), more > 0 ? fmt::format(" and {} more", more) : ""));
    }

    std::string_view text_;
    const ReadOptions& options_;
    Dataset& into_;
    CsvColumns columns_;
    Reprojection reprojection_;
    std::vector<int> without_geometry_;
    bool says_crs_ = false;
};

}  // namespace

bool is_delimited(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos) { return false; }
    std::string ending{path.substr(dot)};
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
    return ending == ".csv" || ending == ".tsv" || ending == ".psv" || ending == ".txt" || ending == ".wkt";
}

bool looks_delimited(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) { text.remove_prefix(3); }
    if (!is_plain_text(text.substr(0, 4096)) || text.starts_with('<')) { return false; }
    try {
        CsvText csv = rows_in(text).read();
        CsvRecord header, first;
        csv.next(header);
        csv.next(first);
        return columns_of(header, first).has_geometry();
    } catch (const Error&) { return false; }
}

void read_csv(std::string_view text, const ReadOptions& options, Dataset& into) {
    if (text.starts_with("\xEF\xBB\xBF")) { text.remove_prefix(3); }
    refuse_other_encodings(text, into.path);
    CsvReader{text, options, into}.read();
}

}  // namespace geo::detail
