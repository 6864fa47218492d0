// SPDX-License-Identifier: MIT
#include "geo/detail/gdal_write.h"

#include "geo/detail/database.h"
#include "geo/detail/gdal.h"
#include "geo/detail/gdal_zip.h"
#include "geo/detail/gpkg_check.h"
#include "geo/setting.h"

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace geo::detail {

namespace {

struct Format {
    const char* driver;
    bool many_layers;
    bool mixed_geometry;
    bool opens_lines;  ///< see opened()
    bool has_shapes;
    std::vector<const char*> layer_options;
};

const Format& format_named(const std::string& name) {
    static const std::map<std::string, Format> formats{
        {"gpkg", {"GPKG", true, true, false, true, {nullptr}}},
        {"shp", {"ESRI Shapefile", false, false, false, true, {"ENCODING=UTF-8", nullptr}}},
        {"kml", {"LIBKML", true, true, true, true, {nullptr}}},
        {"kmz", {"LIBKML", true, true, true, true, {nullptr}}},
        {"fgb", {"FlatGeobuf", false, true, false, true, {nullptr}}},
        {"csv", {"CSV", false, true, false, true, {"GEOMETRY=AS_WKT", "STRING_QUOTING=IF_NEEDED", nullptr}}},
        {tables, {"PostgreSQL", true, true, false, true, {"GEOMETRY_NAME=geom", "FID=fid", "LAUNDER=NO", nullptr}}},
        {"xlsx", {"XLSX", true, true, false, false, {nullptr}}}};
    return formats.at(name);
}

using FeaturesByLayer = std::vector<std::pair<std::string, std::vector<const Feature*>>>;

FeaturesByLayer by_layer(const Dataset& dataset, bool many_layers) {
    FeaturesByLayer groups;
    for (const Feature& feature : dataset.features) {
        const std::string layer = many_layers ? feature.layer : "demarc";
        const auto same = [&layer](const auto& group) { return group.first == layer; };
        auto group = std::find_if(groups.begin(), groups.end(), same);
        if (group == groups.end()) { group = groups.insert(groups.end(), {layer, {}}); }
        group->second.push_back(&feature);
    }
    return groups;
}

// --- geometry --------------------------------------------------------------------------------------------------------

GdalGeometry to_line(const Path& path, OGRwkbGeometryType type) {
    GdalGeometry line{OGR_G_CreateGeometry(type)};
    OGR_G_SetPointCount(line.get(), static_cast<int>(path.size()));
    for (std::size_t i = 0; i < path.size(); ++i) {
        OGR_G_SetPoint_2D(line.get(), static_cast<int>(i), path[i].lon, path[i].lat);
    }
    return line;
}

GdalGeometry to_polygons(const Region& region) {
    GdalGeometry many{OGR_G_CreateGeometry(wkbMultiPolygon)};
    for (const Polygon& polygon : region.polygons) {
        GdalGeometry one{OGR_G_CreateGeometry(wkbPolygon)};
        OGR_G_AddGeometryDirectly(one.get(), to_line(polygon.shell, wkbLinearRing).release());
        for (const Ring& hole : polygon.holes) {
            OGR_G_AddGeometryDirectly(one.get(), to_line(hole, wkbLinearRing).release());
        }
        OGR_G_AddGeometryDirectly(many.get(), one.release());
    }
    return many;
}

/// GDAL writes a closed line into KML as a LinearRing, and then leaves it out on reading. Its last position, moved by
/// the last bit, is written with the same digits as the first, and the line stays one.
Path opened(Path path) {
    if (path.size() > 1 && path.back() == path.front()) {
        path.back().lon = std::nextafter(path.back().lon, std::numeric_limits<double>::max());
    }
    return path;
}

GdalGeometry to_lines(const std::vector<Path>& paths) {
    GdalGeometry many{OGR_G_CreateGeometry(wkbMultiLineString)};
    for (const Path& path : paths) { OGR_G_AddGeometryDirectly(many.get(), to_line(path, wkbLineString).release()); }
    return many;
}

GdalGeometry to_point(const LonLat& position) {
    GdalGeometry point{OGR_G_CreateGeometry(wkbPoint)};
    OGR_G_SetPoint_2D(point.get(), 0, position.lon, position.lat);
    return point;
}

GdalGeometry to_points(const std::vector<LonLat>& positions) {
    if (positions.size() == 1) { return to_point(positions.front()); }
    GdalGeometry many{OGR_G_CreateGeometry(wkbMultiPoint)};
    for (const LonLat& position : positions) { OGR_G_AddGeometryDirectly(many.get(), to_point(position).release()); }
    return many;
}

GdalGeometry to_gdal(const Shape& shape, const Format& format) {
    if (!shape.region.empty()) { return to_polygons(shape.region); }
    if (!shape.paths.empty()) {
        std::vector<Path> paths = shape.paths;
        if (format.opens_lines) { std::transform(paths.begin(), paths.end(), paths.begin(), opened); }
        return to_lines(paths);
    }
    if (shape.points.empty()) { return nullptr; }
    return to_points(shape.points);
}

OGRwkbGeometryType type_of(const Shape& shape) {
    if (!shape.region.empty()) { return wkbMultiPolygon; }
    if (!shape.paths.empty()) { return wkbMultiLineString; }
    return shape.points.size() == 1 ? wkbPoint : wkbMultiPoint;
}

OGRwkbGeometryType common_type(const std::vector<const Feature*>& features, const Format& format) {
    if (!format.has_shapes) { return wkbNone; }
    const OGRwkbGeometryType first = type_of(features.front()->shape);
    for (const Feature* feature : features) {
        if (type_of(feature->shape) == first) { continue; }
        if (!format.mixed_geometry) {
            throw Error{
                "this format holds polygons, lines or points, not several of them",
                "export layers of one kind, such as " + setting("layer", "status,zone") + ", or to a GeoPackage",
                Error::Kind::bad_usage};
        }
        return wkbUnknown;
    }
    return first;
}

// --- attributes ------------------------------------------------------------------------------------------------------

OGRFieldType field_type(const Value& value) {
    if (std::holds_alternative<std::string>(value)) { return OFTString; }
    return std::holds_alternative<double>(value) ? OFTReal : OFTInteger64;
}

void add_fields(OGRLayerH layer, const std::vector<const Feature*>& features) {
    std::vector<std::string> seen;
    for (const Feature* feature : features) {
        for (const auto& [name, value] : feature->properties) {
            if (std::find(seen.begin(), seen.end(), name) != seen.end()) { continue; }
            if (std::holds_alternative<std::monostate>(value)) { continue; }
            const GdalFieldDefinition field{OGR_Fld_Create(name.c_str(), field_type(value))};
            if (std::holds_alternative<bool>(value)) {
                OGR_Fld_SetType(field.get(), OFTInteger);
                OGR_Fld_SetSubType(field.get(), OFSTBoolean);
            }
            OGR_L_CreateField(layer, field.get(), TRUE);
            seen.push_back(name);
        }
    }
}

void set_field(OGRFeatureH feature, int field, const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) { OGR_F_SetFieldString(feature, field, text->c_str()); }
    if (const auto* number = std::get_if<double>(&value)) { OGR_F_SetFieldDouble(feature, field, *number); }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) { OGR_F_SetFieldInteger64(feature, field, *whole); }
    if (const auto* flag = std::get_if<bool>(&value)) { OGR_F_SetFieldInteger(feature, field, *flag ? 1 : 0); }
}

