// SPDX-License-Identifier: MIT
#include "geo/detail/gdal_read.h"

#include "geo/detail/gdal.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace geo::detail {

namespace {

GdalDataset open(const std::string& path) {
    std::vector<const char*> csv_options{"GEOM_POSSIBLE_NAMES=wkt,geometry,geom,the_geom,wkb_geometry,shape",
                                         "KEEP_GEOM_COLUMNS=NO",
                                         "X_POSSIBLE_NAMES=lon,longitude,long,lng,x",
                                         "Y_POSSIBLE_NAMES=lat,latitude,y",
                                         "AUTODETECT_TYPE=YES",
                                         nullptr};
    const bool is_csv = path.ends_with(".csv") || path.ends_with(".CSV") || path.ends_with(".tsv");
    // Without VERBOSE_ERROR, GDAL gives no reason at all.
    GdalDataset dataset{GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR, nullptr,
                                   is_csv ? csv_options.data() : nullptr, nullptr)};
    if (!dataset) {
        throw Error{"cannot read this file: " + gdal_reason(), "demarc reads vector formats that GDAL knows"};
    }
    return dataset;
}

// --- geometry --------------------------------------------------------------------------------------------------------

Path to_path(OGRGeometryH line) {
    const int count = OGR_G_GetPointCount(line);
    Path path;
    path.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) { path.push_back({OGR_G_GetX(line, i), OGR_G_GetY(line, i)}); }
    return path;
}

/// Outer rings counter-clockwise, as in GeoJSON. The other formats wind them as they like, a Shapefile by its rules
/// clockwise, so that this is no fault to speak of.
void wind(Ring& ring) {
    double twice_area = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        twice_area += (ring[i].lon - ring[i - 1].lon) * (ring[i].lat + ring[i - 1].lat);
    }
    if (twice_area > 0) { std::reverse(ring.begin(), ring.end()); }
}

Polygon to_polygon(OGRGeometryH geometry) {
    Polygon polygon;
    const int rings = OGR_G_GetGeometryCount(geometry);
    for (int i = 0; i < rings; ++i) {
        Ring ring = to_path(OGR_G_GetGeometryRef(geometry, i));
        if (i == 0) {
            polygon.shell = std::move(ring);
            wind(polygon.shell);
        } else {
            polygon.holes.push_back(std::move(ring));
        }
    }
    return polygon;
}

void add_geometry(OGRGeometryH geometry, Shape& shape) {
    switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
        case wkbPoint:
            if (OGR_G_IsEmpty(geometry) == 0) {
                shape.points.push_back({OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)});
            }
            return;
        case wkbLineString:
            shape.paths.push_back(to_path(geometry));
            return;
        case wkbPolygon:
        case wkbTriangle:
            if (OGR_G_GetGeometryCount(geometry) > 0) { shape.region.polygons.push_back(to_polygon(geometry)); }
            return;
        default:
            for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
                add_geometry(OGR_G_GetGeometryRef(geometry, i), shape);
            }
    }
}

/// As GeoJSON calls it.
std::string type_name(OGRGeometryH geometry) {
    switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
        case wkbPoint:
            return "Point";
        case wkbMultiPoint:
            return "MultiPoint";
        case wkbLineString:
            return "LineString";
        case wkbMultiLineString:
            return "MultiLineString";
        case wkbPolygon:
            return "Polygon";
        case wkbMultiPolygon:
            return "MultiPolygon";
        case wkbGeometryCollection:
            return "GeometryCollection";
        default:
            return OGR_G_GetGeometryName(geometry);
    }
}

Shape to_shape(OGRGeometryH geometry, OGRCoordinateTransformationH transformation) {
    Shape shape;
    const GdalGeometry linear{OGR_G_GetLinearGeometry(geometry, 0, nullptr)};
    if (transformation != nullptr && OGR_G_Transform(linear.get(), transformation) != OGRERR_NONE) {
        throw Error{"cannot bring the coordinates to longitude and latitude: " + gdal_reason()};
    }
    shape.type = type_name(geometry);
    add_geometry(linear.get(), shape);
    return shape;
}

// --- attributes ------------------------------------------------------------------------------------------------------

Value to_value(OGRFeatureH feature, int field, OGRFieldDefnH definition) {
    if (OGR_F_IsFieldSetAndNotNull(feature, field) == 0) { return std::monostate{}; }
    switch (OGR_Fld_GetType(definition)) {
        case OFTInteger:
            if (OGR_Fld_GetSubType(definition) == OFSTBoolean) { return OGR_F_GetFieldAsInteger(feature, field) != 0; }
            return std::int64_t{OGR_F_GetFieldAsInteger(feature, field)};
        case OFTInteger64:
            return std::int64_t{OGR_F_GetFieldAsInteger64(feature, field)};
        case OFTReal:
            return OGR_F_GetFieldAsDouble(feature, field);
        default:
            return std::string{OGR_F_GetFieldAsString(feature, field)};
    }
}

