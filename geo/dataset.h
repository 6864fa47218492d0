// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include "geo/setting.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace geo {

using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string>;
using Properties = std::vector<std::pair<std::string, Value>>;

inline const Value* find(const Properties& properties, std::string_view key) {
    for (const auto& [name, value] : properties) {
        if (name == key) { return &value; }
    }
    return nullptr;
}

/// The property as words; empty if it is absent or null.
std::string text_of(const Properties& properties, std::string_view key);

/// What a feature draws. `region` holds the polygons as written: repair() makes them valid.
struct Shape {
    std::string type;  ///< as the file calls it: "MultiPolygon", "LineString", … or "" for a feature without geometry
    std::vector<LonLat> points;
    std::vector<Path> paths;
    Region region;
};

struct Feature {
    Shape shape;
    Properties properties;
    int number = 0;     ///< counted from 1 within the file
    std::string layer;  ///< the layer of the file that it came from or goes to
};

/// The feature's own name ("name", "name:en", "NAME_1", "shapeName", "title", …), else its number.
std::string name_of(const Feature& feature);

struct Dataset {
    std::string path;
    std::vector<Feature> features;
    Properties about;                ///< of the whole file: source, date, licence, accuracy where it says them
    std::vector<std::string> notes;  ///< what was assumed or changed on reading
    std::string receipt{};           ///< JSON on how it came about, for a file that is written: see receipt_in()
    bool layers_are_chosen = false;  ///< the features' layers are those that ReadOptions named
};

struct ReadOptions {
    std::string crs{};                  ///< the CRS of a file that does not say it, such as "EPSG:32637"
    std::vector<std::string> layers{};  ///< of a file with several; all of them if empty
    std::string where{};                ///< only features that GDAL's attribute filter picks: "status = 'RU'"
    std::optional<Bounds> within{};     ///< only features whose boxes meet it
    /// What is drawn and not measured: OpenStreetMap extracts and MBTiles are read too, of the former's layers those
    /// named here alone, each with an attribute filter.
    std::vector<std::pair<std::string, std::string>> base_layers{};
    bool partial = false;                                ///< an answer that the server cut short is read all the same
    std::uintmax_t max_bytes = std::uintmax_t{2} << 30;  ///< of the file's content once unpacked
    std::string say_crs = setting("crs", "EPSG:32637"), say_partial = setting("partial");  ///< how messages name them
    friend bool operator==(const ReadOptions&, const ReadOptions&) = default;
};

/// Reads longitude and latitude on WGS84 out of GeoJSON, KML, KMZ and, through GDAL, of GeoPackage, Shapefile,
/// FlatGeobuf, CSV with WKT, GML, GPX, MapInfo, DXF, FileGDB and Esri's and Topo-JSON, in any CRS; plain, gzipped, or
/// in a zip, one of several there by "FILE.zip/inner.shp"; "-" reads standard input. The ending says the format, and
/// the content must be of it. Base maps may be OpenStreetMap's .osm.pbf and .osm, and MBTiles, too. Nothing but the
/// file and what belongs to it is opened, and nothing fetched. Refuses, by an Error with file and feature: a file
/// without features, positions that are not finite or off the earth, metres without a CRS, and latitude written first
/// where that shows.
Dataset read(const std::string& path, const ReadOptions& options = {});

/// Which features GDAL's attribute filter picks (the words of ogr2ogr -where: "status = 'RU' AND km > 5"), whatever the
/// format that they came from. A field's type is that of all its values together: whole numbers beside decimals are
/// decimals, numbers beside text are text; a boolean is 'true' or 1. Throws Error (bad usage) for a filter that is
/// none, a field that no feature has, and a filter that picks nothing, with the values that its fields do have.
std::vector<bool> matching(const Dataset& dataset, const std::string& where);

/// Is this a path that read() takes for an input, be it to say why it cannot: a file, "FILE.zip/inner.shp", an address?
bool names_input(const std::string& path);

/// Is it called like one of the formats that read() knows, be it with ".gz" behind?
bool has_known_ending(const std::string& path);

/// GeoJSON text that is already in memory; `name` is for messages.
Dataset read_geojson(std::string_view text, const std::string& name);

/// Lines over an area, so that kinds differ without colour too.
enum class Hatch { none, rising, falling, crossed, dots, level, upright };

/// One entry of a legend: features whose `field` has this value look like this. Colours are "#rrggbb".
struct StyleEntry {
    std::string value, label;
    std::string fill, stroke;
    double fill_opacity = 0.5;
    double stroke_width_px = 1;
    Hatch hatch = Hatch::none;  ///< in the stroke's colour
    double point_px = 0;        ///< across, of points
};

struct LayerStyle {
    std::string layer, field;
    std::vector<StyleEntry> entries;
    std::string label_field{};  ///< words that stand on the map beside a feature; none if empty
};

struct WriteOptions {
    /// "geojson", "gpkg", "shp", "kml", "kmz", "fgb", "csv", or "xlsx" for a workbook of what features say, without
    /// their shapes; by the file's ending if empty.
    std::string format{};
    bool overwrite = false;
    std::vector<LayerStyle> styles;
    /// What properties are called where names have ten characters at most, in a Shapefile; the others are cut there. A
    /// list of those that are so called, NAME.fields.csv, is written beside it.
    std::vector<std::pair<std::string, std::string>> short_names{};
    std::string legend_png{};  ///< a picture for a KMZ's upper left corner
    std::string table_stem{};  ///< of a database's tables: "us_28_point" makes us_28_point_status
};

/// Coordinates are written with at most this many decimals: a centimetre on the ground.
inline constexpr int written_decimals = 7;

/// What was written as Dataset::receipt into a GeoPackage's metadata, or beside a file of another format as
/// FILE.receipt.json; GeoJSON has it as the member "receipt" and is not looked into. Nothing if there is none.
std::optional<std::string> receipt_in(const std::string& path);

/// Writes beside the target and renames into place, so that a failed run leaves neither a part nor a loss. GeoJSON is
/// RFC 7946 to the letter: right-hand rule, no "crs", bbox, cut at the antimeridian. "-" writes GeoJSON to standard
/// output. A database that admit_database() let in gets a table for each layer, in one transaction, with the receipt as
/// their comments. Throws Error if the file exists and may not be overwritten, or cannot be written in full.
void write(const Dataset& dataset, const std::string& path, const WriteOptions& options = {});

/// The file that write() would write, of a format that is one file: "xlsx", "gpkg", "kmz", …
std::string to_bytes(const Dataset& dataset, const std::string& format, const WriteOptions& options = {});

/// The document that write() would write.
std::string to_geojson(const Dataset& dataset);

/// "geojson", … after the path's ending; throws Error (bad usage) that lists the endings there are.
std::string format_of(const std::string& path);

}  // namespace geo