std::string text(const Properties& properties, const char* key) {
    const Value* value = find(properties, key);
    const auto* words = value == nullptr ? nullptr : std::get_if<std::string>(value);
    return words == nullptr ? "" : *words;
}

double number(const Properties& properties, const char* key, double otherwise) {
    const Value* value = find(properties, key);
    const auto* found = value == nullptr ? nullptr : std::get_if<double>(value);
    return found == nullptr ? otherwise : *found;
}

/// OGR's own style notation, from the simplestyle properties; KML takes its colours from it.
std::string ogr_style(const Properties& properties) {
    const std::string fill = text(properties, "fill"), stroke = text(properties, "stroke");
    std::string style;
    if (!fill.empty()) {
        const double opacity = std::clamp(number(properties, "fill-opacity", 0.6), 0.0, 1.0);
        style = fmt::format("BRUSH(fc:{}{:02x})", fill, std::lround(opacity * 255));
    }
    if (!stroke.empty()) {
        style += fmt::format("{}PEN(c:{},w:{:g}px)", style.empty() ? "" : ";", stroke,
                             number(properties, "stroke-width", 1));
    }
    return style;
}

void add_feature(OGRLayerH layer, const Feature& feature, const Format& format, Content& content) {
    const GdalFeature raw{OGR_F_Create(OGR_L_GetLayerDefn(layer))};
    for (const auto& [name, value] : feature.properties) {
        // By position, since a Shapefile cuts names at ten characters.
        const int field = OGR_F_GetFieldIndex(raw.get(), name.substr(0, 10).c_str());
        const int exact = OGR_F_GetFieldIndex(raw.get(), name.c_str());
        if (exact >= 0 || field >= 0) { set_field(raw.get(), exact >= 0 ? exact : field, value); }
    }
    if (const std::string style = ogr_style(feature.properties); !style.empty()) {
        OGR_F_SetStyleString(raw.get(), style.c_str());
    }
    if (format.has_shapes) { OGR_F_SetGeometryDirectly(raw.get(), to_gdal(feature.shape, format).release()); }
    add(content, OGR_F_GetGeometryRef(raw.get()));
    if (OGR_L_CreateFeature(layer, raw.get()) != OGRERR_NONE) {
        throw Error{"cannot write a feature: " + gdal_reason()};
    }
}

}  // namespace

