// SPDX-License-Identifier: MIT
#include "geo/detail/gdal_open.h"

#include "geo/detail/dbf_encoding.h"
#include "geo/detail/endings.h"
#include "geo/detail/gpkg_check.h"

#include <algorithm>
#include <map>
#include <vector>

namespace geo::detail {

namespace {

struct Opening {
    std::vector<const char*> drivers;
    std::vector<std::string> options;
};

Opening opening_of(std::string_view format) {
    static const std::map<std::string_view, Opening> openings{
        {"json", {{"GeoJSON", "GeoJSONSeq", "ESRIJSON", "TopoJSON"}, {}}},
        {"gpkg", {{"GPKG"}, {"LIST_ALL_TABLES=NO", "IMMUTABLE=YES"}}},
        {"shp", {{"ESRI Shapefile"}, {}}},
        {"fgb", {{"FlatGeobuf"}, {}}},
        {"csv",
         {{"CSV"},
          {"GEOM_POSSIBLE_NAMES=wkt,geometry,geom,the_geom,wkb_geometry,shape", "KEEP_GEOM_COLUMNS=NO",
           "X_POSSIBLE_NAMES=lon,longitude,long,lng,x", "Y_POSSIBLE_NAMES=lat,latitude,y", "AUTODETECT_TYPE=YES"}}},
        {"gml", {{"GML"}, {"DOWNLOAD_SCHEMA=NO"}}},
        {"gpx", {{"GPX"}, {}}},
        {"tab", {{"MapInfo File"}, {}}},
        {"mif", {{"MapInfo File"}, {}}},
        {"dxf", {{"DXF"}, {}}},
        {"gdb", {{"OpenFileGDB"}, {}}},
        {"osm", {{"OSM"}, {"MAX_TMPFILE_SIZE=8000"}}},  // MB: what it notes on the way stays in memory
        {"mbtiles", {{"MBTiles"}, {}}}};
    return openings.at(format);
}

bool has_file(const Input& input, std::string_view ending) {
    return std::any_of(input.files.begin(), input.files.end(),
                       [ending](const InputFile& file) { return has_ending(file.name, ending); });
}

void require_index(const Input& input) {
    if (has_file(input, ".shx")) { return; }
    const std::string stem{stem_of(input.files.front().name)};
    throw Error{"a Shapefile is several files, and " + stem + ".shx is missing beside this one",
                "copy all of them: .shp, .shx, .dbf, .prj and .cpg"};
}

/// A seamless table or a view names other tables by their paths.
void refuse_references(const InputFile& table) {
    const std::string text = lower(table.bytes.substr(0, std::size_t{1} << 16));
    for (const char* word : {"open table", "create view", "isseamless", "type linked", "type odbc"}) {
        if (text.find(word) != std::string::npos) {
            throw Error{"this MapInfo table holds nothing itself, but names other tables", "give one of those"};
        }
    }
}

Opening prepared(const Input& input, const ReadOptions& options, Dataset& into) {
    Opening opening = opening_of(input.format);
    if (input.format == "shp") {
        require_index(input);
        if (!has_file(input, ".dbf")) {
            into.notes.emplace_back("no .dbf lies beside it, so that its features have no attributes");
        }
        if (const std::string encoding = encoding_of(input, into.notes); !encoding.empty()) {
            opening.options.push_back("ENCODING=" + encoding);
        }
    } else if (input.format == "gpkg") {
        check_gpkg(input.files.front().bytes, options.layers);
    } else if (input.format == "tab") {
        refuse_references(input.files.front());
    } else if (input.format == "dxf") {
        into.notes.emplace_back("arcs drawn with chords of 0.1°: areas beside them are right to 5e-7");
    }
    return opening;
}

/// Where the features are: a geodatabase is a folder.
std::string main_path(const Input& input, const MemoryFolder& folder) {
    const std::string& name = input.files.front().name;
    return folder.path() + (input.format == "gdb" ? name.substr(0, name.find('/')) : name);
}

std::vector<const char*> list_of(const std::vector<std::string>& words) {
    std::vector<const char*> list;
    for (const std::string& word : words) { list.push_back(word.c_str()); }
    list.push_back(nullptr);
    return list;
}

}  // namespace

GdalDataset open_with_gdal(const Input& input, const MemoryFolder& folder, const ReadOptions& options, Dataset& into) {
    Opening opening = prepared(input, options, into);
    opening.drivers.push_back(nullptr);
    CPLErrorReset();
    // Without VERBOSE_ERROR, GDAL gives no reason at all.
    GdalDataset dataset{GDALOpenEx(main_path(input, folder).c_str(), GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR,
                                   opening.drivers.data(), list_of(opening.options).data(), nullptr)};
    if (!dataset) {
        throw Error{"cannot read this file: " + gdal_reason(), "it may be damaged: fetch or export it again"};
    }
    return dataset;
}

}  // namespace geo::detail