Properties to_properties(OGRFeatureH feature, OGRFeatureDefnH layer) {
    Properties properties;
    for (int i = 0; i < OGR_FD_GetFieldCount(layer); ++i) {
        OGRFieldDefnH definition = OGR_FD_GetFieldDefn(layer, i);
        properties.emplace_back(OGR_Fld_GetNameRef(definition), to_value(feature, i, definition));
    }
    return properties;
}

// --- layers ----------------------------------------------------------------------------------------------------------

/// Null if the layer's coordinates are longitude and latitude on WGS84 already.
Transformation to_wgs84(OGRLayerH layer, bool is_geojson, const ReadOptions& options, Dataset& into) {
    SpatialReference source;
    OGRSpatialReferenceH declared = OGR_L_GetSpatialRef(layer);
    const bool by_default = is_geojson && !options.crs.empty();  // GDAL takes GeoJSON for WGS84 where it does not say
    if (declared != nullptr && !by_default) {
        source.reset(OSRClone(declared));
        OSRSetAxisMappingStrategy(source.get(), OAMS_TRADITIONAL_GIS_ORDER);
    } else if (!options.crs.empty()) {
        source = spatial_reference(options.crs);
    } else {
        into.notes.push_back("the file does not say its CRS; read as longitude and latitude on WGS84");
        return nullptr;
    }
    const SpatialReference wgs84 = spatial_reference("OGC:CRS84"), epsg = spatial_reference("EPSG:4326");
    if (OSRIsSame(source.get(), wgs84.get()) != 0 || OSRIsSame(source.get(), epsg.get()) != 0) { return nullptr; }
    Transformation transformation{OCTNewCoordinateTransformation(source.get(), wgs84.get())};
    if (!transformation) { throw Error{"cannot transform the file's CRS to WGS84: " + gdal_reason()}; }
    const char* name = OSRGetName(source.get());
    into.notes.push_back(
        fmt::format("coordinates transformed to WGS84 from {}", name == nullptr ? "the file's CRS" : name));
    return transformation;
}

void read_layer(OGRLayerH layer, bool is_geojson, const ReadOptions& options, Dataset& into) {
    const Transformation transformation = to_wgs84(layer, is_geojson, options, into);
    OGR_L_ResetReading(layer);
    CPLErrorReset();
    while (const GdalFeature raw{OGR_L_GetNextFeature(layer)}) {
        Feature feature;
        feature.number = static_cast<int>(into.features.size()) + 1;
        feature.layer = OGR_L_GetName(layer);
        feature.properties = to_properties(raw.get(), OGR_L_GetLayerDefn(layer));
        if (OGRGeometryH geometry = OGR_F_GetGeometryRef(raw.get()); geometry != nullptr) {
            try {
                feature.shape = to_shape(geometry, transformation.get());
            } catch (const Error& error) { throw error.at({into.path, 0, 0, feature.number}); }
        }
        into.features.push_back(std::move(feature));
    }
    check_gdal("reading features");
}

/// Content that did not come from a path, as a file in GDAL's memory; gone with the object.
class MemoryFile {
public:
    explicit MemoryFile(const std::string& bytes) {
        auto* data = reinterpret_cast<GByte*>(const_cast<char*>(bytes.data()));
        file_.reset(VSIFileFromMemBuffer(name_, data, bytes.size(), FALSE));
    }
    const char* name() const { return name_; }

private:
    struct Closer {
        void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
    };
    static constexpr const char* name_ = "/vsimem/demarc-input";
    std::unique_ptr<VSILFILE, Closer> file_;
};

}  // namespace

void gdal_read(const std::string& path, const std::string* bytes, const ReadOptions& options, Dataset& into) {
    const std::unique_ptr<MemoryFile> memory = bytes == nullptr ? nullptr : std::make_unique<MemoryFile>(*bytes);
    CPLErrorReset();
    const GdalDataset dataset = open(memory ? memory->name() : path);
    const std::string driver = GDALGetDriverShortName(GDALGetDatasetDriver(dataset.get()));
    const bool is_geojson = driver.starts_with("GeoJSON");
    const int layers = GDALDatasetGetLayerCount(dataset.get());
    bool found = false;
    for (int i = 0; i < layers; ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), i);
        if (std::string{OGR_L_GetName(layer)} == "layer_styles") { continue; }
        const auto& chosen = options.layers;
        if (!chosen.empty() && std::find(chosen.begin(), chosen.end(), OGR_L_GetName(layer)) == chosen.end()) {
            continue;
        }
        found = true;
        read_layer(layer, is_geojson, options, into);
    }
    if (!found && !options.layers.empty()) {
        throw Error{"the file has no layer \"" + options.layers.front() + "\"", "list them with ogrinfo",
                    Error::Kind::bad_usage};
    }
}

}  // namespace geo::detail