std::vector<Content> write_layers(void* dataset, const Dataset& from, const std::string& name_of_format) {
    const Format& format = format_named(name_of_format);
    std::vector<Content> written;
    const SpatialReference wgs84 = spatial_reference("EPSG:4326");
    for (const auto& [name, features] : by_layer(from, format.many_layers)) {
        OGRLayerH layer =
            GDALDatasetCreateLayer(dataset, name.c_str(), format.has_shapes ? wgs84.get() : nullptr,
                                   common_type(features, format), const_cast<char**>(format.layer_options.data()));
        if (layer == nullptr) { throw Error{"cannot make a layer: " + gdal_reason()}; }
        add_fields(layer, features);
        const bool at_once = OGR_L_StartTransaction(layer) == OGRERR_NONE;  // many times faster where it is possible
        written.emplace_back();
        for (const Feature* feature : features) { add_feature(layer, *feature, format, written.back()); }
        if (at_once && OGR_L_CommitTransaction(layer) != OGRERR_NONE) {
            throw Error{"cannot finish a layer: " + gdal_reason()};
        }
    }
    return written;
}

void gdal_write(const Dataset& dataset, const std::string& path, const std::string& name, const WriteOptions& options) {
    const Format& format = format_named(name);
    GDALDriverH driver = GDALGetDriverByName(format.driver);
    if (driver == nullptr) { throw Error{fmt::format("this GDAL cannot write {}", format.driver)}; }
    CPLErrorReset();
    // GDAL's own KMZ has a document that only names others, which many readers take for an empty one.
    const std::string made_at = name == "kmz" ? path + ".kml" : path;
    GdalDataset target{GDALCreate(driver, made_at.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
    if (!target) { throw Error{"cannot write: " + gdal_reason()}; }
    const std::vector<Content> written = write_layers(target.get(), dataset, name);
    if (name == "gpkg") {
        if (!dataset.receipt.empty()) {
            GDALSetMetadataItem(target.get(), gpkg_receipt_key, dataset.receipt.c_str(), nullptr);
        }
        for (const std::string& statement : qgis_styles(options.styles)) {
            GDALDatasetExecuteSQL(target.get(), statement.c_str(), nullptr, nullptr);
        }
    }
    target.reset();
    check_gdal("writing");
    if (name == "kmz") { pack_kmz(made_at, path, options.legend_png); }
    if (name == "kmz" || name == "xlsx") { forget_times(path); }
    check_written(path, format.driver, written);
}

std::string gdal_bytes(const Dataset& dataset, const std::string& format, const WriteOptions& options) {
    const std::string path = fmt::format("/vsimem/demarc-{}.{}", static_cast<const void*>(&dataset), format);
    gdal_write(dataset, path, format, options);
    std::string bytes = vsi_content(path);
    VSIUnlink(path.c_str());
    return bytes;
}

}  // namespace geo::detail
