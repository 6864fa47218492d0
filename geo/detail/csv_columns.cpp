// SPDX-License-Identifier: MIT
#include "geo/detail/csv_columns.h"

#include "geo/detail/wkt.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

namespace geo::detail {

namespace {

constexpr std::array<std::string_view, 16> geometry_names{
    "wkt",          "geometry", "geom", "the_geom",  "wkb_geometry", "geometry_wkt", "geom_wkt",  "wkt_geom",
    "wkt_geometry", "shape",    "geog", "geography", "wkb",          "geojson",      "st_astext", "st_asewkt"};
constexpr std::array<std::string_view, 14> longitude_names{
    "lon",    "longitude", "long",    "lng",     "lon_deg", "longitude_deg", "point_x",
    "xcoord", "довгота",   "Довгота", "ДОВГОТА", "долгота", "Долгота",       "decimallongitude"};
constexpr std::array<std::string_view, 12> latitude_names{"lat",     "latitude",        "lat_deg", "latitude_deg",
                                                          "point_y", "ycoord",          "широта",  "Широта",
                                                          "ШИРОТА",  "decimallatitude", "latt",    "lati"};
constexpr std::array<std::string_view, 1> x_names{"x"}, y_names{"y"};

/// Latin letters in lower case, without space around.
std::string folded(std::string_view name) {
    while (!name.empty() && name.front() == ' ') { name.remove_prefix(1); }
    while (!name.empty() && name.back() == ' ') { name.remove_suffix(1); }
    std::string result{name};
    std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
    return result;
}

/// The first column with one of the names, the names in their order.
template <std::size_t count>
int column_called(const std::vector<std::string>& columns, const std::array<std::string_view, count>& names) {
    for (const std::string_view name : names) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (folded(columns[i]) == name) { return static_cast<int>(i); }
        }
    }
    return no_column;
}

bool holds_geometry(const CsvCell& cell) {
    return looks_like_geometry(cell.text) || folded(cell.text).starts_with(R"({"type")");
}

int first_geometry(const CsvRecord& record) {
    const auto found = std::find_if(record.cells.begin(), record.cells.end(), holds_geometry);
    return found == record.cells.end() ? no_column : static_cast<int>(found - record.cells.begin());
}

}  // namespace

CsvColumns columns_of(const CsvRecord& header, const CsvRecord& first) {
    CsvColumns columns;
    if (const int at = first_geometry(header); at != no_column) {
        columns.has_header = false;
        columns.geometry = at;
        for (std::size_t i = 0; i < header.cells.size(); ++i) {
            columns.names.push_back(fmt::format("field_{}", i + 1));
        }
        return columns;
    }
    for (const CsvCell& cell : header.cells) { columns.names.push_back(cell.text); }
    columns.geometry = column_called(columns.names, geometry_names);
    columns.longitude = column_called(columns.names, longitude_names);
    columns.latitude = column_called(columns.names, latitude_names);
    if (columns.has_geometry()) { return columns; }
    columns.longitude = column_called(columns.names, x_names);
    columns.latitude = column_called(columns.names, y_names);
    columns.by_letters = columns.has_geometry();
    if (!columns.by_letters) {
        columns.geometry = first_geometry(first);
        columns.guessed = columns.geometry != no_column;
    }
    return columns;
}

std::vector<bool> repeated_names(const CsvColumns& columns) {
    std::map<std::string, std::size_t> times;
    for (const std::string& name : columns.names) { ++times[folded(name)]; }
    std::vector<bool> repeated;
    for (const std::string& name : columns.names) { repeated.push_back(times[folded(name)] > 1); }
    return repeated;
}

std::string known_column_names() {
    return "name the column of WKT wkt, or those of positions lon and lat";
}

}  // namespace geo::detail
