// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace geo::detail {

struct InputEnding {
    std::string_view ending, format;
};

/// What is read, by the ending of its name. The list is short on purpose: GDAL knows formats that are programs, such as
/// VRT or a database's views, and would open them whatever a file is called.
inline constexpr std::array input_endings{
    InputEnding{".geojson", "json"},  InputEnding{".json", "json"},     InputEnding{".geojsonl", "json"},
    InputEnding{".geojsons", "json"}, InputEnding{".ndjson", "json"},   InputEnding{".jsonl", "json"},
    InputEnding{".topojson", "json"}, InputEnding{".esrijson", "json"}, InputEnding{".gpkg", "gpkg"},
    InputEnding{".shp", "shp"},       InputEnding{".kml", "kml"},       InputEnding{".kmz", "zip"},
    InputEnding{".fgb", "fgb"},       InputEnding{".csv", "csv"},       InputEnding{".tsv", "csv"},
    InputEnding{".txt", "csv"},       InputEnding{".wkt", "csv"},       InputEnding{".gml", "gml"},
    InputEnding{".gpx", "gpx"},       InputEnding{".tab", "tab"},       InputEnding{".mif", "mif"},
    InputEnding{".dxf", "dxf"},       InputEnding{".gdb", "gdb"},       InputEnding{".zip", "zip"},
    InputEnding{".tar", "tar"},       InputEnding{".tgz", "tar"},       InputEnding{".tar.xz", "tar"},
    InputEnding{".txz", "tar"},       InputEnding{".tar.bz2", "tar"},   InputEnding{".tar.zst", "tar"}};

/// Of base maps alone.
inline constexpr std::array base_endings{InputEnding{".pbf", "osm"}, InputEnding{".osm", "osm"},
                                         InputEnding{".mbtiles", "mbtiles"}};

/// Is it a format that only base maps have?
bool is_of_base_maps(std::string_view format);

/// Is it a format of files that hold others?
bool is_of_archives(std::string_view format);

/// Endings of the files that belong to one of this format and lie beside it.
std::vector<std::string_view> companions_of(std::string_view format);

/// In lower case; Latin letters only.
std::string lower(std::string_view text);

/// "zone.SHP" ends in ".shp".
bool has_ending(std::string_view path, std::string_view ending);

/// "json", "shp", … by the ending, upper case or lower; empty for one that is not in the list.
std::string_view format_by_ending(std::string_view path);

/// ".geojson, .json, …"; of lines and areas.
std::string known_endings();

/// Without ".gz" at its end.
std::string_view without_gz(std::string_view path);

/// The name after the last slash, or backslash as zips from Windows have it.
std::string base_name(std::string_view path);

/// What archives hold without anybody's having put it there: folders, and what macOS adds.
bool is_litter(std::string_view name);

/// "zone" of "zone.shp"
std::string_view stem_of(std::string_view name);

}  // namespace geo::detail
